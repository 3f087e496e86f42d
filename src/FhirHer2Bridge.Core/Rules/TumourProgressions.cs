using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Progressions of one tumour. With several tumours one that names none of them is nobody's.</summary>
internal static class TumourProgressions
{
    public static List<ProgressionFact> Of(TumourLine tumour, PatientView patient, RuleOutcome outcome)
    {
        if (patient.Tumours.Count == 1)
        {
            return [.. patient.Progressions];
        }

        var known = patient.Tumours.Select(static t => t.Condition).OfType<ResourceKey>().ToHashSet();
        if (tumour.Doses.Count > 0 && patient.Progressions.Any(p => !p.Conditions.Any(known.Contains)))
        {
            outcome.CannotTell("progression-not-assigned");
        }

        return [.. patient.Progressions.Where(p => tumour.Condition is { } condition && p.Conditions.Contains(condition))];
    }

    /// <summary>
    /// Progression on a HER2-directed drug: not longer after the last dose than a course gap (reference 7, "Line").
    /// </summary>
    public static bool IsOnDrug(ProgressionFact progression, IEnumerable<Dose> doses, int gapDays)
    {
        var at = progression.When!.Value.Earliest;
        return doses.Any(dose => dose.When.Earliest < at && (dose.Ongoing || dose.Last >= at || (at - dose.Last).Days <= gapDays));
    }
}
