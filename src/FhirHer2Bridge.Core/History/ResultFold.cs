using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;

namespace FhirHer2Bridge.Core.History;

/// <summary>The results of one specimen while they are read, in the order in which they became known.</summary>
internal sealed class ResultFold
{
    /// <summary>The note of a specimen whose results contradict each other.</summary>
    public const string Conflicting = "conflicting-results";

    private readonly GeneFold _gene;
    private Dated<int>? _score;
    private Dated<Her2Status>? _ihc;
    private Dated<Her2Category>? _category;
    private Dated<AssayResult.Stated>? _stated;
    private DateTimeOffset? _reRead;
    private readonly List<JoinedResult> _results = [];
    private Measure? _tumourFraction;

    public ResultFold() => _gene = new GeneFold(this);

    public bool Plasma { get; set; }

    public SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

    public void Add(JoinedResult result)
    {
        _tumourFraction = result.Fact.TumourFraction ?? _tumourFraction;
        if (result.Fact is not { Method: AssayMethod.Overall, Result: AssayResult.Stated } and not { Result: AssayResult.Inconclusive })
        {
            _results.Add(result);
        }

        switch (result.Fact.Result)
        {
            case AssayResult.Ihc ihc:
                _score = Later(_score, ihc.Score, result);
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
        var conflict = _score?.IsConflict == true || _ihc?.IsConflict == true || _gene.IsConflict;
        if (conflict || _stated?.IsConflict == true)
        {
            Notes.Add(Conflicting);
        }

        return new MergedResults(
            _stated?.Value,
            Read(),
            Notes)
        {
            Plasma = Plasma,
            Conflict = conflict,
            StatedConflict = _stated?.IsConflict == true,
            ReReadAfterStated = _reRead > _stated?.KnownFrom,
            ResultAfterStated = _stated is { } conclusion && _results.Exists(result => MayFollow(result, conclusion.From)),
        };
    }

    /// <summary>It came after the conclusion, or nobody says which of the two was issued first.</summary>
    private static bool MayFollow(JoinedResult result, JoinedResult conclusion) => result.KnownFrom > conclusion.KnownFrom
        || (result.Fact.Source.Key != conclusion.Fact.Source.Key && !(result.IsIssued && conclusion.IsIssued));

    /// <summary>The findings; more than one where values were issued at once and differ, one for each that may hold.</summary>
    private List<Findings> Read()
    {
        // A later score replaces the reading that words about low were drawn from. Ultralow is a 0, and stays beside it.
        var category = _score is { } score && _category is { } words && score.KnownFrom > words.KnownFrom && !score.From.IsIssuedAtOnceWith(words.From)
            && !(score.Value == 0 && words.Value == Her2Category.Ultralow)
                ? null
                : _category?.Value;
        List<Findings> read = [new Findings { CategoryStated = category, TumourFraction = _tumourFraction }];
        Spread(read, _score, static (one, score) => one with { Score = score });
        Spread(read, _ihc, static (one, said) => one with { IhcStated = said });
        _gene.Into(read);
        return read;
    }

    /// <summary>Sets a value, and beside each reading one for every value that was issued at once with it.</summary>
    public static void Spread<T>(List<Findings> read, Dated<T>? dated, Func<Findings, T, Findings> with)
    {
        if (dated is null)
        {
            return;
        }

        var count = read.Count;
        foreach (var rival in dated.Rivals)
        {
            read.AddRange([.. read.Take(count).Select(one => with(one, rival))]);
        }

        for (var i = 0; i < count; i++)
        {
            read[i] = with(read[i], dated.Value);
        }
    }

    /// <summary>
    /// The value issued later; one that differs is a re-read, or issued at once a conflict. What is issued after a conflict settles it.
    /// </summary>
    public Dated<T> Later<T>(Dated<T>? earlier, T value, JoinedResult from) =>
        Later(earlier, new Dated<T>(value, from), static (a, b) => EqualityComparer<T>.Default.Equals(a, b));

    /// <param name="isOpen">A value that decided nothing: what is issued after it is no contradiction, however soon; null: every one decides.</param>
    private Dated<T> Later<T>(Dated<T>? earlier, Dated<T> now, Func<T, T, bool> agree, Predicate<T>? isOpen = null)
    {
        if (earlier is null)
        {
            return now;
        }

        var differs = !agree(earlier.Value, now.Value);
        if (now.From.IsIssuedAtOnceWith(earlier.From) && !(isOpen?.Invoke(earlier.Value) == true && now.KnownFrom > earlier.KnownFrom))
        {
            return now with { Rivals = [.. earlier.Rivals.Append(earlier.Value).Where(rival => !agree(rival, now.Value)).Distinct()] };
        }

        if (differs || earlier.IsConflict)
        {
            ReRead(now.KnownFrom);
        }

        return now;
    }

    private void ReRead(DateTimeOffset at)
    {
        Notes.Add("re-read");
        _reRead = _reRead > at ? _reRead : at;
    }

    /// <summary>Words about one method stay with that method; only words about HER2 as a whole are the laboratory's conclusion.</summary>
    private void Add(AssayResult.Stated stated, JoinedResult result)
    {
        switch (result.Fact.Method)
        {
            case AssayMethod.Ihc:
                _ihc = Later(_ihc, stated.Status, result);
                _category = stated.Category is { } category ? new Dated<Her2Category>(category, result) : _category;
                break;
            case AssayMethod.Ish or AssayMethod.Ngs when stated.Status.IsDeterminate():
                _gene.Add(new AssayResult.Gene(stated.Status == Her2Status.Positive), result);
                break;
            case AssayMethod.Ish or AssayMethod.Ngs:
                _gene.AddUndecided(result.KnownFrom);
                break;
            default:
                _stated = Later(
                    _stated, new Dated<AssayResult.Stated>(stated, result), static (a, b) => a.Status == b.Status, static said => !said.Status.IsDeterminate());
                break;
        }
    }

    /// <summary>A score and words that differ and were issued apart are two readings: the later stands.</summary>
    private void SettleProtein()
    {
        if (_score is not { } score || _ihc is not { } words || score.From.IsIssuedAtOnceWith(words.From)
            || ProteinColumns.OfWords(words.Value) is not (not ProteinColumn.NoIhc and var said))
        {
            return;
        }

        var isScoreLater = score.KnownFrom > words.KnownFrom;
        if (said == ProteinColumns.OfScore(score.Value) && !(isScoreLater ? words.IsConflict : score.IsConflict))
        {
            return;
        }

        ReRead(isScoreLater ? score.KnownFrom : words.KnownFrom);
        _score = isScoreLater ? score : null;
        _ihc = isScoreLater ? null : words;
    }
}

/// <summary>A value and the result that said it last.</summary>
internal sealed record Dated<T>(T Value, JoinedResult From)
{
    public DateTimeOffset KnownFrom => From.KnownFrom;

    /// <summary>Other values that were issued at once with it: nobody picks one.</summary>
    public IReadOnlyList<T> Rivals { get; init; } = [];

    public bool IsConflict => Rivals.Count > 0;
}
