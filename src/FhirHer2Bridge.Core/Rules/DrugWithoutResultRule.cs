using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>07: a HER2-directed drug is given and no HER2 result of any kind is on record (reference 7, F07).</summary>
public sealed class DrugWithoutResultRule : FlagRule
{
    public const string Code = "her2-drug-without-result";

    /// <summary>Gene symbol approved by HGNC (HGNC:3430).</summary>
    private const string Gene = "ERBB2";

    public static RuleId Id { get; } = new("H2B-07");

    public override RuleCard Card { get; } = new(Id, 2, "HER2 drug without any HER2 result on record")
    {
        Codes = [Code],
        Trigger = "The first HER2-directed dose on record, and up to the end of the look-ahead (rule 06) no HER2 result of any kind (serum is none). "
            + "A preliminary result and the former version of an amended one are results; for a known tumour outside stomach and breast an ERBB2 "
            + "mutation or a panel over ERBB2 counts as one. Undetermined while a report that may hold a result is unread, or for the retest "
            + "grace (rule 02) while one is pending, or a Condition states a HER2 status; without a result also where something that may be the "
            + "first dose could not be read.",
        Clears = "A HER2 result of any kind becomes known; death; it becomes historical.",
        Severity = "high",
        Source = "Labels of trastuzumab and its conjugates: patients are selected by test; Canadian consensus 2024, PMID 39727695, and CSCO "
            + "2021, PMC8360643: a HER2 test for every gastric cancer. No guideline gives a number of days: the limit "
            + "is a default that the site's clinician signs.",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var lookAhead = CommonThresholds.TestLookAhead(context) + 1;
        var known = KnownFrom(patient);
        var hidden = known is null ? HiddenDoseFrom(patient) : null;
        if (patient.Doses.Count == 0 || hidden < patient.Doses[0].When.Earliest)
        {
            var due = hidden?.AddDays(lookAhead);
            if (outcome.HasCome(due))
            {
                outcome.CannotTell("doses-not-read-through");
            }
        }

        if (patient.Doses.Count == 0)
        {
            return outcome;
        }

        var first = patient.Doses[0];
        var start = first.When.Earliest.AddDays(lookAhead);
        if (known <= start)
        {
            return outcome;
        }

        if (outcome.HasCome(start))
        {
            if (WhyUndetermined(patient) is { } reason)
            {
                outcome.CannotTell(reason);
                return outcome;
            }

            // An unread report hides the result whenever it was written: it may tell of an older test.
            if (!Absence.OfTests(patient, null, start, context, outcome)
                || (known is null && patient.Gaps.Any(gap => Absence.MayHideTest(gap, context, outcome)) && !Absence.OfTests(patient, null, DateTimeOffset.MaxValue, context, outcome)))
            {
                return outcome;
            }
        }

        new Episode(patient, context, outcome) { Start = start, Trigger = first.When.Earliest }
            .EndsAt(known, "reassessed")
            .Raise(() => FlagOf(first, start, patient));
        return outcome;
    }

    /// <summary>The earliest moment of something that may be a dose and could not be read; without a date that may be long ago. Null: there is none.</summary>
    private static DateTimeOffset? HiddenDoseFrom(PatientView patient) => patient.Gaps.Where(static gap => gap.MayHideDose)
        .Select(gap => (DateTimeOffset?)(gap.When?.Earliest ?? DateTimeOffset.MinValue)).Min();

    /// <summary>When the first result that answers for the drug became known; null: none is.</summary>
    private static DateTimeOffset? KnownFrom(PatientView patient)
    {
        var results = patient.Tumours.SelectMany(static tumour => tumour.Assessments).Concat(patient.Unassigned)
            .Where(static a => a.Assessment.Standing != FactStanding.Withdrawn)
            .Select(static a => (DateTimeOffset?)a.Readings[0].KnownFrom)
            .Concat(patient.Preliminaries.Select(static result => (DateTimeOffset?)result.KnownFrom))
            .Concat(patient.Results.Where(static result => result.Fact.Standing == FactStanding.Amended)
                .Select(static result => (DateTimeOffset?)result.When.LatestExclusive));
        return patient.Tumours.Any(static tumour => tumour.Kind == TumourKind.Other)
            ? results.Concat(Sequenced(patient)).Min()
            : results.Min();
    }

    /// <summary>ERBB2 looked at by sequencing, apart from its copy number.</summary>
    private static IEnumerable<DateTimeOffset?> Sequenced(PatientView patient) =>
        patient.Alterations.Where(static a => string.Equals(a.Gene, Gene, StringComparison.Ordinal)).Select(static a => a.Issued ?? a.When?.Earliest)
            .Concat(patient.Panels.Where(static panel => panel.Genes.Contains(Gene, StringComparer.Ordinal))
                .Select(static panel => panel.Issued ?? panel.When?.Earliest));

    private static string? WhyUndetermined(PatientView patient) =>
        patient.StatedByConditions.Count > 0 ? "status-stated-by-condition"
        : Sequenced(patient).Any() && patient.Tumours.All(static tumour => tumour.Kind != TumourKind.Other) ? "sequenced-without-status"
        : null;

    private static Flag FlagOf(Dose first, DateTimeOffset start, PatientView patient)
    {
        var tumour = patient.Tumours.Count == 1 ? patient.Tumours[0] : null;
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = first.Source.Key.Value,
            AnchorMembers = [first.Source.Key.Value],
            Severity = FlagSeverity.High,
            State = FlagState.Active,
            Provisional = first.Drug.Uncertain,
            Start = start,
            Effective = first.When,
            Text = $"{first.Drug.Name} was given on {RuleText.Date(first.When)}; no HER2 result is on record. Results from elsewhere may exist.",
            Evidence = [first.Source],
            Details = [RuleText.When("trastuzumab-first-date", first.When)],
            Focus = tumour?.Condition,
            Tumour = tumour?.Kind ?? TumourKind.None,
        };
    }
}
