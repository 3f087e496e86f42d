using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text;

/// <summary>What the grammar makes of one sentence: assay, status, numbers, time, conflict.</summary>
public sealed class NarrativeTests
{
    [Theory]
    [InlineData("HER2 IHC: equivocal (2+). FISH: not amplified, HER2/CEP17 ratio 1.3, 3.1 HER2 signals per cell.", "Ihc Equivocal 2+ | Ish Negative r1.3 s3.1")]
    [InlineData("Immunostains are negative for ER, PR and HER2 and positive for GATA3.", "Ihc Negative")]
    [InlineData("The tumour was ER positive but there was no evidence of HER2 amplification by FISH.", "Ish Negative")]
    [InlineData("HER2 negative by IHC and FISH.", "Ihc Negative | Ish Negative")]
    [InlineData("HER2 positive (2+).", "Ihc Positive 2+ !")]
    [InlineData("HER2 3+ in the primary tumour; now HER2 is 0.", "Ihc Positive 3+ past | Ihc Negative 0")]
    [InlineData("Initially HER2 positive, the liver metastasis is HER2 negative.", "Unspecified Positive past | Unspecified Negative")]
    [InlineData("HER2-low (IHC 1+).", "Ihc Low 1+")]
    [InlineData("NGS: ERBB2 amplification, copy number 14.", "Ngs Positive c14")]
    [InlineData("ctDNA: ERBB2 amplification not detected.", "Plasma Negative")]
    [InlineData("ERBB2 exon 20 insertion detected by sequencing.", "Ngs None")]
    [InlineData("Triple negative breast cancer in this patient.", "Unspecified Negative")]
    [InlineData("H E R 2  ( 3 + )", "Ihc Positive 3+")]
    [InlineData("HER2 （３＋）", "Ihc Positive 3+")]
    [InlineData("HER2 (−) by immunohistochemistry", "Ihc Negative")]
    [InlineData("HER2: 0-1+", "Ihc Negative 0-1+")]
    [InlineData("HER2 (0-3+): 2+", "Ihc Equivocal 2+")]
    [InlineData("HER2 [negative: 0, 1+; equivocal: 2+; positive: 3+]: 1+", "Ihc Negative 1+")]
    [InlineData("HER2 by ISH: [ ] Positive [x] Negative", "Ish Negative")]
    [InlineData("ER/PR/HER2: +/+/-", "Unspecified Negative")]
    [InlineData("HER2/neu-Score 2+, SISH: nicht amplifiziert", "Ihc Equivocal 2+ | Ish Negative")]
    [InlineData("HER-2 sobreexpresado (+++), FISH amplificado con ratio de 4,2", "Ihc Positive 3+ | Ish Positive r4.2")]
    [InlineData("Sans surexpression de HER2.", "Ihc Negative")]
    [InlineData("Negativo per recettori ormonali e HER2.", "Unspecified Negative")]
    [InlineData("Carcinoma com HER2 positivo (escore 3+).", "Ihc Positive 3+")]
    [InlineData("HER2（2+），FISH检测HER2基因无扩增。", "Ihc Equivocal 2+ | Ish Negative")]
    public void Read_Sentence_GivesItsFindings(string text, string expected) =>
        string.Join(" | ", Her2TextReader.Read(text).Findings.Select(Written)).ShouldBe(expected);

    [Theory]
    [InlineData("HER2 positive (3+).", TextConfidence.High)]
    [InlineData("Negative for ER, PR and HER2.", TextConfidence.Medium)]
    [InlineData("The patient has triple negative disease.", TextConfidence.Low)]
    [InlineData("ER 2+, PR 1+, HER 2 +", TextConfidence.Low)]
    internal void Read_Sentence_SaysHowCloselyItIsTied(string text, TextConfidence confidence) =>
        Her2TextReader.Read(text).Findings.ShouldHaveSingleItem().Confidence.ShouldBe(confidence);

    [Fact]
    public void Read_Span_IsThatOfTheTextAsWritten()
    {
        const string text = "Ａ.  Ganglio:  HER2\u00a0(３＋)\nB. Magen";
        var finding = Her2TextReader.Read(text).Findings.ShouldHaveSingleItem();

        text[finding.Start..finding.End].ShouldBe("HER2\u00a0(３＋");
    }

