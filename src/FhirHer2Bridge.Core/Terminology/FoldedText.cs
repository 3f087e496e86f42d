using System.Text;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// A text without case, diacritics, spaces and punctuation, that remembers where its words began and ended: "T-DM1",
/// "T DM1" and "TDM1" are one word of it.
/// </summary>
internal sealed class FoldedText
{
    private readonly string _text;
    private readonly bool[] _edges;

    private FoldedText(string text, bool[] edges)
    {
        _text = text;
        _edges = edges;
    }

    public static string Plain(string text) => Of(text)._text;

    public static FoldedText Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var edges = new List<bool>(text.Length + 1);
        var edge = true;
        foreach (var raw in text)
        {
            if (TextFold.IsSilent(raw))
            {
                continue;
            }

            var c = TextFold.Lower(raw);
            if (!char.IsLetterOrDigit(c) && c != '\uff9e' && c != '\uff9f')
            {
                edge = true;
                continue;
            }

            edges.Add(edge || TextFold.IsEastAsian(c) != TextFold.IsEastAsian(plain[^1]));
            plain.Append(c);
            edge = false;
        }

        edges.Add(true);
        return new FoldedText(plain.ToString(), [.. edges]);
    }

    public bool HasPart(string part) => _text.Contains(part, StringComparison.Ordinal);

    public bool HasWord(string word) => Has(word, isWhole: true);

    /// <summary>A word that ends so, or is no longer.</summary>
    public bool HasEnding(string ending) => Has(ending, isWhole: false);

    /// <summary>A word of at least nine letters that is <paramref name="word"/> with at most two typing errors.</summary>
    public bool HasNearly(string word)
    {
        const int shortest = 9;
        const int errors = 2;
        for (var start = 0; start < _text.Length;)
        {
            var end = start + 1;
            while (!_edges[end])
            {
                end++;
            }

            if (end - start >= shortest && EditDistance.AtMost(_text.AsSpan(start, end - start), word, errors))
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    private bool Has(string word, bool isWhole)
    {
        for (var at = _text.IndexOf(word, StringComparison.Ordinal); at >= 0;)
        {
            if ((_edges[at] || !isWhole) && _edges[at + word.Length])
            {
                return true;
            }

            at = _text.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return false;
    }
}
