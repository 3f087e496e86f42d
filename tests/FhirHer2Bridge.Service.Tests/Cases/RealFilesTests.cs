using System.Text;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Tests.Cases;

public sealed class RealFilesTests
{
    /// <summary>The shape of Synthea 3.3.0: a bounded ratio, as a string, under a presence code.</summary>
    private const string BoundedRatio = """
        {
          "resourceType": "Observation", "id": "o1", "status": "final",
          "code": {"coding": [{"system": "http://loinc.org", "code": "85318-4", "display": "HER2 [Presence] in Breast cancer specimen by FISH"}]},
          "subject": {"reference": "Patient/p1"},
          "effectiveDateTime": "2012-06-12T07:10:02+00:00", "issued": "2012-06-12T07:10:02.331+00:00",
          "valueString": "greater than 2.2"
        }
        """;

    private const string NoValue = """
        {
          "resourceType": "Observation", "id": "o2", "status": "final",
          "code": {"coding": [{"system": "http://loinc.org", "code": "85319-2"}]},
          "subject": {"reference": "Patient/p1"}, "effectiveDateTime": "2012-06-12"
        }
        """;

    private static readonly ExtractOptions Options = new(Terms.Embedded, TimeZoneInfo.Utc);

    [RealFilesFact]
    public void Evaluate_EveryRealFile_GivesLinesAndNamesWhatItCouldNotRead()
    {
        var files = Directory.EnumerateFiles(RealFilesFactAttribute.Folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".json" or ".ndjson").Order(StringComparer.Ordinal).ToList();

        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var dataset = DatasetReader.Read([(Path.GetFileName(file), File.ReadAllBytes(file))], Options);
            var lines = Evaluate(dataset);

            (dataset.Resources.Count + dataset.Unreadable.Count).ShouldBeGreaterThan(0, file);
            dataset.Unreadable.Count.ShouldBeLessThanOrEqualTo(lines.SelectMany(line => line.Gaps).Count(), file);
        }
    }

    [Fact]
    public void Extract_GreaterThanAsText_IsABoundedRatio()
    {
        var extraction = Extractor.Extract(Encoding.UTF8.GetBytes(BoundedRatio), Options);

        var gene = extraction.Facts.OfType<AssayFact>().ShouldHaveSingleItem().Result.ShouldBeOfType<AssayResult.Gene>();
        gene.Ratio.ShouldBe(new Measure(2.2m, MeasureBound.GreaterThan));
        extraction.Issues.ShouldNotContain(issue => issue.Severity == IssueSeverity.Error);
    }

    [Fact]
    public void Evaluate_FinalResultWithoutValue_IsAGapAndNoStatus()
    {
        var dataset = DatasetReader.Read([("o2.json", Encoding.UTF8.GetBytes(NoValue))], Options);

        var line = Evaluate(dataset).ShouldHaveSingleItem();

        line.Status.Value.ShouldBe("unknown");
        line.Gaps.ShouldContain(gap => gap.Code == GapCodes.ResultWithoutValue.Code && gap.Source.Contains("Observation/o2"));
    }

    private static List<AssessmentRecord> Evaluate(Dataset dataset) =>
    [
        .. DatasetAssessment.Lines(dataset, AssessmentPolicy.From(new BridgeSettings()), AsOf.Parse("2026-05-20", TimeZoneInfo.Utc)!)
            .Select(AssessmentLineReader.Read),
    ];
}
