namespace FhirHer2Bridge.Tests.Kit;

/// <summary>Where tests/cases is: beside the sources, so that a story is never copied.</summary>
public static class StoryFolder
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FhirHer2Bridge.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "cases");
            }
        }

        throw new DirectoryNotFoundException("FhirHer2Bridge.sln is not above the test's folder.");
    }
}
