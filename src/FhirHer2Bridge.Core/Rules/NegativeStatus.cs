using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// A stretch of time over which a tumour's known status was negative: the result that began it, and the latest in it. Or, where
/// <see cref="IsUnclear"/>, a result that nobody can say to be negative still.
/// </summary>
internal sealed record NegativeStatus(ReadAssessment Began, ReadAssessment Latest)
{
    /// <summary>The result was negative and has become unclear since: nobody can say that it is negative still, nor that it is not.</summary>
    public bool IsUnclear { get; private init; }

    /// <summary>The stretch in force at a moment; null where the status was another. What nobody can tell is said to the outcome.</summary>
    public static NegativeStatus? At(
        PatientView patient, TumourLine tumour, DateTimeOffset moment, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var walk = StatusWalk.At(tumour, moment, CommonThresholds.SimultaneousWindow(at.Context));
        if (walk.EndsInTie && walk.Tied.Any(tied => tied.At(moment)?.Status == Her2Status.Negative))
        {
            at.Outcome.CannotTell("tied-dates");
        }

        if (walk.Last is { Status: Her2Status.Negative } negative)
        {
            return new NegativeStatus(walk.Began, negative.Assessment);
        }

        if (BecameUnclear(tumour, walk, moment) is { } unclear)
        {
            at.Outcome.CannotTell("result-became-unclear");
            return new NegativeStatus(unclear, unclear) { IsUnclear = true };
        }

        if (walk.Last is { Status: Her2Status.Positive } last && last.Decided != last.Assessment
            && !Absence.IsCertainOfOneTime(patient, tumour, last.Decided.When, last.Assessment.When, at.Context))
        {
            at.Outcome.CannotTell("dose-between-unknown");
        }

        return null;
    }

    /// <summary>
    /// The same where that is certain: a result of which only the day, or the month, of collection is known may have become known at any
    /// moment of it.
    /// </summary>
    public static NegativeStatus? CertainAt(
        PatientView patient, TumourLine tumour, DateTimeOffset moment, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var negative = At(patient, tumour, moment, at);
        while (negative is not null && !IsKnownBy(negative.Latest, moment))
        {
            negative = At(patient, tumour, negative.Latest.When.Earliest.AddTicks(-1), at);
        }

        return negative;
    }

    /// <summary>When the tumour's known status was positive again; null: it was not.</summary>
    public static DateTimeOffset? PositiveAgainFrom(TumourLine tumour, DateTimeOffset start, RuleContext context)
    {
        foreach (var moment in tumour.ReadingMoments.Where(moment => moment > start))
        {
            var walk = StatusWalk.At(tumour, moment, CommonThresholds.SimultaneousWindow(context));
            if (walk.Last is { Status: Her2Status.Positive } && BecameUnclear(tumour, walk, moment) is null)
            {
                return moment;
            }
        }

        return null;
    }

    /// <summary>A result after the last determinate one that was negative before it became unclear: the walk falls back to what came before it.</summary>
    private static ReadAssessment? BecameUnclear(TumourLine tumour, StatusWalk walk, DateTimeOffset moment) =>
        walk.EndsInTie ? null : tumour.Assessments.LastOrDefault(a => StatusWalk.IsUsable(a)
            && a.At(moment)?.Status.IsDeterminate() == false
            && a.Readings.LastOrDefault(reading => reading.KnownFrom <= moment && reading.Status.IsDeterminate())?.Status == Her2Status.Negative
            && !(walk.Last?.Assessment.When.Earliest >= a.When.Earliest));

    private static bool IsKnownBy(ReadAssessment result, DateTimeOffset moment) =>
        result.At(moment)!.KnownFrom > result.When.Earliest || result.When.LatestExclusive <= moment;
}
