using System.Globalization;

namespace FhirHer2Bridge.Service.Run;

/// <summary>The moment an assessment is made for, and how it was asked for. A date means its end in the site's time zone.</summary>
internal sealed record AsOf(DateTimeOffset Instant, string Literal)
{
    /// <summary>No moment was asked for: it is the time of the cycle.</summary>
    public bool IsNow { get; private init; }

    public static AsOf Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new AsOf(now, now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) { IsNow = true };
    }

    /// <summary>"2026-05-20" or an instant with an offset. Null: neither.</summary>
    public static AsOf? Parse(string literal, TimeZoneInfo zone)
    {
        if (DateOnly.TryParseExact(literal, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            if (date == DateOnly.MaxValue)
            {
                return null;
            }

            var next = date.AddDays(1).ToDateTime(TimeOnly.MinValue);
            return new AsOf(new DateTimeOffset(next, zone.GetUtcOffset(next)).AddTicks(-1), literal);
        }

        return DateTimeOffset.TryParseExact(
            literal, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && (literal.EndsWith('Z') || literal.LastIndexOfAny(['+', '-']) > 10)
            ? new AsOf(instant, literal)
            : null;
    }
}
