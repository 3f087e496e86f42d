namespace FhirHer2Bridge.Core.Facts;

/// <summary>Where a statement comes from: a resource, its version (the server's, else a content hash) and an element path.</summary>
public readonly record struct SourceRef(string ResourceType, string Id, string? VersionId, string Path)
{
    public ResourceKey Key => new($"{ResourceType}/{Id}");
}
