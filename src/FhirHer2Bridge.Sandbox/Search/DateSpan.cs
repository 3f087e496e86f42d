using System.Globalization;
using FhirHer2Bridge.Sandbox.Http;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>A FHIR date of any precision as the half-open span it stands for; dates without zone are UTC.</summary>
internal sealed record DateSpan(DateTimeOffset Start, DateTimeOffset End)
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private static readonly string[] Minutes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK"];
    private static readonly string[] Seconds = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK"];
    private static readonly string[] Fractions =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <exception cref="FhirException">400: not a date.</exception>
    public static DateSpan Parse(string text) =>
        TryParse(text) ?? throw FhirException.Invalid("a date parameter has no readable value");

    public static DateSpan? TryParse(string? text) =>
        Span(text, static start => start.AddYears(1), "yyyy")
        ?? Span(text, static start => start.AddMonths(1), "yyyy-MM")
        ?? Span(text, static start => start.AddDays(1), "yyyy-MM-dd")
        ?? Span(text, static start => start.AddMinutes(1), Minutes)
        ?? Span(text, static start => start.AddSeconds(1), Seconds)
        ?? Span(text, static start => start.AddMilliseconds(1), Fractions);

    private static DateSpan? Span(
        string? text, Func<DateTimeOffset, DateTimeOffset> end, params string[] formats) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, Utc, out var at)
            // "Until 9999-12-31" is common in real periods and has no next day.
            ? new(at, at.Year == DateTimeOffset.MaxValue.Year ? DateTimeOffset.MaxValue : end(at))
            : null;
}
