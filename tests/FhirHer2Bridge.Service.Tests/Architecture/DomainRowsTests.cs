using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>Tests name the rows of the clinical tables they cover; .ci/rows lists the rows that no test names.</summary>
public sealed partial class DomainRowsTests
{
    private static readonly string[] Ids =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "domain-rows.txt"))
            .Where(static line => line.Length > 0 && line[0] is not '#' and not '~')
            .Select(static line => line.Split(' ', 2)[0]),
    ];

    [Fact]
    public void Rows_Ids_AreUniqueAndOfASection()
    {
        Ids.ShouldNotBeEmpty();
        Ids.ShouldBeUnique();
        Ids.ShouldAllBe(static id => Id().IsMatch(id));
    }

    [Fact]
    public void Traits_OfEveryTest_NameARowThatExists()
    {
        var named = Repository.Sources("tests")
            .SelectMany(static file => file.Lines.SelectMany(line => Row().Matches(line).Select(match => (Id: match.Groups["id"].Value, file.Path))))
            .ToList();

        named.ShouldNotBeEmpty();
        named.Where(static one => !Ids.Contains(one.Id, StringComparer.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("""Trait\("Row", "(?<id>[^"]*)"\)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("^[4-7][a-f]?/[A-Za-z0-9.-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
