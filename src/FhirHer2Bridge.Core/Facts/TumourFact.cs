namespace FhirHer2Bridge.Core.Facts;

/// <summary>A primary tumour, from a Condition.</summary>
public sealed record TumourFact : Fact
{
    public required TumourKind Kind { get; init; }

    /// <summary>What it would be if it is an adenocarcinoma, which nobody says (oesophagus); None: nothing is open.</summary>
    public TumourKind IfAdenocarcinoma { get; init; }

    public required ResourceKey Condition { get; init; }

    /// <summary>Display as written, for the evidence card.</summary>
    public string? Label { get; init; }

    /// <summary>Body site and side as written; null: not said.</summary>
    public string? Site { get; init; }

    /// <summary>Left or right, from the site, else from the name.</summary>
    public BodySide? Side => BodySides.Of(Site) ?? BodySides.Of(Label);
}

public enum TumourKind
{
    /// <summary>Nothing said.</summary>
    None,

    /// <summary>Gastric or gastro-oesophageal junction adenocarcinoma.</summary>
    Gastric,
    Breast,

    /// <summary>A known malignant tumour of another organ.</summary>
    Other,
}
