using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed class TrastuzumabWithoutReassessmentRuleTests
{
    private const string Flag = "trastuzumab-without-reassessment";

    [Fact]
    public void Evaluate_DoseWithoutAnyTest_IsUndetermined()
    {
        var assessment = new PatientBuilder().Gastric().Doses(Trastuzumab, 1, 22, 43).AsOf(60);

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.ShouldContain(static u => u.Rule.Value == "H2B-02" && u.Reason == "no-qualifying-test");
    }

    [Fact]
    public void Evaluate_TestsNotReadThroughTheLimit_IsUndeterminedAndRaisesNothing()
    {
        var assessment = Treated().AsOf(200, new Completeness(Instant(150), Instant(300)));

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.ShouldContain(static u => u.Reason == "tests-not-read-through");
    }

    [Fact]
    public void Evaluate_UnreadTextSinceTheTest_IsUndetermined()
    {
        var assessment = Treated().Gap("text-not-read", 120).AsOf(200);

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.ShouldContain(static u => u.Reason == "text-not-read");
    }

    [Fact]
    public void Evaluate_UnreadTextBeforeTheTest_DoesNotMatter() =>
        Treated().Gap("text-not-read", -5).FlagsAsOf(200).ShouldBe([$"{Flag} moderate active"]);

    [Fact]
    public void Evaluate_DosesNotReadThroughTheGap_KeepsTheFlagActive()
    {
        var assessment = Treated().AsOf(320, new Completeness(Instant(900), Instant(230)));

        assessment.Flags.Single().State.ShouldBe(Core.Flags.FlagState.Active);
        assessment.Undetermined.ShouldContain(static u => u.Reason == "doses-not-read-through");
    }

    [Theory]
    [InlineData(242, "active")]
    [InlineData(243, "resolved")]
    public void Evaluate_CourseEnds_ResolvesAfterTheGap(int day, string state) =>
        Treated().FlagsAsOf(day).ShouldBe([$"{Flag} moderate {state}"]);

    [Fact]
    public void Evaluate_NewTestReported_ResolvesOnTheDayItIsKnown()
    {
        var patient = Treated().Ihc("again", 170, 3, "stomach", issued: 190, specimen: "Specimen/again");

        patient.FlagsAsOf(189).ShouldBe([$"{Flag} moderate active"]);
        patient.FlagsAsOf(190).ShouldBe([$"{Flag} moderate resolved"]);
    }

    [Fact]
    public void Evaluate_OneDoseSinceTheTest_IsNotContinuation() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Doses(Trastuzumab, 170).FlagsAsOf(185).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ProgressionWhileTreated_IsHighAfterTheGracePeriod()
    {
        var patient = new PatientBuilder().Breast().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 200, 21).Progression(50);

        patient.FlagsAsOf(92).ShouldBeEmpty();
        patient.FlagsAsOf(93).ShouldBe([$"{Flag} high active"]);
    }

    [Theory]
    [InlineData(true, 375, "")]
    [InlineData(true, 376, Flag + " low active")]
    [InlineData(false, 410, "")]
    [InlineData(false, 411, Flag + " low active")]
    public void Evaluate_Breast_CountsFromCourseStartAndBySetting(bool metastatic, int day, string expected)
    {
        var patient = new PatientBuilder().Breast().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 500, 21).Spread(metastatic);

        string.Join('|', patient.FlagsAsOf(day)).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_TumourUnknown_IsUndeterminedBetweenTheTwoLimits()
    {
        var patient = new PatientBuilder().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 500, 21);

        patient.AsOf(180).Undetermined.ShouldBeEmpty();
        patient.AsOf(181).Undetermined.ShouldContain(static u => u.Reason == "tumour-type-unknown");
        patient.FlagsAsOf(411).ShouldBe([$"{Flag} low active"]);
    }

    [Fact]
    public void Evaluate_Conjugate_IsNotPlainTrastuzumab() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Deruxtecan, 10, 300, 21).FlagsAsOf(250).ShouldBeEmpty();

    [Fact]
    public void NextDue_QuietPatient_NamesTheDayTheLimitIsCrossed() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, "stomach", specimen: "Specimen/t").Every(Trastuzumab, 32, 179, 21)
            .AsOf(180).NextDue.ShouldBe(Instant(181));

    /// <summary>Gastric, positive on day 0, trastuzumab every three weeks from day 32 to day 200.</summary>
    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, "stomach", specimen: "Specimen/t").Every(Trastuzumab, 32, 200, 21)
            .Only(TrastuzumabWithoutReassessmentRule.Id, DrugAfterNegativeRule.Id);
}
