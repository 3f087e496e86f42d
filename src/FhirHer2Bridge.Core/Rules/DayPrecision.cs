using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Counting in whole days where a date may be written coarser than a day.</summary>
internal static class DayPrecision
{
    /// <summary>The latest day on which it may have happened; for a day or an instant that itself.</summary>
    public static DateTimeOffset LastDay(this ClinicalTime time) => time.IsCoarse() ? time.LatestExclusive.AddDays(-1) : time.Earliest;

    /// <summary>
    /// The first instant at which the material had certainly been collected: where the date is coarse, a result that was issued within it says more.
    /// </summary>
    public static DateTimeOffset CollectedBy(this ReadAssessment assessment) =>
        assessment.When.IsCoarse() && assessment.Readings[0].KnownFrom is var known && known > assessment.When.Earliest && known < assessment.When.LatestExclusive
            ? known
            : assessment.When.LatestExclusive;

    /// <summary>Longer than a day: a month, a year. The day on which clocks change has 25 hours.</summary>
    public static bool IsCoarse(this ClinicalTime time) => time.LatestExclusive - time.Earliest > TimeSpan.FromDays(1.5);
}
