using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// Results that were taken back and of which nobody can say whether a dose had rested on them: tied with another, of no named tumour, or
/// without a date.
/// </summary>
/// <param name="step">What happened to the resource.</param>
/// <param name="then">The record before it.</param>
/// <param name="basis">What doses rested on in it.</param>
internal sealed class UnplacedRetractions(VersionStep step, PatientView then, DoseBasis basis)
{
    /// <param name="isTakenBack">It was withdrawn, or says something else.</param>
    /// <param name="outcome">Told what is not known.</param>
    public void Say(Func<ReadAssessment, bool> isTakenBack, RuleOutcome outcome)
    {
        if (then.Tumours.Any(tumour => tumour.Doses.Any(dose => Moments(tumour, dose).Any(moment => basis.TiedAt(tumour, moment).Any(isTakenBack)))))
        {
            outcome.CannotTell("tied-dates");
        }

        if (then.UnassignedStatusesOfAnyTrack.Any(a => isTakenBack(a) && AnyDoseSince(a.Readings[0].KnownFrom)))
        {
            outcome.CannotTell("tumour-not-assigned");
        }

        if (!step.After.OfType<AssayFact>().Any(VersionStep.InUse) && AnyDoseSince(DateTimeOffset.MinValue)
            && then.Gaps.Any(gap => gap.Code is HistoryBuilder.UndatedResult && gap.Source.Key == step.Key))
        {
            outcome.CannotTell("withdrawn-and-undated");
        }
    }

    private IEnumerable<DateTimeOffset> Moments(TumourLine tumour, Dose dose) => DoseMoments.Of(tumour, dose, DoseMoments.Latest(dose))
        .Where(step.Stood);

    /// <summary>Some dose may have been given while the old version stood.</summary>
    private bool AnyDoseSince(DateTimeOffset known) => then.Doses.Any(dose => !(dose.When.Earliest >= step.At)
        && (dose.Ongoing || (dose.LastAtMost >= known && !(dose.LastAtMost < step.Since))));
}
