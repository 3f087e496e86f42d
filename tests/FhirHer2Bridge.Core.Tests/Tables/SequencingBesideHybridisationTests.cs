using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>Sequencing of tissue beside a stain and in situ hybridisation of the same specimen (references 4a, 4c, 4e).</summary>
[Trait("Row", "4e/ihc-2-same-specimen")]
public sealed class SequencingBesideHybridisationTests
{
    private const string Differ = "gene-tests-differ";

    [Theory]
    [InlineData(TumourKind.Gastric)]
    [InlineData(TumourKind.Breast)]
    [InlineData(TumourKind.None)]
    public void Ihc2_HybridisationAmplifiedAndFewCopiesBySequencing_IsPositiveAndSaysSo(TumourKind tumour)
    {
        var specimen = new OneSpecimen(tumour).Ihc(2).Counts("3.0", "6.2").Ngs(copies: "3.2", issued: 20);

        specimen.Status.ShouldBe(Positive);
        specimen.Read().Notes.ShouldContain(Differ);
        specimen.Assess(30).Flags.ShouldHaveSingleItem().Text.ShouldEndWith(
            "in situ hybridisation and sequencing of the gene contradict each other. Read as positive.");
    }

    [Theory]
    [Trait("Row", "4c/group-1")]
    [InlineData(2, Positive)]
    [InlineData(null, Positive)]
    [InlineData(3, Positive)]
    public void Breast_Group1AndFewCopiesBySequencing_IsReadByItsGroup(int? ihc, Her2Status expected) =>
        OneSpecimen.Breast().Ihc(ihc).Counts("3.0", "6.2").Ngs(copies: "3.2").Status.ShouldBe(expected);

    [Theory]
    [InlineData(TumourKind.Gastric, true, null)]
    [InlineData(TumourKind.Gastric, null, "20")]
    [InlineData(TumourKind.Breast, true, null)]
    [InlineData(TumourKind.Breast, null, "20")]
    public void Ihc2_HybridisationNotAmplifiedAndSequencingAmplified_IsNegativeAndSaysSo(TumourKind tumour, bool? call, string? copies)
    {
        var specimen = new OneSpecimen(tumour).Ihc(2).Call(false).Ngs(call, copies);

        specimen.Status.ShouldBe(Negative);
        specimen.Read().Notes.ShouldContain(Differ);
        specimen.Mismatches().ShouldBe(["active"]);
    }

    [Theory]
    [InlineData(TumourKind.Gastric)]
    [InlineData(TumourKind.Breast)]
    public void NoIhc_CallsThatDiffer_HybridisationIsTheStatus(TumourKind tumour)
    {
        new OneSpecimen(tumour).Call(true).Ngs(false).Status.ShouldBe(Positive);
        new OneSpecimen(tumour).Call(false).Ngs(true).Status.ShouldBe(Negative);
        new OneSpecimen(tumour).Call(false).Ngs(true).Mismatches().ShouldBe(["active"]);
    }

    [Theory]
    [Trait("Row", "4e/gastric-ihc-wins")]
    [InlineData(1, true, false, Negative)]
    [InlineData(1, false, true, Negative)]
    [InlineData(3, false, true, Positive)]
    [InlineData(3, true, false, Positive)]
    public void Gastric_CallsThatDifferBesideAStainThatDecides_StainWinsAndAMismatchIsSaid(int ihc, bool ish, bool sequenced, Her2Status expected)
    {
        var specimen = OneSpecimen.Gastric().Ihc(ihc).Call(ish).Ngs(sequenced);

        specimen.Status.ShouldBe(expected);
        specimen.Mismatches().ShouldBe(["active"]);
    }

    [Theory]
    [InlineData(true, "20")]
    [InlineData(false, "2.1")]
    public void Ihc2_GeneTestsThatAgree_AreNoMismatch(bool call, string copies)
    {
        var specimen = OneSpecimen.Gastric().Ihc(2).Call(call).Ngs(copies: copies);

        specimen.Status.ShouldBe(call ? Positive : Negative);
        specimen.Mismatches().ShouldBeEmpty();
    }

    [Theory]
    [Trait("Row", "4a/ihc-2-ish-pending")]
    [InlineData(TumourKind.Gastric, null, "3.9", Equivocal)]
    [InlineData(TumourKind.Gastric, false, null, Equivocal)]
    [InlineData(TumourKind.Gastric, true, null, Positive)]
    [InlineData(TumourKind.Gastric, null, "4.0", Positive)]
    [InlineData(TumourKind.Breast, null, "3.9", Equivocal)]
    [InlineData(TumourKind.Breast, false, null, Equivocal)]
    [InlineData(TumourKind.Breast, true, null, Positive)]
    public void Ihc2_SequencedOnly_MayBeShownAmplifiedAndIsNeverExcluded(TumourKind tumour, bool? call, string? copies, Her2Status expected) =>
        new OneSpecimen(tumour).Ihc(2).Ngs(call, copies).Status.ShouldBe(expected);

    [Theory]
    [InlineData(true, Positive)]
    [InlineData(false, Equivocal)]
    public void Ihc2_HybridisationUndecided_SequencingMayShowAndNotExclude(bool sequenced, Her2Status expected) =>
        OneSpecimen.Breast().Ihc(2).IshStated(Equivocal).Ngs(sequenced).Status.ShouldBe(expected);

    [Theory]
    [Trait("Row", "4c/group-4")]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Breast_GroupThatNeedsTheStain_SequencingDoesNotSettleIt(bool sequenced, int mismatches)
    {
        var specimen = OneSpecimen.Breast().Counts("1.5", "4.5").Ngs(sequenced);

        specimen.Status.ShouldBe(Indeterminate);
        specimen.Mismatches().Length.ShouldBe(mismatches);
    }

    [Theory]
    [InlineData(0, Negative)]
    [InlineData(3, Positive)]
    [InlineData(null, Negative)]
    public void Sequencing_NotAmplifiedBesideAnyOtherStain_IsReadAsBefore(int? ihc, Her2Status expected) =>
        OneSpecimen.Gastric().Ihc(ihc).Ngs(false).Status.ShouldBe(expected);
}
