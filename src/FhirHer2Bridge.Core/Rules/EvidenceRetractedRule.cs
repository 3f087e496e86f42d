using System.Globalization;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>15: a result was corrected or retracted after doses, or a flag, rested on it (reference 7, F15; 2c; 4e).</summary>
public sealed class EvidenceRetractedRule : FlagRule
{
    public const string Code = "evidence-retracted-after-use";

    public static RuleId Id { get; } = new("H2B-15");

    public override RuleCard Card { get; } = new(Id, 2, "Result corrected or retracted after being acted on")
    {
        Codes = [Code],
        Trigger = "A HER2 result in force when a HER2-directed dose was given, or on which a status change had been flagged, is later "
            + "amended, corrected, cancelled, entered in error or taken from the patient; its status, tumour or specimen changes; or a "
            + "re-read of the specimen reverses it. A plasma result counts where no tissue result was determinate. Undetermined where it was amended "
            + "after a dose and its former version was never seen, and where it was tied with another, named no tumour or had no date.",
        Clears = "A clinician acknowledges it; death; it becomes historical.",
        Severity = "high; low where it was amended and status, tumour and specimen are as before",
        Source = "Patient safety: a decision may rest on what is no longer so. Central re-reading differed from the local one in 22.3 % "
            + "of 404 (VARIANZ).",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var finder = new RetractionFinder(patient, context, outcome);
        finder.SayWhatWasNotKept();
        foreach (var result in finder.Find()
            .GroupBy(static one => (one.Basis.Anchor, one.Tumour.Kind)))
        {
            var changes = result.OrderBy(static one => one.Start).ToList();
            new Episode(patient, context, outcome) { Start = changes[0].Start, Trigger = changes[^1].Start }
                .Raise(() => FlagOf(changes, patient));
        }

        return outcome;
    }

    private static Flag FlagOf(List<Retraction> changes, PatientView patient)
    {
        var worst = changes.MaxBy(static one => one.Kind)!;
        var doses = changes.SelectMany(static one => one.Doses).Distinct().OrderBy(static dose => dose.When.Earliest)
            .ThenBy(static dose => dose.Source.Key.Value, StringComparer.Ordinal).ToList();
        var left = worst.Kind == RetractionKind.Left;
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = worst.Basis.Anchor,
            AnchorMembers = worst.Basis.Members,
            Severity = worst.Kind == RetractionKind.Amended ? FlagSeverity.Low : FlagSeverity.High,
            State = FlagState.Active,
            Start = changes[0].Start,
            Effective = left ? doses[^1].When : worst.Basis.When,
            Text = TextOf(worst, doses),
            Evidence = EvidenceOf(changes, doses, patient),
            Details = Details(worst, doses, left),
            Focus = worst.Tumour.Condition,
            Tumour = worst.Tumour.Kind,
        };
    }

    /// <summary>Nothing is said of a result that left the record: it may be another patient's.</summary>
    private static string TextOf(Retraction change, List<Dose> doses)
    {
        var after = doses.Count == 0
            ? " A change of status had been flagged on it."
            : $" Given while it was in force: {RuleText.Doses(doses)}, last on {RuleText.Date(doses[^1].CourseEnd ?? doses[^1].When)}.";
        if (change.Kind == RetractionKind.Left)
        {
            return "A HER2 result is no longer on this patient's record." + after;
        }

        var on = change.At is { } at ? $" on {at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : string.Empty;
        var became = change.Kind switch
        {
            RetractionKind.Withdrawn => $"was withdrawn{on}",
            RetractionKind.Status => $"was changed{on}: {RuleText.Word(change.From)} first, {(change.To is { } to ? RuleText.Word(to) : "no clear status")} now",
            RetractionKind.Tumour => $"was assigned to another tumour{on}",
            RetractionKind.Specimen => $"was assigned to another specimen{on}",
            _ => $"was amended{on}; its status is as before",
        };
        return $"The HER2 result of {RuleText.Describe(change.Basis)}, {RuleText.Word(change.From)}, {became}.{after}";
    }

    /// <summary>Only what is still this patient's: a source that moved to another one must not be named here.</summary>
    private static EquatableArray<Facts.SourceRef> EvidenceOf(List<Retraction> changes, List<Dose> doses, PatientView patient)
    {
        var present = patient.Facts.Where(static fact => fact.ReplacedAt is null).Select(static fact => fact.Source.Key).ToHashSet();
        return changes.AsEnumerable().Reverse().SelectMany(static one => one.Sources).Where(source => present.Contains(source.Key))
            .Concat(doses.AsEnumerable().Reverse().Select(static dose => dose.Source))
            .ToDistinctArray();
    }

    private static EquatableArray<FlagDetail> Details(Retraction change, List<Dose> doses, bool left)
    {
        List<FlagDetail> details = left
            ? []
            : [RuleText.Status("prior-status", change.From), RuleText.When("prior-status-date", change.Basis.When)];
        if (change is { Kind: RetractionKind.Status, To: { } to })
        {
            details.Add(RuleText.Status("current-status", to));
        }

        if (doses.Count > 0)
        {
            details.Add(RuleText.When("trastuzumab-last-date", doses[^1].When));
            details.Add(RuleText.Count("administrations-since-assessment", doses.Count));
        }

        return details.ToEquatableArray();
    }
}
