namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>The sources beside the tests: fences are checked on what is committed, not on what was compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>C# files below a folder of the repository, build output left out; paths are relative to the root, with "/".</summary>
    public static IReadOnlyList<SourceFile> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllLines(Path.Combine(Root, path)))),
    ];

    /// <summary>"path:line text" of every line of the sources for which the question is true.</summary>
    public static IReadOnlyList<string> Lines(string folder, Func<string, bool> wanted) =>
    [
        .. from file in Sources(folder)
           from line in file.Lines.Index()
           where wanted(line.Item)
           select $"{file.Path}:{line.Index + 1} {line.Item.Trim()}",
    ];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FhirHer2Bridge.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("FhirHer2Bridge.sln is not above the test's folder.");
    }
}

/// <param name="Path">Relative to the root, with "/".</param>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines);
