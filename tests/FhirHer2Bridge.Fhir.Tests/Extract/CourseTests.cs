using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>Worsening, surgery and conditions that state a status (domain 1c, 2a; F22).</summary>
public sealed class CourseTests
{
    [Theory]
    [InlineData("271299001", ProgressionKind.Progression)]
    [InlineData("419835002", ProgressionKind.Progression)]
    [InlineData("399409002", ProgressionKind.Metastasis)]
    [InlineData("405843009", ProgressionKind.Metastasis)]
    public void DiseaseStatus_Worsening_HasItsKind(string code, ProgressionKind kind) =>
        Reads.Loinc("97509-4", Coded("valueCodeableConcept", code)).Facts.OfType<ProgressionFact>().ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("314961003", ProgressionKind.LocalRecurrence)]
    [InlineData("314955001", ProgressionKind.LocalRecurrence)]
    [InlineData("1259237005", ProgressionKind.LocalRecurrence)]
    [InlineData("236005001", ProgressionKind.Metastasis)]
    [InlineData("94381002", ProgressionKind.Metastasis)]
    public void Condition_Worsening_HasItsKind(string code, ProgressionKind kind) =>
        Condition(code).Facts.OfType<ProgressionFact>().ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("314961003", TumourKind.Gastric)]
    [InlineData("314955001", TumourKind.Breast)]
    [InlineData("1259237005", TumourKind.None)]
    public void Condition_Recurrence_IsOfTheOrganItNames(string code, TumourKind organ) =>
        Condition(code).Facts.OfType<ProgressionFact>().ShouldHaveSingleItem().Tumour.ShouldBe(organ);

    [Fact]
    public void Stage_WithFocusAndSite_NamesItsTumour() =>
        Reads.Loinc("21907-1", Coded("valueCodeableConcept", "55440008") + ",\"focus\":[{\"reference\":\"Condition/c7\"}],\"bodySite\":{\"text\":\"stomach\"}")
            .Facts.OfType<SpreadFact>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                static fact => fact.Conditions.ShouldBe([new ResourceKey("Condition/c7")]),
                static fact => fact.Tumour.ShouldBe(TumourKind.Gastric));

    [Theory]
    [InlineData("21907-1", "55440008")]
    [InlineData("21908-9", "258228008")]
    public void Stage_Metastatic_IsNoProgression(string code, string value) =>
        Reads.Loinc(code, Coded("valueCodeableConcept", value)).Facts.OfType<ProgressionFact>().ShouldBeEmpty();

    [Fact]
    public void DiseaseStatus_WithFocus_NamesItsCondition() =>
        Reads.Loinc("97509-4", Coded("valueCodeableConcept", "271299001") + ",\"focus\":[{\"reference\":\"Condition/c7\"}]").Facts.OfType<ProgressionFact>().ShouldHaveSingleItem().Conditions.ShouldBe([new ResourceKey("Condition/c7")]);

    [Fact]
    public void Administration_StoppedWithoutResponse_IsThatKind() =>
        Reads.Json($$"""
            {"resourceType":"MedicationAdministration","id":"m1","status":"stopped",{{Reads.Subject}},"effectiveDateTime":"2024-03-12",
             "medicationCodeableConcept":{"text":"trastuzumab"},"statusReason":[{"coding":[{"system":"http://snomed.info/sct","code":"266721009"}]}],
             "reasonReference":[{"reference":"Condition/c7"}]}
            """).Facts.OfType<ProgressionFact>().ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                static fact => fact.Kind.ShouldBe(ProgressionKind.StopWithoutResponse),
                static fact => fact.Conditions.ShouldBe([new ResourceKey("Condition/c7")]));

    [Fact]
    public void Procedure_Resection_HasSiteAndCondition() =>
        Reads.Json($$"""
            {"resourceType":"Procedure","id":"s1","status":"completed",{{Reads.Subject}},"performedDateTime":"2024-03-12",
             {{Coded("code", "392021009")}},"bodySite":[{"text":"Left breast"}],"reasonReference":[{"reference":"Condition/c7"}]}
            """).Facts.OfType<SurgeryFact>().ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                static fact => fact.Site.ShouldBe("Left breast"),
                static fact => fact.Conditions.ShouldBe([new ResourceKey("Condition/c7")]));

    [Theory]
    [InlineData("427685000", Her2Status.Positive)]
    [InlineData("878807001", Her2Status.Positive)]
    [InlineData("431396003", Her2Status.Negative)]
    [InlineData("706970001", Her2Status.Negative)]
    public void Condition_NamesAStatus_IsAHintAndNoResult(string code, Her2Status status)
    {
        var extraction = Condition(code);

        extraction.Facts.OfType<StatedByConditionFact>().ShouldHaveSingleItem().Status.ShouldBe(status);
        extraction.Assays().ShouldBeEmpty();
    }

    [Fact]
    public void Condition_NamesNoStatus_IsNoHint() =>
        Condition("254837009").Facts.OfType<StatedByConditionFact>().ShouldBeEmpty();

    [Fact]
    [Trait("Row", "7/F18")]
    public void Condition_WordsSayTheOpposite_IsIndeterminate()
    {
        var extraction = Reads.Json($$"""
            {"resourceType":"Condition","id":"c1",{{Reads.Subject}},
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"431396003","display":"HER2 gene amplification detected"}]}
             }
            """);

        extraction.Facts.OfType<StatedByConditionFact>().ShouldHaveSingleItem().Status.ShouldBe(Her2Status.Indeterminate);
        extraction.Codes().ShouldContain("H2B-READ-011");
    }

    private static Fhir.Extract.Extraction Condition(string code) =>
        Reads.Json($$"""
            {"resourceType":"Condition","id":"c1",{{Reads.Subject}},"onsetDateTime":"2024-03-12",
             {{Coded("code", code)}} }
            """);

    private static string Coded(string member, string code) => $$"""
        "{{member}}":{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}]}
        """;
}
