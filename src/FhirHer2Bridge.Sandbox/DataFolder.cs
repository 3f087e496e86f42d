using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Json;

namespace FhirHer2Bridge.Sandbox;

/// <summary>Loads a folder of Bundles, single resources and NDJSON.</summary>
internal static class DataFolder
{
    /// <exception cref="InvalidDataException">A file that is not FHIR JSON or was refused, by its name.</exception>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static void Load(SandboxStore store, string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(static file => Path.GetExtension(file) is ".json" or ".ndjson")
            .Order(StringComparer.Ordinal)
            .Select(static file => (Name: Path.GetFileName(file), Resources: Read(file)))
            .ToArray();

        // Organisations and practitioners first: patients' files name them by conditional reference (Synthea).
        foreach (var (name, resources) in files.OrderBy(static file => file.Resources.Any(HasPatient)))
        {
            foreach (var resource in resources)
            {
                Load(store, name, resource);
            }
        }
    }

    private static void Load(SandboxStore store, string name, JsonObject resource)
    {
        try
        {
            if (FhirJson.Text(resource, "resourceType") is "Bundle")
            {
                BundleLoading.Load(store, resource);
            }
            else
            {
                store.Put(resource);
            }
        }
        catch (Exception refused) when (refused is InvalidDataException or ArgumentException)
        {
            throw new InvalidDataException($"{name}: {refused.Message}", refused);
        }
    }

    private static List<JsonObject> Read(string file)
    {
        try
        {
            return Path.GetExtension(file) is ".json"
                ? [FhirJson.Parse(File.ReadAllBytes(file))]
                : [.. File.ReadLines(file)
                    .Where(static line => !string.IsNullOrWhiteSpace(line))
                    .Select(static line => FhirJson.Parse(Encoding.UTF8.GetBytes(line)))];
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)}: not well-formed JSON", broken);
        }
    }

    private static bool HasPatient(JsonObject resource) =>
        FhirJson.Text(resource, "resourceType") is "Patient"
        || (resource["entry"] as JsonArray ?? []).Any(static entry =>
            entry?["resource"] is JsonObject inner && FhirJson.Text(inner, "resourceType") is "Patient");
}
