using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// Ties methods to values within one field. A method before a value leads it ("FISH: amplified"); one after it, with no value
/// of its own, tells how it was found ("positive by IHC", "positive (CISH)").
/// </summary>
internal sealed class MethodBinder(Pieces pieces, int mention)
{
    private int _at = -1;
    private bool _hasLed;

    /// <summary>The method that leads what comes next; null: none was named.</summary>
    public TextAssay? Current { get; private set; } = Of(pieces.CueAt(mention));

    public void Meet(int at, List<FieldValue> values)
    {
        var method = Of(pieces[at].Cue)!.Value;
        if (values.Count > 0 && !LeadsValue(at) && TieBack(method, values, at))
        {
            return;
        }

        Settle(values);
        _at = at;
        _hasLed = false;
        Current = method;
    }

    public TextAssay? For(FieldValue value)
    {
        _hasLed = true;
        Current = value.Kind is ValueKind.Ratio or ValueKind.Signals ? TextAssay.Ish : Current;
        return value.Kind switch
        {
            ValueKind.Score => TextAssay.Ihc,
            ValueKind.Protein => TextAssay.Ihc,
            ValueKind.Gene or ValueKind.Copies => Current is TextAssay.Ngs or TextAssay.Plasma or TextAssay.Ish ? Current : null,
            ValueKind.Ratio or ValueKind.Signals => TextAssay.Ish,
            ValueKind.Mutation => Current is TextAssay.Plasma or TextAssay.Ngs ? Current : null,
            _ => Current,
        };
    }

    public void Finish(List<FieldValue> values) => Settle(values);

    public static TextAssay? Of(Cue cue) => cue switch
    {
        Cue.Ihc or Cue.Her2Stain => TextAssay.Ihc,
        Cue.Ish => TextAssay.Ish,
        Cue.Ngs => TextAssay.Ngs,
        Cue.Plasma => TextAssay.Plasma,
        _ => null,
    };

    /// <summary>A method that led nothing belongs to what stood before it.</summary>
    private void Settle(List<FieldValue> values)
    {
        if (_at >= 0 && !_hasLed && values.Count > 0 && values[^1].Method is null && Current is { } method && values[^1].At < _at && IsBeside(values[^1].At, _at))
        {
            values[^1].Method = method;
        }
    }

    private bool LeadsValue(int at)
    {
        for (var next = at + 1; next <= Math.Min(at + 8, pieces.Count - 1); next++)
        {
            var piece = pieces[next];
            if (piece.IsFinding || piece.Cue is Cue.RatioWord or Cue.SignalsWord or Cue.CopiesWord or Cue.Pending or Cue.NotDone or Cue.Planned)
            {
                return true;
            }

            if (piece.Cue is Cue.Number && BareScore.IsAt(pieces, next, mention))
            {
                return true;
            }

            if (piece.Cue is Cue.Close or Cue.Semicolon or Cue.Marker or Cue.Her2 or Cue.And or Cue.Or or Cue.Contrast or Cue.Stop || (piece.Cue == Cue.Comma && !pieces[at].IsGlued && next == at + 1))
            {
                return false;
            }
        }

        return false;
    }

    /// <returns>The method tells how what stands before it was found.</returns>
    private bool TieBack(TextAssay method, List<FieldValue> values, int at)
    {
        var last = values[^1];
        var before = pieces.Previous(at);
        if (before > last.At && pieces[before].Cue == Cue.And && values.FindLast(static value => value.Kind is ValueKind.Status or ValueKind.Protein or ValueKind.Gene) is { } said
            && last.Method is { } other && other != method && (said == last || (last.Kind == ValueKind.Score && before < at - 1)))
        {
            // "positive by IHC (3+) and by FISH".
            values.Add(said with { Kind = ValueKind.Status, At = at, Method = method });
            return true;
        }

        if (!IsBeside(last.At, at) || !(last.Method is null || (last.Kind == ValueKind.Score && method == TextAssay.Ihc)))
        {
            return false;
        }

        var isGene = last.Kind is ValueKind.Gene or ValueKind.Ratio or ValueKind.Signals or ValueKind.Copies;
        for (var back = values.Count - 1; back >= 0 && (values[back].Method is null || values[back].Kind == ValueKind.Score); back--)
        {
            if (pieces.Has(Cue.Open, values[back].At, last.At))
            {
                // "negative (2+ by IHC, FISH not amplified)": the word before the bracket is of the whole.
                break;
            }

            if (values[back].Method is null && (!isGene || values[back].Kind is ValueKind.Gene or ValueKind.Copies))
            {
                values[back].Method = method;
            }
        }

        return true;
    }

    private bool IsBeside(int value, int method)
    {
        for (var at = value + 1; at < method; at++)
        {
            if (!pieces[at].IsFiller && pieces[at].Cue is not (Cue.Open or Cue.Close or Cue.Detected or Cue.Slash))
            {
                return false;
            }
        }

        return true;
    }
}
