using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// 03 for doses that do not say for which of several tumours they were given: flagged only where every tumour that could be treated was negative
/// (reference 4e, "several primaries").
/// </summary>
internal static class UnassignedDoses
{
    /// <summary>Doses that belong to none of the patient's tumours.</summary>
    public static IEnumerable<Dose> Of(PatientView patient) =>
        patient.Doses.Where(dose => !patient.Tumours.Any(tumour => tumour.Doses.Contains(dose)));

    public static void Judge(PatientView patient, TimeSpan grace, RuleContext context, RuleOutcome outcome)
    {
        // A primary of another organ that nobody tested for HER2 does not put the others in doubt.
        var asked = patient.Tumours.Where(static tumour => tumour.MayBeTreatedForHer2).ToList();
        var hits = new List<(Dose Dose, List<ReadAssessment> Negatives)>();
        foreach (var dose in Of(patient))
        {
            var negatives = asked.Select(tumour => Negative(dose, tumour, grace, (patient, context, outcome))).OfType<ReadAssessment>().ToList();
            if (negatives.Count == 0 || negatives.Count < asked.Count || patient.UnassignedStatuses.Any())
            {
                outcome.CannotTell("dose-not-assigned");
            }
            else
            {
                hits.Add((dose, [.. negatives.OrderByDescending(static a => a.When.Earliest).ThenBy(static a => a.Anchor, StringComparer.Ordinal)]));
            }
        }

        var gap = CommonThresholds.ContinuingGap(context);
        foreach (var run in DoseReader.Runs(hits.ConvertAll(static hit => hit.Dose), gap))
        {
            var (first, negatives) = hits.Find(hit => hit.Dose == run[0]);
            new Episode(patient, context, outcome) { Start = first.When.Earliest, Trigger = first.When.Earliest }
                .EndsAt(patient.Tumours.Select(tumour => NegativeStatus.PositiveAgainFrom(tumour, first.When.Earliest, context)).Min(), "status-returned")
                .EndsWith(new Course(run, gap))
                .Raise(() => FlagOf(first, negatives, patient));
        }
    }

    /// <summary>The tumour's latest negative result at the dose, if the drug is certainly not meant for it.</summary>
    private static ReadAssessment? Negative(Dose dose, TumourLine tumour, TimeSpan grace, (PatientView Patient, RuleContext Context, RuleOutcome Outcome) at) =>
        NegativeStatus.CertainAt(at.Patient, tumour, dose.When.Earliest - grace, (at.Context, at.Outcome)) is { IsUnclear: false } negative
        && DrugIndication.Of(dose.Drug, negative.Latest, tumour.Kind, at.Context) == Indication.None
            ? negative.Latest
            : null;

    private static Flag FlagOf(Dose first, List<ReadAssessment> negatives, PatientView patient) => new()
    {
        Patient = patient.Patient,
        Rule = DrugAfterNegativeRule.Id,
        Code = DrugAfterNegativeRule.Code,
        Anchor = first.Source.Key.Value,
        AnchorMembers = [first.Source.Key.Value],
        Severity = FlagSeverity.High,
        State = FlagState.Active,
        Provisional = first.Drug.Uncertain,
        Start = first.When.Earliest,
        Effective = first.When,
        Text = $"HER2 negative in every tumour on record, on {string.Join("; on ", negatives.Select(RuleText.Describe))}; {first.Drug.Name} was given "
            + $"after that, first on {RuleText.Date(first.When)}. The record does not say for which tumour.",
        Evidence = RuleText.Evidence(negatives, [first]),
        Details =
        [
            RuleText.Status("current-status", Her2Status.Negative),
            RuleText.When("current-status-date", negatives[0].When),
            RuleText.When("trastuzumab-first-date", first.When),
        ],
    };
}
