using System.Runtime.InteropServices;
using System.Text.Json;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>
/// One page of a search, or any other Bundle. The next link is opaque: it is followed as given or not at all.
/// </summary>
/// <param name="Entries">The resources, outcomes left out.</param>
/// <param name="Outcomes">What the server said about the search itself: it may have left resources out, and says so only here.</param>
internal sealed record BundlePage(IReadOnlyList<BundleEntry> Entries, IReadOnlyList<BundleOutcome> Outcomes)
{
    // Only to find the resources of a page that is not strict JSON; each is then held to the strict rule alone.
    internal static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 512, AllowDuplicateProperties = true };

    // A Bundle adds entry list, entry and itself around a resource of the greatest depth.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = FhirJson.MaxDepth + 4, AllowDuplicateProperties = false };

    public string? Type { get; init; }

    public string? Next { get; init; }

    public string? Self { get; init; }

    public int? Total { get; init; }

    /// <summary>The server's time of the search: meta.lastUpdated, else timestamp.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>
    /// Reads a page; null where the bytes are no JSON or no Bundle. A resource that is not strict JSON (a repeated key, too deep)
    /// costs itself: its entry is <see cref="BundleEntry.IsBroken"/>.
    /// </summary>
    public static BundlePage? Parse(ReadOnlyMemory<byte> utf8)
    {
        if (FhirJson.Parse(utf8, Strict) is { } strict)
        {
            return Read(strict, isStrict: true);
        }

        return FhirJson.Parse(utf8, Lenient) is { } lenient ? Read(lenient, isStrict: false) : null;
    }

    public static BundlePage? Read(JsonElement bundle, bool isStrict)
    {
        if (bundle.Text("resourceType") is not "Bundle")
        {
            return null;
        }

        var entries = bundle.Items("entry").Select(entry => BundleEntry.Read(entry, isStrict)).OfType<BundleEntry>().ToList();
        return new BundlePage(
            [.. entries.Where(static entry => !entry.IsOutcome)],
            [.. entries.Where(static entry => entry.IsOutcome).SelectMany(static entry => BundleOutcome.Read(entry.Resource))])
        {
            Type = bundle.Text("type"),
            Next = Link(bundle, "next"),
            Self = Link(bundle, "self"),
            Total = bundle.Member("total") is { ValueKind: JsonValueKind.Number } total && total.TryGetInt32(out var count) ? count : null,
            LastUpdated = Instant(bundle.Member("meta").Text("lastUpdated")) ?? Instant(bundle.Text("timestamp")),
        };
    }

    private static string? Link(JsonElement bundle, string relation) => bundle.Items("link")
        .FirstOrDefault(link => string.Equals(link.Text("relation"), relation, StringComparison.Ordinal))
        .Text("url");

    private static DateTimeOffset? Instant(string? literal) =>
        literal is null ? null : new FhirTime(TimeZoneInfo.Utc).Moment(literal).Time?.Earliest;
}

/// <summary>An entry that holds a resource, or ought to.</summary>
/// <param name="FullUrl">Its name inside the Bundle.</param>
/// <param name="Mode">search.mode: match, include or outcome.</param>
/// <param name="Resource">What stands as the resource, of any kind; where <paramref name="IsBroken"/> it is not to be interpreted.</param>
/// <param name="IsBroken">Not strict JSON by itself (a repeated key, too deep).</param>
internal sealed record BundleEntry(string? FullUrl, string? Mode, JsonElement Resource, bool IsBroken)
{
    /// <summary>The entry speaks about the search, not about a patient.</summary>
    public bool IsOutcome => Mode is "outcome" || Resource.Text("resourceType") is "OperationOutcome";

    /// <summary>Null: an entry that needs no resource, as it only says what was or is to be done (a deletion, an answer).</summary>
    public static BundleEntry? Read(JsonElement entry, bool isStrict)
    {
        var resource = entry.Member("resource");
        if (resource.ValueKind != JsonValueKind.Object)
        {
            var needsNone = resource.ValueKind == JsonValueKind.Undefined && (entry.Has("request") || entry.Has("response"));
            return needsNone ? null : new BundleEntry(entry.Text("fullUrl"), entry.Member("search").Text("mode"), resource, false);
        }

        // Two resources in one entry: the last is looked at for its name only.
        JsonElement? alone = isStrict ? resource
            : entry.EnumerateObject().Count(static member => member.NameEquals("resource")) > 1 ? null
            : FhirJson.Parse(JsonMarshal.GetRawUtf8Value(resource).ToArray());
        return new BundleEntry(entry.Text("fullUrl"), entry.Member("search").Text("mode"), alone ?? resource, alone is null);
    }

    /// <summary>A file of one resource that is JSON but not strict; null: no resource either.</summary>
    public static BundleEntry? ReadBroken(ReadOnlyMemory<byte> utf8) =>
        FhirJson.Parse(utf8, BundlePage.Lenient) is { } resource && resource.Text("resourceType") is not null
            ? new BundleEntry(null, null, resource, true)
            : null;
}

/// <summary>One issue of an outcome entry. Its free text is left out: it may name a patient.</summary>
internal sealed record BundleOutcome(string Severity, string Code)
{
    public static IEnumerable<BundleOutcome> Read(JsonElement outcome) => outcome.Items("issue")
        .Select(static issue => new BundleOutcome(issue.Text("severity") ?? "unknown", issue.Text("code") ?? "unknown"));
}
