using System.Text.RegularExpressions;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// What test an Observation or component is: by code where the terminology knows it, else by its words where they mention
/// HER2 (local codes and CAP checklists carry words only).
/// </summary>
internal static partial class TestRecogniser
{
    private const string Probe = "CEP17";

    public static TestTerm? Recognise(ConceptView code, Terms terms) =>
        ByCode(code, terms) ?? (code.Words.Any(terms.MentionsHer2) && !IsNoStatus(code, terms)
            ? ByWords(Bounded(string.Join(' ', code.Words.Where(terms.MentionsHer2))))
            : null);

    /// <summary>
    /// An Observation: where its words alone name the test and do not say how it was done, its method says so by code (domain 1a).
    /// A known code keeps its meaning: an overall interpretation is one whatever it rests on.
    /// </summary>
    public static TestTerm? Recognise(ConceptView code, ConceptView method, Terms terms)
    {
        var term = Recognise(code, terms);
        if (term is not { Kind: TestKind.Her2Result, Method: AssayMethod.Overall } || ByCode(code, terms) is not null)
        {
            return term;
        }

        return method.Codings.Select(coding => terms.Method(coding.System, coding.Code)).OfType<AssayMethod>().Distinct().ToList() is [var assay]
            ? term with { Method = assay, Reader = assay == AssayMethod.Ish ? ValueReader.GenePresence : ValueReader.IhcScore }
            : term;
    }

    /// <summary>
    /// A name that mentions HER2 and means no tumour status (a mutation, a control, a trial), or nothing we know, under no code that
    /// is known.
    /// </summary>
    public static bool IsOnlyNamed(ConceptView code, Terms terms) =>
        code.Words.Any(terms.MentionsHer2) && IsNoStatus(code, terms) && ByCode(code, terms) is null;

    public static TestTerm? ByCode(ConceptView code, Terms terms) =>
        code.Codings.Select(coding => terms.Test(coding.System, coding.Code)).FirstOrDefault(static term => term is not null);

    /// <summary>
    /// A component of a HER2 Observation whose own code is unknown: "IHC score", "ratio" or "CEP17" stand for HER2 there.
    /// </summary>
    public static TestTerm? RecogniseWithin(ConceptView code, Terms terms)
    {
        var words = Bounded(string.Join(' ', code.Words));
        if (IsNoStatus(code, terms) || code.Words.Any(word => terms.OtherMarker(word) is not (null or Probe)))
        {
            return null;
        }

        return MethodOf(words) != AssayMethod.Overall || Ratio().IsMatch(words) || Copies().IsMatch(words) ? ByWords(words) : null;
    }

    public static bool IsHer2(TestTerm term) => term.Kind is TestKind.Her2Result or TestKind.Her2Panel or TestKind.Her2Support;

    /// <summary>
    /// Words that name another marker and not HER2 (85319-2 was seen on Ki-67, 85318-4 on PD-L1). The chromosome 17 probe is
    /// the partner of a gene test, and another marker only of a stain.
    /// </summary>
    public static bool NamesOnlyAnotherMarker(ConceptView concept, TestTerm term, Terms terms) =>
        concept.Words.Any(words => NamesOnlyAnotherMarker(words, term, terms));

    public static bool NamesOnlyAnotherMarker(string words, TestTerm term, Terms terms) =>
        terms.OtherMarker(words) is { } marker && !terms.MentionsHer2(words) && !(marker is Probe && term.Method == AssayMethod.Ish);

    public static AssayMethod MethodOf(string words) => Bounded(words) switch
    {
        var name when Serum().IsMatch(name) => AssayMethod.Serum,
        var name when Ngs().IsMatch(name) => AssayMethod.Ngs,
        var name when Ish().IsMatch(name) => AssayMethod.Ish,
        var name when Ihc().IsMatch(name) => AssayMethod.Ihc,
        _ => AssayMethod.Overall,
    };

    private static bool IsNoStatus(ConceptView code, Terms terms) => code.Words.Any(terms.NamesNoStatus) || IsStrange(code, terms);

    /// <summary>HER2 among words none of which names a test ("HER2 thing"): what was asked is not known. HER2 alone is a test.</summary>
    private static bool IsStrange(ConceptView code, Terms terms) =>
        code.Words.Any(words => terms.MentionsHer2(words) && terms.SaysMoreThanHer2(words))
        && !code.Words.Any(words => terms.NamesTest(words) || terms.OtherMarker(words) is not null || MethodOf(words) != AssayMethod.Overall);

    /// <summary>No name of a test is longer; the patterns' work stays bounded.</summary>
    private static string Bounded(string words) => words.Length > 500 ? words[..500] : words;

    private static TestTerm ByWords(string words)
    {
        if (Ratio().IsMatch(words))
        {
            return new TestTerm(TestKind.Her2Result, AssayMethod.Ish, ValueReader.GeneRatio);
        }

        if (Cep17().IsMatch(words))
        {
            return new TestTerm(TestKind.Her2Support, AssayMethod.Ish, ValueReader.Cep17Copies);
        }

        var method = MethodOf(words);
        var reader = method switch
        {
            AssayMethod.Ish or AssayMethod.Ngs when Copies().IsMatch(words) => ValueReader.GeneCopies,
            AssayMethod.Ish or AssayMethod.Ngs => ValueReader.GenePresence,
            AssayMethod.Overall when Copies().IsMatch(words) => ValueReader.GeneCopies,
            AssayMethod.Ihc => ValueReader.IhcScore,
            _ => ValueReader.Status,
        };
        return new TestTerm(TestKind.Her2Result, reader == ValueReader.GeneCopies && method == AssayMethod.Overall ? AssayMethod.Ish : method, reader);
    }

    [GeneratedRegex(@"\b(serum|s-her|shed antigen)\b", Options, Limit)]
    private static partial Regex Serum();

    [GeneratedRegex(@"\b(ngs|sequencing|ctdna)\b", Options, Limit)]
    private static partial Regex Ngs();

    [GeneratedRegex(@"\b(fish|cish|sish|ish|d?dish|in[ -]situ|amplification|amplifikation|gene duplication|hybridi[sz]ation)\b", Options, Limit)]
    private static partial Regex Ish();

    [GeneratedRegex(@"\b(ihc|immunohisto\w*|immunhisto\w*|immune stain|immunostain\w*|immunocytochemistry|herceptest)\b", Options, Limit)]
    private static partial Regex Ihc();

    [GeneratedRegex(@"\bratio\b|/ ?(cep|cen|chromosome) ?-?17", Options, Limit)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"\b(cep|cen|chromosome) ?-?17\b", Options, Limit)]
    private static partial Regex Cep17();

    [GeneratedRegex(@"\b(copy number|copies)\b", Options, Limit)]
    private static partial Regex Copies();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Limit = 1000;
}
