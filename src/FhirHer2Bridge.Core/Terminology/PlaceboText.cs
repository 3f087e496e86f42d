namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// Texts that name a placebo. What is given together with it takes no part in it ("trastuzumab + pertuzumab/placebo": trastuzumab);
/// what stands instead of it was perhaps given ("trastuzumab/placebo"); a placebo of a drug is no drug ("trastuzumab placebo").
/// </summary>
internal sealed class PlaceboText(IEnumerable<WordEntry> placebo, IEnumerable<ConnectiveEntry> connectives)
{
    private readonly WordList _placebo = new(placebo);
    private readonly ILookup<ConnectiveMeaning?, ConnectiveEntry> _connectives = connectives.ToLookup(static entry => entry.Means);

    public bool IsIn(FoldedText text) => _placebo.IsIn(text);

    /// <summary>What was given whatever the placebo stood for, and what was given or else a placebo.</summary>
    public (string Given, string Perhaps) Split(string text)
    {
        var parts = Parts(text).ToLookup(part => IsIn(FoldedText.Of(part)));
        return (Joined(parts[false]), Joined(parts[true].Where(part => Found(part, ConnectiveMeaning.Instead).Any())));
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(" + ", parts);

    private IEnumerable<string> Parts(string text)
    {
        var start = 0;
        foreach (var (at, end) in Found(text, ConnectiveMeaning.Together))
        {
            yield return text[start..at];
            start = end;
        }

        yield return text[start..];
    }

    /// <summary>Where a sign or a whole word of this meaning stands.</summary>
    private IEnumerable<(int At, int End)> Found(string text, ConnectiveMeaning meaning)
    {
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = at + 1;
            while (char.IsLetterOrDigit(text[at]) && end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (IsOne(text[at..end], meaning))
            {
                yield return (at, end);
            }
        }
    }

    private bool IsOne(string piece, ConnectiveMeaning meaning)
    {
        var word = FoldedText.Plain(piece);
        return _connectives[meaning].Any(entry => word.Length > 0
            ? entry.Words.Contains(word, StringComparer.Ordinal)
            : entry.Signs.Contains(TextFold.Width(piece[0]).ToString(), StringComparer.Ordinal));
    }
}
