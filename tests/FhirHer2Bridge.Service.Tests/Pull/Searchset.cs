using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Kit;

namespace FhirHer2Bridge.Service.Tests.Pull;

/// <summary>Builds search pages.</summary>
internal sealed class Searchset
{
    public const string Time = "2026-01-15T08:00:00.250Z";

    private readonly JsonArray _entries = [];
    private readonly JsonArray _links = [];
    private readonly JsonObject _bundle = new() { ["resourceType"] = "Bundle", ["type"] = "searchset" };

    public static Searchset Of(params ReadOnlySpan<string> observations)
    {
        var page = new Searchset();
        page._bundle["meta"] = new JsonObject { ["lastUpdated"] = Time };
        foreach (var id in observations)
        {
            page.Row("Observation", id);
        }

        return page;
    }

    public Searchset Row(string type, string id, string? mode = "match", string? lastUpdated = null)
    {
        var resource = new JsonObject { ["resourceType"] = type, ["id"] = id };
        if (lastUpdated is not null)
        {
            resource["meta"] = new JsonObject { ["lastUpdated"] = lastUpdated };
        }

        return Entry(new JsonObject { ["resource"] = resource, ["search"] = mode is null ? null : new JsonObject { ["mode"] = mode } });
    }

    public Searchset Outcome(string severity) => Entry(new JsonObject
    {
        ["resource"] = new JsonObject
        {
            ["resourceType"] = "OperationOutcome",
            ["issue"] = new JsonArray(new JsonObject { ["severity"] = severity, ["code"] = "processing" }),
        },
        ["search"] = new JsonObject { ["mode"] = "outcome" },
    });

    public Searchset Entry(JsonNode? entry)
    {
        _entries.Add(entry);
        return this;
    }

    public Searchset Next(string url) => Link("next", url);

    public Searchset Link(string relation, string url)
    {
        _links.Add(new JsonObject { ["relation"] = relation, ["url"] = url });
        return this;
    }

    public Searchset With(string name, JsonNode? value)
    {
        _bundle[name] = value;
        return this;
    }

    public ScriptedAnswer Answer() => new(200, ToString());

    public override string ToString()
    {
        _bundle["link"] = _links.DeepClone();
        _bundle["entry"] = _entries.DeepClone();
        return _bundle.ToJsonString(JsonSerializerOptions.Web);
    }
}
