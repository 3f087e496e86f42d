using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// How an episode ends: the first of its endings that can be told. Death and old age (reference 7, "old news") end every
/// episode; an ending that rests on absence needs the doses to have been read completely up to it.
/// </summary>
internal sealed class Episode(PatientView patient, RuleContext context, RuleOutcome outcome)
{
    private const int HistoricalAfterDays = 365;
    private const int QuietDays = 180;

    private readonly List<Ending> _endings = [];

    public required DateTimeOffset Start { get; init; }

    /// <summary>Clinical moment of the trigger, from which it grows old.</summary>
    public required DateTimeOffset Trigger { get; init; }

    /// <summary>Something seen ends it.</summary>
    public Episode EndsAt(DateTimeOffset? instant, string reason)
    {
        if (instant is { } at)
        {
            _endings.Add(new Ending(at, reason, RestsOnAbsence: false));
        }

        return this;
    }

    /// <summary>Something not seen up to this instant ends it.</summary>
    public Episode EndsByAbsenceAt(DateTimeOffset? instant, string reason)
    {
        if (instant is { } at)
        {
            _endings.Add(new Ending(at, reason, RestsOnAbsence: true));
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

        if (Start > context.AsOf)
        {
            outcome.DueAt(Start);
            return;
        }

        EndsAt(patient.Died, "deceased");
        EndsByAbsenceAt(OldNewsFrom(), "historical");
        var end = FirstEnding();
        outcome.DueAt(end?.At);
        var ended = end is { } e && e.At <= context.AsOf ? end : null;
        if (ended is { } over && over.At <= Start)
        {
            return;
        }

        outcome.Raise(flag() with
        {
            Start = Start,
            End = ended?.At,
            State = ended is null ? FlagState.Active : FlagState.Resolved,
            Reason = ended?.Reason,
        });
    }

    private Ending? FirstEnding()
    {
        foreach (var ending in _endings.OrderBy(static ending => ending.At))
        {
            if (ending.At > context.AsOf || !ending.RestsOnAbsence || DosesReadThrough(ending.At))
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

    /// <summary>A trigger more than 365 days old with no HER2 dose or progression in the last 180 days.</summary>
    private DateTimeOffset? OldNewsFrom()
    {
        if (patient.Doses.Any(static dose => dose.Ongoing))
        {
            return null;
        }

        var old = Trigger.AddDays(HistoricalAfterDays + 1);
        var activity = patient.Doses.Select(static dose => dose.Last)
            .Concat(patient.Progressions.Select(static progression => progression.When!.Value.Earliest));
        foreach (var moment in activity.Order().SkipWhile(moment => moment < Trigger))
        {
            if (moment <= old && moment.AddDays(QuietDays + 1) > old)
            {
                old = moment.AddDays(QuietDays + 1);
            }
        }

        return old;
    }

    private readonly record struct Ending(DateTimeOffset At, string Reason, bool RestsOnAbsence);
}
