using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text;

/// <summary>Of whom, of when and under what a value is told.</summary>
public sealed class TextContextTests
{
    [Theory]
    [InlineData("HER2 IHC 3+ or amplified by FISH.", NonResult.Hypothetical)]
    [InlineData("Inclusion criteria:\nHER2 3+ disease\nECOG 0", NonResult.Hypothetical)]
    [InlineData("REFERENCE RANGES\nHER2 3+ positive", NonResult.Hypothetical)]
    [InlineData("HER2 is overexpressed in 15-20% of breast carcinomas.", NonResult.Cohort)]
    [InlineData("In a series of 76 tumours ER was common. HER2 3+ : 26 %.", NonResult.Cohort)]
    [InlineData("HER2 positive 29 (21.2), HER2 negative 104 (75.9)", NonResult.Cohort)]
    [InlineData("HER2 positive vs negative 1.08", NonResult.Cohort)]
    [InlineData("She joined the HER2-low arm of the study.", NonResult.Cohort)]
    [InlineData("External control report (NOT A PATIENT RESULT)\nHER2 3+ in tissue A", NonResult.Background)]
    [InlineData("The patient's older sister had died at 44 of HER2-positive breast cancer.", NonResult.Family)]
    internal void Read_NotOfThePatient_IsNoResult(string text, NonResult reason)
    {
        var read = Her2TextReader.Read(text);

        read.Findings.ShouldBeEmpty();
        read.NonResults.ShouldContain(reason);
    }

    [Theory]
    [InlineData("HER2 IHC 3+. After progression, re-biopsy of the liver metastasis showed HER2 1+.")]
    [InlineData("2014: HER2 3+. 2018: HER2 1+.")]
    [InlineData("Left breast biopsy 12.03.2014: HER2 3+.\nLiver biopsy 19.02.2024: HER2 1+.")]
    [InlineData("The metastasis is HER2 1+; the breast resected in 2009 was HER2 3+.")]
    [InlineData("Previous results:\nBreast, core biopsy: HER2 3+\n\nLiver biopsy: HER2 1+")]
    public void Read_AnEarlierAndALaterResult_OnlyTheLaterIsCurrent(string text) =>
        Her2TextReader.Read(text).Findings.Select(static one => (one.Score!.Value.Low, one.IsHistorical)).Order().ShouldBe([(1, false), (3, true)]);

    [Theory]
    [InlineData("HER2 immunostain was done on block A4. In our opinion this is 3+ (positive).")]
    [InlineData("HER2 IHC, clone 4B5.\nResult: 3+ (positive)")]
    [InlineData("HER2 was stained. Control slide: reactive.\nPatient's slide: complete staining, score 3+")]
    public void Read_ScoreWithoutItsName_BelongsToTheTestNamedBefore(string text) =>
        Her2TextReader.Read(text).Findings.ShouldHaveSingleItem().Score.ShouldBe((3, 3));

    [Theory]
    [InlineData("HER2 was sent. Tubule formation score: 3.")]
    [InlineData("HER2 was sent. Gleason score 3+4.")]
    public void Read_ScoresOfSomethingElse_AreNoResult(string text) => Her2TextReader.Read(text).Findings.ShouldBeEmpty();

    [Fact]
    public void Read_NumberBehindAComma_CountsSomethingElse() =>
        Her2TextReader.Read("HER2 positive, 1 case of many").Findings.ShouldHaveSingleItem().Score.ShouldBeNull();

    [Fact]
    public void Read_MoreResultsThanAnyReportHolds_SaysOnceThatTheRestIsNotRead()
    {
        var read = Her2TextReader.Read(string.Concat(Enumerable.Range(0, 600).Select(static at => $"Part {at}: HER2 FISH ratio {at + 2}.{at % 10}\n\n")));

        read.Findings.Count.ShouldBe(500);
        read.Unread.ShouldHaveSingleItem().Reason.ShouldBe(AbstentionReason.TooMany);
    }

    [Theory]
    [InlineData("negative for PAX8 and CK20, and HER2 3+", TextStatus.Positive)]
    [InlineData("HER2 negative, Helicobacter pylori positive", TextStatus.Negative)]
    [InlineData("HER2 negative with nodes positive", TextStatus.Negative)]
    [InlineData("Paget cells express HER2 (3+) and do not express CK20", TextStatus.Positive)]
    [InlineData("The tumour cells were ER, PR negative and showed HER2 3+", TextStatus.Positive)]
    internal void Read_WordsOfAnotherThing_LeaveTheResult(string text, TextStatus status) =>
        Her2TextReader.Read(text).Findings.ShouldHaveSingleItem().Status.ShouldBe(status);

    [Theory]
    [InlineData("Left breast, HER2 3+; right breast, HER2 0.", "Left breast", "right breast")]
    [InlineData("Sein gauche HER2 3+, sein droit HER2 0.", "Sein gauche", "sein droit")]
    [InlineData("DCIS component HER2 3+; invasive component HER2 0.", "DCIS", "invasive component")]
    public void Read_SpecimensInOneSentence_KeepTheirResults(string text, string first, string second) =>
        Her2TextReader.Read(text).Findings.Select(static one => (one.Specimen, one.Score!.Value.Low)).ShouldBe([(first, 3), (second, 0)]);

    [Theory]
    [InlineData("HER2 score 1+, hence HER2-low.", 1, TextStatus.Low)]
    [InlineData("Faint staining: IHC 0, HER2-ultralow.", 0, TextStatus.Ultralow)]
    internal void Read_Category_IsOfTheScoreItExplains(string text, int score, TextStatus status)
    {
        var finding = Her2TextReader.Read(text).Findings.ShouldHaveSingleItem();

        finding.Assay.ShouldBe(TextAssay.Ihc);
        finding.Status.ShouldBe(status);
        finding.Score.ShouldBe((score, score));
    }

    [Theory]
    [InlineData("FISH: HER2 signals 276, CEP17 signals 186, ratio 1.48, not amplified", null)]
    [InlineData("FISH: HER2/CEP17 ratio 1.48, mean HER2 4.6. Conclusion: HER2 FISH negative", 4.6)]
    public void Read_Signals_AreThoseOfOneCell(string text, double? signals)
    {
        var finding = Her2TextReader.Read(text).Findings.ShouldHaveSingleItem();

        finding.Status.ShouldBe(TextStatus.Negative);
        ((double?)finding.Signals?.Value).ShouldBe(signals);
        finding.Ratio!.Value.ShouldBe(1.48m);
    }

    [Theory]
    [InlineData("HER2 see the sheet enclosed", AbstentionReason.NoValue)]
    [InlineData("HER2: positive / negative", AbstentionReason.Opposites)]
    [InlineData("HER2: 1+ 2+ 3+", AbstentionReason.Scale)]
    [InlineData("Ratio HER2/CEP17 below 2.0: not amplified.", AbstentionReason.Scale)]
    internal void Read_NotUnderstood_SaysWhy(string text, AbstentionReason reason) =>
        Her2TextReader.Read(text).Unread.ShouldHaveSingleItem().Reason.ShouldBe(reason);
}
