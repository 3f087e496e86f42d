using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>What one sentence leaves for the next: the heading it stands under, the part of the report, what was last spoken of.</summary>
internal sealed class TextMemory
{
    private const int Memory = 3;
    private const int TopicMemory = 6;

    /// <summary>More results than any report holds: the rest is not read, and said to be so.</summary>
    private const int Most = 500;

    private readonly List<DatedFinding> _findings = [];
    private readonly List<NonResult> _nonResults = [];
    private readonly List<Abstention> _unread = [];
    private readonly List<Abstention> _unlessCurrent = [];
    private int _sentence;
    private int _specimenAt;
    private string? _specimen;
    private int _her2 = -100;
    private int _ish = -100;
    private bool _isTopic;
    private string? _sectionSpecimen;

    /// <summary>The method a heading set ("Immunohistochemistry:").</summary>
    public Cue? Heading { get; set; }

    /// <summary>The word of time in the heading ("Previous results:"); null: none.</summary>
    public Cue? SectionTime { get; set; }

    /// <summary>Why nothing under this heading is a result of the patient ("Inclusion criteria:", "Reference ranges"); null: it may be.</summary>
    public NonResult? SectionReason { get; set; }

    /// <summary>The paragraph counts a group and has spoken of no single patient: a percentage is a share of its members.</summary>
    public bool IsStudy { get; set; }

    /// <summary>The text has gone on to what is so now ("Now three liver lesions."); until the paragraph ends.</summary>
    public bool IsNow { get; set; }

    /// <summary>HER2 was the last marker named: a score without a name belongs to it ("The repeat is 1+").</summary>
    public bool IsTopic => _isTopic && _sentence - _her2 <= TopicMemory;

    /// <summary>In situ hybridisation, sequencing or plasma: the one named last in an earlier sentence.</summary>
    public Cue? GeneMethod { get; set; }

    /// <summary>The gene method that the head of the text names: of a copy number it holds whatever was named last.</summary>
    public Cue? Title { get; set; }

    /// <summary>The year the text speaks of, in this paragraph; null: none was named.</summary>
    public int? Year { get; set; }

    public string? Part { get; set; }

    /// <summary>What was examined, where this or the sentence before named it, or the heading did.</summary>
    public string? Specimen => _sentence - _specimenAt <= 1 ? _specimen : _sectionSpecimen;

    /// <summary>HER2 was named in one of the sentences just before.</summary>
    public bool SpeaksOfHer2 => _sentence - _her2 <= Memory;

    public bool SpeaksOfIsh => _sentence - _ish <= Memory;

    public IReadOnlyList<DatedFinding> Findings => _findings;

    public IReadOnlyList<NonResult> NonResults => _nonResults;

    /// <summary>The mentions that were not understood.</summary>
    /// <param name="hasCurrent">
    /// A current result was read: a bare name beside it ("HER2 testing follows the guideline"), or a rate or general remark, hides nothing.
    /// </param>
    public IReadOnlyList<Abstention> NotUnderstood(bool hasCurrent) => hasCurrent ? _unread : [.. _unread, .. _unlessCurrent];

    public void Examined(string? specimen)
    {
        _specimenAt = specimen is null ? _specimenAt : _sentence;
        _specimen = specimen ?? _specimen;
    }

    /// <summary>What a heading says was examined: it holds until the next.</summary>
    public void Heads(string? specimen) => _sectionSpecimen = specimen;

    public void NextSentence() => _sentence++;

    /// <summary>What a sentence that was read leaves for the next.</summary>
    public void Remember(Pieces pieces)
    {
        Year = YearReader.Before(pieces, pieces.Count) ?? Year;
        var method = Method(pieces);
        Title ??= _findings.Count == 0 ? method : null;
        GeneMethod = method ?? GeneMethod;
        IsStudy = !pieces.Has(Cue.Patient, 0, pieces.Count) && (IsStudy || pieces.Any(static piece => piece.Cue is Cue.Statistic or Cue.Group));
        IsNow |= pieces.Any(static piece => piece.Cue is Cue.Current or Cue.Later) && !pieces.Any(static piece => piece.IsFinding);
        if (pieces.Last(static cue => cue is Cue.Her2 or Cue.Her2Stain or Cue.Marker, 0, pieces.Count) is { } marker)
        {
            _isTopic = pieces[marker].NamesHer2;
        }
    }

    /// <summary>A plasma panel is sequencing of plasma.</summary>
    private static Cue? Method(Pieces pieces) =>
        pieces.Last(static cue => cue is Cue.Ish or Cue.Ngs or Cue.Plasma, 0, pieces.Count) is not { } last ? null
        : pieces[last].Cue == Cue.Ngs && pieces.Has(Cue.Plasma, 0, pieces.Count) ? Cue.Plasma
        : pieces[last].Cue;

    public void Mentioned(bool namesHer2) => _her2 = namesHer2 ? _sentence : _her2;

    public bool IsFull => _findings.Count >= Most;

    /// <summary>The rest of the text, from here on, is not read.</summary>
    public void Overflow(int at) => _unread.Add(new Abstention(at, AbstentionReason.TooMany));

    public void Add(TextFinding finding, Cue? time, int? year)
    {
        _ish = finding.Assay == TextAssay.Ish ? _sentence : _ish;
        var placed = time is null or Cue.Earlier ? SectionTime ?? time : time;
        _findings.Add(new DatedFinding(finding, placed ?? (IsNow ? Cue.Current : null), year ?? Year, year is not null, _sentence));
    }

    public void Add(NonResult reason) => _nonResults.Add(reason);

    /// <summary>A value was read and taken for no result of this patient; by a rate or a general word that may be a mistake.</summary>
    public void Reject(int at, NonResult reason)
    {
        _nonResults.Add(reason);
        if (reason is NonResult.Cohort or NonResult.Background)
        {
            _unlessCurrent.Add(new Abstention(at, AbstentionReason.NotOfPatient));
        }
    }

    /// <summary>A mention without a result.</summary>
    /// <param name="known">Why it is none; null: it was not understood.</param>
    /// <param name="reason">Why it was not understood.</param>
    public void Unread(int at, NonResult? known, AbstentionReason reason)
    {
        if (known is { } none)
        {
            _nonResults.Add(none);
        }
        else
        {
            (reason is AbstentionReason.NoValue or AbstentionReason.Scale ? _unlessCurrent : _unread).Add(new Abstention(at, reason));
        }
    }
}

/// <param name="Time">The word of time it stands under; null: none.</param>
/// <param name="Year">The year it was told under; null: none.</param>
/// <param name="IsDated">Its own sentence names the year.</param>
/// <param name="Sentence">The count of the sentence it stands in.</param>
internal sealed record DatedFinding(TextFinding Finding, Cue? Time, int? Year, bool IsDated, int Sentence);
