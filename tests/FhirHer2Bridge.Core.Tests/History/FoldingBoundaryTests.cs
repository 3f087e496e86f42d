using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.Tables.OneSpecimen;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>Several results of one specimen: which of them stands, which are one, and which contradict each other.</summary>
public sealed class FoldingBoundaryTests
{
    [Fact]
    [Trait("Row", "4c/recount")]
    public void Counts_BoundAndANumberThatFitsIt_AreOneCountInEitherOrder()
    {
        foreach (var specimen in new[]
        {
            Gastric().Ihc(2).Counts("<2.2").Counts("1.5", issued: 2),
            Gastric().Ihc(2).Counts("1.5").Counts("<2.2", issued: 2),
        })
        {
            specimen.Read().Status.ShouldBe(Negative);
            specimen.Read().Notes.ShouldNotContain("re-read");
        }
    }

    [Fact]
    [Trait("Row", "4c/recount")]
    public void Counts_RecountAfterTheCall_TakesTheCallWithIt()
    {
        Gastric().Ihc(2).Counts("2.5").Call(true, issued: 5).Counts("1.5", issued: 20).Status.ShouldBe(Negative);
        Gastric().Ihc(2).Counts("2.5").Counts("2.4", issued: 10).Call(true, issued: 12).Counts("1.5", issued: 20).Status.ShouldBe(Negative);
        Gastric().Ihc(2).Counts("2.5").Counts("1.5", issued: 10).Call(true, issued: 12).Status.ShouldBe(Positive, "the call came after the recount");
    }

    [Fact]
    [Trait("Row", "4c/recount")]
    public void Counts_TwoAtOneMoment_ContradictEachOther()
    {
        var read = Gastric().Ihc(2).Counts("2.5").Counts("1.5").Read();

        read.Status.ShouldBe(Indeterminate);
        read.Notes.ShouldContain("conflicting-results");
        Gastric().Ihc(2).Counts("2.5").Counts("1.5").Call(true).Status.ShouldBe(Positive, "the laboratory's own call stands whichever count is right");
    }

    [Fact]
    public void Counts_SequencingAgain_LeavesTheHybridisationAlone() =>
        Gastric().Ihc(2).Counts("2.5").Ngs(copies: "6").Ngs(copies: "5", issued: 10).Status.ShouldBe(Positive);

    [Fact]
    [Trait("Row", "4c/totals")]
    public void Counts_CellsCountedInAnotherResult_DivideTheTotals()
    {
        Breast().Ihc(2).Counts(cells: 60).Counts(copies: "185", cep17: "105", issued: 2).Status.ShouldBe(Negative);
        Breast().Ihc(2).Counts(copies: "185", cep17: "105").Counts(cells: 60, issued: 2).Status.ShouldBe(Negative);
    }

    [Fact]
    [Trait("Row", "4f/numeric-only")]
    public void Counts_CutOffOfTheAssayThatCounted_HoldsWhoeverElseReported() =>
        Gastric().Ngs(copies: "5", assay: "assay a").Ngs(assay: "assay b", issued: 2).With("H2B-12:tissue-amplified-copies@assay a", 6m).Status.ShouldBe(Negative);

    [Theory]
    [InlineData(5, 9, true)]
    [InlineData(9, 5, false)]
    [InlineData(5, 5, true)]
    public void Undecided_NoEarlierThanTheCounts_IsSaidAndHoldsAgainstThem(int counted, int undecided, bool mismatch)
    {
        var specimen = Gastric().Ihc(2).Counts("2.5", issued: counted).IshStated(Equivocal, undecided);

        specimen.Read().Notes.Contains("gene-result-not-decisive").ShouldBe(mismatch);
        specimen.Mismatches().Length.ShouldBe(mismatch ? 1 : 0);
    }

