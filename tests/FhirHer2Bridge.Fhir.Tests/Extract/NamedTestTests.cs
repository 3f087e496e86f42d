using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>Tests known by their words only.</summary>
public sealed class NamedTestTests
{
    [Theory]
    [InlineData("ERBB2 gene mutation analysis")]
    [InlineData("HER2 exon 20 insertion")]
    [InlineData("HER2 IHC negative control")]
    [InlineData("HER2 FISH control")]
    [InlineData("Prior HER2 status")]
    [InlineData("HER2 CTC")]
    [InlineData("HER2 on circulating tumour cells")]
    [InlineData("HER2 vaccine antibody")]
    [InlineData("HER2 variant")]
    [InlineData("Eligible for HER2 trial")]
    [InlineData("HER2 IHC screening consent")]
    [InlineData("HER2 test request")]
    [InlineData("Genetic counselling for ERBB2 gene")]
    [InlineData("HER2-targeted therapy for breast cancer")]
    [InlineData("HER2 funny")]
    [InlineData("ERBB2 thing")]
    public void Name_OfSomethingElseThanAStatus_IsAGapAndNoResult(string name)
    {
        var extraction = Named(name);

        extraction.Assays().ShouldBeEmpty();
        var gap = extraction.Gaps().ShouldHaveSingleItem();
        gap.Code.ShouldBe("no-status-test");
        gap.MayHideTest.ShouldBeTrue();
        extraction.InScope.ShouldBeTrue();
        extraction.Codes().ShouldBe(["H2B-READ-017"]);
    }

    [Theory]
    [InlineData("HER2 IHC (antibody clone 4B5)")]
    [InlineData("ERBB2 copy number variant")]
    [InlineData("HER2 stain, uncontrolled")]
    [InlineData("HER2 FISH")]
    public void Name_OfAStatus_IsAResult(string name) =>
        Named(name).ShouldSatisfyAllConditions(one => one.Assays().Count.ShouldBe(1), one => one.Gaps().ShouldBeEmpty());

    [Theory]
    [InlineData("HER2")]
    [InlineData("HER2/neu")]
    [InlineData("c-erbB-2")]
    [InlineData("ERBB2")]
    [InlineData("HER2 (ERBB2)")]
    [InlineData("HER2 IHC")]
    [InlineData("HER2 (immunohistochemistry), stomach biopsy")]
    [InlineData("HER2-Status (Brustkrebs)")]
    [InlineData("HER2 inmunohistoquímica")]
    [InlineData("HER2蛋白表达")]
    [InlineData("HER2検査")]
    [InlineData("HER2, breast cancer protocol (CAP protocol)")]
    public void Name_OfATest_IsReadAndSaysThatItsCodeIsNotKnown(string name)
    {
        var extraction = Named(name);

        extraction.Assays().ShouldHaveSingleItem();
        extraction.Gaps().ShouldBeEmpty();
        var issue = extraction.Issues.ShouldHaveSingleItem();
        (issue.Code, issue.Severity, issue.Source.Path).ShouldBe(("H2B-READ-023", IssueSeverity.Information, "Observation.code"));
    }

    [Fact]
    public void Names_OfNoTestUnderAnUnknownCode_AreRefused() =>
        Reads.Json($$$"""
            {"resourceType":"Observation","id":"o1","status":"final",{{{Reads.Subject}}},"effectiveDateTime":"2024-03-12",
             "code":{"coding":[{"system":"http://hospital.example.org/c","code":"ZZZ","display":"HER2 funny"}],"text":"ERBB2 thing"},
             "valueString":"Positive"}
            """).ShouldSatisfyAllConditions(
                one => one.Assays().ShouldBeEmpty(),
                one => one.Codes().ShouldBe(["H2B-READ-017"]),
                one => one.Gaps().ShouldHaveSingleItem().Code.ShouldBe("no-status-test"));

    [Fact]
    public void Component_KnownByItsWords_SaysSo() =>
        Reads.Loinc("48676-1", """
            "valueString":"positive","component":[{"code":{"text":"IHC score"},"valueString":"3+"}]
            """).Issues.Single(static issue => issue.Code is "H2B-READ-023").Source.Path.ShouldBe("Observation.component[0].code");

