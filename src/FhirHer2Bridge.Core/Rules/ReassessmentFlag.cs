using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// Content of flag 02. It names the doses up to the moment its severity began, so that a further dose of the same course costs
/// no write.
/// </summary>
internal static class ReassessmentFlag
{
    public static Flag Of(
        Stretch stretch,
        DateTimeOffset start,
        DateTimeOffset considered,
        FlagSeverity severity,
        bool isFirst,
        (PatientView Patient, TumourLine Tumour) of)
    {
        var test = stretch.Test.Assessment;
        var doses = stretch.DosesSince.Where(dose => dose.When.Earliest <= considered).ToList();
        var last = doses.Count > 0 ? doses[^1] : stretch.Course.First;
        var given = last.CourseEnd ?? last.When;
        var progression = of.Patient.Progressions
            .Where(p => p.When!.Value.OrderAgainst(test.When) == TimeOrder.After && p.When.Value.Earliest <= considered)
            .Take(1).ToList();
        var text = $"Last HER2 result {RuleText.Word(test.Latest.Status)} on {RuleText.Describe(test)}; since then "
            + $"{RuleText.Doses(doses)} up to {RuleText.Date(given)} without a new HER2 result on record.";
        if (progression.Count > 0)
        {
            text += $" Progression was recorded on {RuleText.Date(progression[0].When!.Value)}.";
        }

        return new Flag
        {
            Patient = of.Patient.Patient,
            Rule = TrastuzumabWithoutReassessmentRule.Id,
            Code = TrastuzumabWithoutReassessmentRule.Code,
            Anchor = isFirst ? test.Anchor : $"{test.Anchor}+{stretch.Course.First.Source.Key}",
            AnchorMembers = isFirst ? test.Members : [],
            Severity = severity,
            State = FlagState.Active,
            Start = start,
            Effective = last.When,
            Text = text,
            Evidence = test.Assessment.Evidence
                .Concat(doses.AsEnumerable().Reverse().Select(static dose => dose.Source))
                .Concat(progression.Select(static p => p.Source))
                .ToDistinctArray(),
            Details =
            [
                RuleText.When("last-assessment-date", test.When),
                RuleText.When("trastuzumab-first-date", stretch.Course.First.When),
                RuleText.When("trastuzumab-last-date", given),
                RuleText.Count("administrations-since-assessment", doses.Count),
            ],
            Focus = of.Tumour.Condition,
            Tumour = of.Tumour.Kind,
        };
    }
}
