using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>The written names of all files: drugs, markers, specimens, sites.</summary>
internal sealed class TermWords(IReadOnlyList<TermsFile> files)
{
    private readonly WordList _specimens = new(files.SelectMany(file => file.SpecimenWords.Active()));
    private readonly WordList _noStatus = new(files.SelectMany(file => file.NoStatusWords.Active()));
    private readonly WordList _adenocarcinoma = new(files.SelectMany(file => file.AdenocarcinomaWords.Active()));
    private readonly WordList _tests = new(files.SelectMany(file => file.TestWords.Active()));
    private readonly WordList _sites = new(files.SelectMany(file => file.SiteWords.Active()));

    public DrugText Drugs { get; } = new(
        files.SelectMany(file => file.Drugs.Active()).Select(drug => drug.ActivePart()),
        files.SelectMany(file => file.NotTreatment.Active()),
        new PlaceboText(files.SelectMany(file => file.Placebo.Active()), files.SelectMany(file => file.Connectives.Active())));

    public MarkerScanner Her2 { get; } = new(files.SelectMany(file => file.Her2Mentions.Active()));

    public MarkerScanner OtherMarkers { get; } = new(files.SelectMany(file => file.OtherMarkers.Active()));

    public SpecimenKind Specimen(string text) =>
        (_specimens.First(FoldedText.Of(text)) as SpecimenWords)?.Kind ?? SpecimenKind.Unstated;

    public bool IsNoStatus(string text) => _noStatus.IsIn(FoldedText.Of(text));

    public bool IsAdenocarcinoma(string text) => _adenocarcinoma.IsIn(FoldedText.Of(text));

    public bool IsTest(string text)
    {
        var folded = FoldedText.Of(text);
        return _tests.IsIn(folded) || _specimens.IsIn(folded) || _sites.IsIn(folded);
    }

    public bool IsJunction(string text) => _sites.All(FoldedText.Of(text)).OfType<SiteWords>().Any(static words => words.Junction);

    /// <summary>None where the text names two organs: a site is not guessed.</summary>
    public TumourKind Site(string text)
    {
        TumourKind[] kinds = [.. _sites.All(FoldedText.Of(text))
            .OfType<SiteWords>()
            .Select(words => words.Tumour ?? TumourKind.None)
            .Distinct()];
        return kinds is [var only] ? only : TumourKind.None;
    }
}
