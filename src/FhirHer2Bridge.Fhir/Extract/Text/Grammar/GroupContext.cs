using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Whether a finding is told of many: patients, tumours, a share, a count.</summary>
/// <param name="isStudy">The text before counts a group.</param>
internal sealed class GroupContext(Pieces pieces, bool isStudy)
{
    private readonly bool _hasPatient = pieces.Has(Cue.Patient, 0, pieces.Count);

    public bool Is(int from, int to) => IsNamed(from, to) || IsShare(to) || IsCompared(to);

    /// <summary>A single patient is named in the clause: "HER2-positive tumours usually are …, though in our patient" speaks of none.</summary>
    public bool SpeaksOfPatient(int from)
    {
        if (!_hasPatient)
        {
            return false;
        }

        var start = pieces.Last(static cue => cue == Cue.Contrast, 0, from) ?? 0;
        var end = from;
        while (end < pieces.Count && pieces[end].Cue != Cue.Contrast)
        {
            end++;
        }

        return pieces.Has(Cue.Patient, start, end);
    }

    /// <summary>"HER2-positive versus HER2-negative tumours": two groups are compared.</summary>
    private bool IsCompared(int to) =>
        pieces.CueAt(to + 1) == Cue.Contrast && to + 2 < pieces.Count && pieces[to + 2].NamesHer2 && pieces.Has(Cue.Plural, to + 2, to + 7);

    /// <summary>"is reported in 15-20 % of breast carcinomas": a share of many tumours, not of the cells of one.</summary>
    private bool IsShare(int to)
    {
        const int reach = 12;
        for (var at = to + 1; at < Math.Min(pieces.Count, to + reach); at++)
        {
            if (pieces[at].Cue is Cue.Semicolon or Cue.Open or Cue.Her2)
            {
                return false;
            }

            if (pieces[at].Cue == Cue.Percent && pieces.CueAt(at + 1) == Cue.Preposition)
            {
                return pieces.Last(static cue => cue is Cue.Plural or Cue.Group, at, at + reach + reach) is not null;
            }
        }

        return false;
    }

    /// <summary>A group before the finding, or behind it in the same breath ("HER2-positive breast cancers are").</summary>
    private bool IsNamed(int from, int to)
    {
        if (pieces.CueAt(to + 1) == Cue.Group)
        {
            // "the HER2-low arm", "HER2-positive patients".
            return true;
        }

        if (FirstPatient() < First(Cue.Group))
        {
            // "A 61-year-old woman …, as in other patients": the one patient comes first.
            return false;
        }

        if (IsCounted(to) || IsCountedBefore(from) || IsPlural(from) || IsShareBefore(from))
        {
            return true;
        }

        if (pieces.Last(static cue => cue == Cue.Group, 0, from) is { } group && !pieces.Has(Cue.Patient, group, from))
        {
            return true;
        }

        const int reach = 18;
        var isMany = false;
        for (var at = to + 1; at < Math.Min(pieces.Count, to + reach); at++)
        {
            isMany |= pieces[at] is { Cue: Cue.Number, Value: > 3 } or { Cue: Cue.Many };
            if (pieces[at].Cue is Cue.Comma or Cue.Stop or Cue.Her2)
            {
                return false;
            }

            if (pieces[at].Cue == Cue.Group || (pieces[at].Cue == Cue.Plural && (isMany || at <= to + 5)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"HER2 negative 132 (81 %)", "29 (21.2)": a table of counts.</summary>
    private bool IsCounted(int to) =>
        (isStudy && !_hasPatient && pieces.Has(Cue.Percent, to + 1, to + 5)) || (pieces.CueAt(to + 1) == Cue.Number && pieces.CueAt(to + 2) == Cue.Open
        && (pieces.Has(Cue.Percent, to + 3, to + 6) || (pieces.CueAt(to + 3) == Cue.Number && pieces.CueAt(to + 4) == Cue.Close)));

    /// <summary>"dans les tumeurs HER2-positives": the noun stands just before, and no single patient is spoken of.</summary>
    private bool IsPlural(int from) =>
        !SpeaksOfPatient(from) && pieces.CueAt(from - 1) == Cue.Plural && pieces.CueAt(from - 2) is Cue.Filler or Cue.Preposition or Cue.Stop or Cue.And or Cue.Or;

    /// <summary>"some 15-20 % of the adenocarcinomas".</summary>
    private bool IsShareBefore(int from) =>
        !SpeaksOfPatient(from) && pieces.Last(static cue => cue == Cue.Percent, 0, from) is { } share && pieces.CueAt(share + 1) == Cue.Preposition
        && pieces.Last(static cue => cue is Cue.Plural or Cue.Group, share, share + 5) is not null;

    /// <summary>"5 of 16 tumours", "3178 tumours": more than one person has.</summary>
    private bool IsCountedBefore(int from)
    {
        const int most = 3;
        for (var at = 1; at < from; at++)
        {
            if (pieces[at].Cue == Cue.Plural && pieces[at - 1] is { Cue: Cue.Number, Value: > most } or { Cue: Cue.Many })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"male patients" are a group.</summary>
    private int FirstPatient()
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Cue == Cue.Patient && pieces.CueAt(at + 1) != Cue.Group)
            {
                return at;
            }
        }

        return int.MaxValue;
    }

    private int First(Cue cue)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Cue == cue)
            {
                return at;
            }
        }

        return int.MaxValue;
    }
}
