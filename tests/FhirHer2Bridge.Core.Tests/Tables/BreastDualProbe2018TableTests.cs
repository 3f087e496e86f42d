using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>ASCO/CAP 2018 = 2023, dual-probe ISH, every group with every IHC column (reference 4c).</summary>
public sealed class BreastDualProbe2018TableTests
{
    private const bool Unexpected = true;

    [Theory]
    [Trait("Row", "4c/group-1")]
    [InlineData(0, Positive, Unexpected)]
    [InlineData(1, Positive, Unexpected)]
    [InlineData(2, Positive, false)]
    [InlineData(3, Positive, false)]
    [InlineData(null, Positive, false)]
    public void Read_Group1RatioFrom2CopiesFrom4_IsPositive(int? ihc, Her2Status expected, bool mismatch) =>
        Check(ihc, "2.0", "4.0", expected, mismatch);

    [Theory]
    [Trait("Row", "4c/group-2")]
    [InlineData(0, Negative)]
    [InlineData(1, Negative)]
    [InlineData(2, Negative)]
    [InlineData(3, Positive)]
    [InlineData(null, Indeterminate)]
    public void Read_Group2RatioFrom2CopiesBelow4_FollowsIhc(int? ihc, Her2Status expected) => Check(ihc, "2.3", "3.9", expected, false);

    [Theory]
    [Trait("Row", "4c/group-3")]
    [InlineData(0, Negative)]
    [InlineData(1, Negative)]
    [InlineData(2, Positive)]
    [InlineData(3, Positive)]
    [InlineData(null, Indeterminate)]
    public void Read_Group3RatioBelow2CopiesFrom6_FollowsIhc(int? ihc, Her2Status expected) => Check(ihc, "1.9", "6.0", expected, false);

    [Theory]
    [Trait("Row", "4c/group-4")]
    [InlineData(0, Negative)]
    [InlineData(1, Negative)]
    [InlineData(2, Negative)]
    [InlineData(3, Positive)]
    [InlineData(null, Indeterminate)]
    public void Read_Group4RatioBelow2Copies4ToBelow6_FollowsIhc(int? ihc, Her2Status expected)
    {
        Check(ihc, "1.9", "4.0", expected, false);
        Check(ihc, "1.9", "5.9", expected, false);
    }

    [Theory]
    [Trait("Row", "4c/group-5")]
    [InlineData(0, Negative, false)]
    [InlineData(1, Negative, false)]
    [InlineData(2, Negative, false)]
    [InlineData(3, Positive, Unexpected)]
    [InlineData(null, Negative, false)]
    public void Read_Group5RatioBelow2CopiesBelow4_IsNegativeUnlessIhc3(int? ihc, Her2Status expected, bool mismatch) =>
        Check(ihc, "1.99", "3.99", expected, mismatch);

    [Theory]
    [Trait("Row", "4c/missing-inputs")]
    [InlineData(1, "1.2", null, Negative)]
    [InlineData(2, "1.2", null, Indeterminate)]
    [InlineData(3, "1.2", null, Positive)]
    [InlineData(null, "1.2", null, Indeterminate)]
    [InlineData(2, ">2.2", null, Indeterminate)]
    [InlineData(3, ">2.2", null, Positive)]
    [InlineData(2, ">2.2", ">6", Positive)]
    [InlineData(2, "1.2", "<4.0", Negative)]
    [InlineData(2, "<1.8", "<5", Negative)]
    [InlineData(2, "<1.8", ">5", Indeterminate)]
    [InlineData(1, "2.4", null, Indeterminate)]
    public void Read_MissingOrBoundedInputs_IsWhatEveryAllowedRowSays(int? ihc, string? ratio, string? copies, Her2Status expected) =>
        OneSpecimen.Breast().Ihc(ihc).Counts(ratio, copies).Status.ShouldBe(expected);

    [Theory]
    [Trait("Row", "4c/missing-inputs")]
    [InlineData(Negative, Negative)]
    [InlineData(Positive, Positive)]
    [InlineData(Equivocal, Equivocal)]
    public void Read_IhcStatedWithoutScore_IsItsColumn(Her2Status stated, Her2Status expected)
    {
        var read = OneSpecimen.Breast().IhcStated(stated).Read();

        read.Status.ShouldBe(expected);
        read.Category.ShouldBeNull();
    }

    [Theory]
    [Trait("Row", "4c/missing-inputs")]
    [InlineData(1, Positive)]
    [InlineData(2, Positive)]
    [InlineData(3, Negative)]
    public void Read_ScoreAndWordsOfOneStainDiffer_IsIndeterminateAndAMismatch(int score, Her2Status words)
    {
        var specimen = OneSpecimen.Breast().Ihc(score).IhcStated(words);

        specimen.Read().Status.ShouldBe(Indeterminate);
        specimen.Read().Notes.ShouldContain("ihc-score-and-status-differ");
        specimen.Mismatches().ShouldBe(["active"]);
    }

