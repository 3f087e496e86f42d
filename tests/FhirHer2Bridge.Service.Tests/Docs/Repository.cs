using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Service.Tests.Docs;

/// <summary>The committed files beside the sources.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(StoryFolder.Root, "..", ".."));

    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));
}
