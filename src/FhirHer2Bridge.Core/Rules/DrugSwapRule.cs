using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>27: trastuzumab and a conjugate of it are both recorded within days (reference 7, F27).</summary>
public sealed class DrugSwapRule : FlagRule
{
    public const string Code = "drug-swap";

    private static readonly RuleParameter WindowDays = new(
        "swap-window-days", "days", 14, 7, 20, "Doses of both drugs up to this many days apart; a planned change waits for the next cycle.");

    public static RuleId Id { get; } = new("H2B-27");

    public override RuleCard Card { get; } = new(Id, 2, "Trastuzumab and a conjugate within days")
    {
        Codes = [Code],
        Trigger = "A dose of trastuzumab and a dose of a trastuzumab conjugate within the window. Undetermined where the identity of one "
            + "is uncertain (rule 26), the dates are too coarse, or something given within the window could not be read.",
        Clears = "The record is clarified: the flag is withdrawn, as it rests on what changed; death; it becomes historical.",
        Severity = "high",
        Source = "Labels of trastuzumab, trastuzumab emtansine and trastuzumab deruxtecan: do not substitute one for the other. No "
            + "guideline gives a number of days: the window is a default that the site's clinician signs.",
        Parameters = [WindowDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var window = context.Days(Id, WindowDays);
        DateTimeOffset? told = null;
        foreach (var pair in Pairs(patient).Where(pair => pair.Days(possible: true) <= window))
        {
            if (pair.Days(possible: false) > window)
            {
                outcome.CannotTell("dose-dates-too-coarse");
            }
            else if (pair.Earlier.Drug.Uncertain || pair.Later.Drug.Uncertain)
            {
                outcome.CannotTell("drug-identity-uncertain");
            }
            else
            {
                // Further doses of the same mixture add nothing; after a course gap it is another one.
                if (!(pair.Later.When.Earliest <= told))
                {
                    new Episode(patient, context, outcome) { Start = pair.Later.When.Earliest, Trigger = pair.Later.When.Earliest }
                        .Raise(() => FlagOf(pair, patient));
                }

                told = pair.Later.When.Earliest.AddDays(CommonThresholds.ContinuingGap(context));
            }
        }

        if (patient.Gaps.Any(gap => gap.MayHideDose && MayBeOfAPair(gap, patient, window)))
        {
            outcome.CannotTell("doses-not-read-through");
        }

        return outcome;
    }

    private static IEnumerable<Pair> Pairs(PatientView patient)
    {
        var doses = patient.Doses.Where(static dose => dose.Drug.Class is DrugClass.Trastuzumab or DrugClass.TrastuzumabAdc).ToList();
        return from later in Enumerable.Range(0, doses.Count)
               from earlier in Enumerable.Range(0, later)
               where doses[earlier].Drug.Class != doses[later].Drug.Class
               select new Pair(doses[earlier], doses[later]);
    }

    /// <summary>What could not be read may be the other drug beside a dose, or beside something else that could not be read.</summary>
    private static bool MayBeOfAPair(GapFact gap, PatientView patient, int window) =>
        patient.Doses.Any(dose => dose.Drug.Class is DrugClass.Trastuzumab or DrugClass.TrastuzumabAdc
            && IsNear(gap.When, dose.When.Earliest, dose.Ongoing ? null : dose.LastAtMost, window))
        || patient.Gaps.Any(other => other.MayHideDose && other.Source.Key != gap.Source.Key
            && (other.When is not { } when || IsNear(gap.When, when.Earliest, when.LastDay(), window)));

    /// <param name="time">Null: without a date it may have been at any time.</param>
    /// <param name="last">Null: it goes on.</param>
    private static bool IsNear(ClinicalTime? time, DateTimeOffset first, DateTimeOffset? last, int window) =>
        time is not { } when || ((first - when.LastDay()).Days <= window && !((when.Earliest - last)?.Days > window));

    private static Flag FlagOf(Pair pair, PatientView patient)
    {
        var tumour = patient.Tumours.Count == 1 ? patient.Tumours[0] : null;
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = pair.Later.Source.Key.Value,
            AnchorMembers = [pair.Later.Source.Key.Value],
            Severity = FlagSeverity.High,
            State = FlagState.Active,
            Start = pair.Later.When.Earliest,
            Effective = pair.Later.When,
            Text = $"{pair.Earlier.Drug.Name} is recorded on {RuleText.Date(pair.Earlier.CourseEnd ?? pair.Earlier.When)} and "
                + $"{pair.Later.Drug.Name} on {RuleText.Date(pair.Later.When)}.",
            Evidence = [pair.Later.Source, pair.Earlier.Source],
            Details = [RuleText.When("trastuzumab-last-date", pair.Later.When)],
            Focus = tumour?.Condition,
            Tumour = tumour?.Kind ?? TumourKind.None,
        };
    }

    private sealed record Pair(Dose Earlier, Dose Later)
    {
        /// <summary>Whole days between them: the least that the dates allow, or the most.</summary>
        public int Days(bool possible)
        {
            var end = Earlier.CourseEnd ?? Earlier.When;
            var days = Earlier.Ongoing ? 0
                : possible ? (Later.When.Earliest - end.LastDay()).Days
                : Math.Max((Later.When.LastDay() - end.Earliest).Days, Earlier.CourseEnd is null ? (end.LastDay() - Later.When.Earliest).Days : 0);
            return Math.Max(days, 0);
        }
    }
}
