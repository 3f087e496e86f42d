using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.History.Tables;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>12: results of one specimen contradict each other (reference 7, F12; 2b, 4a, 4c).</summary>
public sealed class IhcIshMismatchRule : FlagRule
{
    public const string Code = "ihc-ish-mismatch";

    public static RuleId Id { get; } = new("H2B-12");

    public static RuleParameter GastricCopies { get; } = new(
        "gastric-six-copies", "choice", 0, 0, 2,
        "Gastric, six or more HER2 copies without a ratio of 2.0: 0 indeterminate (left to a person), 1 positive, 2 the ratio alone "
        + "decides. The guideline of 2016 gives the ratio; some protocols count the copies.");

    public static RuleParameter PlasmaCutOff { get; } = new(
        "plasma-amplified-copies", "copies", 2.4m, 2.0m, 20m,
        "Copy number from which plasma sequencing without a call of its own counts as amplified (Guardant360 in HERACLES). Assays "
        + "differ: a site may give one its own number, \"plasma-amplified-copies@assay\".")
    { ByAssay = true };

    public static RuleParameter TissueCutOff { get; } = new(
        "tissue-amplified-copies", "copies", 4.0m, 2.0m, 20m,
        "Copy number from which tissue sequencing without a call of its own counts as amplified (SCRUM-Japan); by assay as above.")
    { ByAssay = true };

    public override RuleCard Card { get; } = new(Id, 3, "Results of one specimen contradict each other")
    {
        Codes = [Code],
        Trigger = "IHC 0 or 1+ with an amplified gene (in breast also group 1), 3+ with one that is not (group 5); in situ hybridisation and "
            + "sequencing, by its call or its copies, that say opposite things (hybridisation is read); an IHC score, a gene call "
            + "or a conclusion of the laboratory that differs from what the table makes of its results. Where the rules of the time are "
            + "not verified, the specimen of a result is not known, or the tumour is not and the readings differ, it is undetermined.",
        Clears = "An addendum or repeat on the specimen without contradiction; a later determinate tissue result of that tumour; death; it "
            + "becomes historical.",
        Severity = "moderate",
        Source = "CAP/ASCP/ASCO 2016 (gastric); ASCO/CAP 2018, affirmed 2023 (breast), Arch Pathol Lab Med 2018;142:1364; plasma 2.4: Clin "
            + "Cancer Res 2019;25:3046; tissue sequencing 4.0: PMC9384954.",
        Parameters = [GastricCopies, PlasmaCutOff, TissueCutOff],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            foreach (var assessment in tumour.Assessments.Where(StatusWalk.IsUsable))
            {
                SayWhatWasNotCompared(assessment, tumour, patient, (context, outcome));
                RaiseFor(assessment, tumour, patient, (context, outcome));
            }
        }

        // A contradiction on a specimen needs no tumour to be seen; which one it is, is then not said.
        foreach (var assessment in patient.Unassigned.Where(StatusWalk.IsUsable))
        {
            SayWhatWasNotCompared(assessment, null, patient, (context, outcome));
            RaiseFor(assessment, null, patient, (context, outcome));
        }

        return outcome;
    }

    /// <summary>
    /// Counts that no verified rules read, results of which nobody knows the specimen, or that the tables of two organs read differently: they
    /// may contradict each other. Asked as long as a contradiction would be open.
    /// </summary>
    private static void SayWhatWasNotCompared(
        ReadAssessment assessment, TumourLine? tumour, PatientView patient, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var situation = new Episode(patient, at.Context, at.Outcome) { Start = assessment.Latest.KnownFrom, Trigger = assessment.When.Earliest };
        if (at.Outcome.HasCome(Moment.Earliest(NextDeterminate(assessment, tumour), situation.HistoricalFrom)))
        {
            return;
        }

        foreach (var note in assessment.Latest.Notes)
        {
            if (WhyNotCompared(note) is { } reason)
            {
                at.Outcome.CannotTell(reason);
            }
        }
    }

    private static string? WhyNotCompared(string note) => note switch
    {
        TableAnswer.RulesUnverified => "rule-set-unverified",
        ClusterReader.SpecimenAmbiguous => "specimen-ambiguous",
        TumourTables.ReadingsDiffer or TumourTables.MismatchDiffers => "tumour-type-unknown",
        _ => null,
    };

    /// <summary>When a later tissue result of the tumour first was determinate; null: there is none, or the tumour is not known.</summary>
    private static DateTimeOffset? NextDeterminate(ReadAssessment assessment, TumourLine? tumour) =>
        tumour is null ? null : StatusDecision.NextAfter(assessment, tumour);

    private static void RaiseFor(
        ReadAssessment assessment, TumourLine? tumour, PatientView patient, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var last = assessment.Readings.LastOrDefault(static reading => reading.Mismatch is not null);
        if (last is null || (last.Mismatch is ResultMismatch.ScoreAgainstWords or ResultMismatch.ConclusionAgainstTable
            && TextAgainstCode.In(assessment, patient) is not null))
        {
            // Words against code: rule 18 says so, and one contradiction is told once.
            return;
        }

        var from = assessment.Readings.Reverse().SkipWhile(reading => reading != last)
            .TakeWhile(static reading => reading.Mismatch is not null).Last();
        var settled = assessment.Readings.FirstOrDefault(reading => reading.KnownFrom > last.KnownFrom);
        new Episode(patient, at.Context, at.Outcome) { Start = from.KnownFrom, Trigger = assessment.When.Earliest }
            .EndsAt(settled?.KnownFrom, "reassessed")
            .EndsAt(NextDeterminate(assessment, tumour), "superseded")
            .Raise(() => FlagOf(assessment, last, from.KnownFrom, (patient, tumour)));
    }

    private static Flag FlagOf(ReadAssessment assessment, Reading reading, DateTimeOffset start, (PatientView Patient, TumourLine? Tumour) of) => new()
    {
        Patient = of.Patient.Patient,
        Rule = Id,
        Code = Code,
        Anchor = assessment.Anchor,
        AnchorMembers = assessment.Members,
        Severity = FlagSeverity.Moderate,
        State = FlagState.Active,
        Start = start,
        Effective = assessment.When,
        Text = TextOf(assessment, reading, of.Patient),
        Evidence = RuleText.Evidence([assessment], []),
        Details =
        [
            RuleText.Status("current-status", reading.Status),
            RuleText.When("current-status-date", assessment.When),
        ],
        Focus = of.Tumour?.Condition,
        Tumour = assessment.Assessment.Tumour,
    };

    private static string TextOf(ReadAssessment assessment, Reading reading, PatientView patient)
    {
        var what = reading.Mismatch switch
        {
            ResultMismatch.ProteinAgainstGene => "protein and gene results contradict each other",
            ResultMismatch.ScoreAgainstWords => "the IHC score and the stated IHC status contradict each other",
            ResultMismatch.CallAgainstCounts => "the laboratory's call on the gene and its own counts contradict each other",
            ResultMismatch.HybridisationAgainstSequencing => "in situ hybridisation and sequencing of the gene contradict each other",
            _ => "the laboratory's conclusion and its own results contradict each other",
        };
        var text = $"HER2 of the specimen of {RuleText.Describe(assessment, patient, reading.KnownFrom)}: {what}. Read as {RuleText.Word(reading.Status)}";
        return reading.Recomputed is { } recomputed
            ? $"{text}, as the laboratory states; its results alone read as {RuleText.Word(recomputed)}."
            : text + ".";
    }
}
