using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Interactions;
using FhirHer2Bridge.Sandbox.Json;

namespace FhirHer2Bridge.Sandbox;

/// <summary>Loads whole Bundles past the HTTP surface: no faults, no token, client ids kept.</summary>
public static class BundleLoading
{
    private static readonly string[] Executable = ["transaction", "batch"];

    /// <summary>
    /// Loads a transaction, a batch, or any other Bundle whose entries carry resources (collection, searchset …);
    /// entries without an id get one, and references by fullUrl are rewritten. All of it or, on an error, nothing
    /// (a batch: the entries that could be loaded).
    /// </summary>
    /// <returns>Number of entries.</returns>
    /// <exception cref="InvalidDataException">Not a Bundle, or an entry was refused.</exception>
    public static int LoadBundle(this SandboxStore store, ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Load(store, FhirJson.Parse(utf8));
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("the Bundle is not well-formed JSON", broken);
        }
    }

    internal static int Load(SandboxStore store, JsonObject bundle)
    {
        if (FhirJson.Text(bundle, "resourceType") is not "Bundle")
        {
            throw new InvalidDataException("a Bundle is expected");
        }

        if (!Executable.Contains(FhirJson.Text(bundle, "type"), StringComparer.Ordinal))
        {
            bundle = AsTransaction(bundle);
        }

        var dispatcher = new Dispatcher(store, new SandboxOptions(), new FaultSet());
        var request = new FhirRequest("POST", "http://sandbox.invalid/fhir", string.Empty, [], bundle);
        var answer = dispatcher.Handle(request);
        var answers = answer.Body?["entry"] as JsonArray ?? [];
        var refused = answer.Status >= 400
            ? answer.Body?["issue"]?[0]?["diagnostics"]?.GetValue<string>()
            : answers.Select(static entry => entry?["response"]?["outcome"]?["issue"]?[0]?["diagnostics"])
                .FirstOrDefault(static reason => reason is not null)?.GetValue<string>();
        return refused is null ? answers.Count : throw new InvalidDataException($"the Bundle was refused: {refused}");
    }

    private static JsonObject AsTransaction(JsonObject bundle)
    {
        var entries = (bundle["entry"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(static entry => entry["resource"] is JsonObject)
            .Select(JsonNode? (entry) => AsRequest(entry));
        return new()
        {
            ["resourceType"] = "Bundle",
            ["type"] = "transaction",
            ["entry"] = new JsonArray([.. entries]),
        };
    }

    private static JsonObject AsRequest(JsonObject entry)
    {
        var resource = entry["resource"]!.AsObject();
        var type = FhirJson.Text(resource, "resourceType");
        var id = FhirJson.Text(resource, "id");
        var copy = new JsonObject
        {
            ["resource"] = resource.DeepClone(),
            ["request"] = new JsonObject
            {
                ["method"] = id is null ? "POST" : "PUT",
                ["url"] = id is null ? type : $"{type}/{id}",
            },
        };
        if (FhirJson.Text(entry, "fullUrl") is { } fullUrl)
        {
            copy["fullUrl"] = fullUrl;
        }

        return copy;
    }
}
