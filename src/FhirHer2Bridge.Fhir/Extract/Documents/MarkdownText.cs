using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>The words of Markdown: escapes are undone ("3\+"), emphasis is taken off, struck out text is left out; lines stay.</summary>
internal static class MarkdownText
{
    /// <returns>Null: markup of HTML within it, which may strike out what is read here.</returns>
    public static string? Of(string markdown)
    {
        if (HtmlScanner.HasMarkup(markdown))
        {
            return null;
        }

        var text = new StringBuilder(markdown.Length);
        var struck = -1;
        for (var at = 0; at < markdown.Length; at++)
        {
            var pair = markdown.AsSpan(at, Math.Min(2, markdown.Length - at));
            if (pair is ['\\', var escaped] && char.IsAscii(escaped) && (char.IsPunctuation(escaped) || char.IsSymbol(escaped)))
            {
                text.Append(escaped);
                at++;
            }
            else if (pair is "~~")
            {
                (text.Length, struck) = struck < 0 ? (text.Length, text.Length) : (struck, -1);
                at++;
            }
            else if (pair is "**" or "__")
            {
                at++;
            }
            else if (pair[0] == '&')
            {
                var (character, length) = HtmlEntities.Read(markdown.AsSpan(at));
                text.Append(character);
                at += length - 1;
            }
            else
            {
                text.Append(pair[0]);
            }
        }

        return (struck < 0 ? text : text.Insert(struck, "~~")).ToString();
    }
}
