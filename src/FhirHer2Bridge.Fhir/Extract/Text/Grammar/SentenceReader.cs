using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Reads the mentions of one sentence: each becomes findings, or the reason why it is none, or was not understood.</summary>
internal sealed class SentenceReader(NormalText text, Pieces pieces, TextMemory memory)
{
    private readonly SentenceContext _context = new(pieces, memory.SectionReason, memory.IsStudy);
    private readonly FindingComposer _composer = new(pieces, new SentenceMethod(pieces, memory));

    /// <summary>A cheap first look: most sentences name no test.</summary>
    public static bool MayHold(Pieces pieces) => pieces.Any(static piece => piece.NamesHer2
        || piece.Cue is Cue.TripleNegative or Cue.TriplePositive or Cue.Subtype or Cue.Ish or Cue.Ihc or Cue.RatioWord or Cue.SignalsWord);

    public void Read()
    {
        for (var at = 0; at < pieces.Count;)
        {
            at = IsMention(at) ? Mention(at) : at + 1;
        }
    }

    private bool IsMention(int at) => pieces[at].Cue switch
    {
        Cue.Her2 or Cue.Her2Stain or Cue.TripleNegative or Cue.TriplePositive or Cue.Subtype => true,
        Cue.Ish => (memory.SpeaksOfHer2 || LeadsToHer2(at)) && !IsOfAnotherGene(at),
        Cue.Ihc => (at <= 1 || pieces.CueAt(at - 1) == Cue.Colon) && memory.SpeaksOfHer2 && !pieces.Has(Cue.Marker, 0, pieces.Count) && !pieces.Has(Cue.Her2, 0, pieces.Count),
        Cue.RatioWord or Cue.SignalsWord => memory.SpeaksOfIsh && !IsOfAnotherGene(at) && !pieces.Has(Cue.Cep17, at - 2, at + 2),
        _ => false,
    };

    /// <summary>"FISH came back negative, so I am HER2 negative": the method comes first.</summary>
    private bool LeadsToHer2(int at)
    {
        const int reach = 24;
        for (var next = at + 1; next < Math.Min(pieces.Count, at + reach); next++)
        {
            if (pieces[next].Cue == Cue.Her2)
            {
                return true;
            }

            if (pieces[next].Cue is Cue.Open or Cue.Semicolon)
            {
                return false;
            }
        }

        return false;
    }

    private bool IsOfAnotherGene(int at) => pieces.Has(Cue.Marker, at - 3, at + 4);

    /// <returns>The piece to go on with.</returns>
    private int Mention(int at)
    {
        memory.Mentioned(pieces[at].NamesHer2);
        if (pieces[at].Cue == Cue.Subtype)
        {
            memory.Add(NonResult.Background);
            return at + 1;
        }

        if (pieces.CueAt(at - 1) == Cue.Unticked)
        {
            // "[ ] HER2 positive [ ] HER2 negative": an answer that was not chosen.
            memory.Unread(text.Origin(pieces[at].Start), null, AbstentionReason.NoValue);
            return at + 1;
        }

        var right = new RightField(pieces, text.Value, at).Read();
        var values = Values(at, right);
        if (values.Count == 0)
        {
            Without(at, right);
            return Math.Max(at + 1, Math.Min(right.End, NextMention(at + 1)));
        }

        Judge(at, values);
        if (right.EndedBy == Cue.Pending)
        {
            // "2+, FISH pending": what was said stands, and more is awaited.
            memory.Add(NonResult.Pending);
        }

        return Math.Max(right.End, at + 1);
    }

    /// <summary>Values were read: they are results of the patient, or it is said why they are none.</summary>
    private void Judge(int at, IReadOnlyList<FieldValue> values)
    {
        var last = Math.Max(at, values[^1].At);
        if (Opposites.Are(pieces, values) || pieces.Has(Cue.Change, at, last))
        {
            memory.Unread(text.Origin(pieces[at].Start), null, AbstentionReason.Opposites);
        }
        else if (Alternatives.Are(pieces, values))
        {
            memory.Reject(text.Origin(pieces[at].Start), NonResult.Hypothetical);
        }
        else if (Legend.IsSentence(pieces, at))
        {
            // A scale, and perhaps a result beside it: nobody can tell them apart here.
            memory.Unread(text.Origin(pieces[at].Start), _context.Of(at, last), AbstentionReason.Scale);
        }
        else if (_context.Of(Math.Min(at, values[0].At), last) is { } reason)
        {
            memory.Reject(text.Origin(pieces[at].Start), reason);
        }
        else
        {
            memory.Mentioned(true);
            foreach (var finding in _composer.Compose(at, values))
            {
                memory.Add(Placed(finding), TimeReader.Of(pieces, finding.At, finding.End), YearReader.Of(pieces, finding.At, finding.End));
            }
        }
    }

