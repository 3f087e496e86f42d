using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Facts;

/// <summary>
/// One administration (or a period of them) of a HER2-directed drug, or of a product not yet known.
/// <see cref="Fact.When"/> is the moment or the start.
/// </summary>
public sealed record TherapyFact : Fact
{
    /// <summary>Null: the product is referenced and is told by a <see cref="ProductFact"/>.</summary>
    public Drug? Drug { get; init; }

    public ResourceKey? Product { get; init; }

    /// <summary>False for not-done, a dose of zero: recorded, not an exposure.</summary>
    public required bool WasGiven { get; init; }

    /// <summary>End of a period longer than two days: a whole course in one resource, number of doses unknown (one at least).</summary>
    public ClinicalTime? CourseEnd { get; init; }

    /// <summary>The period is open: in progress, without an end.</summary>
    public bool Ongoing { get; init; }

    /// <summary>The conditions treated (reasonReference).</summary>
    public EquatableArray<ResourceKey> Conditions { get; init; }
}

/// <summary>Drug classes that the rules ask for; never a drug's name (domain 3a).</summary>
public enum DrugClass
{
    /// <summary>The antibody itself: originator, biosimilars, subcutaneous forms, the fixed combination with pertuzumab.</summary>
    Trastuzumab,

    /// <summary>Trastuzumab conjugates: contain the antibody, are another drug, and are never read as plain trastuzumab.</summary>
    TrastuzumabAdc,

    /// <summary>Other HER2-directed antibodies, conjugates and kinase inhibitors.</summary>
    OtherHer2,
}

/// <summary>A HER2-directed drug as the terminology names it. Uncertain: codings or text leave the class open (domain 3b).</summary>
public sealed record Drug(string Name, DrugClass Class, bool Uncertain = false)
{
    /// <summary>Licensed where breast cancer is HER2-low or ultralow (reference 4d).</summary>
    public bool ForHer2Low { get; init; }

    /// <summary>Licensed somewhere for IHC 2+ without regard to ISH (reference 3).</summary>
    public bool ForIhc2 { get; init; }
}

/// <summary>What a referenced Medication resource is. Null drug: read, and not HER2-directed.</summary>
public sealed record ProductFact : Fact
{
    public required ResourceKey Product { get; init; }

    public Drug? Drug { get; init; }
}
