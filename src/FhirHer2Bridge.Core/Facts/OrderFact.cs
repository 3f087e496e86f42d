using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Facts;

/// <summary>A request for a HER2-directed drug (MedicationRequest): intent, never exposure. <see cref="Fact.When"/> is authoredOn.</summary>
public sealed record OrderFact : Fact
{
    /// <summary>Null: the product is referenced and is told by a <see cref="ProductFact"/>.</summary>
    public Drug? Drug { get; init; }

    public ResourceKey? Product { get; init; }

    /// <summary>Status active; false: completed, stopped or on hold.</summary>
    public required bool Active { get; init; }

    /// <summary>In force, and of a drug that is known to be HER2-directed.</summary>
    public bool IsForAHer2Drug => Active && Drug is not null;

    /// <summary>The conditions to be treated (reasonReference).</summary>
    public EquatableArray<ResourceKey> Conditions { get; init; }
}
