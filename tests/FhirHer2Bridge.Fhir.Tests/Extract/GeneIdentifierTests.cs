using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>A HER2 test that names another gene is not read as HER2, and is not silent (domain 2a; 7, F18: gene id other than HGNC:3430).</summary>
[Trait("Row", "7/F18")]
public sealed class GeneIdentifierTests
{
    [Theory]
    [InlineData("18474-7", "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA11843-2\"}]}", "HGNC:3236", "EGFR")]
    [InlineData("31150-6", "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA9633-4\"}]}", "HGNC:2064", "ERBB2")]
    public void Test_OfAnotherGene_IsAGapAndNoResult(string code, string value, string gene, string display)
    {
        var extraction = Test(code, value, gene, display);

        extraction.Facts.OfType<AssayFact>().ShouldBeEmpty();
        extraction.Issues.ShouldContain(static issue => issue.Code == IssueCodes.OtherMarker.Code);
        extraction.Gaps().ShouldHaveSingleItem().MayHideTest.ShouldBeTrue();
    }

    [Fact]
    public void Test_OfErbb2ByIdentifier_IsRead() =>
        Test("31150-6", "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA9633-4\"}]}", "HGNC:3430", "ERBB2").Facts.OfType<AssayFact>().ShouldHaveSingleItem();

    [Fact]
    public void Variant_ErbbTwoInWordsBesideAnotherIdentifier_IsAGap()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"v","status":"final","subject":{"reference":"Patient/p"},"effectiveDateTime":"2024-01-10",
             "code":{"coding":[{"system":"http://loinc.org","code":"69548-6"}]},
             "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA9633-4"}]},
             "component":[
              {"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}]},"valueCodeableConcept":{"coding":[{"system":"http://www.genenames.org","code":"HGNC:2064","display":"ERBB2"}]}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"82155-3"}]},"valueQuantity":{"value":9,"code":"1"}}]}
            """);

        extraction.Facts.OfType<AssayFact>().ShouldBeEmpty();
        extraction.InScope.ShouldBeTrue();
        extraction.Gaps().ShouldContain(static gap => gap.MayHideTest);
    }

    [Theory]
    [InlineData("49683-6", 0)]
    [InlineData("74860-8", 0)]
    public void Number_Zero_IsNoCount(string code, int value)
    {
        var extraction = Reads.Json($$$"""
            {"resourceType":"Observation","id":"n","status":"final","subject":{"reference":"Patient/p"},"effectiveDateTime":"2024-01-10",
             "code":{"coding":[{"system":"http://loinc.org","code":"{{{code}}}"}]},"valueQuantity":{"value":{{{value}}}}}
            """);

        extraction.Facts.OfType<AssayFact>().ShouldBeEmpty();
        extraction.Issues.ShouldContain(static issue => issue.Code == IssueCodes.NumberUnusable.Code);
    }

    private static Extraction Test(string code, string value, string gene, string display) => Reads.Json($$$"""
        {"resourceType":"Observation","id":"o","status":"final","subject":{"reference":"Patient/p"},"effectiveDateTime":"2024-01-10",
         "code":{"coding":[{"system":"http://loinc.org","code":"{{{code}}}"}]},"valueCodeableConcept":{{{value}}},
         "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}]},
          "valueCodeableConcept":{"coding":[{"system":"http://www.genenames.org","code":"{{{gene}}}","display":"{{{display}}}"}]}}]}
        """);
}