    [Theory]
    [Trait("Row", "4c/missing-inputs")]
    [InlineData(true, Positive)]
    [InlineData(false, Negative)]
    public void Read_WordsSayWhat2AndTheGeneMake_IsNoMismatch(bool amplified, Her2Status words)
    {
        var specimen = OneSpecimen.Breast().Ihc(2).IhcStated(words).Call(amplified);

        specimen.Read().Status.ShouldBe(words);
        specimen.Mismatches().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "4c/missing-inputs")]
    public void Read_NoIhcAndGroup2_SaysThatIhcIsNeeded() =>
        OneSpecimen.Breast().Counts("2.3", "3.2", "1.4").Read().Notes.ShouldContain("ihc-needed");

    [Fact]
    [Trait("Row", "4c/missing-inputs")]
    public void Read_CopiesAndCep17WithoutRatio_AreDivided() =>
        OneSpecimen.Breast().Ihc(2).Counts(copies: "5.0", cep17: "1.8").Status.ShouldBe(Positive);

    [Fact]
    [Trait("Row", "4c/totals")]
    public void Read_TotalsOverSixtyCells_AreDividedByThem() =>
        OneSpecimen.Breast().Ihc(2).Counts(copies: "185", cep17: "105", cells: 60).Status.ShouldBe(Negative);

    [Theory]
    [Trait("Row", "4c/totals")]
    [InlineData(null)]
    [InlineData(19)]
    public void Read_TotalsOverTooFewOrUnknownCells_AreUnreadable(int? cells)
    {
        var read = OneSpecimen.Breast().Ihc(2).Counts(copies: "185", cep17: "105", cells: cells).Read();

        read.Status.ShouldBe(Equivocal);
        read.Notes.ShouldContain("counts-are-totals");
    }

    [Fact]
    [Trait("Row", "4c/totals")]
    public void Read_TotalsWithAStatedRatio_KeepTheRatio() =>
        OneSpecimen.Breast().Ihc(1).Counts("1.1", "185", "105").Status.ShouldBe(Negative);

    [Fact]
    [Trait("Row", "4c/recount")]
    public void Read_RecountChangesTheGroup_TheRecountIsUsedAlone()
    {
        var specimen = OneSpecimen.Breast().Ihc(2).Call(true).Counts("2.1", "4.2").Counts("1.9", "3.8", issued: 10);

        specimen.Read(5).Status.ShouldBe(Positive);
        specimen.Read(20).Status.ShouldBe(Negative);
        specimen.Read(20).Notes.ShouldContain("re-read");
        specimen.Mismatches().ShouldBeEmpty();
    }

    [Theory]
    [Trait("Row", "4c/single-ge-6")]
    [InlineData("6.0")]
    [InlineData(">6")]
    public void Read_SingleProbe6OrMore_IsNotRecomputed(string copies) => SingleProbe(copies);

    [Fact]
    [Trait("Row", "4c/single-4-to-6")]
    public void Read_SingleProbe4ToBelow6_IsNotRecomputed() => SingleProbe("5.0");

    [Fact]
    [Trait("Row", "4c/single-lt-4")]
    public void Read_SingleProbeBelow4_IsNotRecomputed() => SingleProbe("<4.0");

    [Fact]
    [Trait("Row", "4e/breast-table")]
    public void Read_CallAgainstItsOwnCounts_CallDrivesAndTheTableStandsBesideIt()
    {
        var specimen = OneSpecimen.Breast().Ihc(2).Call(true).Counts("1.2", "2.1");

        specimen.Read().Status.ShouldBe(Positive);
        specimen.Read().Recomputed.ShouldBe(Negative);
        specimen.Read().Notes.ShouldContain("recomputed-negative");
        specimen.Mismatches().ShouldBe(["active"]);
    }

    private static void SingleProbe(string copies)
    {
        foreach (var ihc in new int?[] { 2, null })
        {
            var read = OneSpecimen.Breast().Ihc(ihc).Counts(copies: copies).Read();
            read.Status.ShouldBe(Indeterminate);
            read.Notes.ShouldContain("single-probe-not-recomputed");
        }

        OneSpecimen.Breast().Ihc(2).Counts(copies: copies).Call(true).Status.ShouldBe(Positive, "the laboratory's own call stands");
        OneSpecimen.Breast().Ihc(3).Counts(copies: copies).Status.ShouldBe(Positive);
    }

    private static void Check(int? ihc, string ratio, string copies, Her2Status expected, bool mismatch)
    {
        var specimen = OneSpecimen.Breast().Ihc(ihc).Counts(ratio, copies);

        specimen.Status.ShouldBe(expected);
        specimen.Mismatches().Length.ShouldBe(mismatch ? 1 : 0);
    }
}
