using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// A test that restarts the reassessment clock: determinate in tissue or in plasma (positive, or negative with a tumour fraction of
/// 1 % or more: option CtDnaCountsAsReassessment, reference 4f). Equivocal, indeterminate, serum and uninformative plasma results do
/// not (reference 5).
/// </summary>
internal sealed record QualifyingTest(ReadAssessment Assessment, DateTimeOffset KnownFrom)
{
    public ClinicalTime When => Assessment.When;

    /// <summary>Each test that was, when it became known, the latest collected; in the order in which they became known.</summary>
    public static List<QualifyingTest> Sequence(TumourLine tumour)
    {
        var known = All(tumour)
            .OrderBy(static test => test.KnownFrom)
            .ThenBy(static test => test.When.Earliest)
            .ThenBy(static test => test.Assessment.Anchor, StringComparer.Ordinal);
        var sequence = new List<QualifyingTest>();
        foreach (var test in known)
        {
            if (sequence.Count == 0 || test.When.Earliest >= sequence[^1].When.Earliest)
            {
                sequence.Add(test);
            }
        }

        return sequence;
    }

    /// <summary>Every such test, by collection.</summary>
    public static IEnumerable<QualifyingTest> All(TumourLine tumour) => tumour.Assessments.Where(Qualifies)
        .Select(static a => new QualifyingTest(a, a.Readings.First(static reading => reading.Status.IsDeterminate()).KnownFrom));

    private static bool Qualifies(ReadAssessment assessment) => assessment.Latest.Status.IsDeterminate()
        && (StatusWalk.IsUsable(assessment) || StatusWalk.IsUsable(assessment, AssessmentTrack.Plasma));
}

/// <summary>Doses without a gap, and the instant from which the course counts as ended.</summary>
internal sealed record Course(List<Dose> Doses, int GapDays)
{
    public Dose First => Doses[0];

    public Dose Last { get; } = Doses.MaxBy(static dose => dose.Last)!;

    public bool IsOngoing => Doses.Exists(static dose => dose.Ongoing);

    /// <summary>From here on it may have ended.</summary>
    public DateTimeOffset Ends => Last.Last.AddDays(GapDays + 1);

    /// <summary>From here on it has ended; later than <see cref="Ends"/> where the date of a last dose is coarse.</summary>
    public DateTimeOffset EndsAtLatest { get; } = Doses.Max(static dose => dose.LastAtMost).AddDays(GapDays + 1);

    public bool MayHaveEnded(DateTimeOffset? instant) => !IsOngoing && Ends <= instant;

    public bool Ended(DateTimeOffset? instant) => !IsOngoing && EndsAtLatest <= instant;
}

/// <summary>One course while one test was the last one known.</summary>
/// <param name="LaterTests">In the order in which they became known.</param>
internal sealed record Stretch(Course Course, QualifyingTest Test, IReadOnlyList<QualifyingTest> LaterTests, List<Dose> AllDoses)
{
    public DateTimeOffset? NextTestKnown => LaterTests.Count > 0 ? LaterTests[0].KnownFrom : null;

    /// <summary>Doses after the test's earliest possible day (the clock is never too lenient), of any course.</summary>
    public List<Dose> DosesSince { get; } =
        AllDoses.FindAll(dose => dose.Ongoing || dose.Last > Test.When.Earliest);

    /// <summary>The moment of the n-th dose since the test, not before this course; null: fewer were given.</summary>
    public DateTimeOffset? FromDose(int n) => FromDose(n, DosesSince);

    /// <summary>The same where every dose of a coarse date that may have been given since the test was.</summary>
    public DateTimeOffset? MayBeFromDose(int n) => FromDose(n, AllDoses.Where(dose => dose.Ongoing || dose.LastAtMost > Test.When.Earliest));

    private DateTimeOffset? FromDose(int n, IEnumerable<Dose> since)
    {
        var first = Course.First.When.Earliest;
        var count = 0;
        foreach (var dose in since)
        {
            // A course recorded as one resource shows continuation by itself, from its start.
            count += dose.CourseEnd is null && !dose.Ongoing ? 1 : n;
            if (count >= n)
            {
                return dose.When.Earliest > first ? dose.When.Earliest : first;
            }
        }

        return null;
    }

    /// <summary>At this instant the course may be active and no newer test is known.</summary>
    public bool Holds(DateTimeOffset instant) => !Course.Ended(instant) && !(NextTestKnown <= instant);

    /// <summary>When a test became known that was certainly collected after a progression; null: none. One of the same day belongs to it.</summary>
    public DateTimeOffset? NextTestKnownAfter(ClinicalTime progression) => LaterTests
        .Where(test => test.When.OrderAgainst(progression) != TimeOrder.Before
            && (!test.When.Overlaps(progression) || !(test.When.IsCoarse() || progression.IsCoarse())))
        .Select(static test => (DateTimeOffset?)test.KnownFrom).FirstOrDefault();
}
