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

    public Findings Into(Findings findings)
    {
        var undecided = _undecided is { } moment && !(Newest() > moment);
        if (undecided)
        {
            whole.Notes.Add("gene-result-not-decisive");
        }

        return findings with
        {
            AmplifiedStated = Current(_amplified, out var amplified) ? amplified : null,
            GeneUndecided = undecided,
            Ratio = Current(_ratio, out var ratio) ? ratio : null,
            Copies = Current(_copies, out var copies) ? copies : null,
            Cep17 = Current(_cep17, out var cep17) ? cep17 : null,
            Cells = Current(_cells, out var cells) ? cells : null,
            SequencedAmplified = _sequencedCall?.Value,
            SequencedCopies = _sequenced?.Value,
            SequencingAssay = _assay,
        };
    }

    /// <summary>A bound and a number that fits it ("greater than 2.2", 3.1) are one count; the number says more.</summary>
    private Dated<Measure>? Count(Dated<Measure>? earlier, Measure? measure, JoinedResult result, bool isIsh = true)
    {
        if (measure is null)
        {
            return earlier;
        }

        if (earlier is not { IsConflict: true })
        {
            if (earlier is null || earlier.Value.Allows(measure))
            {
                return new Dated<Measure>(measure, result);
            }

            if (measure.Allows(earlier.Value))
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

    private bool Conflicts<T>(Dated<T>? value) => value is { IsConflict: true } && !(value.KnownFrom < _recount);

    private bool Current<T>(Dated<T>? value, out T current)
    {
        current = value is null ? default! : value.Value;
        return value is not null && !(value.KnownFrom < _recount);
    }

    private DateTimeOffset? Newest() => new[] { _amplified?.KnownFrom, _sequencedCall?.KnownFrom, _ratio?.KnownFrom, _copies?.KnownFrom, _sequenced?.KnownFrom }.Max();
}
