using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>Which versions of which sources a flag rests on (fhir-design 3.6, design section 5).</summary>
public static class ProvenanceComposer
{
    /// <summary>
    /// The Provenance as UTF-8 JSON. Sources are named by identifier, never by reference: the hospital must stay free to
    /// delete its own resources, and some servers drop the version of a reference.
    /// </summary>
    public static byte[] Provenance(EquatableArray<SourceRef> evidence, FlagActivity activity, ProvenanceContext context) =>
        FhirWriter.Resource("Provenance", context.Id, json =>
        {
            // R4 gives Provenance no identifier; the tag is what a conditional create can match.
            json.Object("meta", meta =>
                meta.Single("tag", tag => tag.Coding(Her2Canonical.ProvenanceKey, context.Key)));
            json.Single("target", one => one.WriteString("reference", $"Observation/{context.Target}"));
            json.WriteString("occurredDateTime", FhirText.Instant(context.Recorded));
            json.WriteString("recorded", FhirText.Instant(context.Recorded));
            json.Concept("activity", CoreCanonical.DataOperation, Activity(activity));
            json.Single("agent", agent =>
            {
                agent.Concept("type", CoreCanonical.ProvenanceParticipant, "assembler", "Assembler");
                agent.Object("who", who => who.WriteString("reference", context.Device));
            });
            json.Many("entity", Versions(evidence), static (one, source) => Entity(one, source));
        });

    private static List<SourceRef> Versions(EquatableArray<SourceRef> evidence) =>
        [.. evidence.DistinctBy(static source => (source.Key, source.VersionId))];

    private static void Entity(Utf8JsonWriter json, SourceRef source)
    {
        json.WriteString("role", "source");
        json.Object("what", what =>
        {
            what.WriteString("type", source.ResourceType);
            what.Object("identifier", identifier =>
            {
                if (source.VersionId is { } version)
                {
                    identifier.Identifier(Her2Canonical.SourceVersion, $"{source.Key}/_history/{version}");
                }
                else
                {
                    identifier.Identifier(Her2Canonical.Source, source.Key.Value);
                }
            });
        });
    }

    private static string Activity(FlagActivity activity) => activity switch
    {
        FlagActivity.Create => "CREATE",
        FlagActivity.Update => "UPDATE",
        FlagActivity.Nullify => "NULLIFY",
        _ => throw new ArgumentOutOfRangeException(nameof(activity)),
    };
}
