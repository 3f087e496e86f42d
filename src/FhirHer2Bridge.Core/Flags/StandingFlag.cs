using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Flags;

/// <summary>
/// A flag already written or planned. <see cref="Key"/> is opaque here (made by Service from patient, code and anchor).
/// <see cref="Content"/> of a flag adopted from the server lacks the versions of its evidence; null where it could not be read there.
/// </summary>
public sealed record StandingFlag
{
    public required string Key { get; init; }

    public required string Code { get; init; }

    /// <summary>Null when adopted: matched by intersecting evidence instead.</summary>
    public string? Anchor { get; init; }

    public required FlagState State { get; init; }

    public required EquatableArray<ResourceKey> Evidence { get; init; }

    public Flag? Content { get; init; }

    /// <summary>A person at the site closed or changed it: it is left as it is.</summary>
    public bool Dismissed { get; init; }
}
