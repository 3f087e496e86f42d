using System.Text.Json;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>Cuts one entry out of a page and looks only at what paging must know of it.</summary>
internal static class PageEntryReader
{
    /// <summary>The entry at the reader; null and stepped over when it is no object or holds no resource.</summary>
    public static PageEntry? Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var mode = EntryMode.Unstated;
        PageEntry? entry = null;
        var resources = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isResource = reader.ValueTextEquals("resource"u8);
            var isSearch = reader.ValueTextEquals("search"u8);
            reader.Read();
            if (isResource && reader.TokenType == JsonTokenType.StartObject)
            {
                resources++;
                entry = ReadResource(ref reader, text);
            }
            else if (isSearch && reader.TokenType == JsonTokenType.StartObject)
            {
                mode = ReadMode(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return entry is null ? null : entry with { Mode = mode, IsBroken = resources > 1 };
    }

    private static PageEntry ReadResource(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text)
    {
        var start = (int)reader.TokenStartIndex;
        var (type, id) = (default(Once), default(Once));
        DateTimeOffset? lastUpdated = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("resourceType"u8);
            var isId = reader.ValueTextEquals("id"u8);
            var isMeta = reader.ValueTextEquals("meta"u8);
            reader.Read();
            if (isType)
            {
                type = type.Take(JsonCursor.Text(ref reader));
            }
            else if (isId)
            {
                id = id.Take(JsonCursor.Text(ref reader));
            }
            else if (isMeta)
            {
                lastUpdated = JsonCursor.LastUpdated(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new PageEntry(type.Value, id.Value, lastUpdated, EntryMode.Unstated, text[start..(int)reader.BytesConsumed]);
    }

    private static EntryMode ReadMode(ref Utf8JsonReader reader)
    {
        var mode = EntryMode.Unstated;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMode = reader.ValueTextEquals("mode"u8);
            reader.Read();
            var value = JsonCursor.Text(ref reader);
            mode = !isMode ? mode : value switch
            {
                "match" => EntryMode.Match,
                "include" => EntryMode.Include,
                "outcome" => EntryMode.Outcome,
                _ => EntryMode.Unstated,
            };
        }

        return mode;
    }

    /// <summary>A key that may be given once; twice, and neither value is believed.</summary>
    private readonly record struct Once(string? Text, int Times)
    {
        public string? Value => Times == 1 ? Text : null;

        public Once Take(string? text) => new(text, Times + 1);
    }
}
