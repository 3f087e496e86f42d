using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F02")]
public sealed class TrastuzumabWithoutReassessmentRuleTests
{
    private const string Flag = "trastuzumab-without-reassessment";

    [Fact]
    public void Evaluate_DoseWithoutAnyTest_IsUndetermined()
    {
        var assessment = new PatientBuilder().Gastric().Doses(Trastuzumab, 1, 22, 43).AsOf(60);

        assessment.Flags.ShouldNotContain(static flag => flag.Code == Flag);
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
    [Trait("Row", "5/continuing-gap")]
    [InlineData(242, "active")]
    [InlineData(243, "resolved")]
    public void Evaluate_CourseEnds_ResolvesAfterTheGap(int day, string state) =>
        Treated().FlagsAsOf(day).ShouldBe([$"{Flag} moderate {state}"]);

    [Fact]
    [Trait("Row", "4e/as-of-date")]
    public void Evaluate_NewTestReported_ResolvesOnTheDayItIsKnown()
    {
        var patient = Treated().Ihc("again", 170, 3, "stomach", issued: 190, specimen: "Specimen/again");

        patient.FlagsAsOf(189).ShouldBe([$"{Flag} moderate active"]);
        patient.FlagsAsOf(190).ShouldBe([$"{Flag} moderate resolved"]);
    }

    [Fact]
    [Trait("Row", "5/min-doses")]
    public void Evaluate_OneDoseSinceTheTest_IsNotContinuation() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Doses(Trastuzumab, 170).FlagsAsOf(185).ShouldBeEmpty();

    [Fact]
    [Trait("Row", "5/progression-arm")]
    [Trait("Row", "5/retest-grace")]
    public void Evaluate_ProgressionWhileTreated_IsHighAfterTheGracePeriod()
    {
        var patient = new PatientBuilder().Breast().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 200, 21).Progression(50);

        patient.FlagsAsOf(92).ShouldBeEmpty();
        patient.FlagsAsOf(93).ShouldBe([$"{Flag} high active"]);
    }

    [Theory]
    [Trait("Row", "5/max-days-breast-metastatic")]
    [Trait("Row", "5/max-days-breast-other")]
    [Trait("Row", "5/setting")]
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
    [Trait("Row", "5/max-days-unknown-tumour")]
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

    [Theory]
    [Trait("Row", "5/max-days-gastric")]
    [Trait("Row", "5/median-pfs")]
    [InlineData(180, "")]
    [InlineData(181, "moderate active")]
    [InlineData(270, "moderate active")]
    [InlineData(271, "high active")]
    public void Evaluate_Gastric_HasTwoLimits(int day, string expected) =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 32, 300, 21).Said(Flag, day).ShouldBe(expected);

    [Theory]
    [Trait("Row", "5/min-doses")]
    [InlineData(1, 1, "moderate active")]
    [InlineData(1, 2, "")]
    [InlineData(2, 2, "moderate active")]
    [InlineData(3, 4, "")]
    [InlineData(4, 4, "moderate active")]
    public void Evaluate_MinDoses_CountsThoseSinceTheTest(int given, int needed, string expected) =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 170 - ((given - 1) * 21), 170, 21)
            .SaidWith("H2B-02:min-doses-since-test", needed, Flag, 185).ShouldBe(expected);

    [Theory]
    [Trait("Row", "5/continuing-gap")]
    [InlineData(28, 198, "moderate active")]
    [InlineData(28, 199, "moderate resolved")]
    [InlineData(90, 260, "high active")]
    [InlineData(90, 261, "high resolved")]
    public void Evaluate_SiteSetsTheGap_CourseEndsWithIt(int gap, int day, string expected) =>
        new PatientBuilder().Gastric().Ihc("t", -15, 3, specimen: "Specimen/t").Every(Trastuzumab, 128, 170, 21)
            .SaidWith("H2B-02:continuing-gap-days", gap, Flag, day).ShouldBe(expected);

    [Theory]
    [Trait("Row", "5/retest-grace")]
    [InlineData(14, 64, "")]
    [InlineData(14, 65, "high active")]
    [InlineData(60, 110, "")]
    [InlineData(60, 111, "high active")]
    public void Evaluate_SiteSetsTheGrace_ProgressionCountsAfterIt(int grace, int day, string expected) =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 200, 21).Progression(50)
            .SaidWith("H2B-02:retest-grace-days", grace, Flag, day).ShouldBe(expected);

    [Fact]
    public void Evaluate_WhileDrugAfterNegativeIsOpen_IsSilent() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Every(Trastuzumab, 30, 300, 21).Said(Flag, 280).ShouldBeEmpty();

    [Fact]
    public void Card_Silence_NamesTheTwoStrongerRules() =>
        new TrastuzumabWithoutReassessmentRule().Card.SilentWhileOpen.ShouldBe([DrugAfterNegativeRule.Id, DrugWithoutResultRule.Id]);

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_ProgressionOfTheOtherTumour_DoesNotCount()
    {
        var ours = new PatientBuilder().Gastric().Breast().Add(Of(Gastric)).Add(Progression(Gastric));
        var theirs = new PatientBuilder().Gastric().Breast().Add(Of(Gastric)).Add(Progression(Breast));
        foreach (var day in Enumerable.Range(0, 8).Select(static i => 10 + (i * 21)))
        {
            ours.Add(DoseFor(Gastric, day));
            theirs.Add(DoseFor(Gastric, day));
        }

        ours.Said(Flag, 100).ShouldBe("high active");
        theirs.Said(Flag, 100).ShouldBeEmpty();
    }

    [Fact]
    public void NextDue_QuietPatient_NamesTheDayTheLimitIsCrossed() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, "stomach", specimen: "Specimen/t").Every(Trastuzumab, 32, 179, 21)
            .AsOf(180).NextDue.ShouldBe(Instant(181));

    private static ResourceKey Gastric => new("Condition/gastric");

    private static ResourceKey Breast => new("Condition/breast");

    private static AssayFact Of(ResourceKey tumour) =>
        Assay("t", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/t") with { Conditions = [tumour] };

    private static ProgressionFact Progression(ResourceKey tumour) =>
        new() { Source = new SourceRef("Observation", "pd", "1", "x"), When = Day(50), Label = "worsened", Conditions = [tumour] };

    private static TherapyFact DoseFor(ResourceKey tumour, int day) => new()
    {
        Source = new SourceRef("MedicationAdministration", FormattableString.Invariant($"d{day}"), "1", "x"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = [tumour],
    };

    /// <summary>Gastric, positive on day 0, trastuzumab every three weeks from day 32 to day 200.</summary>
    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, "stomach", specimen: "Specimen/t").Every(Trastuzumab, 32, 200, 21)
            .Only(TrastuzumabWithoutReassessmentRule.Id, DrugAfterNegativeRule.Id);
}
