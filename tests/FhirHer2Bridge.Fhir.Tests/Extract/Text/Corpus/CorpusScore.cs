using System.Globalization;
using FhirHer2Bridge.Fhir.Extract.Text;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text.Corpus;

/// <summary>Precision and recall over a labelled set, counted as the scoring convention of LABELLING_RULES.md has it.</summary>
public sealed record CorpusScore(int Hits, int StatusHits, int Labels, int Results, int Empty, int FalseAlarms)
{
    public double Precision => Results == 0 ? 1 : (double)Hits / Results;

    public double Recall => Labels == 0 ? 1 : (double)Hits / Labels;

    public double StatusPrecision => Results == 0 ? 1 : (double)StatusHits / Results;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double FalseAlarmRate => Empty == 0 ? 0 : (double)FalseAlarms / Empty;

    /// <summary>Texts open to two readings are left out.</summary>
    public static CorpusScore Of(IEnumerable<LabelledText> texts)
    {
        var score = new CorpusScore(0, 0, 0, 0, 0, 0);
        foreach (var text in texts.Where(static text => !text.Ambiguous))
        {
            var read = Corpora.Parse(TextResultJson.Line(text.Id, text.Text!)).Results;
            var isEmpty = text.Labels.Count == 0;
            score = new CorpusScore(
                score.Hits + Matches(text.Labels, read, static (label, result) => label.IsMetBy(result)),
                score.StatusHits + Matches(text.Labels, read, static (label, result) => label.IsStatusMetBy(result)),
                score.Labels + text.Labels.Count,
                score.Results + read.Count,
                score.Empty + (isEmpty ? 1 : 0),
                score.FalseAlarms + (isEmpty && read.Count > 0 ? 1 : 0));
        }

        return score;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"labels {Labels}, precision {Precision:F3}, recall {Recall:F3}, status precision {StatusPrecision:F3}, false alarms {FalseAlarms}/{Empty}");

    private static int Matches(IReadOnlyList<TextLabel> labels, IReadOnlyList<TextLabel> read, Func<TextLabel, TextLabel, bool> same)
    {
        var left = read.ToList();
        return labels.Count(label => left.FindIndex(result => same(label, result)) is >= 0 and var at && Remove(left, at));
    }

    private static bool Remove(List<TextLabel> left, int at)
    {
        left.RemoveAt(at);
        return true;
    }
}