    [Fact]
    public void Undecided_AgainAfterACount_IsUndecided()
    {
        var specimen = Gastric().Ihc(3).IshStated(Equivocal, 5).Call(true, issued: 7).IshStated(Indeterminate, 9);

        specimen.Read(8).Notes.ShouldNotContain("gene-result-not-decisive");
        specimen.Read(9).Notes.ShouldContain("gene-result-not-decisive");
    }

    [Theory]
    [InlineData(Positive, Positive)]
    [InlineData(Negative, Negative)]
    [InlineData(Equivocal, Equivocal)]
    public void Words_OfTheHybridisation_AreItsCall(Her2Status words, Her2Status expected) =>
        Gastric().Ihc(2).IshStated(words, 3).Status.ShouldBe(expected);

    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void Words_ScoreAndWordsIssuedApart_TheLaterStands()
    {
        Gastric().Ihc(3).IhcStated(Negative, 9).Status.ShouldBe(Negative);
        Gastric().IhcStated(Negative).Ihc(3, issued: 9).Status.ShouldBe(Positive);
        Gastric().Ihc(3).IhcStated(Negative, 9).Read().Notes.ShouldContain("re-read");
        Gastric().Ihc(3).IhcStated(Positive, 9).Read().Notes.ShouldNotContain("re-read");
        Gastric().Ihc(3).IhcStated(Indeterminate, 9).Status.ShouldBe(Positive, "words that say nothing replace no score");
    }

    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void Words_ConclusionBeforeAReRead_GivesWay()
    {
        Gastric().Ihc(3).Stated(Positive, 2).Ihc(0, issued: 9).Status.ShouldBe(Negative);
        Gastric().Ihc(3).Ihc(0, issued: 9).Stated(Positive, 9).Status.ShouldBe(Positive, "it came with the re-read");
        Gastric().Ihc(3).Ihc(0, issued: 9).Stated(Positive, 12).Status.ShouldBe(Positive);
        Gastric().Ihc(3).Stated(Positive, 2).IhcStated(Negative, 9).Status.ShouldBe(Negative);
        Gastric().IhcStated(Positive).Stated(Positive, 2).Ihc(0, issued: 9).Status.ShouldBe(Negative);
        Gastric().Ihc(3).Ihc(0, issued: 9).Stated(Positive, 10).Ihc(1, issued: 12).Ihc(0, issued: 12).Status.ShouldBe(Negative, "both scores say so");
        Gastric().Ihc(3).Ihc(0, issued: 9).Stated(Positive, 10).Ihc(1, issued: 12).Ihc(3, issued: 12).Status.ShouldBe(Positive, "two that differ re-read nothing");
    }

    [Fact]
    public void Words_TwoConclusionsAtOneMoment_ContradictEachOther()
    {
        Gastric().Stated(Positive).Stated(Negative).Read().Notes.ShouldContain("conflicting-results");
        Gastric().Stated(Positive).Stated(Negative).Status.ShouldBe(Indeterminate);
        Gastric().Stated(Positive).Stated(Negative).Stated(Positive).Status.ShouldBe(Indeterminate);
        Gastric().Stated(Positive).Stated(Negative, 5).Status.ShouldBe(Negative);
        Gastric().Stated(Negative).Stated(Negative, category: Her2Category.Low).Status.ShouldBe(Negative, "they say one status");
    }

    [Fact]
    public void Words_ThreeScoresAtOneMoment_ContradictEachOther()
    {
        Gastric().Ihc(3).Ihc(0).Ihc(3).Status.ShouldBe(Indeterminate);
        Gastric().Ihc(3).Ihc(0).Ihc(0, issued: 9).Status.ShouldBe(Negative, "what is issued later settles it");
    }

    [Fact]
    [Trait("Row", "4d/ultralow")]
    public void Words_CategoryStatedEarlier_IsKept()
    {
        Breast().IhcStated(Negative, category: Her2Category.Ultralow).IhcStated(Negative, 5).Read().Category.ShouldBe(Her2Category.Ultralow);
        Breast().IhcStated(Negative, category: Her2Category.Low).IhcStated(Negative, 5, Her2Category.Ultralow).Read().Category.ShouldBe(Her2Category.Ultralow);
    }

