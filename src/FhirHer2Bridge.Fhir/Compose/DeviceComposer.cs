using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>The bridge itself, as the Device every flag names (R4 does not let a Device be a performer).</summary>
public static class DeviceComposer
{
    /// <summary>The logical id asked for where the server lets clients choose.</summary>
    public static string IdOf(string instance) => $"her2bridge-{instance}";

    /// <summary>The Device as UTF-8 JSON.</summary>
    /// <param name="instance">Name of the site's bridge.</param>
    /// <param name="id">The logical id; null where the server chooses.</param>
    /// <param name="softwareVersion">Version of the program.</param>
    /// <param name="rulesetVersion">Version of the rules.</param>
    public static byte[] Device(string instance, string? id, string softwareVersion, string rulesetVersion) =>
        FhirWriter.Resource("Device", id, json =>
        {
            json.Single("identifier", one => one.Identifier(Her2Canonical.DeviceKey, instance));
            json.WriteString("status", "active");
            json.WriteString("manufacturer", "FhirHer2Bridge project");
            json.Single("deviceName", name =>
            {
                name.WriteString("name", "FhirHer2Bridge");
                name.WriteString("type", "user-friendly-name");
            });
            json.Concept("type", CoreCanonical.SnomedCt, "706687001", "Software (physical object)");
            json.Many("version", [("software", softwareVersion), ("ruleset", rulesetVersion)], static (one, version) =>
            {
                one.Object("type", type => type.WriteString("text", version.Item1));
                one.WriteString("value", version.Item2);
            });
        });
}
