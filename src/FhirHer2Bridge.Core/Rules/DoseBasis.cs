using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// On which result each dose rested: the determinate one in force when it was given; in plasma where no tissue result was determinate then.
/// </summary>
internal sealed class DoseBasis(PatientView patient, RuleContext context)
{
    private readonly int _window = CommonThresholds.SimultaneousWindow(context);

    /// <summary>
    /// Doses given in [<paramref name="from"/>, <paramref name="until"/>) while a result that <paramref name="concerns"/> was in force.
    /// A dose whose date leaves open whether it was is not counted and said in <see cref="OrderUnknown"/>.
    /// </summary>
    public IEnumerable<Supported> Doses(Func<ReadAssessment, bool> concerns, DateTimeOffset? from, DateTimeOffset? until)
    {
        foreach (var tumour in patient.Tumours)
        {
            foreach (var dose in tumour.Doses)
            {
                var latest = DoseMoments.Latest(dose);
                if (dose.When.Earliest >= until || latest < from)
                {
                    continue;
                }

                var basis = DoseMoments.Of(tumour, dose, latest).Where(moment => !(moment < from) && !(moment >= until))
                    .Select(moment => At(tumour, moment)).FirstOrDefault(found => found is not null && concerns(found));
                if (basis is not null && (dose.CourseEnd is not null || dose.Ongoing || !(latest >= until)))
                {
                    yield return new Supported(tumour, basis, dose);
                }
                else if (basis is not null || (At(tumour, latest) is { } possible && concerns(possible)))
                {
                    OrderUnknown = true;
                }
            }
        }
    }

    /// <summary>The date of some dose is too coarse to say whether it came before or after a result was known or retracted.</summary>
    public bool OrderUnknown { get; private set; }

    /// <summary>Several tumours, and some dose names none of them.</summary>
    public bool Unassigned => patient.Tumours.Any(static tumour => tumour.DosesUnassigned);

    /// <summary>Status changes told from what was known at a moment: their tumour, result and new status.</summary>
    public IEnumerable<(TumourLine Tumour, StatusStep Step)> Changes(DateTimeOffset at) =>
        patient.Tumours.SelectMany(tumour => WalkAt(tumour, at).Steps.Where(static step => step.Changed).Select(step => (tumour, step)));

    public StatusStep? StepAt(TumourLine tumour, DateTimeOffset moment) => WalkAt(tumour, moment).Last;

    /// <summary>Results that differ, of which neither is later, and on which the status at a moment hung; none where it is known.</summary>
    public IReadOnlyList<ReadAssessment> TiedAt(TumourLine tumour, DateTimeOffset moment) => WalkAt(tumour, moment) is { EndsInTie: true } walk ? walk.Tied : [];

    private StatusWalk WalkAt(TumourLine tumour, DateTimeOffset moment) => StatusWalk.Determinate(tumour, moment).Any()
        ? StatusWalk.At(tumour, moment, _window)
        : tumour.Walks.At(moment, _window, AssessmentTrack.Plasma);

    private ReadAssessment? At(TumourLine tumour, DateTimeOffset moment) => StepAt(tumour, moment)?.Decided;
}

/// <summary>A dose, and the result it rested on.</summary>
internal sealed record Supported(TumourLine Tumour, ReadAssessment Basis, Dose Dose);
