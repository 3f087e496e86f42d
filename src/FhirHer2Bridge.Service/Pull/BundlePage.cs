namespace FhirHer2Bridge.Service.Pull;

/// <summary>A page of a search as the server sent it.</summary>
internal sealed record BundlePage
{
    public string? ResourceType { get; init; }

    public string? Type { get; init; }

    /// <summary>The next link: opaque text, followed as given.</summary>
    public string? Next { get; init; }

    public string? Self { get; init; }

    /// <summary>Number of matches the server announced.</summary>
    public long? Total { get; init; }

    /// <summary><c>Bundle.meta.lastUpdated</c>: the server's clock when it searched.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    public IReadOnlyList<PageEntry> Entries { get; init; } = [];

    /// <summary>Entries that are no object or hold no resource: each costs itself.</summary>
    public int Damaged { get; init; }

    public bool IsSearchSet => ResourceType is "Bundle" && Type is "searchset";

    public override string ToString() => $"page of {Entries.Count} entries";
}