    private IReadOnlyList<FieldValue> Values(int at, RightField right)
    {
        if (IsAbbreviation(at) || IsAbbreviation(at - 2))
        {
            return [];
        }

        if (pieces[at].Cue is Cue.TripleNegative or Cue.TriplePositive)
        {
            var status = pieces[at].Cue == Cue.TripleNegative ? TextStatus.Negative : TextStatus.Positive;
            return [new FieldValue(ValueKind.Status, at) { Status = status, Confidence = TextConfidence.Low, Method = pieces.Has(Cue.Ihc, at - 8, at + 4) ? TextAssay.Ihc : null }];
        }

        if (right.Values is [{ Status: TextStatus.Low or TextStatus.Ultralow }] && LeftField.Score(pieces, at) is { } score)
        {
            return [score, .. right.Values];
        }

        var left = pieces[at].NamesHer2 || pieces[at].Cue == Cue.Ish ? LeftField.Read(pieces, at) : null;
        var isUndone = right is { Values.Count: 0, Method: null, EndedBy: Cue.NotDone or Cue.Pending or Cue.Planned };
        if (left is null || isUndone)
        {
            return right.Values;
        }

        left.Method = MethodOf(left, at, right);
        if (left.Confidence != TextConfidence.High && right.Values.Any(value => value.Kind == ValueKind.Score && TextFinding.StatusOf(value.Score) != left.Status))
        {
            // "negative for CK20, PAX8 and HER2 3+": a list ended before it.
            return right.Values;
        }

        var saysItself = right.Values.Any(value => value.Kind is ValueKind.Status || value.Kind is (ValueKind.Gene or ValueKind.Protein) && (value.Kind == left.Kind || left.Kind == ValueKind.Status));
        return !right.IsLoose && saysItself
            ? right.Values
            : [left, .. right.Values.Where(value => !right.IsLoose || value.Kind is ValueKind.Ratio or ValueKind.Signals or ValueKind.Copies
                || (left.Kind == ValueKind.Protein && value.Kind == ValueKind.Score) || (left.Kind == ValueKind.Score && value is { Kind: ValueKind.Gene, Method: TextAssay.Ish }))];
    }

    /// <summary>"TNBC, triple-negative breast cancer": what the letters stand for.</summary>
    private bool IsAbbreviation(int at) =>
        pieces.CueAt(at) == Cue.TripleNegative && pieces.CueAt(at + 1) == Cue.Comma && pieces.CueAt(at + 2) == Cue.TripleNegative;

    /// <summary>A value before the mention: by the name of the stain, or a method just behind ("negative for HER2 by IHC").</summary>
    private TextAssay? MethodOf(FieldValue left, int at, RightField right) => left.Kind switch
    {
        ValueKind.Protein or ValueKind.Score => TextAssay.Ihc,
        ValueKind.Gene => right.Method is TextAssay.Ihc ? null : right.Method,
        _ => right.Method ?? MethodBinder.Of(pieces[at].Cue),
    };

    private void Without(int at, RightField right)
    {
        if (!pieces[at].NamesHer2)
        {
            return;
        }

        NonResult? reason = right.EndedBy switch
        {
            Cue.Pending => NonResult.Pending,
            Cue.Planned => NonResult.Planned,
            Cue.NotDone => NonResult.NotPerformed,
            Cue.Condition or Cue.Definition => NonResult.Hypothetical,
            _ => _context.Of(at, at + 1) ?? Spoken(at),
        };
        memory.Unread(text.Origin(pieces[at].Start), reason, HoldsValue(at) ? AbstentionReason.ValueNotTied : AbstentionReason.NoValue);
    }

    private bool HoldsValue(int at)
    {
        const int reach = 12;
        for (var near = Math.Max(0, at - reach); near < Math.Min(pieces.Count, at + reach); near++)
        {
            if (pieces[near].IsFinding && pieces[near].Cue is not (Cue.Amplification or Cue.Overexpression or Cue.Expression or Cue.Mutation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words of the same sentence that say why there is no result.</summary>
    private NonResult? Spoken(int at)
    {
        const int reach = 12;
        return pieces.Last(static cue => cue is Cue.Pending or Cue.Planned or Cue.NotDone or Cue.Therapy or Cue.General or Cue.Condition or Cue.Control, at - reach, at + reach) is { } cue
            ? pieces[cue].Cue switch
            {
                Cue.Pending => NonResult.Pending,
                Cue.Planned => NonResult.Planned,
                Cue.NotDone => NonResult.NotPerformed,
                Cue.Therapy => NonResult.Therapy,
                Cue.Condition => NonResult.Hypothetical,
                _ => NonResult.Background,
            }
            : null;
    }

    private int NextMention(int from)
    {
        while (from < pieces.Count && !IsMention(from))
        {
            from++;
        }

        return from;
    }

    private TextFinding Placed(TextFinding finding) => finding with
    {
        Specimen = SpecimenReader.Of(pieces, text, finding.Start, finding.End) ?? memory.Specimen,
        Part = memory.Part,
        Start = text.Origin(pieces[finding.Start].Start),
        End = text.Origin(Math.Max(pieces[finding.End - 1].End - 1, 0)) + 1,
    };
}
