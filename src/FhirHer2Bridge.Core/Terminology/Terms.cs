using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// What codes and words mean here. Everything is data: the embedded files of this folder, each entry with its source, and
/// a site's own codes on top. Codes are looked up by (system, code), never by code alone. Immutable, safe for any thread.
/// </summary>
public sealed class Terms
{
    private static readonly Lazy<Terms> Shared = new(() => new Terms(TermsLoader.Embedded()));

    private readonly IReadOnlyList<TermsFile> _files;
    private readonly TermTables _tables;
    private readonly TermWords _words;

    private Terms(IReadOnlyList<TermsFile> files)
    {
        _files = files;
        _tables = TermTables.Build(files);
        _words = new TermWords(files);
        Contents = [.. files.Select(static file => file.Contents())];
        Version = string.Join('+', files.Select(file => file.Version).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The terminology of this build; read once.</summary>
    public static Terms Embedded => Shared.Value;

    /// <summary>Versions of the files in use; an overlay's own version follows a '+'.</summary>
    public string Version { get; }

    /// <summary>What each file holds, in numbers.</summary>
    public IReadOnlyList<TermsContents> Contents { get; }

    /// <summary>This terminology and a site's codes: additive only, in the shape of the embedded files.</summary>
    /// <exception cref="TermsException">Unreadable, incomplete, without source, or redefining a code; names every problem.</exception>
    public Terms WithOverlay(string json) => new([.. _files, TermsLoader.Parse(TermsLoader.Overlay, json)]);

    /// <summary>What an Observation, component or procedure code stands for; null: not one of ours.</summary>
    public TestTerm? Test(string? system, string? code) => _tables.Tests.TryFind(system, code, out var term) ? term : null;

    /// <summary>The assay a code of Observation.method stands for (domain 1a); null: not one we know.</summary>
    public AssayMethod? Method(string? system, string? code) => _tables.Methods.TryFind(system, code, out var method) ? method : null;

    /// <summary>What a component of a genomic variant holds (domain 1b).</summary>
    public VariantPart? VariantPart(string? system, string? code) => _tables.VariantParts.TryFind(system, code, out var part) ? part : null;

    /// <summary>What a coded value of such a component says.</summary>
    public VariantAnswer? VariantAnswer(string? system, string? code) =>
        _tables.VariantAnswers.TryFind(system, code, out var answer) ? answer : null;

    /// <summary>
    /// Can a report or section of this code hold a HER2 result (domain 1c)? False: it looks for something else (bone marrow);
    /// null: not one we know.
    /// </summary>
    public bool? HoldsHer2(string? system, string? code) => _tables.Reports.TryFind(system, code, out var holds) ? holds : null;

    /// <summary>Does this finding or disorder name HER2 itself (domain 2a)?</summary>
    public bool IsHer2Finding(string? system, string? code) => _tables.Findings.TryFind(system, code, out _);

    /// <summary>What a value code says (domain 2a); null: unknown, which is not "no result".</summary>
    public AnswerTerm? Answer(string? system, string? code) => _tables.Answers.TryFind(system, code, out var term) ? term : null;

    /// <summary>What Observation.interpretation says of a status (domain 2b); null for H, L, A, N and the unknown.</summary>
    public AnswerMeaning? Interpretation(string? system, string? code) =>
        _tables.Interpretations.TryFind(system, code, out var term) && term.Meaning != AnswerMeaning.Silent ? term.Meaning : null;

    /// <summary>A HER2-directed drug by RxNorm, ATC or SNOMED code; null: not one we know.</summary>
    public Drug? DrugByCode(string? system, string? code) => _tables.Drugs.TryFind(system, code, out var drug) ? drug : null;

    /// <summary>A HER2-directed drug by its written name (domain 3b), also misspelt; null: none named, or an imaging tracer.</summary>
    public Drug? DrugByText(string text) => _words.Drugs.Find(text);

    /// <summary>Words of a tracer, a placebo or a blinded product: a drug whose code stands beside them was not certainly given.</summary>
    public bool IsDoubtfulTreatment(string text) => _words.Drugs.IsDoubtful(text);

    /// <summary>The organ of a primary tumour's code; None: not a tumour, a secondary one, or not one we know.</summary>
    public TumourKind Tumour(string? system, string? code) =>
        _tables.Tumours.TryFind(system, code, out var term) ? term.Kind : TumourKind.None;

    /// <summary>What the same tumour is where its histology is adenocarcinoma (363402007, oesophagus: domain 1c); null: no matter.</summary>
    public TumourKind? TumourIfAdenocarcinoma(string? system, string? code) =>
        _tables.Tumours.TryFind(system, code, out var term) ? term.IfAdenocarcinoma : null;

    /// <summary>Do the words say adenocarcinoma, and no other histology beside it?</summary>
    public bool NamesAdenocarcinoma(string text) => _words.IsAdenocarcinoma(text);

    /// <summary>What the code says, where that is progression or recurrence (domain 1c).</summary>
    public ProgressionTerm? Progression(string? system, string? code) =>
        _tables.Progression.TryFind(system, code, out var term) ? term : null;

    /// <summary>True: distant metastasis; false: M0; null: says nothing of spread (domain 5, row "Setting").</summary>
    public bool? Spread(string? system, string? code) => _tables.Spread.TryFind(system, code, out var spread) ? spread : null;

    /// <summary>A resection (domain 7, F22); null: not one we know.</summary>
    public SurgeryTerm? Surgery(string? system, string? code) => _tables.Surgery.TryFind(system, code, out var term) ? term : null;

    /// <summary>The material, by code, else by words.</summary>
    public SpecimenKind SpecimenKindOf(string? system, string? code, string? text) =>
        _tables.Specimens.TryFind(system, code, out var kind) ? kind
        : text is null ? SpecimenKind.Unstated : _words.Specimen(text);

    /// <summary>The tumour a body site speaks for, by code, else by words; None for a metastatic or unnamed site.</summary>
    public TumourKind SiteTumour(string? system, string? code, string? text) =>
        _tables.Sites.TryFind(system, code, out var kind) ? kind
        : text is null ? TumourKind.None : _words.Site(text);

    /// <summary>A site that is the gastro-oesophageal junction.</summary>
    public bool IsJunction(string text) => _words.IsJunction(text);

    /// <summary>Does the text name HER2 or its gene (HER2/neu, c-erbB-2, ERBB2, CD340, HercepTest)? Linear; not "her 2-month".</summary>
    public bool MentionsHer2(string text) => _words.Her2.First(text) is not null;

    /// <summary>
    /// Does the name of a HER2 test say that it is no tumour status (mutation, control, prior status, circulating cells)? Words
    /// only: a known code is not asked.
    /// </summary>
    public bool NamesNoStatus(string text) => _words.IsNoStatus(text);

    /// <summary>Does the text name a test, its method, specimen or site, the gene or protein, or a status?</summary>
    public bool NamesTest(string text) => _words.IsTest(text);

    /// <summary>Does the text hold other words than spellings of HER2? A single letter or a number is no word.</summary>
    public bool SaysMoreThanHer2(string text) => TextFold.HasWord(_words.Her2.Without(text));

    /// <summary>
    /// The first other marker named in the text (Ki-67, ER, PD-L1 …): guards against HER2 codes put on other tests. A text may
    /// name HER2 as well, so ask <see cref="MentionsHer2"/> first.
    /// </summary>
    public string? OtherMarker(string text) => _words.OtherMarkers.First(text);

    /// <summary>
    /// Is this gene ERBB2? A code of the gene catalogue decides, even against its text (HGNC:2064 was shown as ERBB2);
    /// without one, the text does.
    /// </summary>
    public bool IsErbb2Gene(string? system, string? code, string? text) =>
        _tables.Genes.Knows(system) && code is not null
            ? _tables.Genes.TryFind(system, code, out _)
            : text is not null && MentionsHer2(text);
}
