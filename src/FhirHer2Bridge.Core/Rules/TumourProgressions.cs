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
    /// <param name="doses">Oldest first.</param>
    /// <returns>Null: the dates are too coarse to say.</returns>
    public static bool? IsOnDrug(ProgressionFact progression, IReadOnlyCollection<Dose> doses, int gapDays)
    {
        var (first, last) = (progression.When!.Value.Earliest, progression.When.Value.LastDay());
        return IsCertainlyOnDrug(first, last, doses, gapDays) ? true
            : doses.Any(dose => dose.When.Earliest < last && (dose.Ongoing || (first - dose.LastAtMost).Days <= gapDays)) ? null
            : false;
    }

    /// <summary>On whichever of its days the progression was, a dose came before it and no longer than a course gap.</summary>
    private static bool IsCertainlyOnDrug(DateTimeOffset first, DateTimeOffset last, IEnumerable<Dose> doses, int gapDays)
    {
        DateTimeOffset? covered = null;
        foreach (var dose in doses.Where(dose => dose.When.LastDay() < first || (dose.When.LastDay() - covered)?.Days <= gapDays))
        {
            covered = dose.Ongoing ? DateTimeOffset.MaxValue : covered > dose.Last ? covered : dose.Last;
        }

        return (last - covered)?.Days <= gapDays;
    }
}
