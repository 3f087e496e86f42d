using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// What one rule found: episodes that began by the as-of moment, reasons why parts could not be answered, and when the
/// answer can next change without a new fact. Nothing found and nothing undetermined means "looked, all well".
/// </summary>
public sealed class RuleOutcome(DateTimeOffset asOf)
{
    private readonly List<Flag> _flags = [];
    private SortedSet<string>? _undetermined;

    public IReadOnlyList<Flag> Flags => _flags;

    public IReadOnlyCollection<string> Undetermined => (IReadOnlyCollection<string>?)_undetermined ?? [];

    public DateTimeOffset? NextDue { get; private set; }

    /// <summary>An answer is missing only because the server was not read so far: to be asked again by the next cycle.</summary>
    public bool AwaitsReading { get; private set; }

    public void Raise(Flag flag) => _flags.Add(flag);

    public void CannotTell(string reason) => (_undetermined ??= new SortedSet<string>(StringComparer.Ordinal)).Add(reason);

    /// <summary>What was read does not reach far enough (see <see cref="Completeness"/>); a later cycle may know.</summary>
    public void NotReadThrough(string reason)
    {
        CannotTell(reason);
        AwaitsReading = true;
    }

    /// <summary>
    /// The only way to ask what time it is: an instant that still lies ahead is noted, so no answer can change at a moment that
    /// <see cref="NextDue"/> did not announce. Null never comes.
    /// </summary>
    public bool HasCome(DateTimeOffset? instant)
    {
        DueAt(instant);
        return instant <= asOf;
    }

    /// <summary>Something may change at this instant; instants that have passed are ignored.</summary>
    public void DueAt(DateTimeOffset? instant)
    {
        if (instant > asOf && !(NextDue <= instant))
        {
            NextDue = instant;
        }
    }
}
