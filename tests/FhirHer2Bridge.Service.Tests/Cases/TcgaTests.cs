using System.Text;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Tests.Cases;

/// <summary>
/// HER2 results of TCGA-BRCA as their sites recorded them, through the whole of <c>evaluate</c>. The table has no final status, so
/// this checks arithmetic and conflicts, not truth.
/// </summary>
public sealed class TcgaTests
{
    private static readonly string[] Contradictions = ["ihc-ish-mismatch", "contradictory-coding"];

    [TcgaFact]
    public void Evaluate_NumericRatioAtOneFixedCutOff_AgreesWithTheRecordedFishStatusOrSaysTheContradiction()
    {
        var rows = TcgaRow.Read(TcgaFactAttribute.File).Where(static row => row.Ratio is not null && row.Fish is not null).ToList();
        var alone = Evaluate(rows.SelectMany(static row => row.AsFixedCutOff(withStatus: false)));
        var together = Evaluate(rows.SelectMany(static row => row.AsFixedCutOff(withStatus: true)));

        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
        {
            var reading = alone[row.Id].Status.Value;
            reading.ShouldBe(row.Ratio >= 2.0m ? "positive" : "negative", row.Id);
            var said = together[row.Id].Flags.Select(static flag => flag.Code).Intersect(Contradictions, StringComparer.Ordinal);
            said.Any().ShouldBe(!string.Equals(row.Fish, reading, StringComparison.OrdinalIgnoreCase), row.Id);
        }

        rows.Count(row => together[row.Id].Flags.Count > 0).ShouldBeInRange(1, 3, "three in the whole table, some of them held back");
    }

    [TcgaFact]
    public void Evaluate_RowWithAConflict_IsNeverSilentlyPositiveOrNegative()
    {
        var rows = TcgaRow.Read(TcgaFactAttribute.File);
        var now = Evaluate(rows.SelectMany(static row => row.AsBreast("2020-03-01")));
        var then = Evaluate(rows.SelectMany(static row => row.AsBreast(row.Year)));

        var conflicts = rows.Where(static row => IsConflict(row)).ToList();
        conflicts.ShouldNotBeEmpty();
        conflicts.Where(row => IsSilent(now[row.Id])).Select(static row => row.Id).ShouldBeEmpty();
        conflicts.Where(row => IsSilent(then[row.Id])).Select(static row => row.Id).ShouldBeEmpty();
    }

    [TcgaFact]
    public void Evaluate_EveryRowOfAnyYear_GivesALineAndHidesNothing()
    {
        var rows = TcgaRow.Read(TcgaFactAttribute.File);
        var lines = Evaluate(rows.SelectMany(static row => row.AsBreast(row.Year)));

        var told = rows.Where(static row => row.Score is not null || row.Ihc is not null || row.Fish is not null).ToList();
        told.ShouldAllBe(row => lines.ContainsKey(row.Id));
        told.Where(row => lines[row.Id].History.Count == 0 && lines[row.Id].Gaps.Count == 0).Select(static row => row.Id).ShouldBeEmpty();
    }

    /// <summary>Two recorded words that cannot both be right, told from the row alone.</summary>
    private static bool IsConflict(TcgaRow row)
    {
        var protein = row.Score switch
        {
            "0" or "1+" => "Negative",
            "2+" => "Equivocal",
            "3+" => "Positive",
            _ => null,
        };
        var scoreAgainstWords = protein is not null && row.Ihc is "Positive" or "Negative"
            && !string.Equals(protein, row.Ihc, StringComparison.Ordinal)
            && !(protein is "Equivocal" && string.Equals(row.Fish, row.Ihc, StringComparison.Ordinal));
        var stain = protein is "Positive" or "Negative" ? protein : protein is null && row.Ihc is "Positive" or "Negative" ? row.Ihc : null;
        return scoreAgainstWords || (stain is not null && row.Fish is "Positive" or "Negative" && !string.Equals(stain, row.Fish, StringComparison.Ordinal));
    }

    private static bool IsSilent(AssessmentRecord line) =>
        line.Status.Value is "positive" or "negative" && line.Flags.Count == 0 && line.History.All(static one => one.Notes.Count == 0);

    private static Dictionary<string, AssessmentRecord> Evaluate(IEnumerable<JsonObject> resources)
    {
        var bundle = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "collection",
            ["entry"] = new JsonArray([.. resources.Select(static resource => new JsonObject { ["resource"] = resource })]),
        };
        var dataset = DatasetReader.Read(
            [("tcga.json", Encoding.UTF8.GetBytes(bundle.ToJsonString()))], new ExtractOptions(Terms.Embedded, TimeZoneInfo.Utc));
        return DatasetAssessment.Lines(dataset, AssessmentPolicy.From(new BridgeSettings()), AsOf.Parse("2020-06-01", TimeZoneInfo.Utc)!)
            .Select(AssessmentLineReader.Read)
            .Where(static line => line.Patient is not null)
            .ToDictionary(static line => line.Patient!["Patient/".Length..], StringComparer.Ordinal);
    }
}
