using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// How a tumour's determinate status moved, in order of collection, as known at one instant. Equivocal and indeterminate
/// results keep the last determinate status.
/// </summary>
public sealed class StatusWalk
{
    private StatusWalk(List<StatusStep> steps, List<ReadAssessment> tied)
    {
        Steps = steps;
        Tied = tied;
    }

    public IReadOnlyList<StatusStep> Steps { get; }

    /// <summary>Determinate results that differ and whose dates overlap: nobody can say which came first.</summary>
    public IReadOnlyList<ReadAssessment> Tied { get; }

    /// <summary>The tie is what the patient's present status hangs on.</summary>
    public bool EndsInTie => Tied.Count > 0
        && (Steps.Count == 0 || Tied.Any(tied => tied.When.LatestExclusive > Steps[^1].Assessment.When.Earliest));

    public StatusStep? Last => EndsInTie || Steps.Count == 0 ? null : Steps[^1];

    /// <summary>Final tissue results that were determinate at <paramref name="at"/>, oldest first.</summary>
    public static IEnumerable<ReadAssessment> Determinate(TumourLine tumour, DateTimeOffset at) => Determinate(tumour, at, AssessmentTrack.Tissue);

    public static bool IsUsable(ReadAssessment assessment) => IsUsable(assessment, AssessmentTrack.Tissue);

    public static bool IsUsable(ReadAssessment assessment, AssessmentTrack track) =>
        assessment.Assessment.Standing is FactStanding.Final or FactStanding.Amended && assessment.Assessment.Track == track;

    /// <summary>In tissue. Plasma never enters it (reference 4e).</summary>
    public static StatusWalk At(TumourLine tumour, DateTimeOffset at, int windowDays) => Of(tumour, at, windowDays, AssessmentTrack.Tissue);

    /// <summary>In plasma, for a tumour without any determinate tissue result; null where there is one.</summary>
    public static StatusWalk? PlasmaOnlyAt(TumourLine tumour, DateTimeOffset at, int windowDays) =>
        Determinate(tumour, at).Any() ? null : Of(tumour, at, windowDays, AssessmentTrack.Plasma);

    private static IEnumerable<ReadAssessment> Determinate(TumourLine tumour, DateTimeOffset at, AssessmentTrack track) =>
        tumour.Assessments.Where(a => IsUsable(a, track) && a.At(at)?.Status.IsDeterminate() == true);

    private static StatusWalk Of(TumourLine tumour, DateTimeOffset at, int windowDays, AssessmentTrack track)
    {
        var known = Determinate(tumour, at, track).ToList();
        var tied = known.Where(a => known.Exists(b => b != a && b.When.Overlaps(a.When) && Status(a, at) != Status(b, at))).ToList();
        var steps = new List<StatusStep>();
        foreach (var current in known.Where(a => !tied.Contains(a)))
        {
            steps.Add(track == AssessmentTrack.Plasma ? NextSample(steps, current, at) : Next(steps, current, tumour, at, windowDays));
        }

        return new StatusWalk(steps, tied);
    }

    /// <summary>Two specimens taken within the window with no HER2-directed dose certainly between them.</summary>
    public static bool SameWindow(ReadAssessment earlier, ReadAssessment later, TumourLine tumour, int windowDays) =>
        (later.When.Earliest - earlier.When.Earliest).Days <= windowDays
        && !tumour.Doses.Any(dose => dose.IsBetween(earlier.When, later.When));

    /// <summary>Circulating DNA is one pool: two samples are no two sites, so the later one replaces whatever the window.</summary>
    private static StatusStep NextSample(List<StatusStep> steps, ReadAssessment current, DateTimeOffset at)
    {
        var status = Status(current, at);
        var before = steps.Count == 0 ? null : steps[^1];
        return before is null || before.Status == status
            ? new StatusStep(current, status, null, Changed: false)
            : new StatusStep(current, status, before.Assessment, Changed: true);
    }

    private static StatusStep Next(
        List<StatusStep> steps, ReadAssessment current, TumourLine tumour, DateTimeOffset at, int windowDays)
    {
        var window = steps.Where(step => SameWindow(step.Assessment, current, tumour, windowDays)).ToList();
        var status = Status(current, at) == Her2Status.Positive || window.Exists(s => Status(s.Assessment, at) == Her2Status.Positive)
            ? Her2Status.Positive
            : Her2Status.Negative;
        if (steps.Count == 0 || steps[^1].Status == status)
        {
            return new StatusStep(current, status, null, Changed: false);
        }

        var formerly = steps[^1].Status;
        var before = steps.FindLast(step => Status(step.Assessment, at) == formerly)?.Assessment ?? steps[^1].Assessment;
        var discordant = window.Exists(step => Status(step.Assessment, at) != status);
        return new StatusStep(current, status, before, Changed: !discordant);
    }

    private static Her2Status Status(ReadAssessment assessment, DateTimeOffset at) => assessment.At(at)!.Status;
}

/// <summary>One step of a tumour's status: the assessment that made it, and what it replaced.</summary>
/// <param name="Changed">
/// It differs from the status before and no result of the same window explains it: a change over time, not two specimens that
/// disagree (reference 4e).
/// </param>
public sealed record StatusStep(ReadAssessment Assessment, Her2Status Status, ReadAssessment? Before, bool Changed);
