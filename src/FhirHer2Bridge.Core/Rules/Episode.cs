using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// How an episode ends: the first of its endings that can be told. Death and old age (reference 7, "old news") end every
/// episode; an ending that rests on absence needs the doses to have been read completely up to it.
/// </summary>
internal sealed class Episode(PatientView patient, RuleContext context, RuleOutcome outcome)
{
    /// <summary>A trigger older than this many days is old news (reference 7).</summary>
    public const int HistoricalAfterDays = 365;

    private const int QuietDays = 180;

    /// <summary>By time; of two at one moment the one named first.</summary>
    private readonly List<Ending> _endings = [];

    public required DateTimeOffset Start { get; init; }

    /// <summary>Clinical moment of the trigger, from which it grows old.</summary>
    public required DateTimeOffset Trigger { get; init; }

    /// <summary>
    /// From here on it is old news: a trigger more than 365 days old with no HER2 dose or progression in the last 180 days. Null: treatment goes on.
    /// </summary>
    public DateTimeOffset? HistoricalFrom
    {
        get
        {
            if (patient.Doses.Any(static dose => dose.Ongoing))
            {
                return null;
            }

            var old = Trigger.AddDays(HistoricalAfterDays + 1);
            for (var quiet = QuietFrom(old); quiet > old; quiet = QuietFrom(old))
            {
                old = quiet.Value;
            }

            return old;
        }
    }

    /// <summary>Something seen ends it.</summary>
    /// <param name="instant">When; null: not so far.</param>
    /// <param name="reason">Its code.</param>
    /// <param name="how">The same in words; null: <see cref="RuleText.HowEnded"/>.</param>
    public Episode EndsAt(DateTimeOffset? instant, string reason, string? how = null)
    {
        if (instant is { } at)
        {
            Add(new Ending(at, reason, RestsOnAbsence: false) { How = how });
        }

        return this;
    }

    /// <summary>Something not seen up to this instant ends it.</summary>
    public Episode EndsByAbsenceAt(DateTimeOffset? instant, string reason)
    {
        if (instant is { } at)
        {
            Add(new Ending(at, reason, RestsOnAbsence: true));
        }

        return this;
    }

    /// <summary>Treatment was not seen to go on. Where nobody can say whether the course was over yet, the flag stays and the rule is undetermined.</summary>
    public Episode EndsWith(Course course)
    {
        if (!course.IsOngoing)
        {
            Add(new Ending(course.EndsAtLatest, "treatment-stopped", RestsOnAbsence: true) { UnsureFrom = course.Ends });
        }

        return this;
    }

    /// <summary>Adds the flag if the episode began by now; otherwise notes when to look again.</summary>
    public void Raise(Func<Flag> flag)
    {
        if (patient.Died <= Start)
        {
            return;
        }

        if (!outcome.HasCome(Start))
        {
            return;
        }

        EndsAt(patient.Died, "deceased");
        EndsByAbsenceAt(HistoricalFrom, "historical");
        var end = FirstEnding();
        var ended = end is { } e && outcome.HasCome(e.At) ? end : null;
        if (ended is { } over && over.At <= Start)
        {
            return;
        }

        if (ended is null)
        {
            SayWhatIsUnsure();
        }

        var raised = flag() with { Start = Start, State = FlagState.Active };
        outcome.Raise(ended is not { } last ? raised : raised with
        {
            End = last.At,
            State = FlagState.Resolved,
            Reason = last.Reason,
            Text = RuleText.Ended(raised.Text, last.At, last.How ?? RuleText.HowEnded(last.Reason)),
        });
    }

    private void SayWhatIsUnsure()
    {
        foreach (var ending in _endings.Where(ending => ending.UnsureFrom < ending.At && !outcome.HasCome(ending.At)))
        {
            if (outcome.HasCome(ending.UnsureFrom))
            {
                outcome.CannotTell("dose-dates-too-coarse");
            }
        }
    }

    private void Add(Ending ending)
    {
        var place = _endings.Count;
        while (place > 0 && _endings[place - 1].At > ending.At)
        {
            place--;
        }

        _endings.Insert(place, ending);
    }

    private Ending? FirstEnding()
    {
        foreach (var ending in _endings)
        {
            if (!outcome.HasCome(ending.At) || !ending.RestsOnAbsence || DosesReadThrough(ending.At))
            {
                return ending;
            }

            if (context.Completeness.DosesThrough(ending.At))
            {
                outcome.CannotTell("doses-not-read-through");
            }
            else
            {
                outcome.NotReadThrough("doses-not-read-through");
            }
        }

        return null;
    }

    private bool DosesReadThrough(DateTimeOffset instant) =>
        context.Completeness.DosesThrough(instant) && !patient.Gaps.Any(gap => gap.MayHideDose && !(gap.When?.Earliest > instant));

    /// <summary>The end of the quiet time after the last activity from the trigger up to a moment; null: there was none.</summary>
    private DateTimeOffset? QuietFrom(DateTimeOffset moment)
    {
        DateTimeOffset? last = null;
        foreach (var dose in patient.Doses)
        {
            last = dose.Last <= moment ? LaterWithin(last, dose.LastAtMost, DateTimeOffset.MaxValue) : last;
        }

        foreach (var progression in patient.Progressions)
        {
            last = LaterWithin(last, progression.When!.Value.Earliest, moment);
        }

        return last?.AddDays(QuietDays + 1);
    }

    private DateTimeOffset? LaterWithin(DateTimeOffset? last, DateTimeOffset activity, DateTimeOffset moment) =>
        activity >= Trigger && activity <= moment && !(last >= activity) ? activity : last;

    private readonly record struct Ending(DateTimeOffset At, string Reason, bool RestsOnAbsence)
    {
        /// <summary>From here on it may have come; null: it comes at its moment.</summary>
        public DateTimeOffset? UnsureFrom { get; init; }

        public string? How { get; init; }
    }
}
