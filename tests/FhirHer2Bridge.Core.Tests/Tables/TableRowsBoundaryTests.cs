using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.History.Tables;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.Tables.OneSpecimen;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>What the tables say at the edges: results that contradict each other, that are missing, or that no verified rule reads.</summary>
public sealed class TableRowsBoundaryTests
{
    // Days from 2021-01-04.
    private const int First2007 = -5117;
    private const int First2013Rules = -2646;

    [Theory]
    [Trait("Row", "4c/rules-2007")]
    [InlineData("1.7", 1)]
    [InlineData("1.8", 0)]
    [InlineData("2.3", 0)]
    public void Read_2007Ihc3_NotAmplifiedIsAMismatch(string ratio, int mismatches) =>
        Breast(First2007).Ihc(3).Counts(ratio).Mismatches().Length.ShouldBe(mismatches);

    [Theory]
    [Trait("Row", "4e/breast-table")]
    [InlineData(2, "2.1", "4.5", ResultMismatch.CallAgainstCounts)]
    [InlineData(1, "1.2", "2.0", ResultMismatch.CallAgainstCounts)]
    [InlineData(2, "1.2", null, null)]
    [InlineData(3, "2.1", "4.5", null)]
    [InlineData(3, "1.2", "2.0", ResultMismatch.ProteinAgainstGene)]
    public void Breast_GeneCalledUndecidedBesideCountsThatDecide_IsAMismatchUnlessIhcIs3(int ihc, string ratio, string? copies, ResultMismatch? expected)
    {
        var findings = new Findings { Score = ihc, Ratio = Of(ratio), Copies = Of(copies), GeneUndecided = true };

        BreastTables.Read(findings, PatientBuilder.Day(0)).Mismatch.ShouldBe(expected);
    }

    [Theory]
    [Trait("Row", "4c/group-1")]
    [Trait("Row", "4e/breast-table")]
    [InlineData(3, true, "1.2", "2.0", Positive, ResultMismatch.ProteinAgainstGene)]
    [InlineData(1, true, "1.9", "6.5", Negative, ResultMismatch.ProteinAgainstGene)]
    [InlineData(1, false, "1.2", "2.0", Negative, null)]
    [InlineData(3, true, "2.1", "4.5", Positive, null)]
    public void Breast_CallBesideCountsOfOneStatus_KeepsWhatEitherHoldsAgainstTheStain(
        int ihc, bool call, string ratio, string copies, Her2Status status, ResultMismatch? mismatch)
    {
        var answer = BreastTables.Read(
            new Findings { Score = ihc, AmplifiedStated = call, Ratio = Of(ratio), Copies = Of(copies) }, PatientBuilder.Day(0));

        answer.Status.ShouldBe(status);
        answer.Mismatch.ShouldBe(mismatch);
    }

    [Theory]
    [Trait("Row", "4c/rules-2013")]
    [InlineData(0, null, "2.5", Negative, "rule-set-unverified")]
    [InlineData(1, null, "2.5", Negative, "rule-set-unverified")]
    [InlineData(2, null, "2.5", Indeterminate, "rule-set-unverified")]
    [InlineData(null, null, "2.5", Indeterminate, "rule-set-unverified")]
    [InlineData(3, null, "1.1", Positive, "rule-set-unverified")]
    [InlineData(3, null, null, Positive, null)]
    [InlineData(1, null, null, Negative, null)]
    [InlineData(2, null, null, Equivocal, "equivocal-without-ish")]
    [InlineData(null, null, null, Indeterminate, "no-usable-result")]
    [InlineData(2, true, null, Positive, null)]
    [InlineData(1, true, null, Indeterminate, "rule-set-unverified")]
    [InlineData(2, false, "2.5", Negative, "rule-set-unverified")]
    public void Breast_UnverifiedRules_SayWhereCountsWereLeftOut(int? ihc, bool? call, string? ratio, Her2Status status, string? note)
    {
        var answer = BreastTables.Read(
            new Findings { Score = ihc, AmplifiedStated = call, Ratio = Of(ratio) }, PatientBuilder.Day(First2013Rules));

        answer.Status.ShouldBe(status);
        answer.Note.ShouldBe(note);
    }

