using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// By what we know our own writing again: identifiers, codes and the device. Never tags or profiles: servers drop them
/// (fhir-design 1.1, 2). What is ours is never evidence.
/// </summary>
public static class OwnMark
{
    public const string CanonicalBase = "https://fhirher2bridge.example/fhir";

    public const string DeviceIdPrefix = "her2bridge-";

    private const string IdentifierBase = CanonicalBase + "/sid/";
    private const string CodeBase = CanonicalBase + "/CodeSystem/";

    internal static bool IsOn(JsonElement resource) =>
        resource.Items("identifier").Any(static identifier => Starts(identifier.Text("system"), IdentifierBase))
        || Concepts(resource).Any(static concept => concept.Codings.Any(static coding => Starts(coding.System, CodeBase)))
        || IsOurDevice(resource.Member("device").Text("reference"));

    private static IEnumerable<ConceptView> Concepts(JsonElement resource) =>
        CodingReader.Concepts(resource, "category").Append(CodingReader.Concept(resource, "code"));

    private static bool IsOurDevice(string? reference)
    {
        const string Device = "Device/" + DeviceIdPrefix;
        return Starts(reference, Device) || (reference is not null && reference.Contains("/" + Device, StringComparison.Ordinal));
    }

    private static bool Starts(string? text, string prefix) => text is not null && text.StartsWith(prefix, StringComparison.Ordinal);
}
