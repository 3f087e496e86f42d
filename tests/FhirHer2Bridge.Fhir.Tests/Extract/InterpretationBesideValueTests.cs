using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>Observation.interpretation beside a value (domain 2b): the value drives, a contradiction is said, a value withheld is none.</summary>
public sealed class InterpretationBesideValueTests
{
    private const string Positive = """
        "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"10828004","display":"Positive"}]}
        """;

    private const string Negative = """
        "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"260385009","display":"Negative"}]}
        """;

    private const string Three = """
        "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA11843-2"}]}
        """;

    private const string Two = """
        "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA11842-4"}]}
        """;

    private static readonly AssayResult.Inconclusive Contradiction = new("contradictory-coding");

    [Theory]
    [InlineData(Positive, "NEG", Her2Status.Positive)]
    [InlineData(Negative, "POS", Her2Status.Negative)]
    [InlineData("\"valueString\":\"positive\"", "NEG", Her2Status.Positive)]
    public void Interpretation_OppositeOfAStatus_ValueDrivesAndItIsSaid(string value, string code, Her2Status status)
    {
        var extraction = Reads.Loinc("48676-1", value + "," + Interpreted(code));

        extraction.Results().ShouldBe([new AssayResult.Stated(status), Contradiction]);
        extraction.Codes().ShouldBe(["H2B-READ-026"]);
        extraction.Assays()[1].Source.Path.ShouldBe("Observation.interpretation");
    }

    [Theory]
    [InlineData(Three, 3)]
    [InlineData("\"valueString\":\"3+\"", 3)]
    [InlineData("\"valueInteger\":3", 3)]
    public void Interpretation_NegativeBesideAScoreOf3_ScoreDrivesAndItIsSaid(string value, int score) =>
        Reads.Loinc("85319-2", value + "," + Interpreted("NEG")).Results().ShouldBe([new AssayResult.Ihc(score), Contradiction]);

    [Theory]
    [InlineData(Positive, "NEG", true)]
    [InlineData(Positive, "ND", true)]
    [InlineData(Negative, "DET", false)]
    [InlineData("\"valueBoolean\":true", "NEG", true)]
    public void Interpretation_OppositeOfAGeneCall_CallDrivesAndItIsSaid(string value, string code, bool amplified) =>
        Reads.Loinc("31150-6", value + "," + Interpreted(code)).Results().ShouldBe([new AssayResult.Gene(amplified), Contradiction]);

    [Theory]
    [InlineData("48676-1", Positive, "POS")]
    [InlineData("48676-1", Positive, "A")]
    [InlineData("48676-1", Negative, "N")]
    [InlineData("85319-2", Three, "POS")]
    [InlineData("85319-2", Three, "DET")]
    [InlineData("85319-2", Two, "POS")]
    [InlineData("85319-2", Two, "E")]
    public void Interpretation_ThatDoesNotContradict_AddsNothing(string test, string value, string code)
    {
        var extraction = Reads.Loinc(test, value + "," + Interpreted(code));

        extraction.Results().ShouldHaveSingleItem().ShouldBe(Reads.Loinc(test, value).Results()[0]);
        extraction.Codes().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("NEG", false)]
    [InlineData("POS", true)]
    public void Interpretation_BesideARatio_IsTheCallOnIt(string code, bool amplified) =>
        Reads.Loinc("49683-6", "\"valueQuantity\":{\"value\":3.0}," + Interpreted(code)).Results()
            .ShouldBe([new AssayResult.Gene(null, Ratio: new Measure(3.0m)), new AssayResult.Gene(amplified)]);

    [Theory]
    [InlineData("QCF")]
    [InlineData("IE")]
    [InlineData("HM")]
    public void Interpretation_ValueWithheld_IsIndeterminate(string code)
    {
        AssayResult[] indeterminate = [new AssayResult.Stated(Her2Status.Indeterminate)];

        Reads.Loinc("85319-2", Three + "," + Interpreted(code)).Results().ShouldBe(indeterminate);
        Reads.Loinc("48676-1", Positive + "," + Interpreted(code)).Results().ShouldBe(indeterminate);
        Reads.Loinc("49683-6", "\"valueQuantity\":{\"value\":3.0}," + Interpreted(code)).Results().ShouldBe(indeterminate);
        Reads.Loinc("74861-6", "\"valueQuantity\":{\"value\":1.9}," + Interpreted(code)).Results().ShouldBe(indeterminate);
    }

    [Fact]
    public void Interpretation_WholePanelWithheld_WithholdsItsComponents()
    {
        const string Component = """
            "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"85319-2"}]},"valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA11843-2"}]}}]
            """;

        var results = Reads.Loinc("48676-1", Component + "," + Interpreted("QCF")).Results();

        results.ShouldNotBeEmpty();
        results.ShouldAllBe(result => result == new AssayResult.Stated(Her2Status.Indeterminate));
    }

    private static string Interpreted(string code) => $$"""
        "interpretation":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation","code":"{{code}}"}]}]
        """;
}
