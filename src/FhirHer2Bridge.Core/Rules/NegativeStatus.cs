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

    /// <summary>
    /// The same where that is certain: a result of which only the day, or the month, of collection is known may have become known at any
    /// moment of it.
    /// </summary>
    public static NegativeStatus? CertainAt(TumourLine tumour, DateTimeOffset moment, RuleContext context, RuleOutcome outcome)
    {
        var negative = At(tumour, moment, context, outcome);
        while (negative is not null && !IsKnownBy(negative.Latest, moment))
        {
            negative = At(tumour, negative.Latest.When.Earliest.AddTicks(-1), context, outcome);
        }

        return negative;
    }

    private static bool IsKnownBy(ReadAssessment result, DateTimeOffset moment) =>
        result.At(moment)!.KnownFrom > result.When.Earliest || result.When.LatestExclusive <= moment;

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
