using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>
/// Reads date, dateTime, instant, Period and Timing as spans (fhir-design 1.1, 5). A partial date is the whole span it names
/// in the site's zone; nothing is completed, nothing is rounded.
/// </summary>
internal sealed class FhirTime(TimeZoneInfo site)
{
    public const string Format = "yyyy-MM-dd";

    // Offsets are applied to these without leaving what DateTimeOffset can hold; no tumour was tested outside them.
    private const int FirstYear = 1850;
    private const int LastYear = 2150;

    /// <summary>A choice element ("effective" → effectiveDateTime, effectivePeriod …); the member found is named in the result.</summary>
    public TimeReading Choice(JsonElement element, string name)
    {
        foreach (var (suffix, read) in Readers())
        {
            if (element.Has(name + suffix))
            {
                return read(element.Member(name + suffix)) with { Member = name + suffix };
            }
        }

        return TimeReading.Absent;
    }

    public TimeReading Period(JsonElement period)
    {
        var start = Moment(period.Member("start"));
        var end = Moment(period.Member("end"));
        var problem = start.Problem == TimeProblem.None ? end.Problem : start.Problem;
        if (start.Problem == TimeProblem.Impossible || end.Problem == TimeProblem.Impossible)
        {
            return new TimeReading(null, TimeProblem.Impossible);
        }

        return (start.Time, end.Time) switch
        {
            ({ } first, { } last) when last.LatestExclusive <= first.Earliest => new TimeReading(null, TimeProblem.Impossible),
            ({ } first, { } last) => new TimeReading(Span(first, last), problem) { Start = first, End = last },
            ({ } first, null) => new TimeReading(first, problem) { Start = first },
            (null, { } last) => new TimeReading(last, problem) { End = last },
            _ => TimeReading.Absent,
        };
    }

    public TimeReading Moment(JsonElement value) => value.AsText() is { } literal ? Moment(literal) : TimeReading.Absent;

    public TimeReading Moment(string literal)
    {
        if (literal.Contains('T', StringComparison.Ordinal))
        {
            return Instant(literal);
        }

        var (precision, first) = literal.Length switch
        {
            4 => (TimePrecision.Year, literal + "-01-01"),
            7 => (TimePrecision.Month, literal + "-01"),
            _ => (TimePrecision.Day, literal),
        };
        return TryDate(first, out var date)
            ? new TimeReading(new ClinicalTime(Midnight(date), Midnight(After(date, precision)), precision, literal), TimeProblem.None)
            : new TimeReading(null, TimeProblem.Impossible);
    }

    private IEnumerable<(string Suffix, Func<JsonElement, TimeReading> Read)> Readers() =>
        [("DateTime", Moment), ("Period", Period), ("Instant", Moment), ("Timing", Timing)];

    private TimeReading Timing(JsonElement timing)
    {
        var moments = timing.Member("event") is { ValueKind: JsonValueKind.Array } events
            ? events.EnumerateArray().Select(Moment).ToList()
            : [];
        if (moments.Exists(static moment => moment.Problem == TimeProblem.Impossible))
        {
            return new TimeReading(null, TimeProblem.Impossible);
        }

        var times = moments.Select(static moment => moment.Time).OfType<ClinicalTime>().OrderBy(static time => time.Earliest).ToList();
        return times.Count switch
        {
            0 => TimeReading.Absent,
            1 => new TimeReading(times[0], moments[0].Problem),
            _ => new TimeReading(Span(times[0], times.MaxBy(static time => time.LatestExclusive)), TimeProblem.None),
        };
    }

    private TimeReading Instant(string literal)
    {
        var parsed = ClockTime.Parse(literal);
        if (parsed is not { } clock || !TryDate(literal[..literal.IndexOf('T', StringComparison.Ordinal)], out var date))
        {
            return new TimeReading(null, TimeProblem.Impossible);
        }

        var local = date + clock.OfDay;
        var earliest = new DateTimeOffset(local, clock.Zone ?? site.GetUtcOffset(local));
        var time = new ClinicalTime(earliest, earliest + clock.Resolution, TimePrecision.Instant, literal);
        return new TimeReading(time, clock.Zone is null ? TimeProblem.MissingZone : TimeProblem.None);
    }

    private static ClinicalTime Span(ClinicalTime first, ClinicalTime last) => new(
        first.Earliest,
        last.LatestExclusive > first.LatestExclusive ? last.LatestExclusive : first.LatestExclusive,
        TimePrecision.Period,
        $"{first.Literal}/{last.Literal}");

    private static bool TryDate(string text, out DateTime date) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= FirstYear and <= LastYear;

    private DateTimeOffset Midnight(DateTime date) => new(date, site.GetUtcOffset(date));

    private static DateTime After(DateTime date, TimePrecision precision) => precision switch
    {
        TimePrecision.Year => date.AddYears(1),
        TimePrecision.Month => date.AddMonths(1),
        _ => date.AddDays(1),
    };
}

internal enum TimeProblem
{
    None,
    Absent,

    /// <summary>Read in the site's zone: R4 demands a zone, not every server writes one.</summary>
    MissingZone,

    /// <summary>No such moment: 2024-02-30, an end before its start, or not a date at all.</summary>
    Impossible,
}

/// <summary>A time, or why there is none. Start and end are set for a Period.</summary>
internal sealed record TimeReading(ClinicalTime? Time, TimeProblem Problem)
{
    public static TimeReading Absent { get; } = new(null, TimeProblem.Absent);

    public ClinicalTime? Start { get; init; }

    public ClinicalTime? End { get; init; }

    public string? Member { get; init; }
}