    [Fact]
    [Trait("Row", "4d/low")]
    public void Conclusion_NegativeInBreast_TakesTheCategoryItStatesElseTheComputed()
    {
        Breast().Ihc(1).Stated(Negative).Read().Category.ShouldBe(Her2Category.Low);
        Breast().Ihc(1).Stated(Negative, category: Her2Category.Ultralow).Read().Category.ShouldBe(Her2Category.Ultralow);
        Breast().Ihc(1).Stated(Positive).Read().Category.ShouldBeNull();
        Gastric().Ihc(1).Stated(Negative, category: Her2Category.Low).Read().Category.ShouldBeNull();
    }

    [Theory]
    [Trait("Row", "4f/tumour-fraction-1")]
    [InlineData("5", null, Negative)]
    [InlineData("0.2", "5", Negative)]
    [InlineData("5", "0.2", Indeterminate)]
    public void TumourFraction_StatedAgain_TheLaterStands(string first, string? second, Her2Status expected) =>
        Gastric().Plasma(false, tumourFraction: first).Plasma(false, tumourFraction: second, issued: 5).Status.ShouldBe(expected);

    [Fact]
    public void Conclusion_OfWhatTheTableReads_KeepsItsNoteOnlyWhereItAgrees()
    {
        Gastric().Counts("2.5").Stated(Positive).Read().Notes.ShouldContain("no-ihc");
        Gastric().Counts("2.5").Stated(Negative).Read().Notes.ShouldNotContain("no-ihc");
        Gastric().Counts("2.5").Stated(Negative).Read().Recomputed.ShouldBe(Positive);
        Gastric().Counts("2.5").Stated(Positive).Read().Recomputed.ShouldBeNull();
    }

    [Fact]
    public void Conflict_OfTheStain_LeavesTheConclusionStanding()
    {
        var read = Gastric().Ihc(3).Ihc(0).Stated(Positive).Read();

        read.Status.ShouldBe(Positive);
        read.Notes.ShouldContain("conflicting-results");
        Gastric().Plasma(true).Plasma(false).Stated(Positive).Read().Status.ShouldBe(Indeterminate);
    }

    [Fact]
    public void Readings_ThatSayTheSame_AreOne()
    {
        var line = new PatientBuilder().Gastric().Ihc("a", 0, 3, issued: 2, specimen: "Specimen/s").Ihc("b", 0, 3, issued: 9, specimen: "Specimen/s")
            .AsOf(20).History.Assessments.Single();

        line.KnownFrom.ShouldBe(PatientBuilder.Instant(2));
        line.Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public void Standing_FinalBesidePreliminaryOrWithdrawn_UsesWhatIsFinal()
    {
        AssayFact Of(string id, int score, FactStanding standing) =>
            PatientBuilder.Assay(id, 0, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: 1, specimen: "Specimen/s") with { Standing = standing };

        Read(Of("a", 0, FactStanding.Final), Of("b", 3, FactStanding.Preliminary)).ShouldBe("a Negative Final");
        Read(Of("a", 0, FactStanding.Amended), Of("b", 3, FactStanding.Preliminary)).ShouldBe("a Negative Amended");
        Read(Of("a", 0, FactStanding.Amended), Of("b", 0, FactStanding.Final)).ShouldBe("a+b Negative Final");
        Read(Of("b", 3, FactStanding.Preliminary)).ShouldBe("b Positive Preliminary");
        Read(Of("b", 3, FactStanding.Withdrawn)).ShouldBe("b Positive Withdrawn");
    }

    private static string Read(params AssayFact[] facts)
    {
        var patient = new PatientBuilder().Gastric();
        patient.Facts.AddRange(facts);
        var read = patient.AsOf(20).History.Assessments.Single();
        return $"{string.Join('+', read.Evidence.Select(static source => source.Id).Order(StringComparer.Ordinal))} {read.Status} {read.Standing}";
    }
}
