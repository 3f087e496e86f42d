using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class OverlayTests
{
    private const string Local = "urn:oid:1.2.246.10.1.99.5";

    private const string Good = """
        {
          "version": "site-1",
          "checkedOn": "2026-11-22",
          "tests": [
            {
              "system": "urn:oid:1.2.246.10.1.99.5", "code": "HER2IHC", "display": "HER2 IHC",
              "kind": "her2-result", "method": "ihc", "reader": "ihc-score", "source": "laboratory catalogue 2026"
            }
          ],
          "answers": [
            { "system": "urn:oid:1.2.246.10.1.99.5", "code": "S2", "meaning": "ihc-score", "score": 2, "source": "laboratory catalogue 2026" }
          ],
          "drugs": [
            {
              "name": "trastuzumab", "class": "trastuzumab", "source": "pharmacy catalogue 2026",
              "codes": [ { "system": "urn:oid:1.2.246.10.1.99.6", "codes": ["TRZ1"], "source": "pharmacy catalogue 2026" } ]
            }
          ]
        }
        """;

    [Fact]
    public void WithOverlay_LocalCodes_AreReadBesideTheEmbedded()
    {
        var terms = Terms.Embedded.WithOverlay(Good);

        terms.Test(Local, "HER2IHC").ShouldBe(new TestTerm(TestKind.Her2Result, AssayMethod.Ihc, ValueReader.IhcScore));
        terms.Answer(Local, "S2").ShouldBe(new AnswerTerm(AnswerMeaning.IhcScore, 2));
        terms.DrugByCode("urn:oid:1.2.246.10.1.99.6", "TRZ1").ShouldBe(new Drug("trastuzumab", DrugClass.Trastuzumab));
        terms.Test(Codes.Loinc, "48676-1").ShouldNotBeNull();
        terms.Version.ShouldBe(Terms.Embedded.Version + "+site-1");
        Terms.Embedded.Test(Local, "HER2IHC").ShouldBeNull();
    }

    [Fact]
    public void WithOverlay_RedefinedCode_IsRefused() =>
        Problems("""{"system":"http://loinc.org","code":"48676-1","kind":"her2-result","method":"ihc","reader":"status","source":"s"}""")
            .ShouldBe(["overlay: tests http://loinc.org|48676-1 is defined already in assays.json"]);

    [Fact]
    public void WithOverlay_RedefinedUnderAnotherAddress_IsRefused() =>
        Problems("""{"system":"https://cap.org/eCC","code":"79483","kind":"her2-result","method":"ihc","reader":"status","source":"s"}""")
            .ShouldBe(["overlay: tests http://cap.org/eCC|79483 is defined already in assays.json"]);

    [Fact]
    public void WithOverlay_DuplicateAndMissingSource_AreBothNamed() =>
        Problems("""
            {"system":"urn:x","code":"A","kind":"her2-result","method":"ihc","reader":"status"},
            {"system":"urn:x","code":"A","kind":"her2-result","method":"ihc","reader":"status","source":"s"}
            """)
            .ShouldBe(["overlay: tests urn:x|A has no source", "overlay: tests urn:x|A is defined already in overlay"]);

    [Fact]
    public void WithOverlay_IncompleteEntry_IsRefused() =>
        Problems("""{"system":"urn:x","code":"A","kind":"her2-result","source":"s"},{"code":"B","source":"s"}""")
            .ShouldBe([
                "overlay: tests urn:x|A has no method",
                "overlay: tests urn:x|A has no reader",
                "overlay: tests has an entry without a system and one code or prefix",
            ]);

    [Fact]
    public void WithOverlay_NoVersionNorDay_IsRefused() =>
        Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay("""{"checkedOn":"22.11.2026"}"""))
            .Problems.ShouldBe(["overlay: version is missing", "overlay: checkedOn is missing or no day (yyyy-MM-dd)"]);

    [Fact]
    public void WithOverlay_ScoreWithoutNumber_IsRefused() =>
        Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay(
            """{"version":"1","checkedOn":"2026-11-22","answers":[{"system":"urn:x","code":"A","meaning":"ihc-score","score":4,"source":"s"}]}"""))
            .Problems.ShouldBe(["overlay: answers urn:x|A needs a score from 0 to 3 where its meaning is ihc-score, and only there"]);

    [Theory]
    [InlineData(""" "notTreatment":[{"words":["-"],"source":"s"}] """, "overlay: the word \"-\" is too short to be told apart")]
    [InlineData(""" "her2Mentions":[{"name":"HER2","patterns":["|2x"],"source":"s"}] """, "overlay: the pattern \"|2x\" can match nothing, or everything")]
    [InlineData(""" "otherMarkers":[{"patterns":["ki|67"],"source":"s"}] """, "overlay: her2Mentions and otherMarkers need a name and a source")]
    [InlineData(""" "drugs":[{"name":"x","class":"other-her2"}] """, "overlay: drugs x needs name, class and source")]
    [InlineData(""" "drugs":[{"name":"x","class":"other-her2","source":"s","names":[{"step":9,"contains":["xyz"]}]}] """, "overlay: drugs x has names without step or source")]
    [InlineData(""" "systems":[{"alias":"https://cap.org/eCC","system":"urn:x","source":"s"}] """, "overlay: systems https://cap.org/eCC is defined already")]
    [InlineData(""" "siteWords":[{"words":["fundus"],"source":"s"}] """, "overlay: notTreatment, noStatusWords, specimenWords and siteWords need a source and what they stand for")]
    public void WithOverlay_WordsThatCannotWork_AreRefused(string section, string problem) =>
        Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay($$"""{"version":"1","checkedOn":"2026-11-22",{{section}}}"""))
            .Problems.ShouldBe([problem]);

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"version":"1","checkedOn":"2026-11-22","test":[]}""")]
    [InlineData("""{"version":"1","version":"2","checkedOn":"2026-11-22"}""")]
    [InlineData("""{"version":"1","checkedOn":"2026-11-22","tests":[{"kind":0}]}""")]
    [InlineData("""{"version":"1","checkedOn":"2026-11-22","tests":null}""")]
    [InlineData("""{"version":"1","checkedOn":"2026-11-22","tests":[null]}""")]
    public void WithOverlay_Unreadable_IsRefusedAsOverlay(string json) =>
        Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay(json)).Problems.ShouldHaveSingleItem().ShouldStartWith("overlay: ");

    private static IReadOnlyList<string> Problems(string tests) =>
        Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay(
            $$"""{"version":"1","checkedOn":"2026-11-22","tests":[{{tests}}]}""")).Problems;
}
