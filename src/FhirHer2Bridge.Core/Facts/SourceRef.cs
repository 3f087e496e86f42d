namespace FhirHer2Bridge.Core.Facts;

/// <summary>Where a statement comes from: a resource, its version (the server's, else a content hash) and an element path.</summary>
public readonly record struct SourceRef(string ResourceType, string Id, string? VersionId, string Path)
{
    public ResourceKey Key => new($"{ResourceType}/{Id}");

    /// <summary>The order of keys and then of paths; versions have none.</summary>
    internal int CompareTo(SourceRef other)
    {
        var order = CompareKeyTo(other);
        return order != 0 ? order : string.CompareOrdinal(Path, other.Path);
    }

    /// <summary>The ordinal order of keys, without making them: '/' comes before every letter of a type's name.</summary>
    internal int CompareKeyTo(SourceRef other)
    {
        var order = string.CompareOrdinal(ResourceType, other.ResourceType);
        return order != 0 ? order : string.CompareOrdinal(Id, other.Id);
    }
}
