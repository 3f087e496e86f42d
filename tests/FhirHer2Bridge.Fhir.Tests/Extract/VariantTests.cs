using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class VariantTests
{
    private const string CopyNumber = """
        {"code":{"coding":[{"system":"http://loinc.org","code":"48019-4"}]},
         "valueCodeableConcept":{"coding":[{"system":"http://www.sequenceontology.org","code":"SO:0001019","display":"copy_number_variation"}]}}
        """;

    [Fact]
    public void Variant_CopyNumberPresent_KeepsTheCallOpenWithItsCopies()
    {
        var extraction = Variant("LA9633-4", CopyNumber, """
            {"code":{"coding":[{"system":"http://loinc.org","code":"82155-3"}]},"valueQuantity":{"value":14,"code":"1"}}
            """);

        extraction.Results().ShouldBe([new AssayResult.Gene(null, Copies: new Measure(14))]);
    }

    [Fact]
    public void Variant_SaidToBeAnAmplification_IsAmplified()
    {
        var extraction = Variant("LA9633-4", """
            {"code":{"coding":[{"system":"http://loinc.org","code":"48019-4"}]},"valueCodeableConcept":{"text":"amplification"}}
            """);

        extraction.Results().ShouldBe([new AssayResult.Gene(true)]);
    }

    [Fact]
    public void Variant_MutationOfErbb2_IsAnAlterationAndNoResultAndNoGap()
    {
        var extraction = Variant("LA9633-4", """
            {"code":{"coding":[{"system":"http://loinc.org","code":"48005-3"}]},"valueCodeableConcept":{"text":"p.L755S"}}
            """);

        extraction.InScope.ShouldBeTrue();
        var alteration = extraction.Facts.ShouldHaveSingleItem().ShouldBeOfType<AlterationFact>();
        (alteration.Gene, alteration.Kind, alteration.Protein, alteration.Present).ShouldBe(("ERBB2", AlterationKind.Mutation, "L755S", true));
    }

    [Fact]
    public void Variant_Germline_IsIgnored()
    {
        var extraction = Variant("LA9633-4", CopyNumber, """
            {"code":{"coding":[{"system":"http://loinc.org","code":"48002-0"}]},"valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA6683-2"}]}}
            """);

        extraction.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void Variant_CopyNumberWithoutAGene_IsAGapAndNotInScope()
    {
        var extraction = Extractor.Extract(Files.Copied("Observation-ExampleSomaticCNV.json"), Reads.Options);

        extraction.InScope.ShouldBeFalse();
        extraction.Facts.ShouldHaveSingleItem().ShouldBeOfType<GapFact>().MayHideTest.ShouldBeTrue();
    }

    [Fact]
    public void Observation_ErbbTwoUnderAnUnknownCode_IsAGap()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-03-12",
             "code":{"coding":[{"system":"urn:local","code":"biomarker"}]},"valueCodeableConcept":{"text":"over the limit"},
             "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}]},
              "valueCodeableConcept":{"coding":[{"system":"http://www.genenames.org","code":"HGNC:3430"}]}}]}
            """);

        extraction.InScope.ShouldBeTrue();
        extraction.Codes().ShouldBe(["H2B-READ-017"]);
        extraction.Gaps().ShouldHaveSingleItem().MayHideTest.ShouldBeTrue();
    }

    private static Extraction Variant(string answer, params string[] components) => Reads.Loinc("69548-6", $$$"""
        "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"{{{answer}}}"}]},
        "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}]},
          "valueCodeableConcept":{"coding":[{"system":"http://www.genenames.org","code":"HGNC:3430","display":"ERBB2"}]}},{{{string.Join(',', components)}}}]
        """);
}
