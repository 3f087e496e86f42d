namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>What a newcomer sees first; each addition to it is meant.</summary>
public sealed class RootFilesTests
{
    private static readonly string[] Known =
    [
        ".ci", ".config", ".editorconfig", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props",
        "Directory.Packages.props", "FhirHer2Bridge.sln", "LICENSE", "README.md", "appsettings.sample.json", "bench", "build", "docs",
        "fhir-profiles", "global.json", "src", "tests",
    ];

    /// <summary>What a build or an editor leaves (.gitignore), and git itself.</summary>
    private static readonly string[] Left =
        [".git", ".idea", ".vs", "BenchmarkDotNet.Artifacts", "TestResults", "appsettings.json", "node_modules"];

    [Fact]
    public void Root_Entries_AreTheBaseline() =>
        Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path))
            .Except(Left, StringComparer.Ordinal)
            .Where(name => Path.GetExtension(name) is not (".db" or ".key" or ".db-shm" or ".db-wal"))
            .Except(Known, StringComparer.Ordinal)
            .ShouldBeEmpty();
}
