using FhirHer2Bridge.Core.Tests.Tables;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.Tables.OneSpecimen;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>Gene results and stains of one specimen that were said again: what a conflict takes, and what settles it.</summary>
public sealed class GeneFoldBoundaryTests
{
    [Fact]
    public void Sequencing_TwoCallsAtOneMoment_ContradictEachOther() =>
        ShouldConflict(Gastric().Ngs(true).Ngs(false));

    [Fact]
    public void Sequencing_TwoCopyNumbersAtOneMoment_ContradictEachOther() =>
        ShouldConflict(Gastric().Ngs(copies: "12").Ngs(copies: "2"));

    [Fact]
    public void Sequencing_CopyNumbersOfDifferentDays_LeaveTheHybridisationStanding() =>
        Gastric().Ihc(2).Counts("2.5").Ngs(copies: "2").Ngs(copies: "2.5", issued: 10).Read().Status
            .ShouldBe(Gastric().Ihc(2).Counts("2.5").Ngs(copies: "2").Status);

    [Fact]
    [Trait("Row", "4c/recount")]
    public void Counts_CopiesInConflictBeforeARecount_AreDroppedWithIt()
    {
        var read = Gastric().Ihc(2).Counts("2.5", copies: "8").Counts(copies: "3").Counts("1.5", issued: 10).Read();

        read.Status.ShouldBe(Negative);
        read.Notes.ShouldNotContain("conflicting-results");
    }

    [Fact]
    [Trait("Row", "4c/recount")]
    public void Counts_TwoRecountsAtOneMoment_ContradictEachOther() =>
        ShouldConflict(Gastric().Ihc(2).Counts("2.5").Counts("1.5", issued: 10).Counts("3", issued: 10));

    [Theory]
    [InlineData(9, false)]
    [InlineData(4, true)]
    public void Undecided_BetweenTheCountsAndTheCall_IsSettledByWhatCameLast(int called, bool undecided) =>
        Gastric().Ihc(2).Counts("2.5", issued: 1).IshStated(Equivocal, 5).Call(true, issued: called)
            .Read().Notes.Contains("gene-result-not-decisive").ShouldBe(undecided);

    [Fact]
    public void Inconclusive_BesideAScore_IsNoted() =>
        Gastric().Ihc(3).Unreadable().Read().Notes.ShouldContain("specimen-unsatisfactory");

    [Fact]
    public void Protein_WordsInConflictAndAScoreLater_TheScoreStands()
    {
        var read = Gastric().IhcStated(Negative).IhcStated(Positive).Ihc(3, issued: 10).Read();

        read.Status.ShouldBe(Positive);
        read.Notes.ShouldNotContain("conflicting-results");
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(25, true)]
    public void Conclusion_BeforeTheLastReReading_GivesWayToIt(int stated, bool stands) =>
        Gastric().Ihc(3).IhcStated(Negative, 10).Counts("2.5").Counts("1.5", issued: 20).Stated(Positive, stated)
            .Status.ShouldBe(stands ? Positive : Negative);

    private static void ShouldConflict(OneSpecimen specimen)
    {
        var read = specimen.Read();
        read.Status.ShouldBe(Indeterminate);
        read.Notes.ShouldContain("conflicting-results");
    }
}
