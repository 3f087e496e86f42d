using System.Globalization;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Json;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>Read, vread and the history of one resource.</summary>
internal sealed class ReadHandler(SandboxStore store, SandboxOptions options)
{
    /// <exception cref="FhirException">404 never existed, 410 deleted.</exception>
    public Answer Read(FhirRequest request, Route route)
    {
        var row = Existing(route)[^1];
        if (request.IfNoneMatch is { } known && known.Contains(row.ETag, StringComparison.Ordinal))
        {
            return Tagged(new Answer(304), row);
        }

        return Shown(row);
    }

    /// <exception cref="FhirException">404 no such version, 410 that version is a delete.</exception>
    public Answer ReadVersion(Route route)
    {
        var row = Existing(route).FirstOrDefault(row =>
            string.Equals(row.Version.ToString(CultureInfo.InvariantCulture), route.Version, StringComparison.Ordinal));
        return Shown(row ?? throw FhirException.NotFound("no such version"));
    }

    /// <summary>All versions, newest first; a delete has an entry without a resource.</summary>
    /// <exception cref="FhirException">404 never existed.</exception>
    public Answer History(FhirRequest request, Route route)
    {
        var rows = Existing(route);
        var entries = rows.Reverse().Select(JsonNode? (row) => Entry(request.Base, row, rows));
        return new(200, new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "history",
            ["timestamp"] = FhirJson.Instant(options.Time.GetUtcNow()),
            ["total"] = rows.Count,
            ["link"] = new JsonArray(new JsonObject
            {
                ["relation"] = "self",
                ["url"] = $"{request.Base}/{route.Type}/{route.Id}/_history",
            }),
            ["entry"] = new JsonArray([.. entries]),
        });
    }

    public static Answer Tagged(Answer answer, StoredResource row) => answer
        .With("ETag", row.ETag)
        .With("Last-Modified", row.LastUpdated.ToString("R", CultureInfo.InvariantCulture));

    private static Answer Shown(StoredResource row) => row.Deleted
        ? throw new FhirException(410, "deleted", "the resource was deleted")
        : Tagged(new Answer(200, row.ToNode()), row);

    private static JsonObject Entry(string root, StoredResource row, IReadOnlyList<StoredResource> all)
    {
        var born = row.Version == 1 || all[row.Version - 2].Deleted;
        var method = (row.Deleted, row.Version) switch { (true, _) => "DELETE", (_, 1) => "POST", _ => "PUT" };
        var entry = new JsonObject { ["fullUrl"] = $"{root}/{row.Reference}" };
        if (!row.Deleted)
        {
            entry["resource"] = row.ToNode();
        }

        entry["request"] = new JsonObject
        {
            ["method"] = method,
            ["url"] = method is "POST" ? row.Type : row.Reference,
        };
        entry["response"] = new JsonObject
        {
            ["status"] = row.Deleted ? "204 No Content" : born ? "201 Created" : "200 OK",
            ["etag"] = row.ETag,
            ["lastModified"] = FhirJson.Instant(row.LastUpdated),
        };
        return entry;
    }

    private IReadOnlyList<StoredResource> Existing(Route route) =>
        store.Versions(route.Type, route.Id) is { Count: > 0 } rows
            ? rows
            : throw FhirException.NotFound($"no such {route.Type}");
}
