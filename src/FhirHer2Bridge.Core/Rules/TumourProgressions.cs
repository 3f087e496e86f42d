using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Progressions of one tumour.</summary>
internal static class TumourProgressions
{
    public static List<ProgressionFact> Of(TumourLine tumour, PatientView patient, RuleOutcome outcome)
    {
        if (tumour.Doses.Count > 0 && patient.Progressions.Any(progression => BelongsTo(progression, tumour, patient) is null))
        {
            outcome.CannotTell("progression-not-assigned");
        }

        if (tumour.Doses.Count > 0)
        {
            SayUnplaced(patient, outcome);
        }

        return [.. patient.Progressions.Where(progression => BelongsTo(progression, tumour, patient) == true)];
    }

    /// <summary>A progression without a date may be any tumour's, and at any time.</summary>
    public static void SayUnplaced(PatientView patient, RuleOutcome outcome)
    {
        if (patient.UnplacedProgressions.Count > 0)
        {
            outcome.CannotTell("progression-not-dated");
        }
    }

    /// <summary>
    /// Whether a progression is this tumour's: as its Condition says, else the organ it names; where it names none, that of the only tumour
    /// that was on record then.
    /// </summary>
    /// <returns>Null: nobody can say.</returns>
    public static bool? BelongsTo(ProgressionFact progression, TumourLine tumour, PatientView patient)
    {
        if (patient.Tumours.Count == 1)
        {
            return progression.Tumour == TumourKind.None || tumour.Kind == TumourKind.None || tumour.Kind == progression.Tumour ? true : null;
        }

        var named = patient.TumourConditions.Where(fact => progression.Conditions.Contains(fact.Condition)).ToList();
        var says = named.Count > 0 || patient.Tumours.Any(line => line.MayOwn(progression.Tumour, null));
        List<TumourLine> owners =
        [
            .. patient.Tumours.Where(line => named.Count > 0 ? named.Exists(fact => line.MayOwn(fact.Kind, fact.Side))
                : says ? line.MayOwn(progression.Tumour, null)
                : line.KnownFrom < progression.When!.Value.LatestExclusive),
        ];
        return owners is [var only] && (says || only.KnownFrom <= progression.When!.Value.Earliest) ? only == tumour
            : says && !owners.Contains(tumour) ? false
            : null;
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
