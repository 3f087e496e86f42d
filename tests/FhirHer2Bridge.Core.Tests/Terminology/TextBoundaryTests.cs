using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

/// <summary>Characters and words at the edges of what is folded, near, or refused.</summary>
public sealed class TextBoundaryTests
{
    [Theory]
    [InlineData("trastuzumab", "trastuzumab", 0, true)]
    [InlineData("trastuzumab", "trastazumab", 0, false)]
    [InlineData("trastuzumab", "trastazumab", 1, true)]
    [InlineData("trastuzumab", "trastuzuma", 1, true)]
    [InlineData("trastuzumab", "rastuzumab", 1, true)]
    [InlineData("trastuzumab", "trastuzumabb", 1, true)]
    [InlineData("trastuzumab", "rtastuzumab", 1, true)]
    [InlineData("trastuzumab", "trastuzumba", 1, true)]
    [InlineData("trastuzumab", "trastuzmuab", 1, true)]
    [InlineData("trastuzumab", "trastuzmuba", 1, false)]
    [InlineData("trastuzumab", "trastuzmuba", 2, true)]
    [InlineData("trastuzumab", "trastuzum", 1, false)]
    [InlineData("trastuzumab", "trastuzum", 2, true)]
    [InlineData("abc", "cab", 1, false)]
    [InlineData("abc", "cab", 2, true)]
    [InlineData("abcd", "badc", 2, true)]
    [InlineData("abcd", "badc", 1, false)]
    [InlineData("ab", "ba", 1, true)]
    [InlineData("aa", "ab", 0, false)]
    [InlineData("", "a", 1, true)]
    [InlineData("", "ab", 1, false)]
    [InlineData("a", "", 1, true)]
    [InlineData("kitten", "sitting", 3, true)]
    [InlineData("kitten", "sitting", 2, false)]
    public void AtMost_EditsBetweenTwoWords_AreCountedWithSwapsAsOne(string a, string b, int limit, bool expected)
    {
        EditDistance.AtMost(a, b, limit).ShouldBe(expected);
        EditDistance.AtMost(b, a, limit).ShouldBe(expected);
    }

    [Theory]
    [InlineData(64, 64, true)]
    [InlineData(65, 65, false)]
    [InlineData(64, 65, false)]
    [InlineData(65, 64, false)]
    [InlineData(63, 64, true)]
    public void AtMost_WordsLongerThan64_AreNeverNear(int a, int b, bool expected) =>
        EditDistance.AtMost(new string('x', a), new string('x', b), 2).ShouldBe(expected);

    [Theory]
    [InlineData('à', 'a')]
    [InlineData('À', 'a')]
    [InlineData('ž', 'z')]
    [InlineData('ł', 'l')]
    [InlineData('A', 'a')]
    [InlineData('ß', 'ß')]
    [InlineData('！', '!')]
    [InlineData('～', '~')]
    [InlineData('＋', '+')]
    [InlineData('２', '2')]
    [InlineData('\uff00', '\uff00')]
    [InlineData('\uff5f', '\uff5f')]
    [InlineData('⁰', '0')]
    [InlineData('¹', '1')]
    [InlineData('²', '2')]
    [InlineData('³', '3')]
    [InlineData('⁴', '4')]
    [InlineData('⁹', '9')]
    [InlineData('₀', '0')]
    [InlineData('₂', '2')]
    [InlineData('₉', '9')]
    [InlineData('\u2071', '\u2071')]
    [InlineData('\u207a', '\u207a')]
    [InlineData('\u208a', '\u208a')]
    public void Lower_Character_IsItsPlainForm(char written, char expected) => TextFold.Lower(written).ShouldBe(expected);

    [Theory]
    [InlineData('\u02ff', false)]
    [InlineData('\u0300', true)]
    [InlineData('\u036f', true)]
    [InlineData('\u0370', false)]
    [InlineData('\u00ad', true)]
    [InlineData('\u200a', false)]
    [InlineData('\u200b', true)]
    [InlineData('\u200d', true)]
    [InlineData('\u200e', false)]
    public void IsSilent_AccentsAndCharactersWithoutWidth_AreAsIfNotThere(char c, bool expected) => TextFold.IsSilent(c).ShouldBe(expected);

    [Theory]
    [InlineData('\u10ff', false)]
    [InlineData('\u1100', true)]
    [InlineData('\u11ff', true)]
    [InlineData('\u1200', false)]
    [InlineData('\u2e7f', false)]
    [InlineData('\u2e80', true)]
    [InlineData('\uffdc', true)]
    [InlineData('\uffdd', false)]
    public void IsEastAsian_Ranges_StandWithoutSpaces(char c, bool expected) => TextFold.IsEastAsian(c).ShouldBe(expected);