    [Fact]
    public void Name_BesideAKnownCode_DoesNotCount() =>
        Reads.Loinc("48676-1", "\"valueString\":\"negative\"").Assays().ShouldHaveSingleItem();

    [Fact]
    public void Component_OfSomethingElse_IsAGapBesideTheResult()
    {
        var extraction = Reads.Loinc("48676-1", """
            "valueString":"positive","component":[
             {"code":{"text":"HER2 IHC negative control"},"valueString":"negative"},{"code":{"text":"IHC control"},"valueString":"negative"}]
            """);

        extraction.Assays().ShouldHaveSingleItem();
        extraction.Gaps().ShouldHaveSingleItem().Code.ShouldBe("no-status-test");
    }

    [Fact]
    public void Report_OfAMutationTest_GivesNoResult() =>
        Reads.Json($$"""
            {"resourceType":"DiagnosticReport","id":"r1","status":"final",{{Reads.Subject}},"effectiveDateTime":"2024-03-12",
             "code":{"text":"ERBB2 gene mutation analysis"},"conclusionCode":[{"coding":[{"system":"http://snomed.info/sct","code":"260385009"}]}]}
            """).ShouldSatisfyAllConditions(
                one => one.Assays().ShouldBeEmpty(),
                one => one.InScope.ShouldBeTrue(),
                one => one.Gaps().ShouldContain(gap => gap.MayHideTest));

    [Theory]
    [InlineData("ERBB2 amplification in ctDNA")]
    [InlineData("HER2 amplification, plasma")]
    [InlineData("Liquid biopsy ERBB2 copy number")]
    [InlineData("Guardant360 ERBB2 amplification")]
    [InlineData("HER2 amplification, blood")]
    public void Name_ThatSaysBlood_IsPlasma(string name) =>
        Named(name).Assays().ShouldHaveSingleItem().Material.ShouldBe(SpecimenKind.Plasma);

    [Theory]
    [InlineData("HER2 plasma membrane staining")]
    [InlineData("Guardant360 TissueNext ERBB2 amplification")]
    [InlineData("HER2 in tissue")]
    public void Name_ThatDoesNot_IsNotPlasma(string name) =>
        Named(name).Assays().ShouldHaveSingleItem().Material.ShouldBe(SpecimenKind.Unstated);

    /// <summary>"Present" is a result of a gene test and says nothing of a stain: which of them it was stands in the method.</summary>
    [Theory]
    [InlineData("\"text\":\"HER2\"", "1303773004", AssayMethod.Ish, null)]
    [InlineData("\"text\":\"HER2\"", "1234806008", AssayMethod.Ihc, "protein-present-only")]
    [InlineData("\"text\":\"HER2\"", "117617002", AssayMethod.Ihc, "protein-present-only")]
    [InlineData("\"text\":\"HER2 IHC\"", "1303773004", AssayMethod.Ihc, "protein-present-only")]
    [InlineData("\"text\":\"HER2\"", "271299001", AssayMethod.Overall, "protein-present-only")]
    [InlineData("\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"48676-1\"}]", "1303773004", AssayMethod.Overall, "protein-present-only")]
    public void Method_ByCode_CountsWhereOnlyWordsNameTheTest(string code, string method, AssayMethod expected, string? inconclusive)
    {
        var fact = Reads.Json($$$"""
            {"resourceType":"Observation","id":"o1","status":"final",{{{Reads.Subject}}},"effectiveDateTime":"2024-03-12",
             "code":{ {{{code}}} },"method":{"coding":[{"system":"http://snomed.info/sct","code":"{{{method}}}"}]},
             "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA9633-4"}]}}
            """).Assays().ShouldHaveSingleItem();

        fact.Method.ShouldBe(expected);
        fact.Result.ShouldBe(inconclusive is null ? new AssayResult.Gene(true) : new AssayResult.Inconclusive(inconclusive));
    }

    private static Extraction Named(string name) => Reads.Json($$$"""
        {"resourceType":"Observation","id":"o1","status":"final",{{{Reads.Subject}}},"effectiveDateTime":"2024-03-12",
         "code":{"text":"{{{name}}}"},"valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"260385009","display":"Negative"}]}}
        """);
}
