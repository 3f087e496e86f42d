using System.Text.RegularExpressions;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

/// <summary>Every entry of every embedded file says where it comes from and how far it is known; what is not verified is never matched.</summary>
public sealed partial class TermFilesTests
{
    private static readonly IReadOnlyList<TermsFile> Files = TermsLoader.Embedded();

    public static TheoryData<string> Names => [.. Files.Select(static file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_EveryEntry_HasASourceAndAMark(string name)
    {
        var entries = Entries(name);

        entries.ShouldNotBeEmpty();
        entries.Where(static entry => entry.Mark is null || entry.Source is null || !SourceKey().IsMatch(entry.Source)).ShouldBeEmpty();
    }

    /// <summary>"own default" is D, everything that was seen is V, and nothing else.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void File_DefaultsOfOurOwn_AreMarkedSo(string name) =>
        Entries(name).Where(static entry => entry.Source!.StartsWith("own default", StringComparison.Ordinal) != (entry.Mark == TermMark.Default))
            .ShouldBeEmpty();

    [Fact]
    public void Contents_EveryFile_SaysItsVersionAndCountsEveryEntry()
    {
        Terms.Embedded.Contents.Select(static file => file.File).ShouldBe(Files.Select(static file => file.Name));
        Terms.Embedded.Contents.ShouldAllBe(static file => file.Version.Length > 0 && file.CheckedOn.Length == 10);
        Terms.Embedded.Contents.SelectMany(static file => file.Tables).Sum(static table => table.Active + table.Inactive)
            .ShouldBe(Files.SelectMany(static file => file.Sections()).Sum(static section => section.Entries.Count()));
    }

    [Fact]
    public void NotVerified_Codes_AreNeverFound()
    {
        var codes = Files.SelectMany(static file => file.Sections()).SelectMany(static section => section.Entries)
            .OfType<CodedEntry>().Where(static entry => !entry.IsActive()).ToList();

        codes.Select(static entry => entry.Code).Order(StringComparer.Ordinal).ShouldBe(["21976-6", "24419-4", "81247-9"]);
        codes.ShouldAllBe(static entry => !IsKnown(Terms.Embedded, entry.System, entry.Code));
    }

    [Fact]
    public void NotVerified_Names_AreNeverFound()
    {
        var names = Files.SelectMany(static file => file.Drugs).SelectMany(static drug => drug.Names)
            .Where(static entry => !entry.IsActive()).SelectMany(static entry => entry.Contains).ToList();

        names.ShouldBe(["zedora", "hervycta", "canmab", "tuznue"]);
        names.ShouldAllBe(static name => Terms.Embedded.DrugByText(name) == null);
    }

    /// <summary>The same entry, verified and not: what makes the difference is the mark alone.</summary>
    [Theory]
    [InlineData("V", true)]
    [InlineData("D", true)]
    [InlineData("U", false)]
    public void Mark_OfAnyEntry_DecidesWhetherItIsMatched(string mark, bool expected)
    {
        var terms = Terms.Embedded.WithOverlay($$"""
            {
              "version": "1", "checkedOn": "2026-11-22",
              "tests": [{"system":"urn:x","code":"A","kind":"her2-result","method":"ihc","reader":"status","source":"s","mark":"{{mark}}"}],
              "drugs": [
                {"name":"n1","class":"other-her2","source":"s","codes":[{"system":"urn:x","codes":["B"],"source":"s","mark":"{{mark}}"}],
                 "names":[{"step":9,"contains":["firstname"],"source":"s","mark":"{{mark}}"}]},
                {"name":"n2","class":"other-her2","source":"s","mark":"{{mark}}","codes":[{"system":"urn:x","codes":["C"],"source":"s"}],
                 "names":[{"step":9,"contains":["secondname"],"source":"s"}]}],
              "siteWords": [{"tumour":"breast","words":["sitename"],"source":"s","mark":"{{mark}}"}],
              "otherMarkers": [{"name":"ZZ9","patterns":["zz|9"],"source":"s","mark":"{{mark}}"}],
              "systems": [{"alias":"urn:alias","system":"http://loinc.org","source":"s","mark":"{{mark}}"}]
            }
            """);

        bool[] found =
        [
            terms.Test("urn:x", "A") is not null, terms.DrugByCode("urn:x", "B") is not null, terms.DrugByCode("urn:x", "C") is not null,
            terms.DrugByText("firstname") is not null, terms.DrugByText("secondname") is not null,
            terms.SiteTumour(null, null, "sitename") != Core.Facts.TumourKind.None, terms.OtherMarker("zz 9") is not null,
            terms.Test("urn:alias", "48676-1") is not null,
        ];
        found.ShouldAllBe(one => one == expected);
    }

    internal static bool IsKnown(Terms terms, string? system, string? code) =>
        terms.Test(system, code) is not null || terms.Answer(system, code) is not null || terms.Interpretation(system, code) is not null
        || terms.DrugByCode(system, code) is not null || terms.Tumour(system, code) != Core.Facts.TumourKind.None
        || terms.Progression(system, code) is not null || terms.Spread(system, code) is not null || terms.Surgery(system, code) is not null
        || terms.HoldsHer2(system, code) is not null || terms.Method(system, code) is not null || terms.VariantPart(system, code) is not null
        || terms.VariantAnswer(system, code) is not null || terms.IsHer2Finding(system, code) || terms.IsErbb2Gene(system, code, null);

    private static List<ITermEntry> Entries(string name)
    {
        var file = Files.Single(file => string.Equals(file.Name, name, StringComparison.Ordinal));
        return [.. file.Sections().SelectMany(static section => section.Entries), .. file.Drugs];
    }

    /// <summary>The keys of the domain notes' table of sources; "domain" for what only the notes say.</summary>
    [GeneratedRegex(@"^((M|G|R|T|BC18|MII|CR|MX|E|C2|IC|LT|SYN|S1|S2): |id \d{8}|id \d{9}|id \d{10}|id \d{11}|domain \d|own default: )", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SourceKey();
}
