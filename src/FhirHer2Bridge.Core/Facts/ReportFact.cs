using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Facts;

/// <summary>
/// A report or panel that holds results together: lends its members specimen, date and the moment they became known where
/// they have none of their own.
/// </summary>
public sealed record ReportFact : Fact
{
    public EquatableArray<ResourceKey> Results { get; init; }

    public EquatableArray<ResourceKey> Specimens { get; init; }

    public DateTimeOffset? Issued { get; init; }

    public string? Accession { get; init; }
}
