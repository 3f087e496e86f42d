using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// The record around the moment at which versions were replaced. What says of a result what it is and whose it is stands as it stood;
/// doses stand as they are known now: a dose that was entered late was given all the same.
/// </summary>
internal sealed class RecordAt
{
    private readonly List<Fact> _lasting = [];
    private readonly Dictionary<ResourceKey, List<Fact>> _evidence = [];

    public RecordAt(IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact is AssayFact or SpecimenFact or ReportFact or TumourFact)
            {
                (_evidence.TryGetValue(fact.Source.Key, out var versions) ? versions : _evidence[fact.Source.Key] = []).Add(fact);
            }
            else if (fact.ReplacedAt is null)
            {
                _lasting.Add(fact);
            }
        }
    }

    /// <summary>As it stood before the versions that were replaced at this moment went.</summary>
    public List<Fact> Before(DateTimeOffset moment) => Standing(
        replaced => replaced >= moment, seen => seen < moment);

    /// <summary>As it stood when those that replaced them had come.</summary>
    public List<Fact> After(DateTimeOffset moment) => Standing(
        replaced => replaced > moment, seen => seen <= moment);

    private List<Fact> Standing(Predicate<DateTimeOffset> isReplacedLater, Predicate<DateTimeOffset> hasCome)
    {
        var standing = new List<Fact>(_lasting);
        foreach (var versions in _evidence.Values)
        {
            var next = versions.Select(static fact => fact.ReplacedAt).Where(at => at is { } replaced && isReplacedLater(replaced)).Min();
            standing.AddRange(versions.Where(fact => fact.ReplacedAt == next && (fact.FirstSeen is not { } seen || hasCome(seen)))
                .Select(static fact => fact with { ReplacedAt = null }));
        }

        return standing;
    }
}
