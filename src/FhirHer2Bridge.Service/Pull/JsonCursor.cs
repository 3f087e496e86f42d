using System.Globalization;
using System.Text.Json;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>Steps over a value of unknown kind without trusting it.</summary>
internal static class JsonCursor
{
    /// <summary>The text at the reader; null and stepped over when it is anything else or no valid UTF-8.</summary>
    public static string? Text(ref Utf8JsonReader reader, JsonTokenType kind = JsonTokenType.String)
    {
        if (reader.TokenType != kind)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A FHIR instant (date, time and zone); null when it is anything else: without a zone it is no instant.</summary>
    public static DateTimeOffset? Instant(string? text)
    {
        var zoned = text is { Length: > 19 } && (text[^1] == 'Z' || text[^6] is '+' or '-');
        return zoned && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;
    }

    /// <summary><c>lastUpdated</c> of the <c>meta</c> at the reader.</summary>
    public static DateTimeOffset? LastUpdated(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        DateTimeOffset? found = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals("lastUpdated"u8);
            reader.Read();
            if (isIt)
            {
                found = Instant(Text(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return found;
    }

    /// <summary>A whole number that is not negative; null and stepped over when it is anything else.</summary>
    public static long? Count(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && number >= 0)
        {
            return number;
        }

        reader.Skip();
        return null;
    }
}
