using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Treatment and progression without a new test, and equivocal results without a reflex test: the day on which each is said, turns severe, ends, or cannot be told.</summary>
public sealed partial class ReassessmentBoundaryTests
{
    [Fact]
    public void Reassessment_Gastric_IsModerateAfter180DaysAndHighAfter270() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        271: high active
        363: high resolved treatment-stopped 181 to 363
        """);

    [Fact]
    public void Reassessment_CourseEndsTheDayBeforeTheLimit_IsSilent() =>
        Timeline.Of("H2B-02", Tested()
            .Doses(Trastuzumab, 97, 137)).ShouldBe("""
        
        """);

    [Fact]
    public void Reassessment_CourseEndsAtTheLimit_IsSilent() =>
        Timeline.Of("H2B-02", Tested()
            .Doses(Trastuzumab, 98, 138)).ShouldBe("""
        
        """);

    [Fact]
    public void Reassessment_CourseEndsAfterTheLimit_IsShort() =>
        Timeline.Of("H2B-02", Tested()
            .Doses(Trastuzumab, 99, 139)).ShouldBe("""
        181: moderate active
        182: moderate resolved treatment-stopped 181 to 182
        """);

    [Fact]
    public void Reassessment_SecondDoseAfterTheLimit_BeginsWithIt() =>
        Timeline.Of("H2B-02", Tested()
            .Doses(Trastuzumab, 170, 190)).ShouldBe("""
        190: moderate active
        233: moderate resolved treatment-stopped 190 to 233
        """);

    [Fact]
    public void Reassessment_OneDoseOnly_IsSilent() =>
        Timeline.Of("H2B-02", Tested()
            .Doses(Trastuzumab, 170)).ShouldBe("""
        
