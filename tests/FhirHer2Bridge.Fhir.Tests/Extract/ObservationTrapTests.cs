using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class ObservationTrapTests
{
    private const string Snomed = "http://snomed.info/sct";

    [Fact]
    public void Observation_FinalWithoutValue_IsAGapNeverNegative()
    {
        var extraction = Reads.Loinc("48676-1", "");

        extraction.Assays().ShouldBeEmpty();
        var gap = extraction.Gaps().ShouldHaveSingleItem();
        gap.Code.ShouldBe("result-without-value");
        gap.MayHideTest.ShouldBeTrue();
        gap.When!.Value.Literal.ShouldBe("2024-03-12");
    }

    [Theory]
    [InlineData("not-performed")]
    [InlineData("not-asked")]
    public void Observation_NeverTested_SaysNothing(string reason)
    {
        var extraction = Reads.Loinc("48676-1", $$"""
            "dataAbsentReason":{"coding":[{"code":"{{reason}}"}]}
            """);

        extraction.Facts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("registered")]
    [InlineData("unknown")]
    [InlineData("no-such-status")]
    public void Observation_StatusWithoutResult_IsPending(string status)
    {
        var extraction = Reads.Loinc("48676-1", Coded("10828004", "Positive"), status);

        extraction.Assays().ShouldBeEmpty();
        extraction.Gaps().ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Code.ShouldBe("pending"), gap => gap.MayHideTest.ShouldBeTrue());
    }

    [Theory]
    [InlineData("preliminary", FactStanding.Preliminary)]
    [InlineData("amended", FactStanding.Amended)]
    [InlineData("cancelled", FactStanding.Withdrawn)]
    [InlineData("entered-in-error", FactStanding.Withdrawn)]
    public void Observation_Status_IsTheStandingOfItsFacts(string status, FactStanding standing)
    {
        var extraction = Reads.Loinc("48676-1", Coded("10828004", "Positive"), status);

        extraction.Assays().ShouldHaveSingleItem().Standing.ShouldBe(standing);
    }

    [Fact]
    public void Observation_WithdrawnWithoutValue_HidesNoTest() =>
        Reads.Loinc("48676-1", "", "entered-in-error").Gaps().ShouldAllBe(gap => !gap.MayHideTest);

    [Fact]
    public void Observation_CodeAndTextDisagree_HasNoStatus()
    {
        var extraction = Reads.Loinc("85319-2", """
            "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"431396003",
             "display":"Human epidermal growth factor 2 gene amplification detected (finding)"}],"text":"HER2 positive (IHC 3+)"}
            """);

        extraction.Results().ShouldBe([new AssayResult.Inconclusive("contradictory-coding")]);
        extraction.Codes().ShouldBe(["H2B-READ-011"]);
    }

    [Fact]
    public void Observation_Her2CodeOnKi67_IsRejected()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-03-12",
             "code":{"coding":[{"system":"http://loinc.org","code":"85319-2"}],"text":"Ki-67"},"valueQuantity":{"value":30,"unit":"%"}}
            """);

        extraction.Assays().ShouldBeEmpty();
        extraction.Codes().ShouldBe(["H2B-READ-010"]);
        extraction.Gaps().ShouldHaveSingleItem().MayHideTest.ShouldBeFalse();
    }

    [Fact]
    public void Observation_AnswerAboutAnotherMarker_NeverBecomesHer2()
    {
        var extraction = Reads.Loinc("48676-1", """
            "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"416053008","display":"Estrogen receptor positive tumor (disorder)"}]}
            """);

        extraction.Assays().ShouldBeEmpty();
        extraction.Codes().ShouldBe(["H2B-READ-010"]);
    }

    [Fact]
    public void Observation_NumbersUnderPresenceCodes_AreGapsBesideTheRatio()
    {
        var extraction = Reads.Loinc("31150-6", """
            "component":[
             {"code":{"coding":[{"system":"http://loinc.org","code":"85318-4"}]},"valueQuantity":{"value":2.1,"code":"{copies}/nucleus"}},
             {"code":{"coding":[{"system":"http://loinc.org","code":"85319-2"}]},"valueQuantity":{"value":1.8,"code":"{copies}/nucleus"}},
             {"code":{"coding":[{"system":"http://loinc.org","code":"49683-6"}]},"valueQuantity":{"value":1.17,"code":"{ratio}"}}]
            """);

        extraction.Results().ShouldBe([new AssayResult.Gene(null, Ratio: new Measure(1.17m))]);
        extraction.Codes().ShouldBe(["H2B-READ-013", "H2B-READ-013"]);
        extraction.Gaps().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("greater than 2.2", MeasureBound.GreaterThan, "2.2")]
    [InlineData("less than 1.8", MeasureBound.LessThan, "1.8")]
    [InlineData("≥ 2.0", MeasureBound.AtLeast, "2.0")]
    [InlineData("<1.8", MeasureBound.LessThan, "1.8")]
    public void Observation_BoundedNumberUnderAPresenceCode_IsABoundedRatio(string text, MeasureBound bound, string value)
    {
        var extraction = Reads.Loinc("85318-4", $$"""
            "valueString":"{{text}}"
            """);

        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        extraction.Results().ShouldBe([new AssayResult.Gene(null, Ratio: new Measure(number, bound))]);
    }

    [Fact]
    public void Observation_UnknownUnit_IsAnIssueNotAValue()
    {
        var extraction = Reads.Loinc("49683-6", """
            "valueQuantity":{"value":2.4,"unit":"mg"}
            """);

        extraction.Assays().ShouldBeEmpty();
        extraction.Codes().ShouldBe(["H2B-READ-014"]);
    }

    [Fact]
    public void Observation_Chromosome17Copies_AreADenominatorOnly()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-03-12",
             "code":{"coding":[{"system":"http://loinc.org","code":"74861-6","display":"Chromosome 17 copy number/nucleus in Tissue by FISH"}]},
             "valueQuantity":{"value":1.9,"code":"{copies}"},
             "interpretation":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation","code":"POS"}]}]}
            """);

        extraction.Results().ShouldBe([new AssayResult.Gene(null, Cep17: new Measure(1.9m))]);
    }

    [Fact]
    public void Observation_ScoreUnderAGeneCode_IsNotRead() =>
        Reads.Loinc("31150-6", Answer("LA11843-2", "x")).ShouldSatisfyAllConditions(
            one => one.Assays().ShouldBeEmpty(), one => one.Codes().ShouldBe(["H2B-READ-013"]));

    [Fact]
    public void Observation_TwoValues_AreNotChosenFrom() =>
        Reads.Loinc("48676-1", "\"valueString\":\"negative\",\"valueInteger\":3").ShouldSatisfyAllConditions(
            one => one.Assays().ShouldBeEmpty(), one => one.Codes().ShouldBe(["H2B-READ-016"]));

    [Fact]
    public void Observation_PresentUnderAStain_SaysOnlyThatProteinWasSeen() =>
        Reads.Loinc("18474-7", Answer("LA9633-4", "Present")).Results().ShouldBe([new AssayResult.Inconclusive("protein-present-only")]);

    [Theory]
    [InlineData("LA9633-4", true)]
    [InlineData("LA9634-2", false)]
    public void Observation_PresenceOfTheGene_IsTheCall(string code, bool amplified) =>
        Reads.Loinc("31150-6", Answer(code, "x")).Results().ShouldBe([new AssayResult.Gene(amplified)]);

    [Fact]
    public void Observation_WeaklyPositive_IsInconclusive() =>
        Reads.Loinc("18474-7", Coded("260408008", "Weakly positive")).Results().ShouldBe([new AssayResult.Inconclusive("weakly-positive")]);

    [Theory]
    [InlineData("LA6111-4", 0)]
    [InlineData("LA11843-2", 3)]
    public void Observation_ScoreAnswer_IsTheScore(string code, int score) =>
        Reads.Loinc("85319-2", Answer(code, "x")).Results().ShouldBe([new AssayResult.Ihc(score)]);

    [Fact]
    public void Observation_IntegerUnderAStain_IsTheScore() =>
        Reads.Loinc("85319-2", "\"valueInteger\":2").Results().ShouldBe([new AssayResult.Ihc(2)]);

    [Fact]
    public void Observation_Serum_IsNeverATumourStatus()
    {
        var fact = Reads.Loinc("42914-2", "\"valueQuantity\":{\"value\":22,\"unit\":\"ng/mL\"}").Assays().ShouldHaveSingleItem();

        fact.Method.ShouldBe(AssayMethod.Serum);
        fact.Result.ShouldBeOfType<AssayResult.Inconclusive>();
    }

    [Fact]
    public void Observation_FreeText_IsInScopeAndAGap()
    {
        var extraction = Reads.Loinc("48676-1", "\"valueString\":\"HER2 could not be compared with the earlier block\"");

        extraction.Gaps().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            gap => gap.Code.ShouldBe("text-not-read"), gap => gap.MayHideTest.ShouldBeTrue());
    }

    [Fact]
    public void Observation_ListOfTestsPerformed_IsNoResultAndNoGap()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-03-12",
             "code":{"text":"Test(s) Performed"},"valueCodeableConcept":{"coding":[{"system":"http://cap.org/eCC","code":"1","display":"HER2 by Immunohistochemistry"}]}}
            """);

        extraction.InScope.ShouldBeTrue();
        extraction.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void Observation_GeneratedNarrativeOfAReadResult_IsNoGap()
    {
        var extraction = Reads.Loinc("48676-1", Coded("260385009", "Negative")
            + ",\"text\":{\"status\":\"generated\",\"div\":\"<div>HER2 interpretation: something odd</div>\"}");

        extraction.Gaps().ShouldBeEmpty();
    }

    [Fact]
    public void Observation_NoteAgainstItsCode_IsASecondStatement() =>
        Reads.Loinc("48676-1", Coded("260385009", "Negative") + ",\"note\":[{\"text\":\"HER2 on the second slide was 3+\"}]")
            .Results().ShouldBe([new AssayResult.Stated(Her2Status.Negative), new AssayResult.Ihc(3)]);

    [Fact]
    public void Observation_NoteThatIsNotUnderstood_IsAGap() =>
        Reads.Loinc("48676-1", Coded("260385009", "Negative") + ",\"note\":[{\"text\":\"HER2: see the sheet enclosed\"}]")
            .Gaps().ShouldHaveSingleItem().Code.ShouldBe("text-not-read");

    [Fact]
    public void Observation_WithoutDate_KeepsItsFactUndated()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},
             "code":{"coding":[{"system":"http://loinc.org","code":"48676-1"}]},"valueString":"negative"}
            """);

        extraction.Assays().ShouldHaveSingleItem().When.ShouldBeNull();
        extraction.Codes().ShouldBe(["H2B-READ-009"]);
    }

    [Fact]
    public void Observation_ImpossibleDate_IsUndatedAndNamed()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-02-31",
             "code":{"coding":[{"system":"http://loinc.org","code":"48676-1"}]},"valueString":"negative"}
            """);

        extraction.Codes().ShouldBe(["H2B-READ-007", "H2B-READ-009"]);
    }

    [Fact]
    public void Observation_InterpretationWithoutValue_IsTheResult() =>
        Reads.Loinc("48676-1", Interpretation("NEG")).Results().ShouldBe([new AssayResult.Stated(Her2Status.Negative)]);

    [Fact]
    public void Observation_AbnormalAlone_IsNotPositive() =>
        Reads.Loinc("48676-1", Interpretation("A")).Gaps().ShouldHaveSingleItem().Code.ShouldBe("result-without-value");

    [Fact]
    public void Observation_UnknownAnswer_IsAGap() =>
        Reads.Loinc("48676-1", """
            "valueCodeableConcept":{"coding":[{"system":"urn:local","code":"77"}]}
            """).ShouldSatisfyAllConditions(one => one.Codes().ShouldBe(["H2B-READ-012"]), one => one.Gaps().Count.ShouldBe(1));

    [Fact]
    public void Observation_OtherTest_IsNothing()
    {
        var extraction = Reads.Loinc("16112-5", Coded("10828004", "Positive"));

        extraction.InScope.ShouldBeFalse();
        extraction.Facts.ShouldBeEmpty();
    }

    private static string Coded(string code, string display) => $$"""
        "valueCodeableConcept":{"coding":[{"system":"{{Snomed}}","code":"{{code}}","display":"{{display}}"}]}
        """;

    private static string Answer(string code, string text) => $$"""
        "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"{{code}}","userSelected":true}],"id":"{{text}}"}
        """;

    private static string Interpretation(string code) => $$"""
        "interpretation":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation","code":"{{code}}"}]}]
        """;
}