    [Theory]
    [Trait("Row", "4b/ihc-2")]
    [InlineData(2, false, false, "equivocal-without-ish")]
    [InlineData(2, true, false, "gene-result-not-decisive")]
    [InlineData(2, false, true, "counts-are-totals")]
    [InlineData(null, false, false, "no-usable-result")]
    [InlineData(null, true, false, "gene-result-not-decisive")]
    [InlineData(1, true, false, null)]
    [InlineData(3, false, true, null)]
    public void Breast_GeneTestThatDecidesNothing_IsNamedWhereTheStainLeavesItOpen(int? ihc, bool undecided, bool totals, string? note) =>
        BreastTables.Read(new Findings { Score = ihc, GeneUndecided = undecided, TotalsUnreadable = totals }, PatientBuilder.Day(0)).Note.ShouldBe(note);

    [Theory]
    [Trait("Row", "4e/gastric-ihc-wins")]
    [InlineData(false, true, "ihc-ish-mismatch")]
    [InlineData(true, false, "gene-tests-differ")]
    public void Gastric_Ihc3AndGeneTestsThatDiffer_HybridisationStandsForTheGene(bool ish, bool sequenced, string note)
    {
        var specimen = Gastric().Ihc(3).Call(ish).Ngs(sequenced);

        specimen.Status.ShouldBe(Positive);
        specimen.Read().Notes.ShouldContain(note);
        specimen.Mismatches().ShouldBe(["active"]);
    }

    [Theory]
    [Trait("Row", "4a/ihc-2-ratio-lt-2")]
    [InlineData(2, true, "1.2", Positive, Negative, "gene-call-differs-from-counts")]
    [InlineData(2, false, "2.0", Negative, Positive, "gene-call-differs-from-counts")]
    [InlineData(1, true, "1.2", Negative, null, "ihc-ish-mismatch")]
    [InlineData(3, true, "1.2", Positive, null, "gene-call-differs-from-counts")]
    public void Gastric_CallAgainstItsOwnCounts_CallDrivesAndWhatTheCountsSayStandsBesideIt(
        int ihc, bool call, string ratio, Her2Status status, Her2Status? recomputed, string note)
    {
        var read = Gastric().Ihc(ihc).Call(call).Counts(ratio).Read();

        read.Status.ShouldBe(status);
        read.Recomputed.ShouldBe(recomputed);
        read.Notes.ShouldContain(note);
    }

