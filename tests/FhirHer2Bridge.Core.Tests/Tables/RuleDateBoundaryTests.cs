using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>Which result's day chooses the rules (reference 4c), on the first days of each set of them.</summary>
public sealed class RuleDateBoundaryTests
{
    // Days from 2021-01-04.
    private const int First2007 = -5117;
    private const int Last2007Rules = -2647;
    private const int First2013Rules = -2646;
    private const int First2018Rules = -950;

    [Theory]
    [Trait("Row", "4c/rules-2018")]
    [InlineData(First2018Rules - 1, Indeterminate)]
    [InlineData(First2018Rules, Positive)]
    [InlineData(First2007 - 1, Indeterminate)]
    [InlineData(First2007, Positive)]
    public void Read_CountsOfTheFirstDayOfASetOfRules_AreReadByIt(int day, Her2Status expected) =>
        new PatientBuilder().Breast()
            .Assayed(PatientBuilder.Assay("r", day, AssayMethod.Ish, new AssayResult.Gene(null, new Measure(2.5m), new Measure(6.5m))))
            .AsOf(0).History.Assessments.Single().Status.ShouldBe(expected);

    [Fact]
    [Trait("Row", "4c/rules-2007")]
    public void Read_CellsCountedAgainLater_LeaveOldCopiesToTheirRules() =>
        OneSpecimen.Breast(Last2007Rules - 10).Ihc(2).Counts(copies: "6.0").Counts(cells: 60, issued: 4000).Read(4100).Status.ShouldBe(Equivocal);

    [Fact]
    [Trait("Row", "4c/rules-2013")]
    public void Read_StainLaterThanTheCall_LeavesTheCallToItsRules()
    {
        OneSpecimen.Breast(First2013Rules).Call(true).Ihc(1, issued: 4000).Mismatches(4100).ShouldBeEmpty();
        OneSpecimen.Breast().Call(true).Ihc(1, issued: 40).Mismatches(100).ShouldBe(["active"]);
    }

    [Theory]
    [InlineData(TumourKind.Gastric)]
    [InlineData(TumourKind.Breast)]
    public void Read_HybridisationAgainstSequencing_HybridisationDecides(TumourKind kind)
    {
        new OneSpecimen(kind).Ihc(2).Call(false).Ngs(true).Status.ShouldBe(Negative);
        new OneSpecimen(kind).Ihc(2).Call(true).Ngs(false).Status.ShouldBe(Positive);
        new OneSpecimen(kind).Ihc(2).Ngs(true).Status.ShouldBe(Positive);
    }
}
