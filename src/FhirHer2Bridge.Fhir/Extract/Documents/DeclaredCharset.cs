using System.Buffers;
using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>The charset that a document itself declares in its first bytes.</summary>
internal static class DeclaredCharset
{
    /// <summary>Bytes within which a declaration must stand (HTML: 1024; reports with long style sheets put it later).</summary>
    public const int Reach = 4096;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\"' ;/>?");

    /// <summary><c>&lt;meta charset="…"&gt;</c>, or a meta element with <c>content="text/html; charset=…"</c>.</summary>
    public static string? OfHtml(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes);
        for (var meta = Next(head, "<meta", 0); meta >= 0; meta = Next(head, "<meta", meta + 1))
        {
            var end = head.IndexOf('>', meta);
            var tag = end < 0 ? head[meta..] : head[meta..end];
            var charset = Next(tag, "charset", 0);
            if (charset >= 0 && Value(tag.AsSpan(charset + "charset".Length)) is { } name)
            {
                // A declaration that could be read as single bytes was not written in UTF-16.
                return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : name;
            }
        }

        return OfXml(bytes);
    }

    /// <summary><c>&lt;?xml … encoding="…"?&gt;</c></summary>
    public static string? OfXml(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes);
        var end = head.TrimStart().StartsWith("<?xml", StringComparison.Ordinal) ? head.IndexOf("?>", StringComparison.Ordinal) : -1;
        var encoding = end < 0 ? -1 : head.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        return encoding < 0 ? null : Value(head.AsSpan(encoding + "encoding".Length, end - encoding - "encoding".Length));
    }

    private static string Head(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);

    private static int Next(string text, string word, int from) => text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows the equals sign, without its quotes.</summary>
    private static string? Value(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest is not ['=', ..])
        {
            return null;
        }

        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(Ends);
        var name = (end < 0 ? rest : rest[..end]).Trim();
        return name.IsEmpty ? null : name.ToString();
    }
}
