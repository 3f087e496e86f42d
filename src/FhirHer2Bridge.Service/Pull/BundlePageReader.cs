using System.Text.Json;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// Reads the envelope of a page in one pass and cuts its resources out unparsed, so that a resource with a repeated key or
/// too many levels costs itself when it is extracted, not the page. The envelope itself tolerates no repeated key.
/// </summary>
internal static class BundlePageReader
{
    // Far above any resource (extraction allows 64): only what is no page at all ends here.
    private const int MaxDepth = 512;

    /// <exception cref="JsonException">Not JSON, or an envelope with a repeated key or an entry list that is none.</exception>
    public static BundlePage Read(ReadOnlyMemory<byte> utf8)
    {
        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var reader = new Utf8JsonReader(text.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("no object");
        }

        var page = ReadBundle(ref reader, text);
        return reader.Read() ? throw new JsonException("text after the object") : page;
    }

    private static BundlePage ReadBundle(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text)
    {
        var page = new BundlePage();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonCursor.Text(ref reader, JsonTokenType.PropertyName);
            if (name is null || !seen.Add(name))
            {
                throw new JsonException("a key is given twice or is no text");
            }

            reader.Read();
            page = name switch
            {
                "resourceType" => page with { ResourceType = JsonCursor.Text(ref reader) },
                "type" => page with { Type = JsonCursor.Text(ref reader) },
                "total" => page with { Total = JsonCursor.Count(ref reader) },
                "meta" => page with { LastUpdated = JsonCursor.LastUpdated(ref reader) },
                "link" => ReadLinks(ref reader, page),
                "entry" => ReadEntries(ref reader, page, text),
                _ => Skip(ref reader, page),
            };
        }

        return page;
    }

    private static BundlePage Skip(ref Utf8JsonReader reader, BundlePage page)
    {
        reader.Skip();
        return page;
    }

    private static BundlePage ReadLinks(ref Utf8JsonReader reader, BundlePage page)
    {
        // A lost next link would look like the last page, so nothing about links is forgiven.
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, JsonTokenType.StartObject);
            var (relation, url) = ReadLink(ref reader);
            page = relation switch
            {
                "next" when page.Next is not null || url is null => throw new JsonException("two next links, or one without address"),
                "next" => page with { Next = url },
                "self" => page with { Self = url },
                _ => page,
            };
        }

        return page;
    }

    private static (string? Relation, string? Url) ReadLink(ref Utf8JsonReader reader)
    {
        string? relation = null;
        string? url = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRelation = reader.ValueTextEquals("relation"u8);
            var isUrl = reader.ValueTextEquals("url"u8);
            if ((isRelation && relation is not null) || (isUrl && url is not null))
            {
                throw new JsonException("a key of a link is given twice");
            }

            reader.Read();
            var value = JsonCursor.Text(ref reader);
            relation = isRelation ? value : relation;
            url = isUrl ? value : url;
        }

        return (relation, url);
    }

    private static BundlePage ReadEntries(ref Utf8JsonReader reader, BundlePage page, ReadOnlyMemory<byte> text)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var entries = new List<PageEntry>();
        var damaged = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (PageEntryReader.Read(ref reader, text) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                damaged++;
            }
        }

        return page with { Entries = entries, Damaged = damaged };
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        if (reader.TokenType != kind)
        {
            throw new JsonException("a part of the page is not of its kind");
        }
    }
}
