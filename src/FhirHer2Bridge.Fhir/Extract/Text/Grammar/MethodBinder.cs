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
        if (values.Count > 0 && !LeadsValue(at))
        {
            TieBack(method, values, at);
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
        if (_at >= 0 && !_hasLed && values.Count > 0 && values[^1].Method is null && Current is { } method && values[^1].At < _at)
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

            if (piece.Cue is Cue.Close or Cue.Semicolon or Cue.Marker or Cue.Her2 or Cue.And or Cue.Stop || (piece.Cue == Cue.Comma && !pieces[at].IsGlued && next == at + 1))
            {
                return false;
            }
        }

        return false;
    }

    private void TieBack(TextAssay method, List<FieldValue> values, int at)
    {
        var last = values[^1];
        if (last.Method is null || (last.Kind == ValueKind.Score && method == TextAssay.Ihc))
        {
            for (var back = values.Count - 1; back >= 0 && values[back].Method is null; back--)
            {
                values[back].Method = method;
            }
        }
        else if (last.Method != method && last.Kind is ValueKind.Status or ValueKind.Protein or ValueKind.Gene
            && pieces.Previous(at) is var and && and > last.At && pieces[and].Cue == Cue.And)
        {
            values.Add(last with { Kind = ValueKind.Status, At = at, Method = method });
        }
    }
}
