namespace FhirHer2Bridge.Core.Terminology;

/// <summary>Groups of words, folded once; the order of the groups is the order of trial.</summary>
internal sealed class WordList(IEnumerable<WordEntry> entries)
{
    private readonly Group[] _groups = [.. entries.Select(entry => new Group(entry))];

    public bool IsIn(FoldedText text) => First(text) is not null;

    /// <summary>The first group with a word in the text.</summary>
    public WordEntry? First(FoldedText text) => Array.Find(_groups, group => group.IsIn(text))?.Entry;

    public IEnumerable<WordEntry> All(FoldedText text) =>
        _groups.Where(group => group.IsIn(text)).Select(group => group.Entry);

    private sealed class Group(WordEntry entry)
    {
        private readonly string[] _words = Folded(entry.Words);
        private readonly string[] _parts = Folded(entry.Parts);
        private readonly string[] _unless = Folded(entry.Unless);

        public WordEntry Entry { get; } = entry;

        public bool IsIn(FoldedText text) =>
            (Array.Exists(_words, text.HasWord) || Array.Exists(_parts, text.HasPart))
            && !Array.Exists(_unless, text.HasPart);

        private static string[] Folded(string[] words) => [.. words.Select(FoldedText.Plain)];
    }
}
