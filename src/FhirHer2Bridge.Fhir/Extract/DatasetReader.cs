using System.Runtime.InteropServices;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// Reads Bundles, single resources and NDJSON as one dataset: names inside a Bundle (urn:uuid, absolute) are resolved across all
/// files, and a resource that comes twice counts once, by its newest version.
/// </summary>
public static class DatasetReader
{
    public static Dataset Read(IEnumerable<(string Name, ReadOnlyMemory<byte> Utf8)> files, ExtractOptions options)
    {
        var unreadable = new List<ExtractIssue>();
        var entries = files.SelectMany(file => Entries(file.Name, file.Utf8, unreadable)).ToList();
        var names = options.FullUrls is null
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new Dictionary<string, string>(options.FullUrls, StringComparer.Ordinal);
        foreach (var (entry, id) in entries.Select(static one => (one.Entry, IdOf(one.Entry))))
        {
            if (entry.FullUrl is { } name && id is not null && entry.Resource.Text("resourceType") is { } type)
            {
                names[name] = $"{type}/{id}";
            }
        }

        var complete = options with { FullUrls = names };
        var extractions = new List<Extraction>(entries.Count);
        var broken = new List<ExtractIssue>();
        foreach (var (entry, at) in entries)
        {
            if (!entry.IsBroken && !ResourceTypes.IsKnown(entry.Resource.Text("resourceType")))
            {
                unreadable.Add(at with { Code = IssueCodes.NotFhir.Code, Severity = IssueCodes.NotFhir.Severity, Message = IssueCodes.NotFhir.Meaning });
            }
            else if (!entry.IsBroken)
            {
                extractions.Add(Extractor.Extract(entry.Resource, complete, IdOf(entry)));
            }
            else if (BrokenResource.Read(JsonMarshal.GetRawUtf8Value(entry.Resource).ToArray(), complete, IdOf(entry)) is { } gap)
            {
                extractions.Add(gap);
                broken.Add(at);
            }
            else
            {
                unreadable.Add(at);
            }
        }

        return new Dataset(Once(extractions), unreadable) { Broken = broken };
    }

    private static IEnumerable<(BundleEntry Entry, ExtractIssue At)> Entries(string name, ReadOnlyMemory<byte> utf8, List<ExtractIssue> unreadable)
    {
        if (Whole(utf8) is { } whole)
        {
            return Placed(whole, name);
        }

        var lines = Lines(utf8).ToList();
        return lines.Count > 1 && lines.Exists(static line => Whole(line.Utf8) is not null)
            ? lines.SelectMany(line => Whole(line.Utf8) is { } whole
                ? Placed(whole, name, $"line {line.Number}")
                : Refuse(unreadable, name, $"line {line.Number}", line.Utf8))
            : Refuse(unreadable, name, string.Empty, utf8);
    }

    /// <summary>Each entry with the issue to be raised where it is not strict JSON.</summary>
    private static IEnumerable<(BundleEntry Entry, ExtractIssue At)> Placed(IEnumerable<BundleEntry> entries, string name, string? line = null)
    {
        var all = entries.ToList();
        line = all.Count > 1 ? line : line ?? string.Empty;
        return all.Select((entry, index) => (entry, Issue(IssueCodes.NotJson, name, line ?? $"entry[{index}]")));
    }

    /// <summary>A Bundle's entries, Bundles within it opened; a resource as one entry; null for anything else.</summary>
    private static IEnumerable<BundleEntry>? Whole(ReadOnlyMemory<byte> utf8)
    {
        if (BundlePage.Parse(utf8) is { } page)
        {
            return page.Entries.SelectMany(static entry => Opened(entry));
        }

        if (FhirJson.Parse(utf8) is { } resource)
        {
            return resource.Text("resourceType") is null ? null : [new BundleEntry(null, null, resource, false)];
        }

        return BundleEntry.ReadBroken(utf8) is { } broken ? [broken] : null;
    }

    private static IEnumerable<BundleEntry> Opened(BundleEntry entry) =>
        BundlePage.Read(entry.Resource, isStrict: !entry.IsBroken) is { } inner
            ? inner.Entries.SelectMany(static one => Opened(one))
            : [entry];

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Utf8)> Lines(ReadOnlyMemory<byte> utf8)
    {
        var number = 0;
        while (!utf8.IsEmpty)
        {
            number++;
            var end = utf8.Span.IndexOf((byte)'\n');
            var line = end < 0 ? utf8 : utf8[..end];
            utf8 = end < 0 ? default : utf8[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                yield return (number, line);
            }
        }
    }

    private static IEnumerable<(BundleEntry Entry, ExtractIssue At)> Refuse(List<ExtractIssue> unreadable, string name, string at, ReadOnlyMemory<byte> utf8)
    {
        unreadable.Add(Issue(FhirJson.Parse(utf8) is null ? IssueCodes.NotJson : IssueCodes.NotFhir, name, at));
        return [];
    }

    private static ExtractIssue Issue(IssueCode code, string name, string at) =>
        new(code.Code, code.Severity, code.Meaning, new SourceRef("File", name, null, at));

    private static string? IdOf(BundleEntry entry) => entry.Resource.Text("id") ?? entry.FullUrl switch
    {
        { } urn when urn.StartsWith("urn:", StringComparison.Ordinal) => urn[(urn.LastIndexOf(':') + 1)..],
        { } url when url.LastIndexOf('/') is > 0 and var slash && slash < url.Length - 1 => url[(slash + 1)..],
        _ => null,
    };

    private static List<Extraction> Once(List<Extraction> extractions) =>
    [
        .. extractions
            .GroupBy(static one => one.Id.Length == 0 ? one.Version : $"{one.ResourceType}/{one.Id}", StringComparer.Ordinal)
            .Select(static same => same.Last() is { LastUpdated: null } last
                ? last
                : same.MaxBy(static one => one.LastUpdated ?? DateTimeOffset.MinValue)!),
    ];
}
