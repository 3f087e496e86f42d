using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class ReassessmentBoundaryTests
{
    private const string WithoutReassessment = "trastuzumab-without-reassessment";

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "moderate active")]
    public void Reassessment_SiteCountsConjugates_OnlyTheyAreCountedToo(int counted, string said) =>
        Tested().Every(Deruxtecan, 5, 200, 21)
            .SaidWith("H2B-02:count-adc-as-trastuzumab", counted, WithoutReassessment, 200).ShouldBe(said);

    [Fact]
    public void Reassessment_SiteCountsConjugates_NoOtherDrugIsCounted() =>
        Tested().Every(Asked.Tucatinib, 5, 200, 21)
            .SaidWith("H2B-02:count-adc-as-trastuzumab", 1, WithoutReassessment, 200).ShouldBe("");

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "moderate active")]
    public void Reassessment_FirstOfTwoDoses_CountsFromTheDayAfterTheTest(int first, string said) =>
        Tested().Doses(Trastuzumab, first, 170).Said(WithoutReassessment, 181).ShouldBe(said);

    [Theory]
    [InlineData(55, false)]
    [InlineData(54, true)]
    public void Reassessment_DoseOfAMonth_MayFollowATestBeforeItsLastDay(int collected, bool asked) =>
        Timeline.Of("H2B-02", Gastric()
            .Ihc("t", collected, 3, specimen: "Specimen/t")
            .DoseInMonth(Trastuzumab, 2021, 2)
            .Doses(Trastuzumab, 230)).Contains("dose-dates-too-coarse", StringComparison.Ordinal).ShouldBe(asked);

    [Theory]
    [InlineData(192, false)]
    [InlineData(193, true)]
    public void Reassessment_DoseOfAMonthAndTheCourseOverByTheLimit_IsNoQuestion(int last, bool asked) =>
        Timeline.Of("H2B-02", Gastric()
            .Ihc("t", 54, 3, specimen: "Specimen/t")
            .DoseInMonth(Trastuzumab, 2021, 2)
            .Doses(Trastuzumab, last)).Contains("dose-dates-too-coarse", StringComparison.Ordinal).ShouldBe(asked);

    [Theory]
    [InlineData(235, false)]
    [InlineData(236, true)]
    public void Reassessment_DoseOfAMonthAndATestKnownByTheLimit_IsNoQuestion(int issued, bool asked) =>
        Timeline.Of("H2B-02", Gastric()
            .Ihc("t", 54, 3, specimen: "Specimen/t")
            .DoseInMonth(Trastuzumab, 2021, 2)
            .Doses(Trastuzumab, 230)
            .Ihc("u", 229, 3, issued: issued, specimen: "Specimen/u")).Contains("dose-dates-too-coarse", StringComparison.Ordinal).ShouldBe(asked);

    [Theory]
    [InlineData(181, "")]
    [InlineData(182, "181: ? tests-not-read-through")]
    public void Reassessment_RetestedByTheLimitAndTestsNotReadThrough_IsNoQuestion(int issued, string said) =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 190, 21)
            .Ihc("u", 150, 3, issued: issued, specimen: "Specimen/u"), new Completeness(Instant(180), DateTimeOffset.MaxValue)).ShouldBe(said);

    [Fact]
    public void Reassessment_ProgressionOnTheDayOfTheTestAndLater_IsAskedUntilTheLater() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 200, 21)
            .Progression(0)
            .Progression(60)).ShouldBe("""
        5: ? order-of-test-and-progression
        60: nothing
        103: high active
        237: high resolved treatment-stopped 103 to 237
        """);

    [Fact]
    public void Reassessment_TestOfTheMonthOfTheProgressionKnownLater_CannotBeOrdered() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 200, 21)
            .Progression(60)
            .Assayed(Ihc("u", 0, 3, issued: 150) with { When = Month(2021, 3) })).ShouldBe("""
        103: high active
        150: ? order-of-test-and-progression
        """);

    [Fact]
    public void Reassessment_TestOfTheMonthAfterTheProgression_EndsIt() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 200, 21)
            .Progression(60)
            .Assayed(Ihc("u", 0, 3, issued: 150) with { When = Month(2021, 4) })).ShouldBe("""
        103: high active
        150: high resolved reassessed 103 to 150
        """);

    [Fact]
    public void Reassessment_TestOfTheDayOfTheProgression_EndsIt() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 200, 21)
            .Progression(60)
            .Ihc("u", 60, 3, issued: 150, specimen: "Specimen/u")).ShouldBe("""
        103: high active
        150: high resolved reassessed 103 to 150 | ? order-of-test-and-progression
        237: high resolved reassessed 103 to 150
        """);

    [Fact]
    public void Reassessment_CourseOverBeforeTheLimit_LeavesTheNameToTheNext() =>
        Tested().Doses(Trastuzumab, 10, 31, 250, 271).Flags(WithoutReassessment, 280)[0].Anchor.ShouldBe("Observation/t");

    [Theory]
    [InlineData(0, "Observation/u")]
    [InlineData(100, "Observation/u")]
    public void Reassessment_TwoTestsOfOneDay_RestsOnTheOneKnownLater(int issued, string about) =>
        Tested().Ihc("u", 0, 3, issued: issued, specimen: "Specimen/u").Every(Trastuzumab, 5, 190, 21)
            .Flags(WithoutReassessment, 200)[0].Anchor.ShouldBe(about);

    [Fact]
    public void Reassessment_NoDoseSinceTheTestWhereTheGraceIsShort_IsSaid() =>
        Gastric().Ihc("t", 40, 3, specimen: "Specimen/t").Doses(Trastuzumab, 0, 20, 39).Progression(41)
            .SaidWith("H2B-02:retest-grace-days", 14, WithoutReassessment, 60).ShouldBe("high active");

    [Fact]
    public void Reassessment_ProgressionBeforeTheTest_IsNotNamed() =>
        Tested().Progression(-50).Every(Trastuzumab, 5, 190, 21)
            .Flags(WithoutReassessment, 185)[0].Text.ShouldNotContain("Progression");

    [Theory]
    [InlineData(181, true)]
    [InlineData(182, false)]
    public void Reassessment_ProgressionByTheDayItBegins_IsNamed(int progressed, bool named) =>
        Tested().Every(Trastuzumab, 5, 190, 21).Progression(progressed)
            .Flags(WithoutReassessment, 185)[0].Text.Contains("Progression was recorded on", StringComparison.Ordinal).ShouldBe(named);
}
