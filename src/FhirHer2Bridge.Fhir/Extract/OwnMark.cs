using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// By what we know our own writing again: identifiers, codes and the device. Never tags or profiles: servers drop them
/// (fhir-design 1.1, 2). What is ours is never evidence.
/// </summary>
internal static class OwnMark
{
    private const string Device = "Device/her2bridge-";

    public static bool IsOn(JsonElement resource) =>
        resource.Items("identifier").Any(static identifier => Starts(identifier.Text("system"), Her2Canonical.SidPrefix))
        || Concepts(resource).Any(static concept => concept.Codings.Any(static coding => Starts(coding.System, Her2Canonical.CodeSystemPrefix)))
        || IsOurDevice(resource.Member("device").Text("reference"));

    private static IEnumerable<ConceptView> Concepts(JsonElement resource) =>
        CodingReader.Concepts(resource, "category").Append(CodingReader.Concept(resource, "code"));

    private static bool IsOurDevice(string? reference) =>
        Starts(reference, Device) || (reference is not null && reference.Contains("/" + Device, StringComparison.Ordinal));

    private static bool Starts(string? text, string prefix) => text is not null && text.StartsWith(prefix, StringComparison.Ordinal);
}
