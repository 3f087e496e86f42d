using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;

namespace FhirHer2Bridge.Core.History;

/// <summary>The results of one specimen while they are read, in the order in which they became known.</summary>
internal sealed class ResultFold
{
    private readonly GeneFold _gene;
    private Dated<int>? _score;
    private Dated<Her2Status>? _ihc;
    private Her2Category? _category;
    private Dated<AssayResult.Stated>? _stated;
    private DateTimeOffset? _reRead;
    private bool _conflict;
    private bool _statedConflict;
    private Measure? _tumourFraction;

    public ResultFold() => _gene = new GeneFold(this);

    public bool Plasma { get; set; }

    public SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

    public void Add(JoinedResult result)
    {
        _tumourFraction = result.Fact.TumourFraction ?? _tumourFraction;
        switch (result.Fact.Result)
        {
            case AssayResult.Ihc ihc:
                _score = Later(_score, ihc.Score, result.KnownFrom);
                break;
            case AssayResult.Gene gene:
                _gene.Add(gene, result);
                break;
            case AssayResult.Stated stated:
                Add(stated, result);
                break;
            case AssayResult.Inconclusive inconclusive:
                Notes.Add(inconclusive.Reason);
                break;
        }
    }

    public MergedResults Close()
    {
        SettleProtein();
        return new MergedResults(
            _stated?.Value,
            _gene.Into(new Findings
            {
                Score = _score?.Value,
                IhcStated = _ihc?.Value,
                CategoryStated = _category,
                TumourFraction = _tumourFraction,
            }),
            Notes)
        {
            Plasma = Plasma,
            Conflict = _conflict,
            StatedConflict = _statedConflict,
            ReReadAfterStated = _reRead > _stated?.KnownFrom,
        };
    }

    /// <summary>The value issued later; one that differs is a re-read, or at the same moment a conflict.</summary>
    public Dated<T> Later<T>(Dated<T>? earlier, T value, DateTimeOffset knownFrom)
    {
        if (earlier is not null && !EqualityComparer<T>.Default.Equals(earlier.Value, value))
        {
            Replace(earlier.KnownFrom, knownFrom);
        }

        return new Dated<T>(value, knownFrom);
    }

    public void Replace(DateTimeOffset earlier, DateTimeOffset later)
    {
        _conflict |= earlier == later;
        Notes.Add(earlier == later ? "conflicting-results" : "re-read");
        _reRead = earlier == later || _reRead > later ? _reRead : later;
    }

    /// <summary>Words about one method stay with that method; only words about HER2 as a whole are the laboratory's conclusion.</summary>
    private void Add(AssayResult.Stated stated, JoinedResult result)
    {
        switch (result.Fact.Method)
        {
            case AssayMethod.Ihc:
                _ihc = Later(_ihc, stated.Status, result.KnownFrom);
                _category = stated.Category ?? _category;
                break;
            case AssayMethod.Ish or AssayMethod.Ngs when stated.Status.IsDeterminate():
                _gene.Add(new AssayResult.Gene(stated.Status == Her2Status.Positive), result);
                break;
            case AssayMethod.Ish or AssayMethod.Ngs:
                _gene.AddUndecided(result.KnownFrom);
                break;
            default:
                _statedConflict |= _stated is { } other && other.KnownFrom == result.KnownFrom && other.Value.Status != stated.Status;
                _stated = Later(_stated, stated, result.KnownFrom);
                break;
        }
    }

    /// <summary>A score and words that differ and were issued apart are two readings: the later stands.</summary>
    private void SettleProtein()
    {
        if (_score is not { } score || _ihc is not { } words || score.KnownFrom == words.KnownFrom
            || ProteinColumns.OfWords(words.Value) is var said && (said == ProteinColumn.NoIhc || said == ProteinColumns.OfScore(score.Value)))
        {
            return;
        }

        var isScoreLater = score.KnownFrom > words.KnownFrom;
        Replace(isScoreLater ? words.KnownFrom : score.KnownFrom, isScoreLater ? score.KnownFrom : words.KnownFrom);
        _score = isScoreLater ? score : null;
        _ihc = isScoreLater ? null : words;
    }
}

/// <summary>A value and when it became known.</summary>
internal sealed record Dated<T>(T Value, DateTimeOffset KnownFrom);