    [Theory]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("2+", false)]
    [InlineData("a 1 b", false)]
    [InlineData("1 ab", true)]
    [InlineData("ab", true)]
    [InlineData("2 乳", true)]
    [InlineData("乳", true)]
    [InlineData("Ａ", false)]
    public void HasWord_TwoLettersOrOneHanCharacter_AreAWord(string text, bool expected) => TextFold.HasWord(text).ShouldBe(expected);

    [Theory]
    [InlineData("314961003", ProgressionKind.LocalRecurrence)]
    [InlineData("1259237005", ProgressionKind.LocalRecurrence)]
    [InlineData("266721009", ProgressionKind.StopWithoutResponse)]
    [InlineData("399409002", null)]
    public void Progression_Code_IsNamedWhereTheTableNamesIt(string code, ProgressionKind? expected) =>
        Terms.Embedded.Progression("http://snomed.info/sct", code)?.Kind.ShouldBe(expected);

    [Theory]
    [InlineData("notTreatment", "")]
    [InlineData("placebo", "")]
    [InlineData("noStatusWords", "")]
    [InlineData("testWords", "")]
    [InlineData("specimenWords", "\"kind\":\"tissue\",")]
    [InlineData("siteWords", "\"tumour\":\"gastric\",")]
    public void WithOverlay_WordsWithoutASource_AreRefused(string section, string needs) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22","{{section}}":[{ {{needs}}"words":["abcdef"]}]}""")
            .ShouldBe([$"H2B-TERM-004: overlay: {section} has no source"]);

    [Theory]
    [InlineData("her2Mentions")]
    [InlineData("otherMarkers")]
    public void WithOverlay_MarkerWithoutASource_IsRefused(string section) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22","{{section}}":[{"name":"X","patterns":["abc"]}]}""")
            .ShouldBe([$"H2B-TERM-004: overlay: {section} has no source"]);

    [Theory]
    [InlineData("words")]
    [InlineData("parts")]
    [InlineData("unless")]
    public void WithOverlay_WordTooShort_IsRefusedWhereverItStands(string member) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22","placebo":[{"{{member}}":["abc","x","乳"],"source":"s"}]}""")
            .ShouldBe(["H2B-TERM-008: overlay: word \"x\" is too short to be told apart"]);

    [Theory]
    [InlineData("contains")]
    [InlineData("tokens")]
    [InlineData("all")]
    [InlineData("fuzzy")]
    [InlineData("endings")]
    [InlineData("unless")]
    public void WithOverlay_NameTooShort_IsRefusedWhereverItStands(string member) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22","drugs":[{"name":"n","class":"other-her2","source":"s","names":[{"step":2,"source":"s","{{member}}":["x","abc"]}]}]}""")
            .ShouldBe(["H2B-TERM-008: overlay: word \"x\" is too short to be told apart"]);

    [Theory]
    [InlineData("""{"name":"a","class":"other-her2","source":"s","product":"P","names":[{"contains":["abc"],"source":"s"}]}""", "H2B-TERM-007: overlay: drugs P has names without step")]
    [InlineData("""{"class":"other-her2","source":"s"}""", "H2B-TERM-007: overlay: drugs without a name needs name and class")]
    public void WithOverlay_DrugThatCannotBeTried_IsRefused(string drug, string problem) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22","drugs":[{{drug}}]}""").ShouldBe([problem]);

    [Theory]
    [InlineData(""" "systems":[{"alias":"urn:a","source":"s"}] """, "H2B-TERM-007: overlay: systems urn:a needs alias and system")]
    [InlineData(""" "systems":[{"alias":"urn:a","system":"urn:b"}] """, "H2B-TERM-004: overlay: systems urn:a has no source")]
    [InlineData(""" "specimenWords":[{"words":["abc"],"source":"s"}] """, "H2B-TERM-007: overlay: specimenWords needs kind")]
    [InlineData(""" "otherMarkers":[{"name":"X","patterns":["abcD"],"source":"s"}] """, "H2B-TERM-008: overlay: pattern \"abcD\" can match nothing, or everything")]
    public void WithOverlay_EntryThatCannotWork_IsRefused(string section, string problem) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22",{{section}}}""").ShouldContain(problem);

    private static IReadOnlyList<string> Refused(string json) =>
        [.. Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay(json)).Problems.Select(static problem => problem.ToString())];
}
