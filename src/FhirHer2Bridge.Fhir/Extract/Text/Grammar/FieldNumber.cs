using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Numbers in the field of a mention: ratio, signals per nucleus, copies, a stain score without its plus.</summary>
internal sealed class FieldNumber(Pieces pieces, string text, int mention)
{
    /// <summary>In one nucleus more cannot be counted: such a number is a total, whatever its words.</summary>
    private const int MostSignals = 60;

    /// <summary>"HER2 signals: 58": counted in all cells together.</summary>
    private const int MostSignalsUnlessPerCell = 25;

    /// <summary>The number that belongs to the word of measure at this piece; Value null: none, or that of the centromere probe.</summary>
    public (FieldValue? Value, int Next) Measured(int at, bool isFirst)
    {
        var kind = KindOf(pieces[at].Cue)!.Value;
        var isProbe = kind != ValueKind.Ratio && pieces.Has(Cue.Cep17, at - 3, at + 3) && !pieces.Has(Cue.Her2, Math.Max(mention + 1, at - 3), at + 1);
        if (NumberReader.After(pieces, at, text) is { } after)
        {
            return (isProbe || IsTotal(kind, after.Number, at) ? null : new FieldValue(kind, at) { Number = after.Number }, after.At + 1);
        }

        // "an average of 3.2 HER2 signals per cell": the number stands before the mention.
        var before = isFirst && !isProbe ? NumberReader.Before(pieces, at, text) : null;
        return (before is { } match && !IsTotal(kind, match.Number, at) ? new FieldValue(kind, at) { Number = match.Number } : null, at + 1);
    }

    /// <summary>So many signals are those of all cells that were counted, not of one.</summary>
    private bool IsTotal(ValueKind kind, Measure number, int word) => kind == ValueKind.Signals
        && number.Value > (IsPerCell(word) ? MostSignals : MostSignalsUnlessPerCell);

    private bool IsPerCell(int word) => text.AsSpan(pieces[word].Start, pieces[word].End - pieces[word].Start).ContainsAny(' ', '/', '每');

    /// <summary>What a number by itself says at this place; null: nothing.</summary>
    public (FieldValue? Value, int Next) Bare(int at, IReadOnlyList<FieldValue> values, TextAssay? method)
    {
        var next = pieces.Next(at + 1);
        var word = pieces.CueAt(next) == Cue.Her2 ? pieces.Next(next + 1) : next;
        if (KindOf(pieces.CueAt(word)) is ValueKind.Signals or ValueKind.Copies && NumberReader.Before(pieces, word, text) is { } measured)
        {
            if (IsTotal(KindOf(pieces[word].Cue)!.Value, measured.Number, word) || pieces.Has(Cue.Cep17, at - 3, at))
            {
                return (null, word + 1);
            }

            return (new FieldValue(KindOf(pieces[word].Cue)!.Value, word) { Number = measured.Number }, word + 1);
        }

        var number = new Measure(pieces[at].Value);
        if (pieces.CueAt(at + 1) == Cue.ScoreWord && pieces[at].IsStep)
        {
            // "positivo 3 cruces".
            return (new FieldValue(ValueKind.Score, at) { Score = ((int)number.Value, (int)number.Value) }, at + 2);
        }

        if ((pieces.CueAt(mention - 1) == Cue.Average || pieces.CueAt(mention + 1) == Cue.Average) && IsAnswer(at) && number.Value <= MostSignals && pieces.CueAt(at + 1) != Cue.Percent)
        {
            // "mean HER2 3.4; mean CEP17 2.6", "HER2 mean: 9.4".
            return (new FieldValue(ValueKind.Signals, at) { Number = number }, at + 1);
        }

        if (values.Count == 0 && IsAnswer(at) && KindOf(pieces.CueAt(pieces.Previous(mention))) is { } kind)
        {
            // "Average copy number of HER2: 6.9".
            return (new FieldValue(kind, at) { Number = number }, at + 1);
        }

        if (IsRatioInBrackets(at, values, method) || (pieces.CueAt(at - 1) == Cue.Ish && decimal.Truncate(number.Value) != number.Value && pieces.CueAt(at + 1) != Cue.Percent))
        {
            return (new FieldValue(ValueKind.Ratio, at) { Number = number }, at + 1);
        }

        var isScore = BareScore.IsAt(pieces, at, mention) && method is not (TextAssay.Ish or TextAssay.Ngs or TextAssay.Plasma);
        return (isScore ? new FieldValue(ValueKind.Score, at) { Score = ((int)number.Value, (int)number.Value) } : null, at + 1);
    }

    private static ValueKind? KindOf(Cue cue) => cue switch
    {
        Cue.RatioWord or Cue.Cep17 => ValueKind.Ratio,
        Cue.SignalsWord => ValueKind.Signals,
        Cue.CopiesWord => ValueKind.Copies,
        _ => null,
    };

    private bool IsAnswer(int at) =>
        pieces.Previous(at) is var before && (before == mention || (before >= 0 && pieces[before].Cue is Cue.Colon or Cue.Equals or Cue.Compare));

    /// <summary>"FISH not amplified (1.4)", as "FISH 1.4": a broken number in brackets behind the call.</summary>
    private bool IsRatioInBrackets(int at, IReadOnlyList<FieldValue> values, TextAssay? method) =>
        values is [.., { Kind: ValueKind.Gene or ValueKind.Status } last] && (last.Kind == ValueKind.Gene || last.Method == TextAssay.Ish)
        && method is TextAssay.Ish && pieces.CueAt(at - 1) == Cue.Open && pieces.CueAt(at + 1) == Cue.Close
        && decimal.Truncate(pieces[at].Value) != pieces[at].Value;
}
