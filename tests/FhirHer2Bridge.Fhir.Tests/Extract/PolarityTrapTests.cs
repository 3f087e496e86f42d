using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>Codes whose polarity was got wrong in public files, or that have one only on some tests (domain 2a, 2b).</summary>
public sealed class PolarityTrapTests
{
    private const string Snomed = "http://snomed.info/sct";
    private const string Loinc = "http://loinc.org";
    private const string Interpretation = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

    [Theory]
    [InlineData("85319-2", "431396003", "Human epidermal growth factor 2 gene amplification detected (finding)", "")]
    [InlineData("48676-1", "431396003", "Human epidermal growth factor 2 gene amplification detected (finding)", "")]
    [InlineData("48676-1", "431396003", "", "HER2 positive (IHC 3+)")]
    [InlineData("48676-1", "427685000", "Human epidermal growth factor 2 negative carcinoma of breast", "")]
    [InlineData("31150-6", "705105000", "", "HER2 gene amplification detected")]
    [InlineData("48676-1", "10828004", "Negative", "")]
    public void Value_CodeAndWordsDisagree_HasNoStatusAndSaysSo(string test, string code, string display, string text)
    {
        var extraction = Reads.Loinc(test, Value(Snomed, code, display, text));

        extraction.Results().ShouldBe([new AssayResult.Inconclusive("contradictory-coding")]);
        extraction.Codes().ShouldBe(["H2B-READ-011"]);
    }

    [Fact]
    public void Value_NegativeCarcinomaAsItIsMeant_IsNegative() =>
        Reads.Loinc("48676-1", Value(Snomed, "431396003", "Human epidermal growth factor 2 negative carcinoma of breast (disorder)", ""))
            .Results().ShouldBe([new AssayResult.Stated(Her2Status.Negative)]);

    [Theory]
    [InlineData("18474-7", Loinc, "LA9633-4")]
    [InlineData("85319-2", Loinc, "LA9633-4")]
    [InlineData("72383-3", Loinc, "LA9633-4")]
    [InlineData("18474-7", Snomed, "52101004")]
    [InlineData("18474-7", Snomed, "260373001")]
    public void Value_PresentUnderAStain_SaysOnlyThatProteinWasSeen(string test, string system, string code) =>
        Reads.Loinc(test, Value(system, code, "", "")).Results().ShouldBe([new AssayResult.Inconclusive("protein-present-only")]);

    [Theory]
    [InlineData("18474-7", Loinc, "LA9634-2")]
    [InlineData("85319-2", Snomed, "260415000")]
    public void Value_AbsentUnderAStain_IsNotNegative(string test, string system, string code) =>
        Reads.Loinc(test, Value(system, code, "", "")).Results().ShouldBe([new AssayResult.Inconclusive("protein-absent-only")]);

    [Theory]
    [InlineData("31150-6", Loinc, "LA9633-4", true)]
    [InlineData("85318-4", Snomed, "260373001", true)]
    [InlineData("96893-3", Snomed, "52101004", true)]
    [InlineData("31150-6", Loinc, "LA9634-2", false)]
    [InlineData("85318-4", Snomed, "260415000", false)]
    [InlineData("96893-3", Snomed, "705105000", false)]
    public void Value_PresentOrAbsentOfTheGene_IsItsAmplification(string test, string system, string code, bool amplified) =>
        Reads.Loinc(test, Value(system, code, "", "")).Results().ShouldBe([new AssayResult.Gene(amplified)]);

    [Theory]
    [InlineData("18474-7")]
    [InlineData("85319-2")]
    [InlineData("48676-1")]
    [InlineData("31150-6")]
    public void Value_WeaklyPositive_IsNeverPositive(string test) =>
        Reads.Loinc(test, Value(Snomed, "260408008", "Weakly positive", "")).Results().ShouldBe([new AssayResult.Inconclusive("weakly-positive")]);

    [Fact]
    public void Value_PresumptivePositive_IsIndeterminate() =>
        Reads.Loinc("48676-1", Value(Snomed, "720735008", "", "")).Results().ShouldBe([new AssayResult.Stated(Her2Status.Indeterminate)]);

    [Theory]
    [InlineData("373121007")]
    [InlineData("385660001")]
    [InlineData("416237000")]
    public void Value_NotDone_IsNoResult(string code) =>
        Reads.Loinc("48676-1", Value(Snomed, code, "", "")).Assays().ShouldBeEmpty();

    /// <summary>Local codes are codes of their own system: the same letters elsewhere say nothing.</summary>
    [Theory]
    [InlineData(Loinc, "LA26333-6")]
    [InlineData(Loinc, "LL4678-0")]
    [InlineData(Loinc, "10828004")]
    [InlineData("urn:oid:1.2.3", "10828004")]
    [InlineData("urn:oid:1.2.3", "P")]
    public void Value_CodeOfAnotherSystemOrKnownMisuse_IsUnknownNotAnAnswer(string system, string code)
    {
        var extraction = Reads.Loinc("48676-1", Value(system, code, "", ""));

        extraction.Assays().ShouldBeEmpty();
        extraction.Codes().ShouldBe(["H2B-READ-012"]);
    }

    [Theory]
    [InlineData("31150-6", "POS", true)]
    [InlineData("31150-6", "DET", true)]
    [InlineData("31150-6", "NEG", false)]
    [InlineData("31150-6", "ND", false)]
    public void Interpretation_OfTheGeneAlone_IsItsAmplification(string test, string code, bool amplified) =>
        Reads.Loinc(test, Interpreted(code)).Results().ShouldBe([new AssayResult.Gene(amplified)]);

    [Theory]
    [InlineData("POS", Her2Status.Positive)]
    [InlineData("NEG", Her2Status.Negative)]
    [InlineData("E", Her2Status.Equivocal)]
    [InlineData("IND", Her2Status.Indeterminate)]
    [InlineData("IE", Her2Status.Indeterminate)]
    [InlineData("QCF", Her2Status.Indeterminate)]
    [InlineData("HM", Her2Status.Indeterminate)]
    public void Interpretation_OfAnOverallStatusAlone_IsThatStatus(string code, Her2Status expected) =>
        Reads.Loinc("48676-1", Interpreted(code)).Results().ShouldBe([new AssayResult.Stated(expected)]);

    [Fact]
    public void Interpretation_DetectedUnderAStain_IsNotPositive() =>
        Reads.Loinc("18474-7", Interpreted("DET")).Results().ShouldBe([new AssayResult.Inconclusive("protein-present-only")]);

    [Theory]
    [InlineData("A")]
    [InlineData("AA")]
    [InlineData("N")]
    [InlineData("H")]
    [InlineData("LL")]
    [InlineData("U")]
    [InlineData("W")]
    [InlineData("S")]
    public void Interpretation_ThatIsNoStatus_LeavesAGap(string code)
    {
        var extraction = Reads.Loinc("48676-1", Interpreted(code));

        extraction.Assays().ShouldBeEmpty();
        extraction.Gaps().ShouldHaveSingleItem().Code.ShouldBe("result-without-value");
    }

    private static string Value(string system, string code, string display, string text) => $$"""
        "valueCodeableConcept":{"coding":[{"system":"{{system}}","code":"{{code}}"{{Member("display", display)}}}]{{Member("text", text)}}}
        """;

    private static string Interpreted(string code) => $$"""
        "interpretation":[{"coding":[{"system":"{{Interpretation}}","code":"{{code}}"}]}]
        """;

    private static string Member(string name, string value) => value.Length == 0 ? "" : $",\"{name}\":\"{value}\"";
}
