namespace FhirHer2Bridge.Core.Facts;

/// <summary>
/// A Condition whose code names a HER2 status ("HER2 positive carcinoma of breast"): a hint that a test exists, never a dated
/// result (reference 2a).
/// </summary>
public sealed record StatedByConditionFact : Fact
{
    public required Her2Status Status { get; init; }

    public required string Label { get; init; }
}
