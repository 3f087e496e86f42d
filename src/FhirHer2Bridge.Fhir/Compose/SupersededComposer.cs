using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>
/// The end of a duplicate: entered in error, reason superseded, under a key of its own, so that an exact search by the
/// flag's key finds the winner alone (fhir-design 3.5 B).
/// </summary>
public static class SupersededComposer
{
    /// <summary>The loser's next version as UTF-8 JSON.</summary>
    /// <param name="loser">A flag of ours as the server gave it.</param>
    /// <exception cref="ArgumentException">Not a flag of ours.</exception>
    public static byte[] Supersede(JsonElement loser)
    {
        var flag = FlagReader.Read(loser) ?? throw new ArgumentException("Not a flag of this bridge.", nameof(loser));
        var resource = JsonObject.Create(loser) ?? throw new ArgumentException("Not a resource.", nameof(loser));
        resource["status"] = "entered-in-error";
        resource["identifier"] = new JsonArray(Identifier($"{flag.Key}{OwnFlag.SupersededMark}{flag.Id}"));
        var extensions = resource["extension"]?.DeepClone() as JsonArray ?? [];
        extensions.Add(Reason());
        resource["extension"] = extensions;
        return JsonSerializer.SerializeToUtf8Bytes(resource);
    }

    private static JsonObject Identifier(string key) =>
        new() { ["system"] = Her2Canonical.FlagKey, ["value"] = key };

    private static JsonObject Reason() => new()
    {
        ["url"] = CoreCanonical.StatusReason,
        ["valueCodeableConcept"] = new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = Her2Canonical.Bridge, ["code"] = "superseded" }),
        },
    };
}
