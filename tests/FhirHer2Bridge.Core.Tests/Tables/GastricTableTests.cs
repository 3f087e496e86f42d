using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>CAP/ASCP/ASCO 2016 (reference 4a).</summary>
public sealed class GastricTableTests
{
    [Fact]
    [Trait("Row", "4a/ihc-0")]
    public void Read_Ihc0_IsNegative() => OneSpecimen.Gastric().Ihc(0).Status.ShouldBe(Negative);

    [Fact]
    [Trait("Row", "4a/ihc-1")]
    public void Read_Ihc1_IsNegative() => OneSpecimen.Gastric().Ihc(1).Status.ShouldBe(Negative);

    [Fact]
    [Trait("Row", "4a/ihc-2")]
    [Trait("Row", "4a/ihc-2-ish-pending")]
    public void Read_Ihc2_IsEquivocalUntilIsh()
    {
        var read = OneSpecimen.Gastric().Ihc(2).Read();

        read.Status.ShouldBe(Equivocal);
        read.Notes.ShouldContain("equivocal-without-ish");
    }

    [Fact]
    [Trait("Row", "4a/ihc-3")]
    public void Read_Ihc3_IsPositive() => OneSpecimen.Gastric().Ihc(3).Status.ShouldBe(Positive);

    [Theory]
    [Trait("Row", "4a/ihc-2-ratio-ge-2")]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    [InlineData("2.0")]
    [InlineData(">2.2")]
    public void Read_Ihc2RatioFrom2_IsPositive(string ratio) => OneSpecimen.Gastric().Ihc(2).Counts(ratio).Status.ShouldBe(Positive);

    [Theory]
    [Trait("Row", "4a/ihc-2-ratio-lt-2")]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    [InlineData("1.99", null, 0, Negative)]
    [InlineData("1.5", "5.9", 0, Negative)]
    [InlineData("1.5", "6.0", 0, Indeterminate)]
    [InlineData("1.5", "6.0", 1, Positive)]
    [InlineData("1.5", "6.0", 2, Negative)]
    [InlineData(null, "6.0", 0, Indeterminate)]
    [InlineData(null, "6.0", 1, Positive)]
    [InlineData(null, "6.0", 2, Equivocal)]
    public void Read_Ihc2RatioBelow2_IsNegativeAndSixCopiesAreTheSitesChoice(string? ratio, string? copies, int option, Her2Status expected) =>
        OneSpecimen.Gastric().Ihc(2).Counts(ratio, copies).With("H2B-12:gastric-six-copies", option).Status.ShouldBe(expected);

    [Theory]
    [Trait("Row", "4a/ihc-01-ratio-ge-2")]
    [Trait("Row", "4e/gastric-ihc-wins")]
    [Trait("Row", "7/F12")]
    [InlineData(0)]
    [InlineData(1)]
    public void Read_Ihc0Or1Amplified_IsNegativeAndAMismatch(int ihc)
    {
        foreach (var specimen in new[] { OneSpecimen.Gastric().Ihc(ihc).Counts("2.4"), OneSpecimen.Gastric().Ihc(ihc).Call(true) })
        {
            specimen.Status.ShouldBe(Negative);
            specimen.Mismatches().ShouldBe(["active"]);
        }
    }

    [Fact]
    [Trait("Row", "4a/ihc-3-ratio-lt-2")]
    [Trait("Row", "4e/gastric-ihc-wins")]
    [Trait("Row", "7/F12")]
    public void Read_Ihc3NotAmplified_IsPositiveAndAMismatch()
    {
        var specimen = OneSpecimen.Gastric().Ihc(3).Counts("1.4");

        specimen.Status.ShouldBe(Positive);
        specimen.Mismatches().ShouldBe(["active"]);
    }

    [Theory]
    [Trait("Row", "4a/ish-only")]
    [InlineData("2.0", Positive)]
    [InlineData("1.9", Negative)]
    public void Read_IshWithoutIhc_DecidesAloneAndSaysSo(string ratio, Her2Status expected)
    {
        var read = OneSpecimen.Gastric().Counts(ratio).Read();

        read.Status.ShouldBe(expected);
        read.Notes.ShouldContain("no-ihc");
    }

    [Fact]
    [Trait("Row", "4e/gastric-ihc-wins")]
    public void Read_GastricOfAnyYear_IsReadBy2016() => new OneSpecimen(TumourKind.Gastric, -2000).Ihc(2).Counts("2.1").Status.ShouldBe(Positive);

    [Theory]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    [InlineData(TumourKind.None)]
    [InlineData(TumourKind.Other)]
    public void Read_UnknownOrOtherTumour_UsesWhatBothTablesShare(TumourKind tumour)
    {
        new OneSpecimen(tumour).Ihc(0).Status.ShouldBe(Negative);
        new OneSpecimen(tumour).Ihc(3).Status.ShouldBe(Positive);
        new OneSpecimen(tumour).Ihc(2).Call(true).Status.ShouldBe(Positive);
        new OneSpecimen(tumour).Ihc(2).Counts("1.2", "2.0").Status.ShouldBe(Negative);
        new OneSpecimen(tumour).Ihc(2).Counts("2.4", "3.0").Status.ShouldBe(Indeterminate, "positive as gastric, negative as breast");
        new OneSpecimen(tumour).Ihc(2).Counts("2.4", "3.0").Stated(Positive).Status.ShouldBe(Positive, "stated stands in both readings");
        new OneSpecimen(tumour).Ihc(2).Counts("2.4", "3.0").Stated(Positive).Mismatches().ShouldBeEmpty();
    }
}