    [Theory]
    [Trait("Row", "4a/ihc-2-ratio-ge-2")]
    [InlineData(true, "2.0")]
    [InlineData(false, "1.9")]
    public void Gastric_CallThatItsCountsBear_IsNoMismatch(bool call, string ratio)
    {
        var read = Gastric().Ihc(2).Call(call).Counts(ratio).Read();

        read.Status.ShouldBe(call ? Positive : Negative);
        read.Recomputed.ShouldBeNull();
        read.Notes.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "4c/totals")]
    public void Read_TotalsOfCep17Alone_AreDividedAndTheStatedRatioStands() =>
        Breast().Ihc(2).Counts("1.1", copies: null, cep17: "105", cells: 60).Read().Notes.ShouldNotContain("counts-are-totals");

    [Theory]
    [Trait("Row", "4c/totals")]
    [InlineData("10", null, false)]
    [InlineData("10.1", null, true)]
    [InlineData("105", 19, true)]
    [InlineData("105", 20, false)]
    [InlineData("201", 20, true)]
    public void PerNucleus_MoreThanTenCep17_AreTotalsAndNeedTwentyCells(string cep17, int? cells, bool unreadable)
    {
        var read = IshTotals.PerNucleus(new Findings { Copies = new Measure(40), Cep17 = Of(cep17), Cells = cells is { } n ? new Measure(n) : null });

        read.TotalsUnreadable.ShouldBe(unreadable);
        (read.Copies is null).ShouldBe(unreadable);
    }

    [Theory]
    [InlineData("0.1", "40")]
    [InlineData("0.09", null)]
    [InlineData("<2", null)]
    public void WithRatio_TwoExactAverages_AreDividedUnlessThereIsHardlyAChromosome(string cep17, string? ratio) =>
        IshTotals.WithRatio(new Findings { Copies = new Measure(4), Cep17 = Of(cep17) }).Ratio.ShouldBe(Of(ratio));

    [Theory]
    [Trait("Row", "4f/not-detected-tf-ge-1")]
    [InlineData(Positive, null, null, Positive, null)]
    [InlineData(Negative, "5", null, Negative, null)]
    [InlineData(Negative, null, null, Indeterminate, "uninformative-plasma")]
    [InlineData(Equivocal, "5", null, Indeterminate, "no-usable-result")]
    [InlineData(null, "5", null, Indeterminate, "no-usable-result")]
    [InlineData(null, "5", ">2", Indeterminate, "gene-result-not-decisive")]
    [InlineData(null, null, ">2.4", Positive, null)]
    public void Plasma_StatusStatedOrCopiesBounded_IsReadAtTheTumourFraction(
        Her2Status? stated, string? fraction, string? copies, Her2Status status, string? note)
    {
        var answer = PlasmaTable.Read(new Findings { TumourFraction = Of(fraction), SequencedCopies = Of(copies) }, stated, 2.4m);

        answer.Status.ShouldBe(status);
        answer.Note.ShouldBe(note);
    }

    [Fact]
    [Trait("Row", "4c/missing-inputs")]
    public void OfRows_OneRow_IsThatRowWhole()
    {
        var row = new TableAnswer(Positive, "no-ihc") { Recomputed = Negative, LaboratoryOnly = true };

        TableAnswer.OfRows([row, row], "inputs-incomplete").ShouldBe(row);
    }

    [Fact]
    [Trait("Row", "4c/missing-inputs")]
    public void OfRows_OneStatus_SaysOnlyWhatEveryRowSays()
    {
        var low = new TableAnswer(Negative, "no-ihc", Her2Category.Low) { Mismatch = ResultMismatch.ProteinAgainstGene };

        TableAnswer.OfRows([low, low with { Note = null }], "r").ShouldBe(low with { Note = null });
        TableAnswer.OfRows([low with { Category = null }, low], "r").ShouldBe(low with { Category = null });
        TableAnswer.OfRows([low, low with { Mismatch = null }], "r").ShouldBe(low with { Mismatch = null });
        TableAnswer.OfRows([low, low with { Recomputed = Positive }], "r").ShouldBe(low);
    }

    [Fact]
    [Trait("Row", "4c/missing-inputs")]
    public void OfRows_SeveralStatuses_AreIndeterminateForTheReasonAndKeepASharedMismatch()
    {
        var mismatched = new TableAnswer(Negative) { Mismatch = ResultMismatch.ProteinAgainstGene };

        TableAnswer.OfRows([mismatched, mismatched with { Status = Positive }], "r")
            .ShouldBe(new TableAnswer(Indeterminate, "r") { Mismatch = ResultMismatch.ProteinAgainstGene });
        TableAnswer.OfRows([mismatched, new TableAnswer(Positive)], "r").ShouldBe(new TableAnswer(Indeterminate, "r"));
    }

    [Fact]
    public void Read_UnknownTumour_OnlyAMismatchOfBothTablesIsOne()
    {
        var ofBreastAlone = new OneSpecimen(TumourKind.None).Ihc(2).Call(true).Counts("2.3", "3.5");

        ofBreastAlone.Status.ShouldBe(Positive);
        ofBreastAlone.Read().Recomputed.ShouldBeNull();
        ofBreastAlone.Mismatches().ShouldBeEmpty();
    }

    [Fact]
    public void Read_UnknownTumour_WhatBothTablesRecomputeStandsBesideTheCall()
    {
        var ofBoth = new OneSpecimen(TumourKind.None).Ihc(2).Call(true).Counts("1.2", "2.0");

        ofBoth.Status.ShouldBe(Positive);
        ofBoth.Read().Recomputed.ShouldBe(Negative);
        ofBoth.Mismatches().ShouldBe(["active"]);
    }
}
