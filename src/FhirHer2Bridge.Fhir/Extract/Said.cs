using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>One thing one element says about HER2, before it is given its place and time.</summary>
internal sealed record Said(AssayMethod Method, AssayResult Result, string Path, string? Quote = null)
{
    /// <summary>Read from the words of a report or note.</summary>
    public bool IsNarrative { get; init; }

    /// <summary>Read from words that could be taken otherwise.</summary>
    public bool IsTentative { get; init; }

    /// <summary>What the words say of the material; Unstated: see the resource.</summary>
    public SpecimenKind Material { get; init; }

    /// <summary>Label or words of the specimen, where a text reports several.</summary>
    public string? Place { get; init; }
}

/// <summary>What reading the value of one HER2 element came to.</summary>
internal enum ValueOutcome
{
    /// <summary>At least one result was read.</summary>
    Read,

    /// <summary>No test was done, or it was never asked for: nothing to say.</summary>
    NotDone,

    /// <summary>There is no value at all.</summary>
    Empty,

    /// <summary>There is something, and it could not be used; a gap was left.</summary>
    Unusable,
}
