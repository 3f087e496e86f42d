using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>26: codes or words leave open which HER2-directed drug was given (reference 7, F26).</summary>
public sealed class DrugIdentityRule : FlagRule
{
    public const string Code = "drug-identity-uncertain";

    public static RuleId Id { get; } = new("H2B-26");

    public override RuleCard Card { get; } = new(Id, 3, "Drug identity uncertain")
    {
        Codes = [Code],
        Trigger = "A dose is coded by a group that may cover a conjugate as well as trastuzumab, or its codes and words name different "
            + "drugs. One flag for each name, and another one after the gap from which doses are a new course (rule 06); the first record of each is "
            + "its evidence. Undetermined while something that was given in the last year could not be read.",
        Clears = "The record is clarified: the flag is withdrawn, as it rests on what changed; death; it becomes historical.",
        Severity = "low",
        Source = "Labels of trastuzumab and its conjugates forbid an exchange; RxNorm dose-form groups name conjugates as trastuzumab.",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var doses in patient.Doses.Where(static dose => dose.Drug.Uncertain).GroupBy(static dose => dose.Drug.Name, StringComparer.Ordinal))
        {
            // A delayed cycle of what was asked about asks nothing new; a restart may be another drug.
            foreach (var run in DoseReader.Runs([.. doses], CommonThresholds.NewCourseGap(context)))
            {
                var first = run[0];
                new Episode(patient, context, outcome) { Start = first.When.Earliest, Trigger = first.When.Earliest }
                    .Raise(() => FlagOf(first, [.. run.Select(static dose => dose.Source.Key.Value)], patient));
            }
        }

        // What was given longer ago is old news: it must not keep a flag of today from being clarified.
        if (patient.Gaps.Any(gap => gap.MayHideDose && !outcome.HasCome(gap.When?.LatestExclusive.AddDays(Episode.HistoricalAfterDays))))
        {
            outcome.CannotTell("doses-not-read-through");
        }

        return outcome;
    }

    private static Flag FlagOf(Dose first, string[] members, PatientView patient)
    {
        var tumour = patient.Tumours.Count == 1 ? patient.Tumours[0] : null;
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = first.Source.Key.Value,
            AnchorMembers = [.. members],
            Severity = FlagSeverity.Low,
            State = FlagState.Active,
            Provisional = true,
            Start = first.When.Earliest,
            Effective = first.When,
            Text = $"The dose of {RuleText.Date(first.When)} was read as {first.Drug.Name}; its codes and words leave open which "
                + "HER2-directed drug it was.",
            Evidence = [first.Source],
            Details = [RuleText.When("trastuzumab-first-date", first.When)],
            Focus = tumour?.Condition,
            Tumour = tumour?.Kind ?? Facts.TumourKind.None,
        };
    }
}
