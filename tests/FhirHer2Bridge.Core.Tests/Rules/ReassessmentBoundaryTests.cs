using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Treatment and progression without a new test, and equivocal results without a reflex test: the day on which each is said, turns severe, ends, or cannot be told.</summary>
public sealed class ReassessmentBoundaryTests
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

    [Fact]
    public void Reassessment_CourseInOneRecord_EndsAfterItsGap() =>
        Timeline.Of("H2B-02", Tested()
            .Course(Trastuzumab, 10, 200)).ShouldBe("""
        181: moderate active
        243: moderate resolved treatment-stopped 181 to 243
        """);

    [Fact]
    public void Reassessment_CourseInOneRecordThatEndsWithTheTest_DoesNotCount() =>
        Timeline.Of("H2B-02", Gastric()
            .Course(Trastuzumab, -100, 0)
            .Ihc("t", 0, 3, specimen: "Specimen/t")).ShouldBe("""
        -100: ? no-qualifying-test
        0: nothing
        """);

    [Fact]
    public void Reassessment_BreastMetastatic_IsLowAfter365Days() =>
        Timeline.Of("H2B-02", new PatientBuilder().Breast()
            .Spread(true)
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 430, 21)).ShouldBe("""
        371: low active
        468: low resolved treatment-stopped 371 to 468
        """);

    [Fact]
    public void Reassessment_BreastMetastaticTestDuringTheCourse_CountsFromTheTest() =>
        Timeline.Of("H2B-02", new PatientBuilder().Breast()
            .Spread(true)
            .Ihc("t", 100, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 510, 21)).ShouldBe("""
        5: ? no-qualifying-test
        100: nothing
        466: low active
        552: low resolved treatment-stopped 466 to 552
        """);

    [Fact]
    public void Reassessment_BreastCurative_IsSilentUntilTheCourseExceeds400Days() =>
        Timeline.Of("H2B-02", new PatientBuilder().Breast()
            .Spread(false)
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 446, 21)).ShouldBe("""
        406: low active
        489: low resolved treatment-stopped 406 to 489
        """);

    [Fact]
    public void Reassessment_BreastCurativeTestLate_CountsFromTheTest() =>
        Timeline.Of("H2B-02", new PatientBuilder().Breast()
            .Spread(false)
            .Ihc("t", 100, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 510, 21)).ShouldBe("""
        5: ? no-qualifying-test
        100: nothing
        466: low active
        552: low resolved treatment-stopped 466 to 552
        """);

    [Fact]
    public void Reassessment_TumourUnknown_CannotBeToldUntilBothReadingsAgree() =>
        Timeline.Of("H2B-02", new PatientBuilder().Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 446, 21)).ShouldBe("""
        181: ? tumour-type-unknown
        406: low active
        489: low resolved treatment-stopped 406 to 489
        """);

    [Fact]
    public void Reassessment_TumourUnknownAndProgression_IsHigh() =>
        Timeline.Of("H2B-02", new PatientBuilder().Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 320, 21)
            .Progression(200)).ShouldBe("""
        181: ? tumour-type-unknown
        243: high active
        363: high resolved treatment-stopped 243 to 363
        """);

    [Fact]
    public void Reassessment_TestsReadUpToTheLimit_IsSaid() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 320, 21), new Completeness(Instant(181), DateTimeOffset.MaxValue)).ShouldBe("""
        181: moderate active
        271: high active
        363: high resolved treatment-stopped 181 to 363
        """);

    [Fact]
    public void Reassessment_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 320, 21), new Completeness(Instant(180), DateTimeOffset.MaxValue)).ShouldBe("""
        181: ? tests-not-read-through
        """);

    [Fact]
    public void Reassessment_SomethingUnreadBetween_CannotBeTold() =>
        Timeline.Of("H2B-02", Tested()
            .Add(Unread(100))
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: ? text-not-read
        """);

    [Fact]
    public void Reassessment_SomethingUnreadOnTheDayOfTheTest_HidesNothing() =>
        Timeline.Of("H2B-02", Tested()
            .Add(Unread(0))
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        271: high active
        363: high resolved treatment-stopped 181 to 363
        """);

    [Fact]
    public void Reassessment_SomethingUnreadAtTheLimit_CannotBeTold() =>
        Timeline.Of("H2B-02", Tested()
            .Add(Unread(181))
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: ? text-not-read
        """);

    [Fact]
    public void Reassessment_SomethingUnreadAfterTheLimit_HidesNothing() =>
        Timeline.Of("H2B-02", Tested()
            .Add(Unread(182))
            .Every(Trastuzumab, 5, 320, 21)).ShouldBe("""
        181: moderate active
        271: high active
        363: high resolved treatment-stopped 181 to 363
        """);

    [Fact]
    public void Reassessment_DosesUnread_CannotBeTold() =>
        Timeline.Of("H2B-02", Tested()
            .Add(Unread(40, test: false, dose: true))
            .Doses(Trastuzumab, 20, 41)).ShouldBe("""
        40: ? doses-not-read-through
        """);

    [Fact]
    public void Reassessment_DosesUnreadBeforeTheTest_HidesNothing() =>
        Timeline.Of("H2B-02", Tested()
            .Add(Unread(-2, test: false, dose: true))
            .Doses(Trastuzumab, 20, 41)).ShouldBe("""
        
        """);

    [Fact]
    public void Reassessment_CourseEndedAndDosesReadThrough_IsSilent() =>
        Timeline.Of("H2B-02", Tested()
            .Doses(Trastuzumab, 20, 41), new Completeness(DateTimeOffset.MaxValue, Instant(84))).ShouldBe("""
        
        """);

    [Fact]
    public void Reassessment_CoursesEndNotReadThrough_Stays() =>
        Timeline.Of("H2B-02", Tested()
            .Every(Trastuzumab, 5, 194, 21), new Completeness(DateTimeOffset.MaxValue, Instant(236))).ShouldBe("""
        181: moderate active
        237: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Reassessment_NeverTested_CannotBeTold() =>
        Timeline.Of("H2B-02", Gastric()
            .Doses(Trastuzumab, 0, 21)).ShouldBe("""
        0: ? no-qualifying-test
        """);

    [Fact]
    public void Reassessment_SeveralTumoursAndNothingAssigned_CannotBeTold() =>
        Timeline.Of("H2B-02", Two()
            .Doses(Trastuzumab, 0, 21)).ShouldBe("""
        0: ? dose-not-assigned
        """);

    [Fact]
    public void Reassessment_ResultThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-02", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 100, 3))
            .Add(For("gastric", 120))
            .Add(For("gastric", 150))).ShouldBe("""
        181: ? tumour-not-assigned
        """);

    [Fact]
    public void Reassessment_ResultOfTheLimitThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-02", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 181, 3))
            .Add(For("gastric", 120))
            .Add(For("gastric", 150))).ShouldBe("""
        181: ? tumour-not-assigned
        """);

    [Fact]
    public void Reassessment_ResultAfterTheLimitThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-02", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 182, 3))
            .Add(For("gastric", 120))
            .Add(For("gastric", 150))).ShouldBe("""
        181: moderate active
        193: moderate resolved treatment-stopped 181 to 193
        """);

    [Fact]
    public void Reassessment_ResultOfTheDayBeforeTheTestThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-02", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", -1, 3))
            .Add(For("gastric", 120))
            .Add(For("gastric", 150))).ShouldBe("""
        181: moderate active
        193: moderate resolved treatment-stopped 181 to 193
        """);

    [Fact]
    public void Reassessment_EquivocalResultThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-02", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 100, 2))
            .Add(For("gastric", 120))
            .Add(For("gastric", 150))).ShouldBe("""
        181: moderate active
        193: moderate resolved treatment-stopped 181 to 193
        """);

    [Fact]
    public void Progression_EverPositive_IsModerateAfterTheGrace() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_TestOfTheDaysBefore_IsATest() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 172, 2, issued: 190, specimen: "Specimen/u")).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TestOfLongerBefore_IsNone() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 171, 3, issued: 190, specimen: "Specimen/u")).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_TestsKnownLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 205, 3, issued: 270, specimen: "Specimen/u")
            .Ihc("v", 210, 3, issued: 250, specimen: "Specimen/v")).ShouldBe("""
        242: moderate active
        250: moderate resolved reassessed 242 to 250
        """);

    [Fact]
    public void Progression_TestKnownAtTheEndOfTheGrace_WasInTime() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 205, 3, issued: 242, specimen: "Specimen/u")).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TreatmentAtTheEndOfTheGrace_WasInTime() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Doses(Trastuzumab, 242)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TreatmentLater_EndsIt() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Doses(Trastuzumab, 260, 250)).ShouldBe("""
        242: moderate active
        250: moderate resolved treatment-began 242 to 250
        """);

    [Fact]
    public void Progression_TreatmentBeforeATest_EndsIt() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Doses(Trastuzumab, 250)
            .Ihc("u", 205, 3, issued: 270, specimen: "Specimen/u")).ShouldBe("""
        242: moderate active
        250: moderate resolved treatment-began 242 to 250
        """);

    [Fact]
    public void Progression_TestBeforeTreatment_EndsIt() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Doses(Trastuzumab, 270)
            .Ihc("u", 205, 3, issued: 250, specimen: "Specimen/u")).ShouldBe("""
        242: moderate active
        250: moderate resolved reassessed 242 to 250
        """);

    [Fact]
    public void Progression_OnTreatment_IsTheOtherRules() =>
        Timeline.Of("H2B-08", Tested()
            .Doses(Trastuzumab, 200)
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TreatedTheDayBefore_IsSaid() =>
        Timeline.Of("H2B-08", Tested()
            .Doses(Trastuzumab, 199)
            .Progression(200)).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_InACourseThatGoesOn_IsTheOtherRules() =>
        Timeline.Of("H2B-08", Tested()
            .Course(Trastuzumab, 100, null)
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_AgainWhileItWaits_IsTheSame() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Progression(230)
            .Progression(300)
            .Ihc("u", 400, 3, issued: 400, specimen: "Specimen/u")
            .Add(Worse(500))).ShouldBe("""
        242: moderate active
        400: moderate resolved reassessed 242 to 400
        542: moderate resolved reassessed 242 to 400 @Observation/pd200 | moderate active @Observation/pd500
        866: moderate resolved reassessed 242 to 400 @Observation/pd200 | moderate resolved historical 542 to 866 @Observation/pd500
        """);

    [Fact]
    public void Progression_AgainAsTheTestIsKnown_IsAnother() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 240, 3, issued: 300, specimen: "Specimen/u")
            .Progression(300)).ShouldBe("""
        242: moderate active
        300: moderate resolved reassessed 242 to 300
        342: moderate resolved reassessed 242 to 300 @Observation/pd200 | moderate active @Observation/pd300
        666: moderate resolved reassessed 242 to 300 @Observation/pd200 | moderate resolved historical 342 to 666 @Observation/pd300
        """);

    [Fact]
    public void Progression_NegativeNeverTreated_IsSilent() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_NegativeWithOneIhc1_IsLow() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 1, specimen: "Specimen/t")
            .Progression(200)).ShouldBe("""
        242: low active
        566: low resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_NegativeWithTwoTests_IsSilent() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 1, specimen: "Specimen/t")
            .Ihc("u", 20, 1, specimen: "Specimen/u")
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TestOnTheDayOfIt_IsBeforeOrAfter() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 1, specimen: "Specimen/t")
            .Ihc("u", 200, 3, specimen: "Specimen/u")
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_BreastFirstRecurrence_IsModerateWhateverTheStatus() =>
        Timeline.Of("H2B-08", new PatientBuilder().Breast()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Add(Worse(300, ProgressionKind.LocalRecurrence))
            .Add(Worse(600, ProgressionKind.Metastasis))).ShouldBe("""
        342: moderate active
        781: moderate resolved historical 342 to 781
        """);

    [Fact]
    public void Progression_BreastNegativeWithoutRecurrence_IsSilent() =>
        Timeline.Of("H2B-08", new PatientBuilder().Breast()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Progression(300)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TumourUnknownAndReadingsDiffer_CannotBeTold() =>
        Timeline.Of("H2B-08", new PatientBuilder().Ihc("t", 0, 1, specimen: "Specimen/t")
            .Progression(300)).ShouldBe("""
        342: ? tumour-type-unknown
        """);

    [Fact]
    public void Progression_TumourUnknownAndReadingsAgree_IsSilent() =>
        Timeline.Of("H2B-08", new PatientBuilder().Ihc("t", 0, 0, specimen: "Specimen/t")
            .Progression(300)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200), new Completeness(Instant(241), Instant(900))).ShouldBe("""
        242: ? tests-not-read-through
        """);

    [Fact]
    public void Progression_DosesNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200), new Completeness(Instant(900), Instant(241))).ShouldBe("""
        242: ? doses-not-read-through
        """);

    [Fact]
    public void Progression_ReadUpToTheEndOfTheGrace_IsSaid() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200), new Completeness(Instant(242), Instant(242))).ShouldBe("""
        242: moderate active
        566: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Progression_TestedAndTestsNotReadThrough_IsNoQuestion() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 205, 3, issued: 230, specimen: "Specimen/u"), new Completeness(Instant(241), Instant(900))).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_SeveralTumoursAndItNamesNone_CannotBeTold() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Add(Worse(200))).ShouldBe("""
        242: ? progression-not-assigned
        """);

    [Fact]
    public void Progression_OfTheOtherTumour_IsNotThisOnes() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Add(Worse(200, ProgressionKind.Progression, "breast"))).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_OfThisTumourAndAResultThatNamesNone_CannotBeTold() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 172, 3))
            .Add(Worse(200, ProgressionKind.Progression, "gastric"))).ShouldBe("""
        242: ? tumour-not-assigned
        """);

    [Fact]
    public void Progression_OfThisTumourAndAnOlderResultThatNamesNone_IsSaid() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 171, 3))
            .Add(Worse(200, ProgressionKind.Progression, "gastric"))).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_OfThisTumourAndAPreliminaryResultThatNamesNone_IsSaid() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 190, 3) with { Standing = FactStanding.Preliminary })
            .Add(Worse(200, ProgressionKind.Progression, "gastric"))).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_OfThisTumourAndDosesThatNameNone_CannotBeTold() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Add(Worse(200, ProgressionKind.Progression, "gastric"))
            .Doses(Trastuzumab, 100)).ShouldBe("""
        242: ? dose-not-assigned
        """);

    [Fact]
    public void Progression_PlasmaThatSaysNothing_IsNoTest() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Plasma("p", 205, null, detected: false, fraction: null)).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_PlasmaThatSaysSomething_IsATest() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Plasma("p", 205, null, detected: false, fraction: 5)).ShouldBe("""
        
        """);

    [Fact]
    public void Surgery_WithoutATest_IsSaidAfterTheDays() =>
        Timeline.Of("H2B-22", Tested()
            .Doses(Trastuzumab, 60)
            .Add(Resection(130))).ShouldBe("""
        158: moderate active
        496: moderate resolved historical 158 to 496
        """);

    [Fact]
    public void Surgery_TestKnownAtTheLimit_WasInTime() =>
        Timeline.Of("H2B-22", Tested()
            .Doses(Trastuzumab, 60)
            .Add(Resection(130))
            .Ihc("r", 131, 0, issued: 158, specimen: "Specimen/r")).ShouldBe("""
        
        """);

    [Fact]
    public void Surgery_TestsKnownLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-22", Tested()
            .Doses(Trastuzumab, 60)
            .Add(Resection(130))
            .Ihc("r", 131, 0, issued: 190, specimen: "Specimen/r")
            .Ihc("q", 132, 0, issued: 170, specimen: "Specimen/q")).ShouldBe("""
        158: moderate active
        170: moderate resolved reassessed 158 to 170
        """);

    [Fact]
    public void Surgery_180DaysAfterTheDose_IsSaid() =>
        Timeline.Of("H2B-22", Tested()
            .Doses(Trastuzumab, 60)
            .Add(Resection(240))).ShouldBe("""
        268: moderate active
        606: moderate resolved historical 268 to 606
        """);

    [Fact]
    public void Surgery_181DaysAfterTheDose_IsSilent() =>
        Timeline.Of("H2B-22", Tested()
            .Doses(Trastuzumab, 60)
            .Add(Resection(241))).ShouldBe("""
        
        """);

    [Fact]
    public void Surgery_OnTheDayOfTheDose_IsSaid() =>
        Timeline.Of("H2B-22", Tested()
            .Doses(Trastuzumab, 130)
            .Add(Resection(130))).ShouldBe("""
        158: moderate active
        496: moderate resolved historical 158 to 496
        """);

    [Fact]
    public void Surgery_DuringACourseThatGoesOn_IsSaid() =>
        Timeline.Of("H2B-22", Tested()
            .Course(Trastuzumab, 10, null)
            .Add(Resection(400))).ShouldBe("""
        428: moderate active
        """);

    [Fact]
    public void Surgery_OfTheTumourThatNobodyNamed_IsSaid() =>
        Timeline.Of("H2B-22", new PatientBuilder().Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 60)
            .Add(Resection(130, tumour: TumourKind.None))).ShouldBe("""
        158: low active
        496: low resolved historical 158 to 496
        """);

    [Fact]
    public void Surgery_ResultThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-22", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Add(For("gastric", 60))
            .Add(Resection(130))
            .Assayed(Ihc("x", 131, 0))).ShouldBe("""
        158: ? tumour-not-assigned
        """);

    [Fact]
    public void Surgery_ResultOfTheDayBeforeThatNamesNoTumour_IsSaid() =>
        Timeline.Of("H2B-22", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Add(For("gastric", 60))
            .Add(Resection(130))
            .Assayed(Ihc("x", 129, 0))).ShouldBe("""
        158: moderate active
        496: moderate resolved historical 158 to 496
        """);

    [Fact]
    public void Surgery_DosesNotRead_CannotBeTold() =>
        Timeline.Of("H2B-22", Tested()
            .Doses(Trastuzumab, 60)
            .Add(Resection(130)), new Completeness(Instant(157), Instant(900))).ShouldBe("""
        158: ? tests-not-read-through
        """);

    [Fact]
    public void NewLine_AfterProgressionWithoutATest_IsHighAfterTheLookAhead() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Doses(Deruxtecan, 60)).ShouldBe("""
        75: high active
        426: high resolved historical 75 to 426
        """);

    [Fact]
    public void NewLine_TestBetween_IsSilent() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Doses(Deruxtecan, 60)
            .Ihc("u", 55, 3, issued: 59, specimen: "Specimen/u")).ShouldBe("""
        
        """);

    [Fact]
    public void NewLine_TestOnTheDayAfterTheLookAhead_IsTooLate() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Doses(Deruxtecan, 60)
            .Ihc("u", 75, 3, issued: 80, specimen: "Specimen/u")).ShouldBe("""
        75: high active
        80: high resolved reassessed 75 to 80
        """);

    [Fact]
    public void NewLine_TestAtTheLookAhead_WasInTime() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Doses(Deruxtecan, 60)
            .Ihc("u", 74, 3, issued: 74, specimen: "Specimen/u")).ShouldBe("""
        
        """);

    [Fact]
    public void NewLine_TestInTimeKnownLate_EndsIt() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Doses(Deruxtecan, 60)
            .Ihc("u", 70, 3, issued: 90, specimen: "Specimen/u")
            .Ihc("v", 71, 3, issued: 85, specimen: "Specimen/v")).ShouldBe("""
        75: high active
        85: high resolved reassessed 75 to 85
        """);

    [Fact]
    public void NewLine_WithoutProgression_IsSilent() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Doses(Deruxtecan, 60)).ShouldBe("""
        
        """);

    [Fact]
    public void NewLine_ProgressionOnTheDayOfTheNewDose_Counts() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(60)
            .Doses(Deruxtecan, 60)).ShouldBe("""
        75: high active
        426: high resolved historical 75 to 426
        """);

    [Fact]
    public void NewLine_ProgressionLongAfterTheOldLine_IsNotOnIt() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(74)
            .Doses(Deruxtecan, 80)).ShouldBe("""
        
        """);

    [Fact]
    public void NewLine_SeveralProgressions_TestAfterTheLastIsMissing() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31, 52, 73)
            .Progression(40)
            .Ihc("u", 45, 3, specimen: "Specimen/u")
            .Add(Worse(83))
            .Doses(Deruxtecan, 90)).ShouldBe("""
        105: high active
        456: high resolved historical 105 to 456
        """);

    [Fact]
    public void NewLine_ProgressionAgainWithinACourseGap_IsOne() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31, 52, 73)
            .Progression(40)
            .Ihc("u", 60, 3, specimen: "Specimen/u")
            .Add(Worse(82))
            .Doses(Deruxtecan, 90)).ShouldBe("""
        
        """);

    [Fact]
    public void NewLine_Breast_IsLow() =>
        Timeline.Of("H2B-06", new PatientBuilder().Breast()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Doses(Deruxtecan, 60)).ShouldBe("""
        75: low active
        426: low resolved historical 75 to 426
        """);

    [Fact]
    public void NewLine_DrugOfUncertainIdentity_CannotBeTold() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Deruxtecan, 10, 31)
            .Progression(50)
            .Doses(Asked.Ambiguous, 160)).ShouldBe("""
        160: ? drug-identity-uncertain
        """);

    [Fact]
    public void NewLine_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Doses(Deruxtecan, 60), new Completeness(Instant(74), Instant(900))).ShouldBe("""
        75: ? tests-not-read-through
        """);

    [Fact]
    public void NewLine_TestsReadUpToTheLookAhead_IsSaid() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Doses(Deruxtecan, 60), new Completeness(Instant(75), Instant(900))).ShouldBe("""
        75: high active
        426: high resolved historical 75 to 426
        """);

    [Fact]
    public void NewLine_ResultThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-06", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 50, 3))
            .Add(For("gastric", 10))
            .Add(Worse(50, ProgressionKind.Progression, "gastric"))
            .Add(For("gastric", 60) with { Drug = Deruxtecan })).ShouldBe("""
        75: ? tumour-not-assigned
        """);

    [Fact]
    public void NewLine_ResultBeforeTheProgressionThatNamesNoTumour_IsSaid() =>
        Timeline.Of("H2B-06", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 49, 3))
            .Add(For("gastric", 10))
            .Add(Worse(50, ProgressionKind.Progression, "gastric"))
            .Add(For("gastric", 60) with { Drug = Deruxtecan })).ShouldBe("""
        75: high active
        426: high resolved historical 75 to 426
        """);

    [Fact]
    public void Reflex_Untreated_IsModerateAfter14Days() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")).ShouldBe("""
        14: moderate active
        366: moderate resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_ReportedLate_BeginsWithTheReport() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, issued: 20, specimen: "Specimen/a")).ShouldBe("""
        20: moderate active
        366: moderate resolved historical 20 to 366
        """);

    [Fact]
    public void Reflex_Treated_IsHighAfter28Days() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 5)).ShouldBe("""
        14: moderate active
        28: high active
        366: high resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_TreatmentBeginsLater_TurnsHighThen() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 40)).ShouldBe("""
        14: moderate active
        40: high active
        366: high resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_TreatedOnTheDayOfTheSpecimen_IsHigh() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 0)).ShouldBe("""
        14: moderate active
        28: high active
        366: high resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_TreatedBeforeTheSpecimen_IsModerate() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, -1)).ShouldBe("""
        14: moderate active
        366: moderate resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_AnotherSpecimenPositive_StaysModerate() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("b", -10, 3, specimen: "Specimen/b")
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 5)).ShouldBe("""
        14: moderate active
        366: moderate resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_AnotherSpecimenPositiveInPlasmaOnly_IsHigh() =>
        Timeline.Of("H2B-04", Gastric()
            .Plasma("p", -10, null, detected: true)
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 5)).ShouldBe("""
        14: moderate active
        28: high active
        366: high resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_AnotherSpecimenNegative_IsHigh() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("b", -10, 0, specimen: "Specimen/b")
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 5)).ShouldBe("""
        14: moderate active
        28: high active
        366: high resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_IshAtTheEndOfTheGrace_WasInTime() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ish("i", 0, false, issued: 14, specimen: "Specimen/a")).ShouldBe("""
        
        """);

    [Fact]
    public void Reflex_SeveralIshLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ish("i", 0, false, issued: 40, specimen: "Specimen/a")
            .Ish("j", 0, false, issued: 30, specimen: "Specimen/a")).ShouldBe("""
        14: moderate active
        30: moderate resolved reassessed 14 to 30
        """);

    [Fact]
    public void Reflex_IshWhenItWouldTurnHigh_StaysModerate() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 5)
            .Ish("i", 0, true, issued: 28, specimen: "Specimen/a")).ShouldBe("""
        14: moderate active
        28: moderate resolved reassessed 14 to 28
        """);

    [Fact]
    public void Reflex_IshAfterItTurnedHigh_EndsItHigh() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 5)
            .Ish("i", 0, true, issued: 29, specimen: "Specimen/a")).ShouldBe("""
        14: moderate active
        28: high active
        29: high resolved reassessed 14 to 29
        """);

    [Fact]
    public void Reflex_LaterSpecimenDecides_EndsIt() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("b", 20, 0, issued: 33, specimen: "Specimen/b")).ShouldBe("""
        14: moderate active
        33: moderate resolved reassessed 14 to 33
        """);

    [Fact]
    public void Reflex_SpecimenFoundUnsatisfactory_IsTheOtherRules() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Assayed(Assay("u", 0, AssayMethod.Ish, new AssayResult.Inconclusive("specimen-unsatisfactory"), issued: 30, specimen: "Specimen/a"))).ShouldBe("""
        14: moderate active
        30: moderate resolved superseded 14 to 30
        """);

    [Fact]
    public void Reflex_UnsatisfactoryBeforeALaterResult_EndsWithIt() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("b", 20, 0, issued: 40, specimen: "Specimen/b")
            .Assayed(Assay("u", 0, AssayMethod.Ish, new AssayResult.Inconclusive("specimen-unsatisfactory"), issued: 30, specimen: "Specimen/a"))).ShouldBe("""
        14: moderate active
        30: moderate resolved superseded 14 to 30
        """);

    [Fact]
    public void Reflex_LaterResultBeforeUnsatisfactory_EndsWithIt() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("b", 20, 0, issued: 25, specimen: "Specimen/b")
            .Assayed(Assay("u", 0, AssayMethod.Ish, new AssayResult.Inconclusive("specimen-unsatisfactory"), issued: 30, specimen: "Specimen/a"))).ShouldBe("""
        14: moderate active
        25: moderate resolved reassessed 14 to 25
        """);

    [Fact]
    public void Reflex_ReReadOfTheStain_EndsIt() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("c", 0, 0, issued: 22, specimen: "Specimen/a")).ShouldBe("""
        14: moderate active
        22: moderate resolved reassessed 14 to 22
        """);

    [Fact]
    public void Reflex_UnreadableIsh_CannotBeTold() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Assayed(Assay("u", 0, AssayMethod.Ish, new AssayResult.Inconclusive("value-not-read"), issued: 3, specimen: "Specimen/a"))).ShouldBe("""
        14: ? unreadable-member
        """);

    [Fact]
    public void Reflex_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a"), new Completeness(Instant(13), DateTimeOffset.MaxValue)).ShouldBe("""
        14: ? tests-not-read-through
        """);

    [Fact]
    public void Reflex_TestsReadUpToTheGrace_IsSaid() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a"), new Completeness(Instant(14), DateTimeOffset.MaxValue)).ShouldBe("""
        14: moderate active
        366: moderate resolved historical 14 to 366
        """);

    [Fact]
    public void Reflex_DoneAndTestsNotReadThrough_IsNoQuestion() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ish("i", 0, false, issued: 10, specimen: "Specimen/a"), new Completeness(Instant(13), DateTimeOffset.MaxValue)).ShouldBe("""
        
        """);

    [Fact]
    public void Reflex_DosesThatNameNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-04", Two()
            .Assayed(Of("gastric", Ihc("a", 0, 2)))
            .Doses(Trastuzumab, 5)).ShouldBe("""
        14: moderate active | ? dose-not-assigned
        366: moderate resolved historical 14 to 366 | ? dose-not-assigned
        """);

    [Fact]
    public void Reflex_DosesThatNameNoTumourAndDone_IsNoQuestion() =>
        Timeline.Of("H2B-04", Two()
            .Assayed(Of("gastric", Ihc("a", 0, 2)))
            .Assayed(Of("gastric", Assay("i", 0, AssayMethod.Ish, new AssayResult.Gene(true), issued: 10, specimen: "Specimen/a")))
            .Doses(Trastuzumab, 5)).ShouldBe("""
        
        """);

    [Fact]
    public void Reflex_ResultThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-04", Two()
            .Assayed(Ihc("a", 0, 2))).ShouldBe("""
        0: ? tumour-not-assigned
        """);

    [Fact]
    public void Reflex_PreliminaryThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-04", Two()
            .Assayed(Ihc("a", 0, 2) with { Standing = FactStanding.Preliminary })
            .Assayed(Ihc("b", 40, 3))).ShouldBe("""
        
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
