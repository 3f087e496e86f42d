using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>A stretch of time over which a tumour's known status was negative: the result that began it, and the latest in it.</summary>
internal sealed record NegativeStatus(ReadAssessment Began, ReadAssessment Latest)
{
    /// <summary>The stretch in force at a moment; null where the status was not negative.</summary>
    public static NegativeStatus? At(TumourLine tumour, DateTimeOffset moment, RuleContext context, RuleOutcome outcome)
    {
        var walk = StatusWalk.At(tumour, moment, CommonThresholds.SimultaneousWindow(context));
        if (walk.EndsInTie && walk.Tied.Any(tied => tied.At(moment)?.Status == Her2Status.Negative))
        {
            outcome.CannotTell("tied-dates");
        }

        return walk.Last is { Status: Her2Status.Negative } last
            ? new NegativeStatus(walk.Began, last.Assessment)
            : null;
    }

    /// <summary>When the tumour's known status was positive again; null: it was not.</summary>
    public static DateTimeOffset? PositiveAgainFrom(TumourLine tumour, DateTimeOffset start, RuleContext context)
    {
        foreach (var moment in tumour.ReadingMoments.Where(moment => moment > start))
        {
            if (StatusWalk.At(tumour, moment, CommonThresholds.SimultaneousWindow(context)).Last is { Status: Her2Status.Positive })
            {
                return moment;
            }
        }

        return null;
    }
}
