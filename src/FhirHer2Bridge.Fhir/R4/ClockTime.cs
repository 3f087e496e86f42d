using System.Globalization;
using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>
/// The time part of a dateTime. Second 60 is legal in R4 and is the first second of the next minute; digits after the seventh
/// are cut; a time without seconds (not R4, but seen) spans its minute.
/// </summary>
internal sealed partial record ClockTime(TimeSpan OfDay, TimeSpan Resolution, TimeSpan? Zone)
{
    public static ClockTime? Parse(string dateTime)
    {
        var match = Pattern().Match(dateTime);
        if (!match.Success || dateTime.Length > 64)
        {
            return null;
        }

        var (hour, minute, second) = (Number(match, "h"), Number(match, "m"), Number(match, "s"));
        if (hour > 23 || minute > 59 || second > 60 || Offset(match) is { } zone && zone.Duration() > TimeSpan.FromHours(14))
        {
            return null;
        }

        var fraction = match.Groups["f"].Value is { Length: > 0 } digits ? digits : "0";
        var ticks = long.Parse(fraction.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
        var ofDay = new TimeSpan(hour, minute, 0) + TimeSpan.FromSeconds(second) + TimeSpan.FromTicks(ticks);
        return new ClockTime(ofDay, match.Groups["s"].Success ? TimeSpan.FromTicks(1) : TimeSpan.FromMinutes(1), Offset(match));
    }

    private static TimeSpan? Offset(Match match)
    {
        var zone = match.Groups["z"].Value;
        if (zone is "" or "Z")
        {
            return zone.Length == 0 ? null : TimeSpan.Zero;
        }

        var size = new TimeSpan(Number(match, "zh"), Number(match, "zm"), 0);
        return zone[0] == '-' ? -size : size;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Value is { Length: > 0 } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^[0-9-]{10}T(?<h>[0-9]{2}):(?<m>[0-9]{2})(:(?<s>[0-9]{2})(\\.(?<f>[0-9]+))?)?(?<z>Z|[+-](?<zh>[0-9]{2}):(?<zm>[0-9]{2}))?\\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
