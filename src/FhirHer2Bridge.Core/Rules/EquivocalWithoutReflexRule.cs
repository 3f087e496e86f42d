using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>04: an equivocal result that no in situ hybridisation of its specimen followed (reference 7, F04).</summary>
public sealed class EquivocalWithoutReflexRule : FlagRule
{
    public const string Code = "equivocal-without-reflex";

    private static readonly RuleParameter GraceDays = new(
        "equivocal-grace-days", "days", 14, 7, 42, "Days from collection in which in situ hybridisation may still report.");

    private static readonly RuleParameter HighDays = new(
        "high-after-days", "days", 28, 7, 42, "Days from collection from which severity is high, where treatment rests on nothing else, and from which an awaited test is waited for no longer.");

    public static RuleId Id { get; } = new("H2B-04");

    public override RuleCard Card { get; } = new(Id, 4, "Equivocal result without reflex test")
    {
        Codes = [Code],
        Trigger = "A specimen read IHC 2+ or equivocal, and no in situ hybridisation of it by the end of the grace period. Sequencing is none: "
            + "it can show that the gene is amplified, then the specimen is positive, and never that it is not. While a test is awaited "
            + "(a preliminary report or result without content, a text that says pending) the rule is undetermined up to the second limit; "
            + "from then on it is flagged, and the flag names what is awaited. A test that was only registered delays nothing. "
            + "Undetermined where the laboratory concludes a 2+ as positive or negative and no gene test of the specimen is on record, and where "
            + "hybridisation of it decides nothing.",
        Clears = "In situ hybridisation of the specimen; a later determinate tissue result of that tumour; the specimen turned out to be "
            + "unsatisfactory (then rule 17); death; it becomes historical.",
        Severity = "moderate; high from the second limit where a HER2-directed drug is given and no other specimen of that tumour is positive",
        Source = "CAP/ASCP/ASCO gastric guideline 2016 and ASCO/CAP breast guideline 2018: IHC 2+ needs in situ hybridisation. No guideline "
            + "gives a number of days: both limits are defaults that the site's clinician signs.",
        Parameters = [GraceDays, HighDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            foreach (var assessment in tumour.Assessments.Where(StatusWalk.IsUsable))
            {
                if (assessment.Readings.FirstOrDefault(static r => r.Status == Her2Status.Equivocal) is { } equivocal)
                {
                    Evaluate(patient, tumour, (assessment, equivocal), (context, outcome));
                }
                else if (IsConcludedWithoutReflex(assessment, patient))
                {
                    outcome.CannotTell("reflex-not-on-record");
                }

                if (IsLeftOpenByItsReflex(assessment, patient) && !outcome.HasCome(StatusDecision.NextAfter(assessment, tumour)))
                {
                    outcome.CannotTell("reflex-not-decisive");
                }
            }
        }

        if (patient.Unassigned.Any(static a => StatusWalk.IsUsable(a) && a.Latest.Status == Her2Status.Equivocal))
        {
            outcome.CannotTell("tumour-not-assigned");
        }

        return outcome;
    }

    /// <summary>2+ that the laboratory concludes as positive or negative: hybridisation may have been done, and is not on record.</summary>
    private static bool IsConcludedWithoutReflex(ReadAssessment assessment, PatientView patient) =>
        assessment.Latest is { IhcScore: 2 } latest && latest.Status.IsDeterminate()
        && !patient.ResultsOf(assessment).Any(static member => member.Fact is { Method: AssayMethod.Ish or AssayMethod.Ngs });

    /// <summary>2+, and hybridisation of the specimen that decides nothing (totals without cells, a bound, copies without a ratio).</summary>
    private static bool IsLeftOpenByItsReflex(ReadAssessment assessment, PatientView patient) =>
        assessment.Latest is { IhcScore: 2 } latest && !latest.Status.IsDeterminate()
        && patient.ResultsOf(assessment).Any(static member => member.Fact
            is { Method: AssayMethod.Ish, Result: AssayResult.Gene { IsAboutHer2: true } or AssayResult.Stated });

