using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>Spelling of text and time in what we write.</summary>
internal static partial class FhirText
{
    private const int LongestText = 1500;

    /// <summary>Plain text without the control characters JSON strings and XHTML of FHIR may not hold, bounded in length.</summary>
    internal static string Plain(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= LongestText)
            {
                break;
            }

            if (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF))
            {
                clean.Append(rune.ToString());
            }
            else if (rune.Value is '\n' or '\t' or '\r')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }

    /// <summary>A narrative of one paragraph; everything that could be markup is escaped.</summary>
    internal static string Narrative(string text) =>
        $"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{WebUtility.HtmlEncode(Plain(text))}</p></div>";

    /// <summary>An R4 instant in UTC, milliseconds kept.</summary>
    internal static string Instant(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An R4 dateTime with the offset it came with.</summary>
    internal static string DateTime(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>
    /// The source's own spelling, never completed; a period by its start. A spelling R4 does not allow (a time without a
    /// zone) is written as the instant it was read as.
    /// </summary>
    internal static string DateTime(ClinicalTime time)
    {
        var literal = Start(time.Literal);
        return IsDateTime(literal) ? literal : DateTime(time.Earliest);
    }

    /// <summary>The same for a spelling alone: what R4 does not allow is cut to its day; null where that is none either.</summary>
    internal static string? DateTime(string spelling)
    {
        const int day = 10;
        var literal = Start(spelling);
        return IsDateTime(literal) ? literal
            : literal.Length > day && IsDateTime(literal[..day]) ? literal[..day]
            : null;
    }

    /// <summary>Is it an R4 dateTime literal? (R4 datatypes, dateTime.)</summary>
    private static bool IsDateTime(string literal) => DateTimePattern().IsMatch(literal);

    private static string Start(string literal) =>
        literal.Split('/', 2) is [{ Length: > 0 } start, ..] ? start : literal.TrimStart('/');

    [GeneratedRegex(
        @"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00)))?)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateTimePattern();
}
