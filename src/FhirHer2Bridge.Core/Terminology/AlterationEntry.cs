using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What alterations of one gene are reported to do (reference 6a).</summary>
internal sealed record AlterationEntry(string? Source, TermMark? Mark) : ITermEntry
{
    /// <summary>Gene symbol as approved by HGNC.</summary>
    public string? Gene { get; init; }

    public AlterationKind[] Kinds { get; init; } = [];

    public AlterationEffect? Effect { get; init; }

    /// <summary>Protein changes it is about; empty: all.</summary>
    public string[] Only { get; init; } = [];

    /// <summary>Protein changes it is not about.</summary>
    public string[] Except { get; init; } = [];

    public bool IsOfSomeProteins => Only.Length > 0 || Except.Length > 0;

    public bool IsWhole => !string.IsNullOrWhiteSpace(Gene) && Kinds.Length > 0 && Effect is AlterationEffect.Resistance or AlterationEffect.Sensitising
        && (Only.Length == 0 || Except.Length == 0);

    public bool Holds(string protein) =>
        (Only.Length == 0 || Only.Contains(protein, StringComparer.Ordinal)) && !Except.Contains(protein, StringComparer.Ordinal);

    /// <summary>Some alteration would be told two things.</summary>
    public bool Overlaps(AlterationEntry other) =>
        string.Equals(Gene, other.Gene, StringComparison.Ordinal)
        && Kinds.Intersect(other.Kinds).Any()
        && (Only.Length == 0 && other.Only.Length == 0 || Only.Concat(other.Only).Any(protein => Holds(protein) && other.Holds(protein)));
}
