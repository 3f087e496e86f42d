using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Tests.Kit;

/// <summary>Gives a story other ids, so that one server can hold it several times.</summary>
public static partial class StoryPrefix
{
    /// <summary>
    /// Every resource id begins with <paramref name="prefix"/>, and so does the value of every identifier that a resource
    /// of the story carries; what points to either follows. Contained ids stay. The given story is not changed.
    /// </summary>
    /// <exception cref="ArgumentException">A resulting id is not a FHIR R4 id.</exception>
    public static StoryCase Prefixed(this StoryCase story, string prefix)
    {
        var known = Known(story);
        var references = known.Where(name => !name.Contains('|', StringComparison.Ordinal));
        foreach (var id in references.Select(reference => prefix + IdOf(reference)))
        {
            if (!LegalId().IsMatch(id))
            {
                throw new ArgumentException($"'{id}' is not a FHIR id.", nameof(prefix));
            }
        }

        return story with
        {
            Patient = Moved(story.Patient, prefix),
            Bundles = [.. story.Bundles.Select(bundle => bundle with { Json = Rewrite(bundle.Json, known, prefix) })],
        };
    }

    /// <summary>"Type/id" and "system|value" of everything the story holds.</summary>
    private static HashSet<string> Known(StoryCase story)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in story.Bundles.SelectMany(bundle => bundle.Resources))
        {
            known.Add($"{(string?)resource["resourceType"]}/{(string?)resource["id"]}");
            foreach (var identifier in resource["identifier"] as JsonArray ?? [])
            {
                known.Add(NameOf(identifier!));
            }
        }

        return known;
    }

    private static JsonObject Rewrite(JsonObject bundle, HashSet<string> known, string prefix)
    {
        var json = bundle.DeepClone().AsObject();
        foreach (var entry in json["entry"]!.AsArray().Select(node => node!.AsObject()))
        {
            var own = (string)entry["request"]!["url"]!;
            var resource = entry["resource"]!.AsObject();
            Walk(resource, known, prefix);
            resource["id"] = prefix + (string?)resource["id"];
            entry["fullUrl"] = ((string)entry["fullUrl"]!)[..^own.Length] + Moved(own, prefix);
            entry["request"]!["url"] = Moved(own, prefix);
        }

        return json;
    }

    private static void Walk(JsonNode? node, HashSet<string> known, string prefix)
    {
        if (node is JsonArray array)
        {
            array.ToList().ForEach(item => Walk(item, known, prefix));
        }
        else if (node is JsonObject parent)
        {
            if (parent["reference"] is JsonValue reference && known.Contains((string)reference!))
            {
                parent["reference"] = Moved((string)reference!, prefix);
            }

            if (parent["value"] is JsonValue value && known.Contains(NameOf(parent)))
            {
                parent["value"] = prefix + (string?)value;
            }

            parent.Select(member => member.Value).ToList().ForEach(child => Walk(child, known, prefix));
        }
    }

    private static string NameOf(JsonNode identifier) => $"{identifier["system"]}|{identifier["value"]}";

    private static string IdOf(string reference) => reference[(reference.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Moved(string reference, string prefix) =>
        reference[..^IdOf(reference).Length] + prefix + IdOf(reference);

    [GeneratedRegex("^[A-Za-z0-9.-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LegalId();
}
