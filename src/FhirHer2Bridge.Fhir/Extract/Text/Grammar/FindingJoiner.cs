using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// Makes one finding of what a text says twice (LABELLING_RULES A7), and drops an overall status that a method already carries
/// (R10). Findings that differ are kept apart: which of two holds is not decided here.
/// </summary>
internal static class FindingJoiner
{
    public static IReadOnlyList<TextFinding> Join(IReadOnlyList<DatedFinding> dated)
    {
        var joined = new List<TextFinding>();
        foreach (var finding in dated.Select((one, at) => Timed(one, dated, at)))
        {
            var same = joined.FindIndex(other => AreOne(other, finding));
            if (same >= 0)
            {
                joined[same] = Both(joined[same], finding);
            }
            else
            {
                joined.Add(finding);
            }
        }

        return [.. joined.Where(finding => !IsCarried(finding, joined) && !IsCategoryOf(finding, joined)).Select(finding => Categorised(finding, joined))];
    }

    /// <summary>"score 1+ … HER2-low": the category is that of the stain, told in another place.</summary>
    private static bool IsCategoryOf(TextFinding category, List<TextFinding> all) => all.Exists(stain => Categorises(category, stain));

    private static TextFinding Categorised(TextFinding stain, List<TextFinding> all) =>
        all.Find(category => Categorises(category, stain)) is { } found ? stain with { Status = found.Status, IsStated = true } : stain;

    private static bool Categorises(TextFinding category, TextFinding stain) =>
        category is { Assay: TextAssay.Unspecified, Status: TextStatus.Low or TextStatus.Ultralow } && stain is { Assay: TextAssay.Ihc, Status: TextStatus.Negative, Score.High: 0 or 1 }
        && category.IsHistorical == stain.IsHistorical && string.Equals(category.Part, stain.Part, StringComparison.Ordinal) && TextFinding.IsSamePlace(category.Specimen, stain.Specimen);

    /// <summary>"Initially", "primary tumour": earlier only where the text goes on to a later result.</summary>
    private static TextFinding Timed(DatedFinding one, IReadOnlyList<DatedFinding> all, int at) => one.Finding with
    {
        IsHistorical = one.Time is Cue.Historical or Cue.Corrected
            || (one.IsDated && all.Skip(at + 1).Any(later => later.IsDated && later.Year > one.Year))
            || (one.Time is not Cue.Current && one.Year is not null && all.Skip(at + 1).Any(later => IsNewer(later, one)))
            || (one.Time is null or Cue.Earlier && all.Skip(at + 1).Any(later => later.Time == Cue.Later && IsOther(later, one)))
            || (one.IsDated && one.Time is not (Cue.Current or Cue.Later) && all.Any(other => !other.IsDated && other.Time is not (Cue.Historical or Cue.Earlier or Cue.Corrected) && (other.Time is Cue.Later || IsOther(other, one)) && !AreTogether(other, one)))
            || (one.Time == Cue.Earlier && all.Where((_, other) => other != at).Any(static later => later.Time is null or Cue.Current or Cue.Later)),
        IsWithdrawn = one.Time == Cue.Corrected,
    };

    /// <summary>Told under a later year; or behind this one, under no year of its own, as what is so now or as something else.</summary>
    private static bool IsNewer(DatedFinding later, DatedFinding than)
    {
        if (later.IsDated || (later.Year is not null && !than.IsDated))
        {
            return later.Year > than.Year;
        }

        return later.Sentence > than.Sentence
            && (later.Time is Cue.Current or Cue.Later || (later.Year is null && later.Time is not (Cue.Historical or Cue.Corrected) && IsOther(later, than)));
    }

    /// <summary>Told under the same year, or before any was named.</summary>
    private static bool AreTogether(DatedFinding a, DatedFinding b) => a.Year is not null && a.Year == b.Year;

