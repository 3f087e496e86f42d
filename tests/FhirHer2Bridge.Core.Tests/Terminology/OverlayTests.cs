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
            .ShouldBe(["H2B-TERM-006: overlay: tests http://loinc.org|48676-1 is defined already in assays.json"]);

    [Fact]
    public void WithOverlay_RedefinedUnderAnotherAddress_IsRefused() =>
        Problems("""{"system":"https://cap.org/eCC","code":"79483","kind":"her2-result","method":"ihc","reader":"status","source":"s"}""")
            .ShouldBe(["H2B-TERM-006: overlay: tests http://cap.org/eCC|79483 is defined already in assays.json"]);

    [Fact]
    public void WithOverlay_DuplicateAndMissingSource_AreBothNamed() =>
        Problems("""
            {"system":"urn:x","code":"A","kind":"her2-result","method":"ihc","reader":"status"},
            {"system":"urn:x","code":"A","kind":"her2-result","method":"ihc","reader":"status","source":"s"}
            """)
            .ShouldBe(["H2B-TERM-004: overlay: tests urn:x|A has no source", "H2B-TERM-005: overlay: tests urn:x|A is defined already in overlay"]);

    [Fact]
    public void WithOverlay_IncompleteEntry_IsRefused() =>
        Problems("""{"system":"urn:x","code":"A","kind":"her2-result","source":"s"},{"code":"B","source":"s"}""")
            .ShouldBe([
                "H2B-TERM-007: overlay: tests urn:x|A has no method",
                "H2B-TERM-007: overlay: tests urn:x|A has no reader",
                "H2B-TERM-003: overlay: tests has an entry without a system and one code or prefix",
            ]);

    [Fact]
    public void WithOverlay_NoVersionNorDay_IsRefused() =>
        Refused("""{"checkedOn":"22.11.2026"}""")
            .ShouldBe(["H2B-TERM-002: overlay: version is missing", "H2B-TERM-002: overlay: checkedOn is missing or no day (yyyy-MM-dd)"]);

    [Fact]
    public void WithOverlay_ScoreWithoutNumber_IsRefused() =>
        Refused("""{"version":"1","checkedOn":"2026-11-22","answers":[{"system":"urn:x","code":"A","meaning":"ihc-score","score":4,"source":"s"}]}""")
            .ShouldBe(["H2B-TERM-007: overlay: answers urn:x|A needs a score from 0 to 3 where its meaning is ihc-score, and only there"]);

    [Theory]
    [InlineData(""" "connectives":[{"means":"together","source":"s"}] """, "H2B-TERM-007: overlay: connectives needs means, and signs of one character or words")]
    [InlineData(""" "notTreatment":[{"words":["-"],"source":"s"}] """, "H2B-TERM-008: overlay: word \"-\" is too short to be told apart")]
    [InlineData(""" "her2Mentions":[{"name":"HER2","patterns":["|2x"],"source":"s"}] """, "H2B-TERM-008: overlay: pattern \"|2x\" can match nothing, or everything")]
    [InlineData(""" "otherMarkers":[{"patterns":["ki|67"],"source":"s"}] """, "H2B-TERM-007: overlay: her2Mentions, otherMarkers needs name")]
    [InlineData(""" "drugs":[{"name":"x","class":"other-her2"}] """, "H2B-TERM-004: overlay: drugs x has no source")]
    [InlineData(""" "drugs":[{"name":"x","source":"s"}] """, "H2B-TERM-007: overlay: drugs x needs name and class")]
    [InlineData(""" "drugs":[{"name":"x","class":"other-her2","source":"s","names":[{"step":9,"contains":["xyz"]}]}] """, "H2B-TERM-004: overlay: drugs x has no source")]
    [InlineData(""" "drugs":[{"name":"x","class":"other-her2","source":"s","names":[{"step":9,"drugs":["y"],"source":"s"}]}] """, "H2B-TERM-007: overlay: drugs x names a drug that is not in the file")]
    [InlineData(""" "systems":[{"alias":"https://cap.org/eCC","system":"urn:x","source":"s"}] """, "H2B-TERM-006: overlay: systems https://cap.org/eCC is defined already")]
    [InlineData(""" "siteWords":[{"words":["fundus"],"source":"s"}] """, "H2B-TERM-007: overlay: siteWords needs tumour")]
    public void WithOverlay_WordsThatCannotWork_AreRefused(string section, string problem) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22",{{section}}}""").ShouldBe([problem]);

    /// <summary>Seen misused (domain 2a, traps): a site that copies the mistake is told, and the mistake is not used.</summary>
    [Theory]
    [InlineData(""" "answers":[{"system":"http://loinc.org","code":"LA26333-6","meaning":"ihc-score","score":1,"source":"s"}] """, "answers http://loinc.org|LA26333-6")]
    [InlineData(""" "answers":[{"system":"http://loinc.org","code":"LL4678-0","meaning":"positive","source":"s"}] """, "answers http://loinc.org|LL4678-0")]
    [InlineData(""" "erbb2Genes":[{"system":"http://www.genenames.org/geneId","code":"HGNC:2064","source":"s"}] """, "erbb2Genes http://www.genenames.org|HGNC:2064")]
    [InlineData(""" "drugs":[{"name":"trastuzumab","class":"trastuzumab","source":"s","codes":[{"system":"https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","codes":["J9318"],"source":"s"}]}] """, "drugs http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets|J9318")]
    public void WithOverlay_KnownMisuse_IsRefused(string section, string entry) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22",{{section}}}""")
            .ShouldBe([$"H2B-TERM-009: overlay: {entry} has a code that is refused"]);

    [Fact]
    public void WithOverlay_ProgressionThatIsNone_IsRefused() =>
        Refused("""{"version":"1","checkedOn":"2026-11-22","progression":[{"system":"http://snomed.info/sct","code":"260388006","display":"x","source":"s"}]}""")
            .ShouldBe(["H2B-TERM-006: overlay: progression http://snomed.info/sct|260388006 is defined already in tumours.json"]);

    [Fact]
    public void WithOverlay_CodeThatIsNotVerifiedHere_MayBeSettledByTheSite() =>
        Terms.Embedded.WithOverlay("""
            {"version":"1","checkedOn":"2026-11-22","reports":[{"system":"http://loinc.org","code":"24419-4","holdsHer2":true,"source":"site"}]}
            """).HoldsHer2(Codes.Loinc, "24419-4").ShouldBe(true);

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"version":"1","checkedOn":"2026-11-22","test":[]}""")]
    [InlineData("""{"version":"1","version":"2","checkedOn":"2026-11-22"}""")]
    [InlineData("""{"version":"1","checkedOn":"2026-11-22","tests":[{"kind":0}]}""")]
    [InlineData("""{"version":"1","checkedOn":"2026-11-22","tests":null}""")]
    [InlineData("""{"version":"1","checkedOn":"2026-11-22","tests":[null]}""")]
    public void WithOverlay_Unreadable_IsRefusedAsOverlay(string json) =>
        Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay(json)).Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("H2B-TERM-001: overlay: ");

    private static IReadOnlyList<string> Problems(string tests) =>
        Refused($$"""{"version":"1","checkedOn":"2026-11-22","tests":[{{tests}}]}""");

    private static IReadOnlyList<string> Refused(string json) =>
        [.. Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay(json)).Problems.Select(static problem => problem.ToString())];

    /// <summary>A site's own code for "mutations of ERBB2 found".</summary>
    [Fact]
    public void WithOverlay_LocalMutationList_IsOne() =>
        Terms.Embedded.WithOverlay("""
            {"version":"1","checkedOn":"2026-11-22","tests":[{"system":"urn:x","code":"MUT","kind":"her2-support","method":"ngs","reader":"number-only","source":"s"}]}
            """).Test("urn:x", "MUT")!.IsMutationList.ShouldBeTrue();
}
