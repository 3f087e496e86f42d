using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>What a copy number of ERBB2 needs to be compared: the share of tumour DNA, the assay and its laboratory.</summary>
public sealed class PlasmaContextTests
{
    [Theory]
    [InlineData("Tumor fraction", """{"value":6.2,"unit":"%","system":"http://unitsofmeasure.org","code":"%"}""", 6.2, MeasureBound.Exact)]
    [InlineData("tumour fraction", """{"value":0.062,"code":"1"}""", 6.2, MeasureBound.Exact)]
    [InlineData("ctDNA tumor fraction", """{"value":1,"comparator":"<","code":"%"}""", 1, MeasureBound.LessThan)]
    [Trait("Row", "4f/tumour-fraction-1")]
    public void Copies_WithATumourFraction_CarryItInPercent(string name, string quantity, double percent, MeasureBound bound) =>
        Copies(Fraction(name, quantity)).TumourFraction.ShouldBe(new Measure((decimal)percent, bound));

    [Theory]
    [InlineData("Tumor fraction", """{"value":6.2}""")]
    [InlineData("Tumor fraction", """{"value":6.2,"code":"1"}""")]
    [InlineData("Tumor fraction", """{"value":130,"code":"%"}""")]
    [InlineData("Variant allele fraction", """{"value":6.2,"code":"%"}""")]
    public void Copies_WithAFractionThatCannotBeTold_CarryNone(string name, string quantity) =>
        Copies(Fraction(name, quantity)).TumourFraction.ShouldBeNull();

    [Theory]
    [InlineData("""{"device":{"display":"Guardant360"},"performer":[{"display":"Lab X"}]}""", "guardant360|lab x")]
    [InlineData("""{"device":{"identifier":{"value":"G-360"}}}""", "g-360|")]
    [InlineData("""{"method":{"text":"416-gene panel"},"performer":[{"identifier":{"value":"lab-1"}}]}""", "416-gene panel|lab-1")]
    [InlineData("""{"performer":[{"reference":"Practitioner/dr"},{"reference":"Organization/lab"}]}""", "|organization/lab")]
    [InlineData("""{"performer":[{"reference":"Practitioner/dr","display":"Dr. A"}]}""", null)]
    [InlineData("""{"method":{"coding":[{"system":"http://loinc.org","code":"LA26398-0"}]}}""", null)]
    [Trait("Row", "4f/numeric-only")]
    public void Copies_Assay_IsNamedByDeviceOrMethodAndLaboratory(string lent, string? assay) => Copies(null, lent.Trim()[1..^1]).Assay.ShouldBe(assay);

    [Fact]
    public void TumourFraction_AsAnObservationOfItsOwn_IsAFactAndPutsNobodyInScope()
    {
        var extraction = Reads.Json($$$"""
            {"resourceType":"Observation","id":"tf","status":"final",{{{Reads.Subject}}},"effectiveDateTime":"2024-03-12","specimen":{"reference":"Specimen/s"},
             "code":{"text":"Tumour fraction"},"valueQuantity":{"value":3,"code":"%"}}
            """);

        extraction.InScope.ShouldBeFalse();
        var fact = extraction.Facts.ShouldHaveSingleItem().ShouldBeOfType<TumourFractionFact>();
        (fact.Percent, fact.Specimen).ShouldBe((new Measure(3), new ResourceKey("Specimen/s")));
    }

    private static AssayFact Copies(string? component, string lent = "\"note\":[]") => Reads.Loinc("69548-6", $$$"""
        {{{lent}}},"component":[
          {"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}]},"valueCodeableConcept":{"coding":[{"system":"http://www.genenames.org","code":"HGNC:3430"}]}},
          {"code":{"coding":[{"system":"http://loinc.org","code":"82155-3"}]},"valueQuantity":{"value":14,"code":"1"}}
          {{{(component is null ? "" : "," + component)}}}]
        """).Assays().ShouldHaveSingleItem();

    private static string Fraction(string name, string quantity) => $$$"""{"code":{"text":"{{{name}}}"},"valueQuantity":{{{quantity}}}}""";
}
