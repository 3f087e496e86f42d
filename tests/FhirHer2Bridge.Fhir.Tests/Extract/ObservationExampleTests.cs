using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>The shapes in which systems were seen to store HER2 (fhir-design 1.2, a to g).</summary>
public sealed class ObservationExampleTests
{
    [Fact]
    public void Observation_CodedWithScoreInItsText_GivesStatusAndScore()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"her2-ihc-node","meta":{"versionId":"1","lastUpdated":"2024-03-14T09:12:44.120Z"},"status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"48676-1","display":"HER2 [Interpretation] in Tissue"}]},
             "subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-03-12","issued":"2024-03-14T09:10:00Z",
             "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA6576-8","display":"Positive"}],"text":"Positive (IHC 3+)"},
             "method":{"text":"Immunohistochemistry"},"specimen":{"reference":"Specimen/sp-node"}}
            """);

        extraction.InScope.ShouldBeTrue();
        extraction.Version.ShouldBe("1");
        extraction.Subject.PatientId.ShouldBe("p1");
        extraction.Issues.ShouldBeEmpty();
        extraction.Results().ShouldBe([new AssayResult.Stated(Her2Status.Positive), new AssayResult.Ihc(3)]);
        extraction.Assays().Select(fact => fact.Method).ShouldBe([AssayMethod.Overall, AssayMethod.Ihc]);
        var first = extraction.Assays()[0];
        first.Source.ShouldBe(new SourceRef("Observation", "her2-ihc-node", "1", "Observation.valueCodeableConcept"));
        first.When!.Value.Literal.ShouldBe("2024-03-12");
        first.Issued.ShouldBe(new DateTimeOffset(2024, 3, 14, 9, 10, 0, TimeSpan.Zero));
        first.Specimen.ShouldBe(new ResourceKey("Specimen/sp-node"));
        first.Quote.ShouldBeNull();
    }

    [Fact]
    public void Observation_LocalCodeTextMonthAndIdentifier_IsReadAsIhc()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"her2-ihc-biopsy","status":"final",
             "code":{"coding":[{"system":"urn:oid:1.2.246.10.1.99.5","code":"HER2IHC","display":"HER2 IHC"}],"text":"HER2 (immunohistochemistry), stomach biopsy"},
             "subject":{"identifier":{"system":"urn:oid:1.2.246.10.1.24.1","value":"MRN-0017"}},"effectiveDateTime":"2024-03",
             "valueString":"2+ (equivocal), ISH not done"}
            """);

        extraction.Subject.ShouldBe(new Subject(null, "urn:oid:1.2.246.10.1.24.1", "MRN-0017"));
        extraction.Results().ShouldBe([new AssayResult.Ihc(2), new AssayResult.Stated(Her2Status.Equivocal)]);
        extraction.Assays().ShouldAllBe(fact => fact.Method == AssayMethod.Ihc && fact.Quote != null);
        extraction.Version.ShouldStartWith("sha256-");
        extraction.Gaps().ShouldBeEmpty();
    }

    [Fact]
    public void Panel_MembersByUrn_AreReadAndThePanelIsOnlyAContainer()
    {
        var dataset = DatasetReader.Read([("c.json", Files.Copied("her2-panel-bundle.json"))], Reads.Options);

        var facts = dataset.Resources.SelectMany(one => one.Facts).ToList();
        facts.OfType<GapFact>().ShouldBeEmpty();
        facts.OfType<AssayFact>().Select(fact => fact.Result).ShouldBe(
        [
            new AssayResult.Gene(null, Ratio: new Measure(4.2m)),
            new AssayResult.Gene(true),
            new AssayResult.Gene(null, Copies: new Measure(9.1m)),
        ]);
        dataset.Resources[0].Id.ShouldBe("0a1b2c3d-0001-4000-8000-000000000001");
    }

    [Fact]
    public void Observation_ComponentsRatioComparatorAbsoluteReference_AreAllRead()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Observation","id":"her2-fish-comp","status":"corrected",
             "code":{"coding":[{"system":"http://loinc.org","code":"96893-3","display":"ERBB2 gene duplication in Tumor by FISH"}]},
             "subject":{"reference":"https://ehr.example.org/fhir/Patient/p1"},
             "effectivePeriod":{"start":"2024-07-30","end":"2024-08-02"},"issued":"2024-08-03T15:00:00+02:00",
             "valueCodeableConcept":{"text":"Not amplified"},
             "component":[
              {"code":{"coding":[{"system":"http://loinc.org","code":"49683-6"}]},"valueRatio":{"numerator":{"value":4.2},"denominator":{"value":2.0}}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"74860-8"}]},"valueQuantity":{"value":2.1,"comparator":"<"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"74861-6"}]},"dataAbsentReason":{"coding":[{"code":"not-performed"}]}}]}
            """);

        extraction.Subject.PatientId.ShouldBe("p1");
        extraction.Results().ShouldBe(
        [
            new AssayResult.Gene(false),
            new AssayResult.Gene(null, Ratio: new Measure(2.1m)),
            new AssayResult.Gene(null, Copies: new Measure(2.1m, MeasureBound.LessThan)),
        ]);
        extraction.Assays().ShouldAllBe(fact => fact.Standing == FactStanding.Amended && fact.When!.Value.Literal == "2024-07-30/2024-08-02");
        extraction.Assays()[1].Source.Path.ShouldBe("Observation.component[0].valueRatio");
        extraction.Gaps().ShouldBeEmpty();
    }

    [Fact]
    public void Observation_TestedWithoutResult_IsInconclusive()
    {
        var extraction = Reads.Loinc("85319-2", """
            "dataAbsentReason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"error"}],"text":"Specimen insufficient for HER2"}
            """);

        extraction.Results().ShouldBe([new AssayResult.Inconclusive("error")]);
    }

    [Fact]
    public void Variant_CopyNumberAbsentInPlasma_IsNotAmplifiedOnAContainedSpecimen()
    {
        var extraction = Extractor.Extract(Files.Copied("erbb2-cnv-plasma.json"), Reads.Options);

        var fact = extraction.Assays().ShouldHaveSingleItem();
        fact.Method.ShouldBe(AssayMethod.Ngs);
        fact.Result.ShouldBe(new AssayResult.Gene(false, Copies: new Measure(2)));
        fact.Specimen.ShouldBe(new ResourceKey("Observation/erbb2-cnv-plasma#plasma"));
        var specimen = extraction.Facts.OfType<SpecimenFact>().ShouldHaveSingleItem();
        specimen.Specimen.ShouldBe(fact.Specimen!.Value);
        specimen.Kind.ShouldBe(SpecimenKind.Plasma);
        extraction.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Checklist_QuestionAndAnswer_AnswerIsTheResultAndTheQuestionNoGap()
    {
        var dataset = DatasetReader.Read([("g.json", Files.Copied("cap-checklist-bundle.json"))], Reads.Options with { BaseUrl = null });

        var question = dataset.Resources.Single(one => one.Id == "q-her2");
        var answer = dataset.Resources.Single(one => one.Id == "a-her2");
        question.Facts.ShouldBeEmpty();
        question.InScope.ShouldBeTrue();
        answer.Results().ShouldContain(new AssayResult.Ihc(0));
        answer.Assays()[0].Related.ShouldBe([new ResourceKey("Observation/q-her2")]);
        answer.Gaps().ShouldBeEmpty();
    }
}
