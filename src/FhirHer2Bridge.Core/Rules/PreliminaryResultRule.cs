using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>16: a HER2-directed drug is given while only a preliminary result is known (reference 7, F16).</summary>
public sealed class PreliminaryResultRule : FlagRule
{
    public const string Code = "preliminary-result-acted-on";

    private static readonly RuleParameter AfterDays = new(
        "preliminary-days", "days", 14, 7, 42, "Days after a preliminary result in which the final one may still arrive.");

    private static readonly RuleParameter ModerateDays = new(
        "moderate-after-days", "days", 28, 7, 90, "Days after the preliminary result from which severity is moderate.");

    public static RuleId Id { get; } = new("H2B-16");

    public override RuleCard Card { get; } = new(Id, 2, "Preliminary HER2 result acted on")
    {
        Codes = [Code],
        Trigger = "A HER2-directed drug is given after a preliminary result became known, no final result of that tumour was known at the "
            + "dose, and none arrives within the limit. One flag for each tumour; marked provisional. Undetermined where a final result names none "
            + "of several tumours.",
        Clears = "A final result of that tumour becomes known; death; it becomes historical.",
        Severity = "low; moderate where the final result is still missing after the second limit",
        Source = "FHIR R4 Observation.status: preliminary is an interim result. No guideline gives a number of days: both limits are "
            + "defaults that the site's clinician signs.",
        Parameters = [AfterDays, ModerateDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            if (tumour.DosesUnassigned && patient.Preliminaries.Count > 0)
            {
                outcome.CannotTell("dose-not-assigned");
            }

            foreach (var versions in patient.Preliminaries.Where(p => tumour.MayOwn(p.Tumour, p.Side)).GroupBy(static p => p.Source.Key))
            {
                if (Judge([.. versions], patient, tumour, (context, outcome)))
                {
                    break;
                }
            }
        }

        if (patient.Tumours.Count > 1 && patient.Preliminaries.Any(static p => p.Tumour == TumourKind.None) && patient.Doses.Count > 0)
        {
            outcome.CannotTell("tumour-not-assigned");
        }

        return outcome;
    }

    /// <summary>One preliminary result in all its versions. True where a dose rests on it for longer than the limit.</summary>
    private static bool Judge(
        List<PreliminaryResult> versions, PatientView patient, TumourLine tumour, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var known = versions[0].KnownFrom;
        var limit = known.AddDays(at.Context.Days(Id, AfterDays) + 1);
        var final = FinalFrom(versions, patient, tumour);
        var dose = tumour.Doses.FirstOrDefault(dose => dose.FirstFrom(known) < (final ?? DateTimeOffset.MaxValue));
        if (dose is null)
        {
            if (at.Outcome.HasCome(limit) && !(final <= limit) && tumour.Doses.Any(d => d.When.Earliest < known && d.When.LatestExclusive > known))
            {
                at.Outcome.CannotTell("order-of-dose-and-result");
            }

            return false;
        }

        var given = dose.FirstFrom(known)!.Value;
        var start = given > limit ? given : limit;
        if (final <= start)
        {
            return false;
        }

        if (at.Outcome.HasCome(start) && !at.Outcome.HasCome(final) && UnassignedFrom(patient, tumour) is { } unassigned)
        {
            at.Outcome.CannotTell("tumour-not-assigned");
            if (unassigned <= start)
            {
                return false;
            }
        }

        if (at.Outcome.HasCome(start) && !Absence.OfTests(WithFinalGaps(patient), null, start, at.Context, at.Outcome))
        {
            return false;
        }

        var escalates = known.AddDays(at.Context.Days(Id, ModerateDays) + 1);
        var severeFrom = escalates > start ? escalates : start;
        var severity = at.Outcome.HasCome(severeFrom) && !(final <= severeFrom) && !(patient.Died <= severeFrom) ? FlagSeverity.Moderate : FlagSeverity.Low;
        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = given }
            .EndsAt(final, "reassessed")
            .Raise(() => FlagOf(versions[^1], dose, start, severity, (patient, tumour)));
        return true;
    }

    /// <summary>
    /// When the first final result of the tumour became known. A new version of the preliminary one: when it was issued, or when it came
    /// where it still bears the time of the preliminary one.
    /// </summary>
    private static DateTimeOffset? FinalFrom(List<PreliminaryResult> versions, PatientView patient, TumourLine tumour)
    {
        var replaced = versions.Select(static version => version.ReplacedAt).Max();
        var known = versions.Max(static version => version.KnownFrom);
        return tumour.Assessments.Concat(patient.Unassigned.Where(IsOfTheSame)).Where(IsFinal)
            .Select(a => IsOfTheSame(a) && a.Readings[0].KnownFrom <= known && replaced > known ? replaced : a.Readings[0].KnownFrom)
            .Min();

        bool IsOfTheSame(ReadAssessment assessment) => assessment.Members.Contains(versions[0].Source.Key.Value, StringComparer.Ordinal);
    }

    /// <summary>When the first final result became known that may be this tumour's or another's; null: there is none.</summary>
    private static DateTimeOffset? UnassignedFrom(PatientView patient, TumourLine tumour) => patient.Unassigned
        .Where(a => IsFinal(a) && (a.Assessment.Tumour == TumourKind.None || tumour.MayOwn(a.Assessment.Tumour, a.Side)))
        .Select(static a => (DateTimeOffset?)a.Readings[0].KnownFrom).Min();

    private static bool IsFinal(ReadAssessment assessment) => assessment.Assessment.Standing is FactStanding.Final or FactStanding.Amended;

    /// <summary>An unread report that is itself preliminary hides no final result.</summary>
    private static PatientView WithFinalGaps(PatientView patient) =>
        patient with { Gaps = [.. patient.Gaps.Where(static gap => gap.Standing != FactStanding.Preliminary)] };

    private static Flag FlagOf(
        PreliminaryResult result, Dose dose, DateTimeOffset start, FlagSeverity severity, (PatientView Patient, TumourLine Tumour) of) => new()
        {
            Patient = of.Patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = result.Source.Key.Value,
            AnchorMembers = [result.Source.Key.Value],
            Severity = severity,
            State = FlagState.Active,
            Provisional = true,
            Start = start,
            Effective = dose.When,
            Text = $"{dose.Drug.Name} was given on {RuleText.Date(dose.When)} after a preliminary HER2 result of {RuleText.Date(result.When)}; "
                + "no final HER2 result was known.",
            Evidence = [dose.Source, result.Source],
            Details =
            [
                RuleText.When("current-status-date", result.When),
                RuleText.When("trastuzumab-first-date", dose.When),
            ],
            Focus = of.Tumour.Condition,
            Tumour = of.Tumour.Kind,
        };
}