    private static void Evaluate(
        PatientView patient,
        TumourLine tumour,
        (ReadAssessment Assessment, Reading Equivocal) of,
        (RuleContext Context, RuleOutcome Outcome) at)
    {
        var (assessment, equivocal) = of;
        var collected = assessment.When.Earliest;
        var start = Moment.Latest(collected.AddDays(at.Context.Days(Id, GraceDays)), equivocal.KnownFrom);
        var members = patient.ResultsOf(assessment).ToList();
        var awaited = patient.Gaps.Where(gap => gap is { MayHideTest: true, Code: Absence.Awaited } && !(gap.When?.LatestExclusive <= collected))
            .OrderBy(static gap => gap.When?.Earliest).ThenBy(static gap => gap.Source.Key.Value, StringComparer.Ordinal).Take(1).ToList();
        var (end, reason, how) = Ending(assessment, equivocal, members, tumour);
        if (at.Outcome.HasCome(start) && !at.Outcome.HasCome(end))
        {
            if (members.Exists(static member => member.Fact.Result is AssayResult.Inconclusive { Reason: not Specimens.Unsatisfactory }))
            {
                at.Outcome.CannotTell("unreadable-member");
                return;
            }

            var isWaiting = awaited.Count > 0 && !at.Outcome.HasCome(Moment.Latest(start, collected.AddDays(at.Context.Days(Id, HighDays))));
            if (!Absence.OfTests(patient, collected, start, at.Context, at.Outcome, isWaiting))
            {
                return;
            }
        }

        var dose = tumour.Doses.FirstOrDefault(d => d.Ongoing || d.Last >= collected);
        var high = dose is null
            ? (DateTimeOffset?)null
            : Moment.Latest(collected.AddDays(at.Context.Days(Id, HighDays)), start, dose.When.Earliest);
        var moment = at.Outcome.HasCome(end) ? end!.Value.AddTicks(-1) : DateTimeOffset.MaxValue;
        var isHigh = at.Outcome.HasCome(high) && high <= moment && !tumour.Assessments.Any(other => other != assessment && StatusWalk.IsUsable(other)
            && other.At(moment)?.Status == Her2Status.Positive);
        if (tumour.DosesUnassigned && !isHigh && at.Outcome.HasCome(start) && !at.Outcome.HasCome(end))
        {
            at.Outcome.CannotTell("dose-not-assigned");
        }

        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = collected }
            .EndsAt(end, reason, how)
            .Raise(() => FlagOf(of, isHigh ? dose : null, awaited, (patient, tumour)));
    }

    /// <summary>The first thing seen that settles it, if any.</summary>
    private static (DateTimeOffset? At, string Reason, string How) Ending(
        ReadAssessment assessment, Reading equivocal, List<SeenResult> members, TumourLine tumour)
    {
        var reread = assessment.Readings.FirstOrDefault(r => r.KnownFrom > equivocal.KnownFrom && r.Status != Her2Status.Equivocal)?.KnownFrom;
        var gene = members.Where(static member => member.Fact is { Method: AssayMethod.Ish, Result: AssayResult.Gene { IsAboutHer2: true } or AssayResult.Stated })
            .Select(static member => (DateTimeOffset?)member.KnownFrom).Min();
        var later = StatusDecision.NextAfter(assessment, tumour);
        var exhausted = members.Where(static member => member.Fact.Result is AssayResult.Inconclusive { Reason: Specimens.Unsatisfactory })
            .Select(static member => (DateTimeOffset?)member.KnownFrom).Min();
        var settled = new[] { reread, gene, later }.Min();
        return exhausted < settled || settled is null ? (exhausted, "superseded", "the specimen does not allow the test")
            : gene == settled ? (settled, "reassessed", "a gene test of the specimen became known")
            : reread == settled ? (settled, "reassessed", "the specimen was read again")
            : (settled, "reassessed", "a later result of the tumour became known");
    }

    private static Flag FlagOf(
        (ReadAssessment Assessment, Reading Equivocal) of, Dose? dose, List<GapFact> awaited, (PatientView Patient, TumourLine Tumour) about)
    {
        var (patient, tumour) = about;
        var assessment = of.Assessment;
        var text = $"HER2 equivocal on {RuleText.Describe(assessment, patient, of.Equivocal.KnownFrom)}; no in situ hybridisation of that specimen is on record."
            + string.Concat(awaited.Select(static gap =>
                gap.When is { } since ? $" A HER2 result is awaited since {RuleText.Date(since)}." : " A HER2 result is awaited."));
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = assessment.Anchor,
            AnchorMembers = assessment.Members,
            Severity = dose is null ? FlagSeverity.Moderate : FlagSeverity.High,
            State = FlagState.Active,
            Start = assessment.When.Earliest,
            Effective = assessment.When,
            Text = dose is null
                ? text
                : text + $" {dose.Drug.Name} was given on {RuleText.Date(dose.When)}, and no other specimen of this tumour is positive.",
            Evidence = RuleText.Evidence([assessment], dose is null ? [] : [dose]).Concat(awaited.Select(static gap => gap.Source)).ToDistinctArray(),
            Details =
            [
                RuleText.Status("current-status", Her2Status.Equivocal),
                RuleText.When("current-status-date", assessment.When),
            ],
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }
}
