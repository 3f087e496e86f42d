using System.Text;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class DiagnosticReportTests
{
    [Fact]
    public void Report_ConclusionInAClosedForm_IsAResultOnItsOnlySpecimen()
    {
        var extraction = Extractor.Extract(Files.Copied("dr-gastrectomy.json"), Reads.Options);

        extraction.Results().ShouldBe([new AssayResult.Stated(Her2Status.Negative), new AssayResult.Ihc(0), new AssayResult.Gene(false)]);
        extraction.Assays()[2].Method.ShouldBe(AssayMethod.Ngs);
        extraction.Assays()[2].Source.Path.ShouldBe("DiagnosticReport.presentedForm[0].data");
        var fact = extraction.Assays()[0];
        fact.Source.Path.ShouldBe("DiagnosticReport.conclusion");
        fact.Specimen.ShouldBe(new ResourceKey("DiagnosticReport/dr-gastrectomy#sp"));
        fact.Accession.ShouldBe("https://lis.example.org/accession|S24-11873");
        fact.Related.ShouldBe([new ResourceKey("Observation/her2-ihc-gastrectomy")]);
        extraction.Facts.OfType<ReportFact>().ShouldHaveSingleItem().Results.ShouldBe(fact.Related);
        extraction.Facts.OfType<SpecimenFact>().ShouldHaveSingleItem().SiteTumour.ShouldBe(TumourKind.Gastric);
        extraction.Gaps().ShouldBeEmpty();
    }

    [Fact]
    public void Report_ResultAndATestAwaitedInAClosedForm_IsBoth()
    {
        var extraction = Report(General + ",\"conclusion\":\"HER2 IHC 2+. HER2 FISH pending.\"");

        extraction.Results().ShouldBe([new AssayResult.Ihc(2)]);
        extraction.Gaps().ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Code.ShouldBe("pending"), gap => gap.MayHideTest.ShouldBeTrue());
    }

    [Fact]
    public void Report_UnreadPagesOfPathology_MayHideATestAndAreNotInScope()
    {
        var extraction = Extractor.Extract(Files.Copied("dr-scan.json"), Reads.Options);

        extraction.InScope.ShouldBeFalse();
        extraction.Assays().ShouldBeEmpty();
        extraction.Gaps().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            gap => gap.Code.ShouldBe("attachment-not-read"), gap => gap.MayHideTest.ShouldBeTrue());
        extraction.Subject.IdentifierValue.ShouldBe("MRN-0017");
    }

    [Fact]
    public void Report_UnreadPagesOfAnUltrasound_AreNoGap()
    {
        var extraction = Report("\"code\":{\"text\":\"Ultrasound\"},\"presentedForm\":[{\"contentType\":\"application/pdf\",\"url\":\"Binary/1\"}]");

        extraction.Facts.ShouldBeEmpty();
        extraction.Codes().ShouldBe(["H2B-READ-019"]);
    }

    [Fact]
    public void Report_BareConclusionCodeUnderAHer2Code_Counts() =>
        Report(Her2Code + ",\"conclusionCode\":[{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"260385009\"}]}]")
            .Results().ShouldBe([new AssayResult.Stated(Her2Status.Negative)]);

    [Fact]
    public void Report_BareConclusionCodeUnderAGeneralCode_SaysNothing() =>
        Report(General + ",\"conclusionCode\":[{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"260385009\"}]}]")
            .Facts.ShouldBeEmpty();

    [Fact]
    public void Report_FreeConclusion_IsReadWithItsWords()
    {
        var extraction = Report(General + ",\"conclusion\":\"Adenocarcinoma. HER2 was negative on the biopsy; see addendum.\"");

        var fact = extraction.Assays().ShouldHaveSingleItem();
        fact.Result.ShouldBe(new AssayResult.Stated(Her2Status.Negative));
        fact.Quote.ShouldBe("HER2 was negative");
        fact.IsTentative.ShouldBeFalse();
        extraction.Gaps().ShouldBeEmpty();
    }

    [Fact]
    public void Report_MentionThatIsNotUnderstood_IsAGapInScope()
    {
        var extraction = Report(General + ",\"conclusion\":\"Adenocarcinoma. HER2: see the sheet enclosed.\"");

        extraction.InScope.ShouldBeTrue();
        extraction.Gaps().ShouldHaveSingleItem().Code.ShouldBe("text-not-read");
    }

    [Fact]
    public void Report_StatusWordWithoutHer2_IsNotHer2() =>
        Report(General + ",\"conclusion\":\"Negative (Score 1+)\"").Facts.ShouldBeEmpty();

    [Fact]
    public void Report_PlainTextForm_IsRead() =>
        Report(General + "," + Form("HER2 positive (IHC 3+)")).Results().ShouldBe([new AssayResult.Stated(Her2Status.Positive), new AssayResult.Ihc(3)]);

    [Fact]
    public void Report_FormWithAWrongSize_IsNotRead() =>
        Report(General + "," + Form("HER2 positive (IHC 3+)", ",\"size\":3")).ShouldSatisfyAllConditions(
            one => one.Assays().ShouldBeEmpty(), one => one.Codes().ShouldBe(["H2B-READ-019"]));

    [Fact]
    public void Report_FormAboveTheLimit_IsNotRead()
    {
        var extraction = Report(General + ",\"presentedForm\":[{\"contentType\":\"text/plain\",\"data\":\"" + new string('A', 6_000_000) + "\"}]");

        extraction.Codes().ShouldBe(["H2B-READ-018"]);
        extraction.Gaps().ShouldHaveSingleItem().Code.ShouldBe("attachment-not-read");
    }

    [Fact]
    public void Report_HugeAttachment_CostsItselfOnly()
    {
        var extraction = Report(General + ",\"conclusion\":\"HER2 negative (IHC 0).\",\"presentedForm\":[{\"contentType\":\"text/plain\",\"data\":\""
            + new string('A', 100_000_000) + "\"}]");

        extraction.Results().ShouldContain(new AssayResult.Ihc(0));
        extraction.Codes().ShouldBe(["H2B-READ-018"]);
    }

    [Fact]
    public void Report_OnlyANarrative_IsReadInAClosedForm() =>
        Report(General + ",\"text\":{\"status\":\"generated\",\"div\":\"<div><p>HER<sub>2</sub> positive (IHC 3+)</p></div>\"}")
            .Results().ShouldContain(new AssayResult.Ihc(3));

    [Fact]
    public void Report_NarrativeThatListsItsResults_IsNoGap()
    {
        var extraction = Report(General + ",\"result\":[{\"reference\":\"Observation/o1\"}],\"text\":{\"status\":\"generated\",\"div\":\"<div>HER2: see there</div>\"}");

        extraction.InScope.ShouldBeTrue();
        extraction.Gaps().ShouldBeEmpty();
    }

    [Fact]
    public void Report_Registered_IsPendingAndHidesATestOnlyWhereItSaysSomething()
    {
        Report(Her2Code, "registered").Gaps().ShouldContain(gap => gap.Code == "pending" && !gap.MayHideTest);
        Report(Her2Code + ",\"conclusion\":\"HER2 positive\"", "registered").Gaps().ShouldContain(gap => gap.Code == "pending" && gap.MayHideTest);
    }

    private const string General = "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"22637-3\"}]}";

    private const string Her2Code = "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"48676-1\"}]}";

    private static string Form(string text, string rest = "") =>
        $$"""
        "presentedForm":[{"contentType":"text/plain; charset=utf-8","data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}}"{{rest}}}]
        """;

    private static Extraction Report(string rest, string status = "final") => Reads.Json($$"""
        {"resourceType":"DiagnosticReport","id":"r1","status":"{{status}}",{{Reads.Subject}},"effectiveDateTime":"2024-07-30",{{rest}}}
        """);
}
