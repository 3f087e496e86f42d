using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class ContextTests
{
    [Fact]
    public void Condition_GastricCancerStageFour_IsATumourAndSpread()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"recordedDate":"2024-01",
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"408647009"}],"text":"Gastric adenocarcinoma"},
             "stage":[{"summary":{"coding":[{"system":"http://snomed.info/sct","code":"258228008"}]}}]}
            """);

        var tumour = extraction.Facts.OfType<TumourFact>().ShouldHaveSingleItem();
        tumour.Kind.ShouldBe(TumourKind.Gastric);
        tumour.Condition.ShouldBe(new ResourceKey("Condition/c1"));
        tumour.When!.Value.Literal.ShouldBe("2024-01");
        extraction.Facts.OfType<SpreadFact>().ShouldHaveSingleItem().Metastatic.ShouldBeTrue();
        extraction.InScope.ShouldBeFalse();
    }

    [Fact]
    public void Condition_BodySite_NamesTheSide()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"254837009"}]},"bodySite":[{"text":"Left breast"}]}
            """);

        var tumour = extraction.Facts.OfType<TumourFact>().ShouldHaveSingleItem();
        (tumour.Site, tumour.Side).ShouldBe(("Left breast", BodySide.Left));
    }

    [Theory]
    [InlineData("Left breast", TumourKind.Breast)]
    [InlineData("Liver", TumourKind.None)]
    public void Observation_BodySite_SaysTheOrganWhereItIsOne(string site, TumourKind expected) =>
        Reads.Json($$$"""
            {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-01-05",
             "code":{"coding":[{"system":"http://loinc.org","code":"48676-1"}]},"bodySite":{"text":"{{{site}}}"},
             "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA6576-8"}]}}
            """).Assays().ShouldHaveSingleItem().SiteTumour.ShouldBe(expected);

    [Theory]
    [InlineData("""{"value":60}""", 60)]
    [InlineData("""{"value":60,"code":"{cells}","system":"http://unitsofmeasure.org"}""", 60)]
    [Trait("Row", "4c/totals")]
    public void Observation_CellsCounted_IsACountAndNoStatus(string quantity, int expected) =>
        Reads.Json($$$"""
            {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-01-05",
             "code":{"coding":[{"system":"http://loinc.org","code":"62361-1"}]},"valueQuantity":{{{quantity}}}}
            """).Assays().ShouldHaveSingleItem().Result.ShouldBe(new AssayResult.Gene(null, Cells: new Measure(expected)));

    [Fact]
    public void Condition_ThatNamesHer2_IsInScopeAndNoResult()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"427685000"}]}}
            """);

        extraction.InScope.ShouldBeTrue();
        extraction.Assays().ShouldBeEmpty();
        extraction.Gaps().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("refuted", FactStanding.Withdrawn)]
    [InlineData("provisional", FactStanding.Preliminary)]
    [InlineData("confirmed", FactStanding.Final)]
    public void Condition_Verification_IsItsStanding(string code, FactStanding standing) =>
        Reads.Json($$$"""
            {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"verificationStatus":{"coding":[{"code":"{{{code}}}"}]},
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"254837009"}]}}
            """).Facts.ShouldHaveSingleItem().Standing.ShouldBe(standing);

    [Theory]
    [InlineData("271299001", 1)]
    [InlineData("359746009", 0)]
    public void DiseaseStatus_OnlyWorsening_IsProgression(string code, int expected) =>
        Reads.Loinc("97509-4", Value(code)).Facts.OfType<ProgressionFact>().Count().ShouldBe(expected);

    [Theory]
    [InlineData("21907-1", "55440008", true)]
    [InlineData("21907-1", "30893008", false)]
    [InlineData("21908-9", "258228008", true)]
    public void Stage_Codes_AreSpread(string code, string value, bool metastatic) =>
        Reads.Loinc(code, Value(value)).Facts.OfType<SpreadFact>().ShouldHaveSingleItem().Metastatic.ShouldBe(metastatic);

    [Fact]
    public void Specimen_WithBlockSiteAndAccession_IsRead()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Specimen","id":"s1","subject":{"reference":"Patient/p1"},"status":"unsatisfactory",
             "accessionIdentifier":{"system":"urn:lis","value":"S1"},"parent":[{"reference":"Specimen/s0"}],"type":{"text":"Tissue"},
             "collection":{"collectedDateTime":"2024-07-30","bodySite":{"coding":[{"system":"http://snomed.info/sct","code":"69695003","display":"Stomach structure"}]}}}
            """);

        var specimen = extraction.Facts.OfType<SpecimenFact>().ShouldHaveSingleItem();
        specimen.Specimen.ShouldBe(new ResourceKey("Specimen/s1"));
        specimen.Parent.ShouldBe(new ResourceKey("Specimen/s0"));
        specimen.Accession.ShouldBe("urn:lis|S1");
        specimen.Kind.ShouldBe(SpecimenKind.Tissue);
        specimen.SiteTumour.ShouldBe(TumourKind.Gastric);
        specimen.Site.ShouldBe("Stomach structure");
        specimen.Unsatisfactory.ShouldBeTrue();
        specimen.When!.Value.Literal.ShouldBe("2024-07-30");
    }

    [Fact]
    public void Patient_Merged_GivesSurvivorAndIdentifiers()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"1"},{"use":"old","value":"2"}],
             "link":[{"type":"replaced-by","other":{"reference":"Patient/p2"}}],"deceasedBoolean":true}
            """);

        extraction.ReplacedBy.ShouldBe("p2");
        extraction.PatientIdentifiers.ShouldBe([new PatientIdentifier("urn:mrn", "1")]);
        extraction.Facts.OfType<DeathFact>().ShouldHaveSingleItem().When.ShouldBeNull();
    }

    [Fact]
    public void Patient_Alive_IsNotDead() =>
        Reads.Json("""{"resourceType":"Patient","id":"p1","deceasedBoolean":false}""").Facts.ShouldBeEmpty();

    [Fact]
    public void Subject_Missing_IsNamedAndTheFactsStay()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"o1","status":"final","effectiveDateTime":"2024-03-12",
             "code":{"coding":[{"system":"http://loinc.org","code":"48676-1"}]},"valueString":"negative"}
            """);

        extraction.Subject.IsKnown.ShouldBeFalse();
        extraction.Codes().ShouldBe(["H2B-READ-005"]);
        extraction.Assays().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"reference\":\"Group/g1\"}")]
    [InlineData("{\"display\":\"Somebody\"}")]
    [InlineData("{\"reference\":\"https://other.example.org/fhir/Patient/p1\"}")]
    [InlineData("\"Patient/p1\"")]
    public void Subject_NotAPatientOfThisServer_IsNobody(string subject) =>
        Reads.Json($$"""{"resourceType":"Condition","id":"c1","subject":{{subject}}}""").Subject.ShouldBe(Subject.Nobody);

    [Fact]
    public void Subject_Contained_IsItsIdentifier() =>
        Reads.Json("""
            {"resourceType":"Condition","id":"c1","subject":{"reference":"#p"},"contained":[{"resourceType":"Patient","id":"p","identifier":[{"system":"s","value":"v"}]}]}
            """).Subject.ShouldBe(new Subject(null, "s", "v"));

    private static string Value(string code) => $$"""
        "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}]}
        """;
}
