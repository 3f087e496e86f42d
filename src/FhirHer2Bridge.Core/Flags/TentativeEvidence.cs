using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Flags;

/// <summary>
/// A flag that rests on a result read from words that could be taken otherwise is provisional, and shows the words
/// (fhir-design 3.2, status).
/// </summary>
internal static class TentativeEvidence
{
    public static IEnumerable<Flag> Mark(IEnumerable<Flag> flags, IReadOnlyCollection<Fact> facts)
    {
        var tentative = facts.OfType<AssayFact>().Where(static fact => fact is { IsTentative: true, Quote: not null })
            .GroupBy(static fact => fact.Source)
            .ToDictionary(static same => same.Key, static same => same.Select(static fact => fact.Quote!).Order(StringComparer.Ordinal).First());
        return tentative.Count == 0 ? flags : flags.Select(flag => Marked(flag, tentative));
    }

    private static Flag Marked(Flag flag, Dictionary<SourceRef, string> tentative)
    {
        List<string> quotes = [.. flag.Evidence.Where(tentative.ContainsKey).Select(source => tentative[source]).Distinct(StringComparer.Ordinal)];
        return quotes.Count == 0
            ? flag
            : flag with { Provisional = true, Text = $"{flag.Text} Read from words that could be taken otherwise: \"{quotes[0]}\"." };
    }
}
