using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>Two results of one specimen that were issued at once and differ, and what is issued after them.</summary>
[Trait("Row", "4e/same-block-reread")]
public sealed class SettledConflictTests
{
    [Fact]
    public void Read_TwoScoresAtOnce_AreIndeterminate()
    {
        var read = OneSpecimen.Gastric().Ihc(3).Ihc(0).Read();

        read.Status.ShouldBe(Her2Status.Indeterminate);
        read.Notes.ShouldContain("conflicting-results");
    }

    [Theory]
    [InlineData(3, Her2Status.Positive)]
    [InlineData(0, Her2Status.Negative)]
    public void Read_ScoreIssuedAfterTwoThatContradict_Settles(int score, Her2Status expected)
    {
        var read = OneSpecimen.Gastric().Ihc(3).Ihc(0).Ihc(score, issued: 5).Read();

        read.Status.ShouldBe(expected);
        read.Notes.ShouldBe(["re-read"]);
    }

    [Fact]
    public void Read_WordsIssuedAfterTwoScoresThatContradict_Settle() =>
        OneSpecimen.Gastric().Ihc(3).Ihc(0).IhcStated(Her2Status.Negative, issued: 5).Read().Status.ShouldBe(Her2Status.Negative);

    [Fact]
    public void Read_ScoreIssuedAfterWordsThatContradict_Settles() =>
        OneSpecimen.Gastric().IhcStated(Her2Status.Positive).IhcStated(Her2Status.Negative).Ihc(3, issued: 5).Read().Status.ShouldBe(Her2Status.Positive);

    [Fact]
    public void Read_ContradictionIssuedAfterAScore_IsIndeterminate() =>
        OneSpecimen.Gastric().Ihc(3).Ihc(3, issued: 5).Ihc(0, issued: 5).Read().Status.ShouldBe(Her2Status.Indeterminate);

    [Fact]
    public void Read_ConclusionIssuedAfterTwoThatContradict_Settles() =>
        OneSpecimen.Gastric().Stated(Her2Status.Positive).Stated(Her2Status.Negative).Stated(Her2Status.Positive, issued: 5).Read()
            .Status.ShouldBe(Her2Status.Positive);

    [Fact]
    public void Read_CallIssuedAfterTwoThatContradict_Settles() =>
        OneSpecimen.Gastric().Ihc(2).Call(true).Call(false).Call(false, issued: 5).Read().Status.ShouldBe(Her2Status.Negative);

    [Fact]
    public void Read_CountIssuedAfterTwoThatContradict_Settles() =>
        OneSpecimen.Gastric().Ihc(2).Counts(ratio: "1.2").Counts(ratio: "3.0").Counts(ratio: "3.0", issued: 5).Read().Status.ShouldBe(Her2Status.Positive);

    [Fact]
    public void Read_OtherCountIssuedAfterTwoThatContradict_DropsThem() =>
        OneSpecimen.Breast().Ihc(2).Counts(ratio: "1.2", copies: "3").Counts(ratio: "3.0").Counts(ratio: "3.0", copies: "7", issued: 5).Read()
            .Status.ShouldBe(Her2Status.Positive);
}
