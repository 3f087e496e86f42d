using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>What was seen and not read, one cause for each failing source.</summary>
internal static class UnreadCauses
{
    /// <param name="recentDays">Days after its last dose in which a tumour counts as treated.</param>
    public static IEnumerable<UnreadCause> Tests(PatientView patient, int recentDays)
    {
        var treated = Treated(patient);
        var all = patient.Tumours.SelectMany(QualifyingTest.Sequence).ToList();
        foreach (var gaps in patient.Gaps.Where(static gap => gap.MayHideTest && gap.Code is not Absence.Awaited)
            .GroupBy(static gap => gap.Source.Key).OrderBy(static group => group.Key.Value, StringComparer.Ordinal))
        {
            var gap = First(gaps);
            var read = all.Where(test => test.Assessment.Reports.Contains(gap.Source.Key.Value, StringComparer.Ordinal))
                .Select(static test => (DateTimeOffset?)test.KnownFrom).Min();
            var since = treated.FindAll(tumour => !WasOverBy(tumour, gap, recentDays)).ConvertAll(QualifyingTest.Sequence)
                .ConvertAll(of => of.Where(test => gap.When?.LatestExclusive <= test.When.LatestExclusive)
                .Select(static test => (DateTimeOffset?)test.KnownFrom).Min());
            var answered = Moment.Earliest(read, since.Contains(null) ? null : since.Max());
            yield return new UnreadCause(
                gap.Source.Key.Value, From(gap), answered, gap.Source, gap.When,
                $"Something that may be a HER2 result{On(gap)} was not read: {Sentence(gap.Reason)}");
        }
    }

    /// <summary>Unread administrations of one kind are one cause: a site that cannot tell one product often cannot tell many.</summary>
    public static IEnumerable<UnreadCause> Doses(PatientView patient) =>
        patient.Gaps.Where(static gap => gap is { MayHideDose: true, MayHideTest: false })
            .GroupBy(static gap => gap.Code, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(First)
            .Select(static gap => new UnreadCause(
                gap.Source.Key.Value, From(gap), null, gap.Source, gap.When,
                $"Something that may be an administration of a HER2-directed drug{On(gap)} was not read: {Sentence(gap.Reason)}"));

    /// <summary>A status named by a Condition is a hint that a test exists somewhere; no result of any kind is on record.</summary>
    public static IEnumerable<UnreadCause> StatedOnly(PatientView patient, int lookAheadDays)
    {
        if (patient.StatedByConditions.Count == 0 || patient.Doses.Count == 0)
        {
            yield break;
        }

        var conditions = patient.StatedByConditions.OrderBy(static fact => fact.Source.Key.Value, StringComparer.Ordinal).ToList();
        var from = patient.Doses[0].When.Earliest.AddDays(lookAheadDays);
        var known = patient.Results.Where(static result => result.Fact.Standing != FactStanding.Preliminary)
            .Select(static result => (DateTimeOffset?)result.KnownFrom).Min();
        yield return new UnreadCause(
            conditions[0].Source.Key.Value,
            conditions[0].When?.Earliest > from ? conditions[0].When!.Value.Earliest : from,
            known,
            conditions[0].Source,
            conditions[0].When,
            $"A diagnosis names a HER2 status ({conditions[0].Label}), and no HER2 result is on record.")
        {
            Members = conditions.Select(static fact => fact.Source.Key.Value).ToDistinctArray(),
        };
    }

    /// <summary>The last complete reading is too old. Where nothing is known of it, nothing is said here.</summary>
    public static IEnumerable<UnreadCause> Stale(RuleContext context, int staleDays)
    {
        if (context.Completeness is { Tests: { } tests, Doses: { } doses }
            && (tests < doses ? tests : doses) is var read && read < DateTimeOffset.MaxValue.AddDays(-staleDays))
        {
            yield return new UnreadCause(
                "none", read.AddDays(staleDays), null, null, null,
                $"HER2 results and administrations were last read completely on {read.UtcDateTime:yyyy-MM-dd}.");
        }
    }

    /// <summary>The server refused this patient's record, or broke it off, while it gives that of others.</summary>
    public static IEnumerable<UnreadCause> Withheld(RuleContext context)
    {
        if (context.Completeness.Withheld.HasFlag(History.Withheld.Tests))
        {
            yield return Of("tests", "HER2 results");
        }

        if (context.Completeness.Withheld.HasFlag(History.Withheld.Doses))
        {
            yield return Of("doses", "Administrations");
        }

        static UnreadCause Of(string anchor, string what) => new(
            anchor, DateTimeOffset.MinValue, null, null, null,
            $"{what} of this patient could not be read completely; the server gives those of others.");
    }

    /// <summary>
    /// The tumours for which something was given: what was not read may be about each of them. Doses that name none of several may be for
    /// any; a primary of another organ that nobody tested for HER2 is not meant.
    /// </summary>
    private static List<TumourLine> Treated(PatientView patient) => [.. patient.Tumours.Where(static tumour => tumour.Doses.Count > 0
        || (tumour.DosesUnassigned && tumour.MayBeTreatedForHer2))];

    /// <summary>Its treatment ended long before what was not read: that says nothing of it.</summary>
    private static bool WasOverBy(TumourLine tumour, GapFact gap, int recentDays) =>
        tumour.Doses.Count > 0 && !tumour.Doses.Any(dose => dose.Ongoing || dose.LastAtMost.AddDays(recentDays) >= (gap.When?.Earliest ?? DateTimeOffset.MinValue));

    private static GapFact First(IEnumerable<GapFact> gaps) => gaps
        .OrderBy(static gap => From(gap)).ThenBy(static gap => gap.Source.Key.Value, StringComparer.Ordinal)
        .ThenBy(static gap => gap.Source.Path, StringComparer.Ordinal).First();

    private static DateTimeOffset From(GapFact gap) => gap.When?.Earliest ?? DateTimeOffset.MinValue;

    private static string On(GapFact gap) => gap.When is { } when ? $" of {RuleText.Date(when)}" : string.Empty;

    private static string Sentence(string reason) => reason.EndsWith('.') ? reason : reason + ".";
}
