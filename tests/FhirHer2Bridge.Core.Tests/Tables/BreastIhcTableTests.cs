using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Category;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>ASCO/CAP 2018 = 2023, IHC, and the sub-categories of negative (references 4b, 4d).</summary>
public sealed class BreastIhcTableTests
{
    [Fact]
    [Trait("Row", "4b/ihc-0")]
    public void Read_Ihc0_IsNegativeWithoutCategory() => Check(OneSpecimen.Breast().Ihc(0), Negative, null);

    [Fact]
    [Trait("Row", "4b/ihc-0")]
    [Trait("Row", "4d/ultralow")]
    public void Read_Ihc0WithFaintStainingStated_IsUltralow()
    {
        Check(OneSpecimen.Breast().Ihc(0).IhcStated(Negative, category: Ultralow), Negative, Ultralow);
        Check(OneSpecimen.Breast().Ihc(0).Stated(Negative, category: Ultralow), Negative, Ultralow);
    }

    [Fact]
    [Trait("Row", "4b/ihc-1")]
    [Trait("Row", "4d/low")]
    public void Read_Ihc1_IsNegativeAndLow() => Check(OneSpecimen.Breast().Ihc(1), Negative, Low);

    [Fact]
    [Trait("Row", "4b/ihc-2")]
    public void Read_Ihc2_IsEquivocal() => Check(OneSpecimen.Breast().Ihc(2), Equivocal, null);

    [Fact]
    [Trait("Row", "4b/ihc-2")]
    [Trait("Row", "4d/low")]
    public void Read_Ihc2IshNegative_IsNegativeAndLow()
    {
        Check(OneSpecimen.Breast().Ihc(2).Call(false), Negative, Low);
        Check(OneSpecimen.Breast().Ihc(2).Counts("1.1", "2.2"), Negative, Low);
        Check(OneSpecimen.Breast().Ihc(2).Call(true), Positive, null);
    }

    [Fact]
    [Trait("Row", "4b/ihc-3")]
    public void Read_Ihc3_IsPositive() => Check(OneSpecimen.Breast().Ihc(3), Positive, null);

    [Fact]
    [Trait("Row", "4d/low")]
    public void Read_StatedNegativeWithScore1_IsLow() => Check(OneSpecimen.Breast().Stated(Negative).Ihc(1), Negative, Low);

    [Theory]
    [Trait("Row", "4d/low")]
    [Trait("Row", "4d/ultralow")]
    [InlineData(TumourKind.Gastric)]
    [InlineData(TumourKind.None)]
    [InlineData(TumourKind.Other)]
    public void Read_OutsideBreast_HasNoCategory(TumourKind tumour)
    {
        Check(new OneSpecimen(tumour).Ihc(1), Negative, null);
        Check(new OneSpecimen(tumour).Ihc(0).Stated(Negative, category: Ultralow), Negative, null);
    }

    [Fact]
    [Trait("Row", "4d/low")]
    public void Changed_FromNegativeToLow_IsNoStatusChange() =>
        new PatientBuilder().Breast().Ihc("a", 0, 0, specimen: "Specimen/a").Ihc("b", 200, 1, specimen: "Specimen/b")
            .AsOf(201).Flags.ShouldNotContain(static flag => flag.Rule.Value == "H2B-01" || flag.Rule.Value == "H2B-05");

    private static void Check(OneSpecimen specimen, Her2Status status, Her2Category? category)
    {
        specimen.Status.ShouldBe(status);
        specimen.Read().Category.ShouldBe(category);
    }
}
