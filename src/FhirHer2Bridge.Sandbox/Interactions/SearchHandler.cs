using System.Globalization;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Json;
using FhirHer2Bridge.Sandbox.Search;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>Searches and their pages.</summary>
internal sealed class SearchHandler(SandboxStore store, SandboxOptions options, FaultSet faults)
{
    private readonly Pager _pager = new();

    /// <summary>Type and place of the page a request asks for, or null for anything but a search.</summary>
    public (string Type, int Page, int Size)? Locate(FhirRequest request, Route route)
    {
        switch (route.Interaction)
        {
            case Interaction.Search:
                var query = SearchQuery.Parse(route.Type, request.Parameters, options);
                return (route.Type, 1, query.Shape.Count);
            case Interaction.NextPage:
                var (open, _, offset, size) = Continued(request);
                return (open.Query.Type, (offset / size) + 1, size);
            default:
                return null;
        }
    }

    public Answer Search(FhirRequest request, Route route, FaultRequest facing)
    {
        // The moment is taken before the rows, so a row missing here can only be newer than it.
        var at = options.Time.GetUtcNow();
        var query = SearchQuery.Parse(route.Type, request.Parameters, options);
        var rows = faults.Rows(facing, query.Run(store));
        var open = new OpenSearch(query, [.. rows.Select(static row => row.Id)], at, SelfLink(request.Base, query));
        return new(200, Page(request.Base, open, null, 0, query.Shape.Count, facing));
    }

    public Answer Next(FhirRequest request, FaultRequest facing)
    {
        var (open, token, offset, size) = Continued(request);
        return new(200, Page(request.Base, open, token, offset, size, facing));
    }

    private static string SelfLink(string root, SearchQuery query)
    {
        var parameters = query.Accepted.Select(static parameter =>
            $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value)}");
        var text = string.Join('&', parameters);
        return $"{root}/{query.Type}{(text.Length == 0 ? string.Empty : "?")}{text}";
    }

    private (OpenSearch Open, string Token, int Offset, int Size) Continued(FhirRequest request)
    {
        var token = request.Parameter("_getpages") ?? string.Empty;
        var open = _pager.Find(token);
        var size = Math.Clamp(Number("_count", options.PageSize), 1, options.MaxPageSize);
        return (open, token, Number("_getpagesoffset", 0), size);

        int Number(string name, int otherwise) =>
            int.TryParse(request.Parameter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : otherwise;
    }

    private JsonObject Page(string root, OpenSearch open, string? token, int offset, int size, FaultRequest facing)
    {
        var shape = open.Query.Shape;
        var links = new JsonArray(Link("self", open.Self));
        if (!shape.CountOnly && offset + size < open.Ids.Count)
        {
            token ??= _pager.Keep(open);
            var next = string.Create(
                CultureInfo.InvariantCulture,
                $"{root}?_getpages={token}&_getpagesoffset={offset + size}&_count={size}&_bundletype=searchset");
            links.Add(Link("next", faults.NextLink(facing, new Uri(next)).AbsoluteUri));
        }

        var page = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["id"] = Guid.NewGuid().ToString(),
            ["meta"] = new JsonObject { ["lastUpdated"] = FhirJson.Instant(open.At) },
            ["type"] = "searchset",
        };
        if (shape.Total || shape.CountOnly)
        {
            // A row served twice is still one row.
            page["total"] = open.Ids.Distinct(StringComparer.Ordinal).Count();
        }

        page["link"] = links;
        var entries = open.Ids.Skip(offset).Take(size)
            .Select(id => store.Read(open.Query.Type, id))
            .OfType<StoredResource>()
            .Select(JsonNode? (row) => Entry(root, row, shape))
            .ToArray();

        // An empty array is not legal FHIR JSON.
        if (entries.Length > 0 && !shape.CountOnly)
        {
            page["entry"] = new JsonArray(entries);
        }

        return page;
    }

    private static JsonObject Entry(string root, StoredResource row, ResultShape shape) => new()
    {
        ["fullUrl"] = $"{root}/{row.Reference}",
        ["resource"] = shape.Elements.Count == 0 ? row.ToNode() : Subset.Of(row.ToNode(), shape.Elements),
        ["search"] = new JsonObject { ["mode"] = "match" },
    };

    private static JsonObject Link(string relation, string url) => new() { ["relation"] = relation, ["url"] = url };
}
