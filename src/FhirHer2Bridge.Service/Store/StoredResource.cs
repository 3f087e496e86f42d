using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Service.Store;

/// <summary>The facts of one resource version.</summary>
public sealed record StoredResource(ResourceKey Key, string Version, IReadOnlyList<Fact> Facts)
{
    /// <summary>What of it could not be read as hoped; it stands among the gaps of the patient's line.</summary>
    public IReadOnlyList<Gap> Issues { get; init; } = [];

    /// <summary>Products referred to and not known when it was read.</summary>
    public IReadOnlyList<ResourceKey> Products { get; init; } = [];
}

/// <summary>A resource whose subject is an identifier that no Patient read so far has, or more than one.</summary>
public sealed record UnresolvedResource(StoredResource Resource, string? IdentifierSystem, string IdentifierValue)
{
    /// <summary>Without the identifier: it is a patient's.</summary>
    public override string ToString() => $"{Resource.Key} of identifier ***";
}
