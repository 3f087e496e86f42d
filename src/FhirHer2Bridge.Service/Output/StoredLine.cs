using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Service.Output;

/// <summary>
/// The line of the last assessment with the flags that were withdrawn since: an assessment never shows those, only the store
/// knows them.
/// </summary>
internal static class StoredLine
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of what could have been known at a moment, saying so after its own members.</summary>
    public static string KnownAt(string line, string knownAt, string note)
    {
        var record = JsonNode.Parse(line)!.AsObject();
        record["knownAt"] = knownAt;
        record["knownNote"] = note;
        return record.ToJsonString(Readable);
    }

    public static string With(string line, IEnumerable<Flag> withdrawn)
    {
        var record = JsonNode.Parse(line)!.AsObject();
        var flags = record["flags"]!.AsArray();
        foreach (var flag in withdrawn)
        {
            flags.Add(new JsonObject
            {
                ["code"] = flag.Code,
                ["rule"] = flag.Rule.Value,
                ["severity"] = LineWords.Of(flag.Severity),
                ["state"] = LineWords.Of(flag.State),
                ["effective"] = flag.Effective.Literal,
                ["text"] = flag.Text,
                ["evidence"] = new JsonArray([.. flag.Evidence.Select(static source => (JsonNode)source.Key.Value).ToArray()]),
            });
        }

        return record.ToJsonString(Readable);
    }
}
