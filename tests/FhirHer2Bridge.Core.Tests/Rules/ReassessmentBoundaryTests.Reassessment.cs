using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class ReassessmentBoundaryTests
{
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
}
