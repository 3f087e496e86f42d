using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Puts the values of one mention together: one finding for each assay, and an overall one where a word belongs to none.</summary>
internal sealed class FindingComposer(Pieces pieces, SentenceMethod method)
{
    /// <param name="mention">Index of the mention.</param>
    /// <param name="values">Its values, in the order of the text.</param>
    public IEnumerable<TextFinding> Compose(int mention, IReadOnlyList<FieldValue> values)
    {
        var hasScore = values.Any(static value => value.Kind == ValueKind.Score);
        var hasGene = values.Any(static value => value.Kind is ValueKind.Gene or ValueKind.Ratio or ValueKind.Signals || value.Method == TextAssay.Ish);
        foreach (var group in values.GroupBy(value => AssayOf(value, mention, values, hasScore, hasGene)))
        {
            foreach (var finding in Of(group.Key, [.. group], mention))
            {
                yield return finding;
            }
        }
    }

    private TextAssay AssayOf(FieldValue value, int mention, IReadOnlyList<FieldValue> all, bool hasScore, bool hasGene)
    {
        if (pieces[mention].Cue is Cue.TripleNegative or Cue.TriplePositive)
        {
            return value.Method is TextAssay.Ihc ? TextAssay.Ihc : TextAssay.Unspecified;
        }

        if (value is { Kind: ValueKind.Status, Method: TextAssay.Ish } && pieces.CueAt(value.At + 1) == Cue.Open && pieces.CueAt(value.At + 2) == Cue.Score)
        {
            // "despite positivity (3+) in the primary", behind a hybridisation.
            return TextAssay.Ihc;
        }

        if (value.Kind == ValueKind.Status && pieces[value.At].IsStain)
        {
            return TextAssay.Ihc;
        }

        if (value.Method is { } tied)
        {
            return tied;
        }

        return value.Kind switch
        {
            ValueKind.Gene or ValueKind.Copies => method.ForGene(mention, all.Any(static other => other.Kind == ValueKind.Copies)),
            ValueKind.Mutation => method.ForMutation(mention),
            _ when value.Status is TextStatus.Low or TextStatus.Ultralow && !hasScore => TextAssay.Unspecified,
            _ when hasScore && (!hasGene || (IsBesideScore(value, all) && !IsGeneCall(value, all))) => TextAssay.Ihc,
            _ when hasScore || hasGene => TextAssay.Unspecified,
            _ => method.ForStatus(mention),
        };
    }

    /// <summary>"2+ (equivocal), FISH not amplified": the word explains the score and not the whole.</summary>
    private bool IsBesideScore(FieldValue value, IReadOnlyList<FieldValue> all) =>
        all.Any(score => score.Kind == ValueKind.Score && !HasMethodBetween(Math.Min(score.At, value.At), Math.Max(score.At, value.At)));

    /// <summary>"HER2 negative (2+, FISH not amplified)": the word says what the hybridisation says and not the score.</summary>
    private static bool IsGeneCall(FieldValue value, IReadOnlyList<FieldValue> all) =>
        all.Any(gene => (gene.Kind == ValueKind.Gene || gene.Method == TextAssay.Ish) && gene.Status == value.Status)
        && all.Any(score => score.Kind == ValueKind.Score && TextFinding.StatusOf(score.Score) != value.Status);

    private bool HasMethodBetween(int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (pieces[at].IsMethod || pieces[at].Cue is Cue.Her2Stain or Cue.Semicolon)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A second value of one kind that differs is a second finding (another area, another time), never an overwrite.</summary>
    private static IEnumerable<TextFinding> Of(TextAssay assay, List<FieldValue> values, int mention)
    {
        var open = new List<FieldValue>();
        foreach (var value in values)
        {
            if (open.Exists(other => Differs(other, value)))
            {
                yield return One(assay, open, mention);
                open = [];
            }

            open.Add(value);
        }

        yield return One(assay, open, mention);
    }

    private static bool Differs(FieldValue a, FieldValue b) => a.Kind == b.Kind && a.Kind switch
    {
        ValueKind.Score => a.Score != b.Score,
        ValueKind.Ratio or ValueKind.Signals or ValueKind.Copies => a.Number != b.Number,
        _ => a.Status != b.Status && !(IsLow(a) || IsLow(b)),
    };

    private static bool IsLow(FieldValue value) => value.Status is TextStatus.Low or TextStatus.Ultralow;

    private static TextFinding One(TextAssay assay, List<FieldValue> values, int mention)
    {
        var score = values.Find(static value => value.Kind == ValueKind.Score);
        var words = values.Where(static value => value.Kind is ValueKind.Status or ValueKind.Gene or ValueKind.Protein or ValueKind.Mutation).ToList();
        var word = words.Find(static value => value.Status is TextStatus.Low or TextStatus.Ultralow) ?? words.Find(static value => value.Kind == ValueKind.Status) ?? words.FirstOrDefault();
        var ratio = values.Find(static value => value.Kind == ValueKind.Ratio)?.Number;
        var copies = values.Find(static value => value.Kind is ValueKind.Copies or ValueKind.Signals)?.Number;
        var isSequencing = assay is TextAssay.Ngs or TextAssay.Plasma;
        return new TextFinding
        {
            Assay = assay,
            Status = word?.Status ?? (score is not null ? TextFinding.StatusOf(score.Score) : assay == TextAssay.Ngs ? GeneNumbers.StatusOfCopies(copies) : GeneNumbers.StatusOf(ratio, isSequencing ? null : copies)),
            Score = score?.Score,
            Ratio = ratio,
            Signals = isSequencing ? null : copies,
            Copies = isSequencing ? copies : null,
            IsStated = word is not null,
            Confidence = values.Min(static value => value.Confidence),
            At = values[0].At,
            Start = Math.Min(mention, values[0].At),
            End = Math.Max(mention, values[^1].At) + 1,
        };
    }
}
