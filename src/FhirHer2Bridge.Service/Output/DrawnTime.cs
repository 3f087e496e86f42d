using System.Globalization;

namespace FhirHer2Bridge.Service.Output;

/// <summary>
/// The span of time a literal covers, for drawing: "2024" is a year wide. Days without a zone are read as UTC, which moves a
/// mark by less than a pixel.
/// </summary>
internal readonly record struct DrawnTime(DateTimeOffset Start, DateTimeOffset End)
{
    private const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal;

    /// <summary>Two days or more cannot be drawn as one mark without claiming a day nobody wrote.</summary>
    public bool IsSpan => End - Start >= TimeSpan.FromDays(2);

    /// <summary>A FHIR date, dateTime, instant or "start/end". Null: not a time this can draw.</summary>
    public static DrawnTime? Parse(string? literal)
    {
        if (literal?.Split('/') is [var first, var last])
        {
            return One(first) is { } from && One(last) is { } to && to.End > from.Start ? new DrawnTime(from.Start, to.End) : null;
        }

        return One(literal);
    }

    private static DrawnTime? One(string? literal)
    {
        var format = literal?.Length switch
        {
            4 => "yyyy",
            7 => "yyyy-MM",
            10 => "yyyy-MM-dd",
            _ => null,
        };
        if (format is null)
        {
            return DateTimeOffset.TryParse(literal, CultureInfo.InvariantCulture, AsUtc, out var instant) && IsDrawable(instant)
                ? new DrawnTime(instant, instant.AddMinutes(1))
                : null;
        }

        return DateTimeOffset.TryParseExact(literal, format, CultureInfo.InvariantCulture, AsUtc, out var start) && IsDrawable(start)
            ? new DrawnTime(start, format.Length switch { 4 => start.AddYears(1), 7 => start.AddMonths(1), _ => start.AddDays(1) })
            : null;
    }

    /// <summary>Leaves room for the axis on both sides.</summary>
    public static bool IsDrawable(DateTimeOffset time) => time.Year is > 1000 and < 9000;
}