    [Fact]
    public void Read_PartsOfAReport_KeepTheirResults()
    {
        const string text = "A. Left breast, core biopsy:\nHER2 3+\n\nB. Axillary node, core biopsy:\nHER2 0\n";
        var findings = Her2TextReader.Read(text).Findings;

        findings.Select(static one => (one.Part, one.Score!.Value.Low)).ShouldBe([("A", 3), ("B", 0)]);
    }

    [Theory]
    [InlineData("HER2 IHC 2+, FISH pending", "Ihc Equivocal 2+")]
    [InlineData("HER2 IHC 3+ (controls reactive)", "Ihc Positive 3+")]
    [InlineData("Left breast: HER2 positive. Right breast: HER2 IHC 3+.", "Unspecified Positive | Ihc Positive 3+")]
    [InlineData("Left breast biopsy: HER2 2+. FISH on the biopsy: HER2 not amplified.", "Ihc Equivocal 2+ | Ish Negative")]
    [InlineData("Clinical history: lump.\nHER2: 3+", "Ihc Positive 3+")]
    [InlineData("HER2 FISH uninterpretable, ratio 2.1", "Ish Indeterminate r2.1")]
    [InlineData("HER2 FISH: ratio lower than 2.0", "Ish Negative r2.0")]
    public void Read_NeighbouringWords_DoNotTakeAResultAway(string text, string expected) =>
        string.Join(" | ", Her2TextReader.Read(text).Findings.Select(Written)).ShouldBe(expected);

    [Theory]
    [InlineData("Previous biopsy 2015: HER2 positive. HER2 of this specimen: see addendum.")]
    [InlineData("ER positive, mitotic rate high, HER2 positive (3+)")]
    public void Read_NothingCurrentWasUnderstood_IsAbstainedFrom(string text) => Her2TextReader.Read(text).Unread.ShouldNotBeEmpty();

    [Theory]
    [InlineData('/')]
    [InlineData('\'')]
    [InlineData('(')]
    [InlineData('+')]
    public void Read_AHundredThousandSigns_EndsSoon(char sign) => Her2TextReader.Read("HER2 no " + new string(sign, 100_000)).Findings.Count.ShouldBeLessThan(2);

    [Fact]
    public void Lexicon_EveryWordOfComparison_BoundsTheNumber()
    {
        foreach (var phrase in Fhir.Extract.Text.Lexicon.CueLexicon.Load().SelectMany(static file => file.Cues.TryGetValue(Fhir.Extract.Text.Lexicon.Cue.Compare, out var phrases) ? phrases : []))
        {
            var ratio = Her2TextReader.Read($"HER2 FISH ratio {phrase} 2.0").Findings.SelectMany(static one => new[] { one.Ratio }).OfType<Measure>().FirstOrDefault();
            (ratio is null || ratio.Bound != MeasureBound.Exact).ShouldBeTrue(phrase);
        }
    }

    [Fact]
    public void Read_SaidTwice_IsOneFinding() =>
        Her2TextReader.Read("Microscopy: HER2 3+, strong complete staining.\nDiagnosis: carcinoma, HER2 positive (3+).").Findings.ShouldHaveSingleItem()
            .IsStated.ShouldBeTrue();

    [Fact]
    public void Read_Corrected_TakesTheFormerBack()
    {
        var findings = Her2TextReader.Read("HER2 previously reported as 1+ is corrected to 3+.").Findings;

        findings.Select(static one => (one.Score!.Value.Low, one.IsWithdrawn)).ShouldBe([(1, true), (3, false)]);
    }

    private static string Written(TextFinding finding) => string.Join(' ', new[]
    {
        finding.Assay.ToString(),
        finding.Status.ToString(),
        finding.Score is var (low, high) ? (low == high ? Step(low) : $"{low}-{high}+") : "",
        Number("r", finding.Ratio),
        Number("s", finding.Signals),
        Number("c", finding.Copies),
        finding.IsHistorical ? "past" : "",
        finding.IsConflict ? "!" : "",
    }.Where(static part => part.Length > 0));

    private static string Step(int score) => score == 0 ? "0" : $"{score}+";

    private static string Number(string name, Measure? measure) =>
        measure is null ? "" : name + measure.Value.ToString(CultureInfo.InvariantCulture);
}
