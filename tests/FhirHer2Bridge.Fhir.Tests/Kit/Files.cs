namespace FhirHer2Bridge.Fhir.Tests.Kit;

internal static class Files
{
    public static IEnumerable<string> Copied() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data"), "*.json").Order(StringComparer.Ordinal);

    public static byte[] Copied(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", name));

    /// <summary>The published files beside the project; null where they are not at hand.</summary>
    public static string? Published()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FhirHer2Bridge.sln")))
        {
            folder = folder.Parent;
        }

        var published = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "fhir") : null;
        return Directory.Exists(published) ? published : null;
    }
}
