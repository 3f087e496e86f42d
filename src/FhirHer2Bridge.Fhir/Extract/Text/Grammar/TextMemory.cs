using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>What one sentence leaves for the next: the heading it stands under, the part of the report, what was last spoken of.</summary>
internal sealed class TextMemory
{
    private const int Memory = 3;

    /// <summary>More results than any report holds: the rest is not read, and said to be so.</summary>
    private const int Most = 500;

    private readonly List<DatedFinding> _findings = [];
    private readonly List<NonResult> _nonResults = [];
    private readonly List<int> _unread = [];
    private readonly List<int> _bare = [];
    private int _sentence;
    private int _specimenAt;
    private string? _specimen;
    private int _her2 = -100;
    private int _ish = -100;

    /// <summary>The method a heading set ("Immunohistochemistry:").</summary>
    public Cue? Heading { get; set; }

    /// <summary>The word of time in the heading ("Previous results:"); null: none.</summary>
    public Cue? SectionTime { get; set; }

    /// <summary>In situ hybridisation, sequencing or plasma: the one named last in an earlier sentence.</summary>
    public Cue? GeneMethod { get; set; }

    /// <summary>The year the text speaks of, in this paragraph; null: none was named.</summary>
    public int? Year { get; set; }

    public string? Part { get; set; }

    /// <summary>What was examined, where this or the sentence before named it.</summary>
    public string? Specimen => _sentence - _specimenAt <= 1 ? _specimen : null;

    /// <summary>HER2 was named in one of the sentences just before.</summary>
    public bool SpeaksOfHer2 => _sentence - _her2 <= Memory;

    public bool SpeaksOfIhc => _findings is [.., { Finding.Assay: TextAssay.Ihc }] && SpeaksOfHer2;

    public bool SpeaksOfIsh => _sentence - _ish <= Memory;

    public IReadOnlyList<DatedFinding> Findings => _findings;

    public IReadOnlyList<NonResult> NonResults => _nonResults;

    /// <summary>Where mentions stand that were not understood, in the text as written.</summary>
    /// <param name="hasCurrent">
    /// A current result was read: a bare name beside it ("HER2 testing follows the guideline"), or a rate or general remark, hides nothing.
    /// </param>
    public IReadOnlyList<int> NotUnderstood(bool hasCurrent) => hasCurrent ? _unread : [.. _unread, .. _bare];

    public void Examined(string? specimen)
    {
        _specimenAt = specimen is null ? _specimenAt : _sentence;
        _specimen = specimen ?? _specimen;
    }

    public void NextSentence() => _sentence++;

    public void Mentioned(bool namesHer2) => _her2 = namesHer2 ? _sentence : _her2;

    public void Add(TextFinding finding, Cue? time, int? year)
    {
        if (_findings.Count >= Most)
        {
            _unread.Add(finding.Start);
            return;
        }

        _ish = finding.Assay == TextAssay.Ish ? _sentence : _ish;
        _findings.Add(new DatedFinding(finding, time is null or Cue.Earlier ? SectionTime ?? time : time, year));
    }

    public void Add(NonResult reason) => _nonResults.Add(reason);

    /// <summary>A value was read and taken for no result of this patient; by a rate or a general word that may be a mistake.</summary>
    public void Reject(int at, NonResult reason)
    {
        _nonResults.Add(reason);
        if (reason is NonResult.Cohort or NonResult.Background)
        {
            _bare.Add(at);
        }
    }

    /// <param name="holdsValue">Its sentence holds a score or a status that was tied to nothing.</param>
    public void Unread(int at, NonResult? reason, bool holdsValue)
    {
        if (reason is { } known)
        {
            _nonResults.Add(known);
        }
        else
        {
            (holdsValue ? _unread : _bare).Add(at);
        }
    }
}

/// <param name="Time">The word of time it stands under; null: none.</param>
/// <param name="Year">The year it was told under; null: none.</param>
internal sealed record DatedFinding(TextFinding Finding, Cue? Time, int? Year);