        """);

    [Fact]
    public void Reassessment_DoseOnTheDayOfTheTest_DoesNotCount() =>
        Timeline.Of("H2B-02", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 0, 20, 40)
            .Doses(Trastuzumab, 160)).ShouldBe("""
        181: moderate active
        203: moderate resolved treatment-stopped 181 to 203
        """);

    [Fact]
    public void Reassessment_NewTestKnownAtTheLimit_WasInTime() =>
        Timeline.Of("H2B-02", Tested()
            .Ihc("u", 150, 3, issued: 181, specimen: "Specimen/u")
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        331: moderate active
        363: moderate resolved treatment-stopped 331 to 363
        """);

    [Fact]
    public void Reassessment_NewTestKnownAfterTheLimit_EndsIt() =>
        Timeline.Of("H2B-02", Tested()
            .Ihc("u", 150, 3, issued: 182, specimen: "Specimen/u")
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        182: moderate resolved reassessed 181 to 182
        331: moderate resolved reassessed 181 to 182 @Observation/t | moderate active @Observation/u
        363: moderate resolved reassessed 181 to 182 @Observation/t | moderate resolved treatment-stopped 331 to 363 @Observation/u
        """);

    [Fact]
    public void Reassessment_NewTestKnownWhenItWouldTurnHigh_StaysModerate() =>
        Timeline.Of("H2B-02", Tested()
            .Ihc("u", 200, 3, issued: 271, specimen: "Specimen/u")
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        271: moderate resolved reassessed 181 to 271
        """);

    [Fact]
    public void Reassessment_NewTestKnownAfterItTurnedHigh_EndsItHigh() =>
        Timeline.Of("H2B-02", Tested()
            .Ihc("u", 200, 3, issued: 272, specimen: "Specimen/u")
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        271: high active
        272: high resolved reassessed 181 to 272
        """);

    [Fact]
    public void Reassessment_CourseEndsWhenItWouldTurnHigh_StaysModerate() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 18, 228, 21)).ShouldBe("""
        181: moderate active
        271: moderate resolved treatment-stopped 181 to 271
        """);

    [Fact]
    public void Reassessment_CourseEndsAfterItTurnedHigh_EndsItHigh() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 19, 229, 21)).ShouldBe("""
        181: moderate active
        271: high active
        272: high resolved treatment-stopped 181 to 272
        """);

    [Fact]
    public void Reassessment_TestKnownLaterThanTheLimit_BeginsThen() =>
        Timeline.Of("H2B-02", Gastric()
            .Ihc("t", 0, 3, issued: 200, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        5: ? no-qualifying-test
        200: moderate active
        271: high active
        363: high resolved treatment-stopped 200 to 363
        """);

    [Fact]
    public void Reassessment_EquivocalTestMeanwhile_DoesNotCount() =>
        Timeline.Of("H2B-02", Tested()
            .Ihc("e", 150, 2, specimen: "Specimen/e")
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        271: high active
        363: high resolved treatment-stopped 181 to 363
        """);

    [Fact]
    public void Reassessment_OlderTestKnownLater_DoesNotRestartTheClock() =>
        Timeline.Of("H2B-02", Tested()
            .Ihc("o", -50, 3, issued: 100, specimen: "Specimen/o")
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        271: high active
        363: high resolved treatment-stopped 181 to 363
        """);

    [Fact]
    public void Reassessment_TestOfTheSameDayKnownLater_IsTheLatest() =>
        Timeline.Of("H2B-02", Tested()
            .Ihc("o", 0, 3, issued: 100, specimen: "Specimen/o")
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        271: high active
        363: high resolved treatment-stopped 181 to 363
        """);

    [Fact]
    public void Reassessment_ProgressionWithoutATest_IsHighAfterTheGrace() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 200, 21)
            .Progression(60)).ShouldBe("""
        103: high active
        237: high resolved treatment-stopped 103 to 237
        """);

    [Fact]
    public void Reassessment_ProgressionOnTheDayOfTheTest_CannotBeOrdered() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 200, 21)
            .Progression(0)).ShouldBe("""
        5: ? order-of-test-and-progression
        181: moderate active | ? order-of-test-and-progression
        237: moderate resolved treatment-stopped 181 to 237
        """);

    [Fact]
    public void Reassessment_ProgressionAfterTheClock_TurnsHigh() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 250, 21)
            .Progression(150)).ShouldBe("""
        181: moderate active
        193: high active
        279: high resolved treatment-stopped 181 to 279
        """);

    [Fact]
    public void Reassessment_CourseBegunAfterTheProgression_BeginsWithIt() =>
        Timeline.Of("H2B-02", Tested()
            .Progression(60)
            .Every(Trastuzumab, 120, 180, 21)).ShouldBe("""
        120: high active
        205: high resolved treatment-stopped 120 to 205
        """);

    [Fact]
    public void Reassessment_TwoCourses_EachIsSaid() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 194, 21)
            .Every(Trastuzumab, 300, 400, 20)).ShouldBe("""
        181: moderate active
        237: moderate resolved treatment-stopped 181 to 237
        300: moderate resolved treatment-stopped 181 to 237 @Observation/t | high active @Observation/t+MedicationAdministration/d300
        443: moderate resolved treatment-stopped 181 to 237 @Observation/t | high resolved treatment-stopped 300 to 443 @Observation/t+MedicationAdministration/d300
        """);

    [Fact]
    public void Reassessment_CourseInOneRecordThatGoesOn_Stays() =>
        Timeline.Of("H2B-02", Tested()
            .Course(Trastuzumab, 10, null)).ShouldBe("""
        181: moderate active
        271: high active
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-900);

    private static PatientBuilder Two() => new PatientBuilder().Gastric(-900).Breast();

    private static PatientBuilder Tested() => Gastric().Ihc("t", 0, 3, specimen: "Specimen/t");

    private static AssayFact Ihc(string id, int day, int score, int? issued = null) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: issued, specimen: "Specimen/" + id);

    private static AssayFact Of(string condition, AssayFact fact) => fact with { Conditions = [new ResourceKey("Condition/" + condition)] };

    private static TherapyFact For(string condition, int day) => new()
    {
        Source = new SourceRef("MedicationAdministration", "f" + day, "1", "MedicationAdministration"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = [new ResourceKey("Condition/" + condition)],
    };

    private static ProgressionFact Worse(int day, ProgressionKind kind = ProgressionKind.Progression, params string[] conditions) => new()
    {
        Source = new SourceRef("Observation", "pd" + day, "1", "Observation"),
        When = Day(day),
        Label = "worsened" + day,
        Kind = kind,
        Conditions = conditions.Select(static id => new ResourceKey("Condition/" + id)).ToEquatableArray(),
    };

    private static SurgeryFact Resection(int day, string? site = null, TumourKind tumour = TumourKind.Gastric) => new()
    {
        Source = new SourceRef("Procedure", "s" + day, "1", "Procedure"),
        When = Day(day),
        Label = "resection",
        Tumour = tumour,
        Site = site,
    };

    private static GapFact Unread(int? day, bool test = true, bool dose = false) => new()
    {
        Source = new SourceRef("DiagnosticReport", "r", "1", "DiagnosticReport"),
        When = day is { } d ? Day(d) : null,
        Code = "text-not-read",
        Reason = "not readable",
        MayHideTest = test,
        MayHideDose = dose,
    };
}
