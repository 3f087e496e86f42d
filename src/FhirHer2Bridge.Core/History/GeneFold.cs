using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// The gene results of one specimen. A recount replaces the count before it with everything that belonged to that one: ratio, copies
/// and the call drawn from them are never mixed from two counts (reference 4c).
/// </summary>
internal sealed class GeneFold(ResultFold whole)
{
    private Dated<bool>? _amplified;
    private Dated<bool>? _sequencedCall;
    private DateTimeOffset? _undecided;
    private Dated<Measure>? _ratio;
    private Dated<Measure>? _copies;
    private Dated<Measure>? _cep17;
    private Dated<Measure>? _cells;
    private Dated<Measure>? _sequenced;
    private string? _assay;
    private DateTimeOffset? _recount;

    /// <summary>Two results of one method became known at once and differ; a recount since drops both.</summary>
    public bool IsConflict => (_sequencedCall?.IsConflict ?? false) || (_sequenced?.IsConflict ?? false)
        || Conflicts(_amplified) || Conflicts(_ratio) || Conflicts(_copies) || Conflicts(_cep17);

    public void AddUndecided(DateTimeOffset knownFrom) => _undecided = _undecided > knownFrom ? _undecided : knownFrom;

    public void Add(AssayResult.Gene gene, JoinedResult result)
    {
        if (result.Fact.Method == AssayMethod.Ngs)
        {
            _sequencedCall = gene.Amplified is { } called ? whole.Later(_sequencedCall, called, result) : _sequencedCall;
            _sequenced = Count(_sequenced, gene.Copies, result, isIsh: false);
            _assay = gene.Copies is null ? _assay : result.Fact.Assay;
            return;
        }

        _amplified = gene.Amplified is { } amplified ? whole.Later(_amplified, amplified, result) : _amplified;
        _ratio = Count(_ratio, gene.Ratio, result);
        _copies = Count(_copies, gene.Copies, result);
        _cep17 = Count(_cep17, gene.Cep17, result);
        _cells = gene.Cells is null ? _cells : new Dated<Measure>(gene.Cells, result);
    }

    /// <summary>Adds what is known of the gene to each reading.</summary>
    public void Into(List<Findings> read)
    {
        var undecided = _undecided is { } moment && !(Newest() > moment);
        if (undecided)
        {
            whole.Notes.Add("gene-result-not-decisive");
        }

        var cells = Current(_cells)?.Value;
        for (var i = 0; i < read.Count; i++)
        {
            read[i] = read[i] with { GeneUndecided = undecided, Cells = cells, SequencingAssay = _assay };
        }

        ResultFold.Spread(read, Current(_amplified), static (one, call) => one with { AmplifiedStated = call });
        ResultFold.Spread(read, Current(_ratio), static (one, ratio) => one with { Ratio = ratio });
        ResultFold.Spread(read, Current(_copies), static (one, copies) => one with { Copies = copies });
        ResultFold.Spread(read, Current(_cep17), static (one, copies) => one with { Cep17 = copies });
        ResultFold.Spread(read, _sequencedCall, static (one, call) => one with { SequencedAmplified = call });
        ResultFold.Spread(read, _sequenced, static (one, copies) => one with { SequencedCopies = copies });
    }

    /// <summary>A bound and a number that fits it ("greater than 2.2", 3.1), or a rounded number, are one count; the exact number says more.</summary>
    private Dated<Measure>? Count(Dated<Measure>? earlier, Measure? measure, JoinedResult result, bool isIsh = true)
    {
        if (measure is null)
        {
            return earlier;
        }

        if (earlier is not { IsConflict: true })
        {
            if (earlier is null || earlier.Value.Allows(measure) || earlier.Value.IsRoundingOf(measure))
            {
                return new Dated<Measure>(measure, result);
            }

            if (measure.Allows(earlier.Value) || measure.IsRoundingOf(earlier.Value))
            {
                return earlier;
            }
        }

        if (isIsh && result.KnownFrom is var at && at > earlier.KnownFrom && !result.IsIssuedAtOnceWith(earlier.From))
        {
            _recount = _recount > at ? _recount : at;
        }

        return whole.Later(earlier, measure, result);
    }

    private bool Conflicts<T>(Dated<T>? value) => Current(value) is { IsConflict: true };

    /// <summary>Null: nothing was said, or a recount since has replaced it.</summary>
    private Dated<T>? Current<T>(Dated<T>? value) => value?.KnownFrom < _recount ? null : value;

    private DateTimeOffset? Newest() => new[] { _amplified?.KnownFrom, _sequencedCall?.KnownFrom, _ratio?.KnownFrom, _copies?.KnownFrom, _sequenced?.KnownFrom }.Max();
}
