namespace FhirHer2Bridge.Core.Facts;

/// <summary>
/// HER2 status of a specimen or a patient. "Unknown" is not a member: not knowing is the absence of an assessment, a gap,
/// or an undetermined rule, and must not be comparable.
/// </summary>
public enum Her2Status
{
    Negative,
    Equivocal,
    Indeterminate,
    Positive,
}

/// <summary>Sub-category of negative, breast only; never a status change (domain 4d).</summary>
public enum Her2Category
{
    Low,
    Ultralow,
}

public static class Her2StatusExtensions
{
    /// <summary>Positive or negative.</summary>
    public static bool IsDeterminate(this Her2Status status) => status is Her2Status.Positive or Her2Status.Negative;
}
