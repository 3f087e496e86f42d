using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>A lone plus or minus behind the name of the test: positive or negative, where it is no dash ("HER2 -", "HER2 (+)").</summary>
internal static class FieldSign
{
    /// <returns>What the sign says; null: it is punctuation.</returns>
    public static FieldValue? Read(Pieces pieces, int at, int mention)
    {
        if (!IsBeside(pieces, at, mention) || IsDash(pieces, at))
        {
            return null;
        }

        if (pieces.CueAt(at + 1) == Cue.Slash && pieces.CueAt(at + 2) is Cue.Plus or Cue.Minus)
        {
            return Positional(pieces, at, mention);
        }

        var isDoubtful = pieces[at] is { Cue: Cue.Plus, IsGlued: false };
        return Of(pieces, at, isDoubtful ? TextConfidence.Low : TextConfidence.Medium);
    }

    /// <summary>"ER/PR/HER2: +/+/-": the sign at the place the name has in its list.</summary>
    public static bool IsList(Pieces pieces, int at) => pieces.CueAt(at + 1) == Cue.Slash && pieces.CueAt(at + 2) is Cue.Plus or Cue.Minus;

    private static FieldValue? Positional(Pieces pieces, int at, int mention)
    {
        var place = at;
        for (var name = mention; pieces.CueAt(name - 1) == Cue.Slash && pieces.CueAt(name - 2) == Cue.Marker; name -= 2)
        {
            place += 2;
        }

        var isSign = pieces.CueAt(place) is Cue.Plus or Cue.Minus && pieces.CueAt(place - 1) is Cue.Slash or Cue.Colon or Cue.Equals or Cue.Filler or Cue.Open;
        return isSign ? Of(pieces, place, TextConfidence.Medium) : null;
    }

    private static bool IsBeside(Pieces pieces, int at, int mention)
    {
        var before = pieces.Previous(at);
        return before == mention || (before >= 0 && (pieces[before].IsMethod
            || (pieces[before].Cue is Cue.Open or Cue.Colon or Cue.Equals && pieces.Previous(before) is var name && (name == mention || (name >= 0 && pieces[name].IsMethod)))));
    }

    /// <summary>A minus that ties a word to the name or parts the name from its result; a plus that means "and".</summary>
    private static bool IsDash(Pieces pieces, int at)
    {
        var next = at + 1;
        if (next >= pieces.Count || pieces[next].Before >= Words.TokenSpace.Line)
        {
            return false;
        }

        var isClosed = pieces[next].Cue is Cue.Close or Cue.Comma or Cue.Semicolon or Cue.Slash or Cue.Stop or Cue.Open or Cue.Bar or Cue.And or Cue.Or;
        if (pieces[at].Cue == Cue.Plus)
        {
            return !isClosed && !pieces[at].IsGlued && (pieces[next].IsMethod || pieces[next].Cue is Cue.Marker or Cue.Her2 or Cue.Unknown or Cue.Pending or Cue.Planned);
        }

        if (pieces[at].IsGlued && !pieces[next].IsGlued)
        {
            return pieces[next].Cue is Cue.Pending or Cue.Planned or Cue.NotDone;
        }

        return !isClosed;
    }

    private static FieldValue Of(Pieces pieces, int at, TextConfidence confidence) => new(ValueKind.Status, at)
    {
        Status = pieces[at].Cue == Cue.Plus ? TextStatus.Positive : TextStatus.Negative,
        Confidence = confidence,
    };
}
