using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Json;
using FhirHer2Bridge.Sandbox.Search;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary><c>/metadata</c>, derived from what the server does.</summary>
internal static class Capabilities
{
    public static JsonObject Statement(SandboxOptions options, string root)
    {
        string[] offered = options.ReadOnly
            ? ["read", "vread", "history-instance", "search-type"]
            : ["read", "vread", "history-instance", "search-type", "create", "update", "delete"];
        var rest = new JsonObject
        {
            ["mode"] = "server",
            ["resource"] = new JsonArray([.. ResourceTypes.All.Order(StringComparer.Ordinal)
                .Select(JsonNode? (type) => Resource(type, offered, options))]),
        };
        if (!options.ReadOnly)
        {
            rest["interaction"] = Codes(["transaction", "batch"]);
        }

        return new()
        {
            ["resourceType"] = "CapabilityStatement",
            ["status"] = "active",
            ["date"] = FhirJson.Instant(options.Time.GetUtcNow()),
            ["kind"] = "instance",
            ["software"] = new JsonObject { ["name"] = "FhirHer2Bridge sandbox" },
            ["implementation"] = new JsonObject { ["description"] = "FHIR R4 in memory", ["url"] = root },
            ["fhirVersion"] = "4.0.1",
            ["format"] = new JsonArray("application/fhir+json", "json"),
            ["rest"] = new JsonArray(rest),
        };
    }

    private static JsonObject Resource(string type, string[] offered, SandboxOptions options) => new()
    {
        ["type"] = type,
        ["interaction"] = Codes(offered),
        ["versioning"] = "versioned-update",
        ["readHistory"] = true,
        ["updateCreate"] = options.ClientIds == ClientIds.Allowed,
        ["conditionalCreate"] = true,
        ["conditionalUpdate"] = true,
        ["searchParam"] = new JsonArray([.. ParameterTable.For(type).Select(JsonNode? (parameter) => new JsonObject
        {
            ["name"] = parameter.Name,
            ["type"] = parameter.Kind,
        })]),
    };

    private static JsonArray Codes(string[] codes) =>
        new([.. codes.Select(JsonNode? (code) => new JsonObject { ["code"] = code })]);
}
