using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>A stretch of time in which no course of a HER2-directed drug runs.</summary>
/// <param name="After">The course before it; null: none was given before.</param>
/// <param name="Until">When the next course begins; null: none does.</param>
internal sealed record UntreatedTime(Course? After, DateTimeOffset? Until)
{
    /// <summary>From here on no course runs; a last dose of a coarse date may have been its last day.</summary>
    public DateTimeOffset From => After?.EndsAtLatest ?? DateTimeOffset.MinValue;

    /// <summary>From here on no course may run.</summary>
    public DateTimeOffset FromAtEarliest => After?.Ends ?? DateTimeOffset.MinValue;

    /// <summary>The last moment before it at which a drug may have been given.</summary>
    public DateTimeOffset? LastDose => After?.Doses.Max(static dose => dose.LastAtMost);

    /// <param name="doses">Oldest first.</param>
    /// <param name="gapDays">Whole days between two doses up to which they are one course.</param>
    public static IEnumerable<UntreatedTime> Of(IReadOnlyList<Dose> doses, int gapDays)
    {
        Course? before = null;
        foreach (var course in DoseReader.Runs(doses, gapDays).Select(run => new Course(run, gapDays)))
        {
            yield return new UntreatedTime(before, course.First.When.Earliest);
            if (course.IsOngoing)
            {
                yield break;
            }

            before = course;
        }

        yield return new UntreatedTime(before, null);
    }
}
