using FhirHer2Bridge.Fhir.Compose;

namespace FhirHer2Bridge.Fhir.Tests.Compose;

public sealed class FlagCodesTests
{
    [Fact]
    public void Display_EveryCode_IsTheOneOfThePublishedCodeSystem()
    {
        var published = Concepts(Sample.Json(File.ReadAllBytes(CodeSystem("her2-flag"))))
            .ToDictionary(one => one.Code, one => one.Display, StringComparer.Ordinal);

        foreach (var (code, display) in FlagCodes.All)
        {
            published[code].ShouldBe(display);
        }
    }

    private static IEnumerable<(string Code, string Display)> Concepts(System.Text.Json.JsonElement parent) =>
        parent.Items("concept").SelectMany(one =>
            Concepts(one).Prepend((one.Text("code") ?? string.Empty, one.Text("display") ?? string.Empty)));

    /// <summary>Generated from the profiles' source; found from the folder the tests run in.</summary>
    private static string CodeSystem(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "fhir-profiles")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.ShouldNotBeNull().FullName, "fhir-profiles", "generated", $"CodeSystem-{name}.json");
    }
}
