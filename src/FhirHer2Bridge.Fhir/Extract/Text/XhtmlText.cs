using System.Net;
using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>The words of a narrative: tags become a blank where they part words, entities their character. Never re-emitted.</summary>
internal static class XhtmlText
{
    private static readonly HashSet<string> Inline = new(["b", "i", "em", "strong", "sub", "sup", "span", "a", "u"], StringComparer.OrdinalIgnoreCase);

    public static string Of(string xhtml)
    {
        var text = new StringBuilder(xhtml.Length);
        for (var at = 0; at < xhtml.Length;)
        {
            var open = xhtml.IndexOf('<', at);
            var close = open < 0 ? -1 : xhtml.IndexOf('>', open);
            if (close < 0)
            {
                text.Append(xhtml, at, xhtml.Length - at);
                break;
            }

            text.Append(xhtml, at, open - at);
            if (!Inline.Contains(Name(xhtml.AsSpan(open + 1, close - open - 1))))
            {
                text.Append(' ');
            }

            at = close + 1;
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        var end = name.IndexOfAny(' ', '/', '\n');
        return (end < 0 ? name : name[..end]).ToString();
    }
}
