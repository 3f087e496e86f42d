using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>The heading a sentence begins with, and the label of the part of the report it opens ("A.", "Specimen 2:").</summary>
internal static class SectionReader
{
    private const int LongestHeading = 10;
    private const int LongestLine = 10;

    public static void Read(Pieces pieces, NormalText text, TokenSpace before, TextMemory memory)
    {
        if (before == TokenSpace.Paragraph)
        {
            memory.Year = null;
            memory.Heading = null;
            memory.SectionTime = null;
            memory.SectionReason = null;
            memory.IsNow = false;
            memory.IsStudy = false;
            memory.Heads(null);
        }

        if (before >= TokenSpace.Line && PartOf(pieces, text) is { } part && (pieces[0].Cue == Cue.Specimen || Follows(memory.Part, part)))
        {
            memory.Part = part;
        }

        var line = Line(pieces, before, text);
        if ((Colon(pieces) ?? line) is not { } end)
        {
            return;
        }

        // A name put before an ellipsis is not in the heading.
        var isField = pieces.Has(Cue.Marker, 0, end) || (pieces.Last(static cue => cue == Cue.Her2, 0, end) is { } name && pieces[name].End > pieces[name].Start);
        if (!isField)
        {
            // The name of a specimen goes on under the heading above it.
            var time = pieces.Last(static cue => cue is Cue.Historical or Cue.Earlier or Cue.Corrected, 0, end);
            memory.SectionTime = time is { } word ? pieces[word].Cue : pieces.Has(Cue.Specimen, 0, end) ? memory.SectionTime : null;
            memory.SectionReason = ReasonOf(pieces, end);
        }

        if (line is not null || end == pieces.Count - 1)
        {
            memory.Heads(SpecimenReader.Of(pieces, text, end, end));
        }

        if (pieces.Last(static cue => cue is Cue.Ihc or Cue.Ish or Cue.Ngs or Cue.Plasma, 0, end) is { } method)
        {
            memory.Heading = pieces[method].Cue;
        }
        else if (before >= TokenSpace.Line && !isField)
        {
            memory.Heading = null;
        }
    }

    /// <summary>What stands below is a rule, a scale, a control or a question of what would be, and none of this patient.</summary>
    private static NonResult? ReasonOf(Pieces pieces, int end) =>
        pieces.Has(Cue.Definition, 0, end) || pieces.Has(Cue.Eligible, 0, end) || pieces.Has(Cue.Aside, 0, end) || (pieces.Has(Cue.Condition, 0, end) && end == pieces.Count - 1) ? NonResult.Hypothetical
        : pieces.Has(Cue.Control, 0, end) || pieces.Has(Cue.General, 0, end) ? NonResult.Background
        : pieces.Has(Cue.Family, 0, end) ? NonResult.Family
        : null;

    /// <summary>A short line in capitals or without any finding, by itself: a heading without its colon.</summary>
    private static int? Line(Pieces pieces, TokenSpace before, NormalText text)
    {
        if (before < TokenSpace.Line || pieces.Count > LongestLine || pieces.Any(static piece => piece.Before == TokenSpace.Column) || pieces.CueAt(pieces.Count - 1) is Cue.Stop or Cue.Comma or Cue.Semicolon)
        {
            return null;
        }

        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].IsFinding || pieces[at].NamesHer2 || pieces[at].Cue is Cue.Marker or Cue.Number or Cue.Pending or Cue.NotDone)
            {
                return null;
            }
        }

        return char.IsUpper(text.Written[text.Origin(pieces[0].Start)]) ? pieces.Count : null;
    }

    /// <summary>"A" first, then the next letter: "M. Keller" is no part.</summary>
    private static bool Follows(string? last, string part) => last is [var before] && part is [var now] ? now == before + 1 || now == before : part is "A" || last is not null;

    private static int? Colon(Pieces pieces)
    {
        for (var at = 1; at < Math.Min(pieces.Count, LongestHeading); at++)
        {
            if (pieces[at].Cue == Cue.Colon)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>One letter or number and a sign at the start of a line, with or without the word for a part.</summary>
    private static string? PartOf(Pieces pieces, NormalText text)
    {
        for (var at = 0; at < Math.Min(2, pieces.Count - 1); at++)
        {
            var label = text.Quote(pieces[at].Start, pieces[at].End);
            var isLabel = label is [>= 'A' and <= 'Z'] || (at == 1 && label.Length <= 3 && (pieces[at].Cue == Cue.Number || label.All(static c => c is 'I' or 'V')));
            if (isLabel && pieces[at + 1] is { IsGlued: true, Cue: Cue.Stop or Cue.Close or Cue.Colon } && (at == 0 || pieces[0].Cue == Cue.Specimen))
            {
                return label;
            }

            if (pieces[at].Cue != Cue.Specimen)
            {
                return null;
            }
        }

        return null;
    }
}
