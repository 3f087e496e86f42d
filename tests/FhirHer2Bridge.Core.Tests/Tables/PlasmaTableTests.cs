using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>Sequencing of tissue and of circulating DNA (reference 4f).</summary>
public sealed class PlasmaTableTests
{
    [Theory]
    [Trait("Row", "4f/amplified")]
    [InlineData(null)]
    [InlineData("0.2")]
    [InlineData("30")]
    public void Read_AmplifiedAtAnyTumourFraction_IsPlasmaPositive(string? tumourFraction)
    {
        var specimen = OneSpecimen.Gastric().Plasma(true, tumourFraction: tumourFraction);

        specimen.Status.ShouldBe(Positive);
        specimen.Read().Track.ShouldBe(AssessmentTrack.Plasma);
    }

    [Fact]
    [Trait("Row", "4f/no-tissue")]
    public void Status_PlasmaAlone_IsPositiveAndSaysSo()
    {
        var status = OneSpecimen.Gastric().Plasma(true).Assess(10).History.Status;

        status.Status.ShouldBe(Positive);
        status.Reasons.ShouldBe(["plasma-only"]);
    }

    [Theory]
    [Trait("Row", "4f/not-detected-tf-ge-1")]
    [Trait("Row", "4f/tumour-fraction-1")]
    [InlineData("1.0")]
    [InlineData("12")]
    public void Read_NotDetectedFrom1Percent_IsPlasmaNegative(string tumourFraction) =>
        OneSpecimen.Gastric().Plasma(false, tumourFraction: tumourFraction).Status.ShouldBe(Negative);

    [Theory]
    [Trait("Row", "4f/not-detected-tf-low")]
    [Trait("Row", "4f/tumour-fraction-1")]
    [Trait("Row", "4f/esmo-not-detected")]
    [InlineData("0.99")]
    [InlineData("<1")]
    [InlineData("<5")]
    [InlineData(null)]
    public void Read_NotDetectedBelow1PercentOrNotStated_IsUninformative(string? tumourFraction)
    {
        var read = OneSpecimen.Gastric().Plasma(false, tumourFraction: tumourFraction).Read();

        read.Status.ShouldBe(Indeterminate);
        read.Notes.ShouldContain("uninformative-plasma");
    }

    [Theory]
    [Trait("Row", "4f/guardant-2.4")]
    [Trait("Row", "4f/numeric-only")]
    [Trait("Row", "4f/cut-offs-2.12-2.18")]
    [InlineData("2.4", Positive)]
    [InlineData("2.39", Negative)]
    [InlineData("2.18", Negative)]
    public void Read_PlasmaCopiesWithoutACall_AreReadAt24(string copies, Her2Status expected) =>
        OneSpecimen.Gastric().Plasma(copies: copies, tumourFraction: "5").Status.ShouldBe(expected);

    [Theory]
    [Trait("Row", "4f/tissue-ngs-4.0")]
    [Trait("Row", "4f/numeric-only")]
    [Trait("Row", "4f/cytology")]
    [InlineData("4.0", Positive)]
    [InlineData("3.9", Negative)]
    public void Read_TissueOrCytologySequencing_IsReadAt40AsTissue(string copies, Her2Status expected)
    {
        var specimen = OneSpecimen.Gastric().Ngs(copies: copies);

        specimen.Status.ShouldBe(expected);
        specimen.Read().Track.ShouldBe(AssessmentTrack.Tissue);
    }

    [Fact]
    [Trait("Row", "4f/numeric-only")]
    public void Read_AssaysOwnCall_StandsAgainstTheDefaultCutOff()
    {
        OneSpecimen.Gastric().Plasma(false, "3.0", "5").Status.ShouldBe(Negative);
        OneSpecimen.Gastric().Ngs(true, "3.0").Status.ShouldBe(Positive);
    }

    [Fact]
    [Trait("Row", "4f/numeric-only")]
    public void Read_CutOffOfOneAssay_LeavesTheOthersAtTheDefault()
    {
        const string Own = "H2B-12:plasma-amplified-copies@assay a";

        OneSpecimen.Gastric().Plasma(copies: "3.0", tumourFraction: "5", assay: "assay a").With(Own, 3.5m).Status.ShouldBe(Negative);
        OneSpecimen.Gastric().Plasma(copies: "3.0", tumourFraction: "5", assay: "assay b").With(Own, 3.5m).Status.ShouldBe(Positive);
    }
}
