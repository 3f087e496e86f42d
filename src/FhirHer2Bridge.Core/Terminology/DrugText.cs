using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>Drugs by their written names, in the order of domain 3b: the most specific name first, plain trastuzumab late.</summary>
internal sealed class DrugText
{
    private readonly WordList _notTreatment;
    private readonly PlaceboText _placebo;
    private readonly Spelling[] _spellings;

    public DrugText(IEnumerable<DrugEntry> drugs, IEnumerable<WordEntry> notTreatment, PlaceboText placebo)
    {
        _notTreatment = new WordList(notTreatment);
        _placebo = placebo;
        var written = drugs.SelectMany(static drug => drug.Names.Select(names => (drug, names))).ToList();
        var own = written.Where(static one => one.names is { Drugs.Length: 0, Uncertain: false })
            .ToLookup(static one => one.drug.Name, static one => new Spelling(one.drug, one.names, []), StringComparer.Ordinal);
        _spellings = [.. written
            .Select(one => new Spelling(one.drug, one.names, [.. one.names.Drugs.Select(name => own[name].ToArray())]))
            .OrderBy(static spelling => spelling.Step)];
    }

    /// <summary>It names a tracer or another product, or a placebo and no drug that was given beside it: whatever its code says was not certainly given.</summary>
    public bool IsDoubtful(string text) => FoldedText.Of(text) is var folded
        && (_notTreatment.IsIn(folded) || (_placebo.IsIn(folded) && Find(text) is not { Uncertain: false }));

    public Drug? Find(string text)
    {
        var folded = FoldedText.Of(text);
        if (_notTreatment.IsIn(folded))
        {
            return null;
        }

        if (!_placebo.IsIn(folded))
        {
            return Named(folded);
        }

        var (given, perhaps) = _placebo.Split(text);
        return Named(FoldedText.Of(given)) ?? (Named(FoldedText.Of(perhaps)) is { } drug ? drug with { Uncertain = true } : null);
    }

    private Drug? Named(FoldedText text) => Array.Find(_spellings, spelling => spelling.IsIn(text))?.Drug;

    private sealed class Spelling(DrugEntry drug, DrugNames names, Spelling[][] drugs)
    {
        private readonly string[] _contains = Folded(names.Contains);
        private readonly string[] _tokens = Folded(names.Tokens);
        private readonly string[] _all = Folded(names.All);
        private readonly string[] _fuzzy = Folded(names.Fuzzy);
        private readonly string[] _endings = Folded(names.Endings);
        private readonly string[] _unless = Folded(names.Unless);

        public int Step { get; } = names.Step;

        public Drug Drug { get; } = drug.ToDrug(names.Uncertain);

        public bool IsIn(FoldedText text) =>
            IsNamed(text)
            && (_endings.Length == 0 || Array.Exists(_endings, text.HasEnding))
            && !Array.Exists(_unless, text.HasPart);

        private bool IsNamed(FoldedText text) =>
            Array.Exists(_contains, text.HasPart)
            || Array.Exists(_tokens, text.HasWord)
            || (_all.Length > 0 && Array.TrueForAll(_all, text.HasPart))
            || (_fuzzy.Length > 0 && Array.TrueForAll(_fuzzy, text.HasNearly))
            || (drugs.Length > 0 && Array.TrueForAll(drugs, spellings => Array.Exists(spellings, spelling => spelling.IsIn(text))));

        private static string[] Folded(string[] words) => [.. words.Select(FoldedText.Plain)];
    }
}