    /// <summary>The same test with another result, or the opposite by any.</summary>
    private static bool IsOther(DatedFinding later, DatedFinding than) =>
        string.Equals(later.Finding.Part, than.Finding.Part, StringComparison.Ordinal)
        && ((later.Finding.Assay == than.Finding.Assay && (later.Finding.Status != than.Finding.Status || later.Finding.Score != than.Finding.Score))
            || (later.Finding.Status, than.Finding.Status) is (TextStatus.Positive, TextStatus.Negative) or (TextStatus.Negative, TextStatus.Positive));

    private static bool AreOne(TextFinding a, TextFinding b) =>
        a.Assay == b.Assay && a.IsHistorical == b.IsHistorical && string.Equals(a.Part, b.Part, StringComparison.Ordinal)
        && TextFinding.IsSamePlace(a.Specimen, b.Specimen) && Agree(a.Ratio, b.Ratio) && Agree(a.Signals, b.Signals) && Agree(a.Copies, b.Copies)
        && (a.Score is null || b.Score is null || a.Score == b.Score)
        && (a.Status == b.Status || IsCategory(a, b) || IsCategory(b, a) || OnlyMeasures(a) || OnlyMeasures(b) || Explains(a, b) || Explains(b, a));

    /// <summary>"score 1+" and "HER2-low (score 1+)" are one result.</summary>
    private static bool IsCategory(TextFinding low, TextFinding plain) =>
        low.Status is TextStatus.Low or TextStatus.Ultralow && plain.Status == TextStatus.Negative && low.Score is not null && low.Score == plain.Score;

    /// <summary>Numbers of a hybridisation, and the word for what they amount to, which may rest on more than they ("group 4: negative").</summary>
    private static bool Explains(TextFinding numbers, TextFinding word) =>
        word.Assay == TextAssay.Ish && word is { IsStated: true, Ratio: null, Signals: null } && !numbers.IsStated && (numbers.Ratio ?? numbers.Signals) is not null;

    /// <summary>Numbers that decide nothing by themselves: they complete the finding beside them.</summary>
    private static bool OnlyMeasures(TextFinding finding) =>
        !finding.IsStated && finding.Score is null && finding.Ratio is null && (finding.Signals ?? finding.Copies) is not null;

    private static bool Agree(Measure? a, Measure? b) => a is null || b is null || a.Equals(b) || Bounds(a, b) || Bounds(b, a);

    /// <summary>"below 2.0" and "1.48" are one measurement.</summary>
    private static bool Bounds(Measure bound, Measure exact) => exact.Bound == MeasureBound.Exact && bound.Bound switch
    {
        MeasureBound.LessThan => exact.Value < bound.Value,
        MeasureBound.AtMost => exact.Value <= bound.Value,
        MeasureBound.GreaterThan => exact.Value > bound.Value,
        MeasureBound.AtLeast => exact.Value >= bound.Value,
        _ => false,
    };

    private static Measure? Closer(Measure? a, Measure? b) => a is null || b is { Bound: MeasureBound.Exact } ? b ?? a : a;

    private static TextFinding Both(TextFinding a, TextFinding b)
    {
        var first = IsCategory(b, a) || (!a.IsStated && b.IsStated) ? b : a;
        var both = first with
        {
            Score = a.Score ?? b.Score,
            Ratio = Closer(a.Ratio, b.Ratio),
            Signals = Closer(a.Signals, b.Signals),
            Copies = Closer(a.Copies, b.Copies),
            Specimen = a.Specimen ?? b.Specimen,
            Confidence = a.Confidence > b.Confidence ? a.Confidence : b.Confidence,
            Start = a.Start,
            End = a.End,
        };
        return both.IsStated || both.Score is not null || both.Assay != TextAssay.Ish
            ? both
            : both with { Status = GeneNumbers.StatusOf(both.Ratio, both.Signals) };
    }

    private static bool IsCarried(TextFinding finding, List<TextFinding> all) =>
        finding.Assay == TextAssay.Unspecified && finding.Status != TextStatus.None
        && all.Exists(other => other.Assay != TextAssay.Unspecified && other.Status == finding.Status
            && other.IsHistorical == finding.IsHistorical && TextFinding.IsSamePlace(other.Specimen, finding.Specimen) && (string.Equals(other.Part, finding.Part, StringComparison.Ordinal) || finding.Part is null || other.Part is null));
}
