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

    /// <summary>The result that began the status of the last step.</summary>
    /// <exception cref="InvalidOperationException">There is no step.</exception>
    public ReadAssessment Began
    {
        get
        {
            var first = Steps.Count - 1;
            while (first > 0 && Steps[first - 1].Status == Steps[^1].Status)
            {
                first--;
            }

            return first < 0 ? throw new InvalidOperationException("A walk without a step has no status.") : Steps[first].Assessment;
        }
    }

    /// <summary>Final tissue results that were determinate at <paramref name="at"/>, oldest first.</summary>
    public static IEnumerable<ReadAssessment> Determinate(TumourLine tumour, DateTimeOffset at) => Determinate(tumour, at, AssessmentTrack.Tissue);

    public static bool IsUsable(ReadAssessment assessment) => IsUsable(assessment, AssessmentTrack.Tissue);

    public static bool IsUsable(ReadAssessment assessment, AssessmentTrack track) =>
        assessment.Assessment.Standing is FactStanding.Final or FactStanding.Amended && assessment.Assessment.Track == track;

    /// <summary>In tissue. Plasma never enters it (reference 4e).</summary>
    public static StatusWalk At(TumourLine tumour, DateTimeOffset at, int windowDays) => tumour.Walks.At(at, windowDays, AssessmentTrack.Tissue);

    /// <summary>With everything that the view shows: nothing in it became known later than its moment.</summary>
    public static StatusWalk Now(TumourLine tumour, int windowDays) => At(tumour, DateTimeOffset.MaxValue, windowDays);

    /// <summary>The same in plasma, for a tumour without any determinate tissue result; null where there is one.</summary>
    public static StatusWalk? PlasmaOnly(TumourLine tumour, int windowDays) => Determinate(tumour, DateTimeOffset.MaxValue).Any()
        ? null
        : tumour.Walks.At(DateTimeOffset.MaxValue, windowDays, AssessmentTrack.Plasma);

    /// <summary>Walks anew; <see cref="StatusWalks"/> keeps what was walked.</summary>
    internal static StatusWalk Of(TumourLine tumour, DateTimeOffset at, int windowDays, AssessmentTrack track)
    {
        var known = Determinate(tumour, at, track).ToList();
        var isTied = Ties(known, at);
        var tied = new List<ReadAssessment>();
        var steps = new List<StatusStep>();
        for (var i = 0; i < known.Count; i++)
        {
            if (isTied[i])
            {
                tied.Add(known[i]);
                continue;
            }

            steps.Add(track == AssessmentTrack.Plasma ? NextSample(steps, known[i], at) : Next(steps, known[i], tumour, at, windowDays));
        }

        return new StatusWalk(steps, tied);
    }

    private static IEnumerable<ReadAssessment> Determinate(TumourLine tumour, DateTimeOffset at, AssessmentTrack track) =>
        tumour.Assessments.Where(a => IsUsable(a, track) && a.At(at)?.Status.IsDeterminate() == true);

    /// <summary>Which of them overlap another that says otherwise. They are in order of their first instant: only neighbours can overlap.</summary>
    private static bool[] Ties(List<ReadAssessment> known, DateTimeOffset at)
    {
        var isTied = new bool[known.Count];
        for (var i = 0; i < known.Count; i++)
        {
            for (var j = i + 1; j < known.Count && known[j].When.Earliest < known[i].When.LatestExclusive; j++)
            {
                if (Status(known[i], at) != Status(known[j], at))
                {
                    isTied[i] = isTied[j] = true;
                }
            }
        }

        return isTied;
    }

    /// <summary>Two specimens taken within the window with no HER2-directed dose certainly between them.</summary>
    public static bool SameWindow(ReadAssessment earlier, ReadAssessment later, TumourLine tumour, int windowDays) =>
        WithinDays(earlier, later, windowDays) && !tumour.DoseTimes.AnyBetween(earlier.When, later.When);

    private static bool WithinDays(ReadAssessment earlier, ReadAssessment later, int days) =>
        (later.When.Earliest - earlier.When.Earliest).Days <= days;

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
        var window = new List<StatusStep>();
        for (var i = steps.Count - 1; i >= 0 && WithinDays(steps[i].Assessment, current, windowDays); i--)
        {
            if (SameWindow(steps[i].Assessment, current, tumour, windowDays))
            {
                window.Add(steps[i]);
            }
        }

        var status = Status(current, at) == Her2Status.Positive || window.Exists(s => Status(s.Assessment, at) == Her2Status.Positive)
            ? Her2Status.Positive
            : Her2Status.Negative;
        // The window runs from the latest step back: of several positive specimens the latest one decided.
        var decided = Status(current, at) == status ? current : window.Find(s => Status(s.Assessment, at) == status)!.Assessment;
        if (steps.Count == 0 || steps[^1].Status == status)
        {
            return new StatusStep(current, status, null, Changed: false) { Decided = decided };
        }

        var formerly = steps[^1].Status;
        var before = steps.FindLast(step => Status(step.Assessment, at) == formerly)?.Assessment ?? steps[^1].Assessment;
        var discordant = window.Exists(step => Status(step.Assessment, at) != status);
        return new StatusStep(current, status, before, Changed: !discordant) { Decided = decided };
    }

    private static Her2Status Status(ReadAssessment assessment, DateTimeOffset at) => assessment.At(at)!.Status;
}

/// <summary>One step of a tumour's status: the assessment that made it, and what it replaced.</summary>
/// <param name="Changed">
/// It differs from the status before and no result of the same window explains it: a change over time, not two specimens that
/// disagree (reference 4e).
/// </param>
public sealed record StatusStep(ReadAssessment Assessment, Her2Status Status, ReadAssessment? Before, bool Changed)
{
    /// <summary>The result that says this status: where a positive specimen of the same window outweighs the step's own, that one.</summary>
    public ReadAssessment Decided { get; init; } = Assessment;
}
