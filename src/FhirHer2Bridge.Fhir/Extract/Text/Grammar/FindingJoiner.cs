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

        return [.. joined.Where(finding => !IsCarried(finding, joined))];
    }

    /// <summary>"Initially", "primary tumour": earlier only where the text goes on to a later result.</summary>
    private static TextFinding Timed(DatedFinding one, IReadOnlyList<DatedFinding> all, int at) => one.Finding with
    {
        IsHistorical = one.Time is Cue.Historical or Cue.Corrected
            || (one.Time is not Cue.Current && one.Year is { } year && all.Skip(at + 1).Any(later => later.Year > year || IsNewer(later, one.Finding)))
            || (one.Time == Cue.Earlier && all.Where((_, other) => other != at).Any(static later => later.Time is null or Cue.Current)),
        IsWithdrawn = one.Time == Cue.Corrected,
    };

    /// <summary>Told later, under no year of its own, and different.</summary>
    private static bool IsNewer(DatedFinding later, TextFinding than) =>
        later.Year is null && later.Time is not (Cue.Historical or Cue.Corrected) && later.Finding.Assay == than.Assay
        && string.Equals(later.Finding.Part, than.Part, StringComparison.Ordinal)
        && (later.Finding.Status != than.Status || later.Finding.Score != than.Score);

    private static bool AreOne(TextFinding a, TextFinding b) =>
        a.Assay == b.Assay && a.IsHistorical == b.IsHistorical && string.Equals(a.Part, b.Part, StringComparison.Ordinal)
        && TextFinding.IsSamePlace(a.Specimen, b.Specimen) && Agree(a.Ratio, b.Ratio) && Agree(a.Signals, b.Signals) && Agree(a.Copies, b.Copies)
        && (a.Score is null || b.Score is null || a.Score == b.Score)
        && (a.Status == b.Status || OnlyMeasures(a) || OnlyMeasures(b));

    /// <summary>Numbers that decide nothing by themselves: they complete the finding beside them.</summary>
    private static bool OnlyMeasures(TextFinding finding) =>
        !finding.IsStated && finding.Score is null && finding.Ratio is null && (finding.Signals ?? finding.Copies) is not null;

    private static bool Agree<T>(T? a, T? b)
        where T : class => a is null || b is null || a.Equals(b);

    private static TextFinding Both(TextFinding a, TextFinding b)
    {
        var first = a.IsStated || !b.IsStated ? a : b;
        var both = first with
        {
            Score = a.Score ?? b.Score,
            Ratio = a.Ratio ?? b.Ratio,
            Signals = a.Signals ?? b.Signals,
            Copies = a.Copies ?? b.Copies,
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
