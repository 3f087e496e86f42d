using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>Drugs by their written names, in the order of domain 3b: the most specific name first, plain trastuzumab late.</summary>
internal sealed class DrugText
{
    private readonly WordList _notTreatment;
    private readonly WordList _blinded;
    private readonly Spelling[] _spellings;

    public DrugText(IEnumerable<DrugEntry> drugs, IEnumerable<WordEntry> notTreatment, IEnumerable<WordEntry> blinded)
    {
        _notTreatment = new WordList(notTreatment);
        _blinded = new WordList(blinded);
        _spellings = [.. drugs
            .SelectMany(drug => drug.Names.Select(names => new Spelling(drug, names)))
            .OrderBy(spelling => spelling.Step)];
    }

    /// <summary>It names a tracer, a placebo or another product: whatever drug is named beside it was not certainly given.</summary>
    public bool IsDoubtful(string text) => FoldedText.Of(text) is var folded && (_notTreatment.IsIn(folded) || _blinded.IsIn(folded));

    public Drug? Find(string text)
    {
        var folded = FoldedText.Of(text);
        var drug = _notTreatment.IsIn(folded) ? null : Array.Find(_spellings, spelling => spelling.IsIn(folded))?.Drug;
        return drug is not null && _blinded.IsIn(folded) ? drug with { Uncertain = true } : drug;
    }

    private sealed class Spelling(DrugEntry drug, DrugNames names)
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
            || (_fuzzy.Length > 0 && Array.TrueForAll(_fuzzy, text.HasNearly));

        private static string[] Folded(string[] words) => [.. words.Select(FoldedText.Plain)];
    }
}
