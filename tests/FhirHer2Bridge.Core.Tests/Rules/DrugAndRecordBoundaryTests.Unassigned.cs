using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class DrugAndRecordBoundaryTests
{
    [Fact]
    public void Unassigned_BothNegativeAndAnEquivocalResultOfNeither_IsSaid() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Of("gastric", Ihc("g", 0, 0)))
            .Assayed(Of("breast", Ihc("b", 0, 0)))
            .Assayed(Ihc("x", 5, 2))
            .Doses(Trastuzumab, 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void Unassigned_BothNegativeOfOneDay_NamesThemInOrder() =>
        Two()
            .Assayed(Of("breast", Ihc("b", 0, 1)))
            .Assayed(Of("gastric", Ihc("a", 0, 0)))
            .Doses(Trastuzumab, 10)
            .Written("her2-drug-after-negative", 20).ShouldBe("""
        High Active, day 10
        about MedicationAdministration/d10 [MedicationAdministration/d10], None, no condition, 2021-01-14
        HER2 negative in every tumour on record, on 2021-01-04 (IHC 0); on 2021-01-04 (IHC 1+); trastuzumab was given after that, first on 2021-01-14. The record does not say for which tumour.
        rests on Observation/a, Observation/b, MedicationAdministration/d10
        says current-status negative, current-status-date 2021-01-04, trastuzumab-first-date 2021-01-14
        """);

    [Theory]
    [InlineData(14, "")]
    [InlineData(15, "high active")]
    public void Unassigned_BothNegative_CountsWhenTheGraceIsOver(int dose, string said) =>
        Two()
            .Assayed(Of("gastric", Ihc("g", 0, 0, 10)))
            .Assayed(Of("breast", Ihc("b", 0, 0, 10)))
            .Doses(Trastuzumab, dose)
            .SaidWith("H2B-03:negative-result-grace-days", 5, "her2-drug-after-negative", 20).ShouldBe(said);

    [Fact]
    public void AfterNegative_TwoOfOneDayThatDifferedAreSettled_IsNoQuestion() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("p", 10, 3, specimen: "Specimen/p")
            .Ihc("n", 10, 0, specimen: "Specimen/n")
            .Ihc("s", 50, 3, specimen: "Specimen/s")
            .Doses(Trastuzumab, 60)).ShouldBe("");

    [Fact]
    public void AfterNegative_ResultOfAMonthIssuedInIt_IsKnownFromThen() =>
        Timeline.Of("H2B-03", Gastric()
            .Assayed(Ihc("n", 0, 0, 30) with { When = Month(2021, 2) })
            .Doses(Trastuzumab, 40)).ShouldBe("""
        40: high active
        83: high resolved treatment-stopped 40 to 83
        """);

    [Fact]
    public void AfterNegative_CourseOverTwoNegativeResults_BeginsWithTheFirst() =>
        Timeline.Of("H2B-03", Gastric()
            .Course(Trastuzumab, 0, 60)
            .Ihc("n", 5, 0, issued: 20, specimen: "Specimen/n")
            .Ihc("m", 5, 1, issued: 30, specimen: "Specimen/m")).ShouldBe("""
        20: high active
        103: high resolved treatment-stopped 20 to 103
        """);

    [Theory]
    [InlineData(59, "high active")]
    [InlineData(60, "high active")]
    [InlineData(61, "")]
    public void AfterNegative_ResultKnownWithinTheCourse_Counts(int issued, string said) =>
        Gastric().Course(Trastuzumab, 0, 60).Ihc("n", 5, 0, issued: issued, specimen: "Specimen/n")
            .Said("her2-drug-after-negative", 70).ShouldBe(said);

    [Fact]
    public void AfterNegative_LicenceFor2Plus_IsOfThatDrugAndOfGastricCancerOnly()
    {
        const string licence = "H2B-03:disitamab-ihc2-licensed";
        const string code = "her2-drug-after-negative";

        Gastric().Ihc("i", 0, 2, specimen: "Specimen/i").Ish("h", 0, false, specimen: "Specimen/i").Doses(Trastuzumab, 10)
            .SaidWith(licence, 1, code, 20).ShouldBe("high active");
        Gastric().Ihc("i", 0, 2, specimen: "Specimen/i").Ish("h", 0, false, specimen: "Specimen/i").Doses(Disitamab, 10)
            .SaidWith(licence, 1, code, 20).ShouldBe("");
        new PatientBuilder().Breast().Ihc("i", 0, 2, specimen: "Specimen/i").Ish("h", 0, false, specimen: "Specimen/i").Doses(Disitamab, 10)
            .SaidWith(licence, 1, code, 20).ShouldBe("high active");
    }
}
