using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>The moments of a dose at which what was known of its tumour may matter.</summary>
internal static class DoseMoments
{
    /// <summary>The last moment at which it may have been given; no end where it goes on.</summary>
    public static DateTimeOffset Latest(Dose dose) =>
        dose.CourseEnd is null && dose.Ongoing ? DateTimeOffset.MaxValue : (dose.CourseEnd ?? dose.When).LatestExclusive.AddTicks(-1);

    /// <summary>
    /// When a dose was given; of a course in one resource also every moment in it at which a result became known, or at the latest had.
    /// </summary>
    /// <param name="delay">What becomes known counts only so much later.</param>
    public static IEnumerable<DateTimeOffset> Of(TumourLine tumour, Dose dose, DateTimeOffset latest, TimeSpan delay = default) =>
        dose.CourseEnd is null && !dose.Ongoing
            ? [dose.When.Earliest]
            : tumour.ReadingMoments.Concat(tumour.Assessments.Select(static a => a.When.LatestExclusive)).Select(moment => moment + delay)
                .Where(moment => moment > dose.When.Earliest && moment <= latest).Order().Prepend(dose.When.Earliest);
}
