using System.Globalization;
using System.Net.Http.Headers;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>Reads the Retry-After header (RFC 9110, 10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>Longer wishes are cut: five hours were seen from a hospital server (smart-fetch caps the same way).</summary>
    public static readonly TimeSpan Cap = TimeSpan.FromMinutes(5);

    private const int LongestSensibleDigits = 6;

    /// <summary>How long to wait, between zero (a past date) and <see cref="Cap"/>; null: absent or unreadable.</summary>
    /// <param name="header">The header's text.</param>
    /// <param name="now">The server's Date where it gave one, so that two clocks are not compared; else ours.</param>
    public static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        var text = header?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.All(char.IsAsciiDigit))
        {
            return text.Length > LongestSensibleDigits
                ? Cap
                : Clamp(TimeSpan.FromSeconds(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)));
        }

        return RetryConditionHeaderValue.TryParse(text, out var value) && value.Date is { } date ? Clamp(date - now) : null;
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Cap ? Cap : wait;
}
