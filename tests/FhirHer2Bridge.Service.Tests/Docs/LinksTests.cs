using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Service.Tests.Docs;

public sealed partial class LinksTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfAPage_LeadToFiles(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;

        var dead = RelativeLink().Matches(Repository.Read(page))
            .Select(static match => match.Groups["target"].Value)
            .Where(link => !Path.Exists(Path.Combine(folder, link)));

        dead.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\((?<target>[^):#]+)(?:#[^)]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex RelativeLink();
}
