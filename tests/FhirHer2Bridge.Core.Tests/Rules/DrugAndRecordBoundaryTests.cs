using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Drugs against or without a result, beyond progression, and results that were corrected: the day on which each is said, ends, or cannot be told.</summary>
public sealed class DrugAndRecordBoundaryTests
{
    [Fact]
    public void AfterNegative_DoseWhenItWasKnown_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Doses(Trastuzumab, 5, 26)).ShouldBe("""
        5: high active
        69: high resolved treatment-stopped 5 to 69
        """);

    [Fact]
    public void AfterNegative_DoseBeforeItWasKnown_CannotBeOrderedOnTheDay() =>
        Timeline.Of("H2B-03", Gastric()
            .Assayed(Ihc("a", 0, 0) with { Issued = Instant(5).AddHours(9) })
            .Doses(Trastuzumab, 5)).ShouldBe("""
        5.38: ? order-of-dose-and-result
        """);

    [Fact]
    public void AfterNegative_DoseTheDayBefore_IsSilent() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Doses(Trastuzumab, 4)).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_StoppedBeforePositiveAgain_EndsWithTheStop() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10)
            .Ihc("b", 100, 3, specimen: "Specimen/b")
            .Ihc("c", 200, 3, specimen: "Specimen/c")).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_PositiveAgainDuringTreatment_EndsIt() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", -200, 0, specimen: "Specimen/a")
            .Every(Trastuzumab, 10, 178, 21)
            .Ihc("b", 100, 3, issued: 120, specimen: "Specimen/b")).ShouldBe("""
        10: high active
        120: high resolved status-returned 10 to 120
        """);

    [Fact]
    public void AfterNegative_TwoCourses_EachIsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10, 31, 100)).ShouldBe("""
        10: high active
        74: high resolved treatment-stopped 10 to 74
        100: high resolved treatment-stopped 10 to 74 @Observation/a | high active @Observation/a+MedicationAdministration/d100
        143: high resolved treatment-stopped 10 to 74 @Observation/a | high resolved treatment-stopped 100 to 143 @Observation/a+MedicationAdministration/d100
        """);

    [Fact]
    public void AfterNegative_CourseInOneRecordBegunBefore_BeginsWhenItWasKnown() =>
        Timeline.Of("H2B-03", Gastric()
            .Course(Trastuzumab, 0, 60)
            .Ihc("a", 20, 0, issued: 30, specimen: "Specimen/a")).ShouldBe("""
        30: high active
        103: high resolved treatment-stopped 30 to 103
        """);

    [Fact]
    public void AfterNegative_CourseInOneRecordEndedWhenItWasKnown_IsSilent() =>
        Timeline.Of("H2B-03", Gastric()
            .Course(Trastuzumab, 0, 29)
            .Ihc("a", 20, 0, issued: 30, specimen: "Specimen/a")).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_CourseInOneRecordOnItsLastDay_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Course(Trastuzumab, 0, 30)
            .Ihc("a", 20, 0, issued: 30, specimen: "Specimen/a")).ShouldBe("""
        30: high active
        73: high resolved treatment-stopped 30 to 73
        """);

    [Fact]
    public void AfterNegative_DosesUnread_CannotBeTold() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Ihc("b", 50, 0, issued: 60, specimen: "Specimen/b")
            .Add(Unread(10, test: false, dose: true))).ShouldBe("""
        10: ? doses-not-read-through
        """);

    [Fact]
    public void AfterNegative_DosesUnreadBefore_IsNoQuestion() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Ihc("b", 50, 0, issued: 60, specimen: "Specimen/b")
            .Add(Unread(4, test: false, dose: true))).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_ConjugateInGastric_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Doses(Deruxtecan, 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_ConjugateInLowBreast_IsMeant() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Doses(Deruxtecan, 10)).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_ConjugateInBreastWithoutASubCategory_CannotBeTold() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Doses(Deruxtecan, 10)).ShouldBe("""
        10: ? adc-low-category-unknown
        """);

    [Fact]
    public void AfterNegative_OtherConjugateInLowBreast_IsSaid() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Doses(new Drug("trastuzumab emtansine", DrugClass.TrastuzumabAdc), 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_DrugForIhc2WhereTheSiteDoesNotSaySo_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ish("i", 0, false, specimen: "Specimen/a")
            .Doses(Disitamab, 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_CurativeBreastAfterTreatment_IsModerate() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Spread(false)
            .Ihc("z", -100, 3, specimen: "Specimen/z")
            .Doses(Trastuzumab, -50)
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10)).ShouldBe("""
        10: moderate active
        53: moderate resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_CurativeBreastUntreatedBefore_IsHigh() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Spread(false)
            .Ihc("z", -100, 3, specimen: "Specimen/z")
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_ResultThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Ihc("x", 0, 0, 5))
            .Add(For("gastric", 10))).ShouldBe("""
        10: ? tumour-not-assigned
        """);

    [Fact]
    public void AfterNegative_ResultKnownLaterThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Ihc("x", 0, 0, 15))
            .Add(For("gastric", 10))).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_EquivocalOrPreliminaryThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Ihc("x", 0, 2))
            .Assayed(Ihc("y", 0, 0) with { Standing = FactStanding.Preliminary })
            .Add(For("gastric", 10))).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_DoseOfNeitherTumourAndBothNegative_IsSaidUntilOneIsPositive() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Of("gastric", Ihc("g", 0, 0)))
            .Assayed(Of("breast", Ihc("b", 3, 0)))
            .Doses(Trastuzumab, 10, 31)
            .Assayed(Of("breast", Ihc("c", 38, 3, 50)))
            .Assayed(Of("gastric", Ihc("d", 38, 3, 40)))).ShouldBe("""
        10: high active
        40: high resolved status-returned 10 to 40
        """);

    [Fact]
    public void AfterNegative_DoseOfNeitherTumourAndOneUntested_CannotBeTold() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Of("gastric", Ihc("g", 0, 0)))
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        10: ? dose-not-assigned
        """);

    [Fact]
    public void AfterNegative_DoseOfNeitherTumourAndAnOrganNobodyAsksFor_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Tumour(TumourKind.Other)
            .Assayed(Of("gastric", Ihc("g", 0, 0)))
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        10: high active
        74: high resolved treatment-stopped 10 to 74
        """);

    [Fact]
    public void AfterNegative_CourseOfNeitherTumourThatGoesOn_Stays() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Of("gastric", Ihc("g", 0, 0)))
            .Assayed(Of("breast", Ihc("b", 3, 0)))
            .Course(Trastuzumab, 10, null)).ShouldBe("""
        10: high active
        """);

    [Fact]
    public void AfterNegative_TwoResultsOfOneDay_CannotBeTold() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Ihc("b", 0, 3, specimen: "Specimen/b")
            .Doses(Trastuzumab, 10)).ShouldBe("""
        10: ? tied-dates
        """);

    [Fact]
    public void WithoutResult_DayAfterTheLookAhead_IsHigh() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        25: high active
        376: high resolved historical 25 to 376
        """);

    [Fact]
    public void WithoutResult_ResultKnownThen_WasInTime() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Ihc("a", 12, 2, issued: 25, specimen: "Specimen/a")).ShouldBe("""
        
        """);

    [Fact]
    public void WithoutResult_ResultsKnownLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Ihc("a", 12, 2, issued: 40, specimen: "Specimen/a")
            .Ihc("b", 13, 3, issued: 30, specimen: "Specimen/b")).ShouldBe("""
        25: high active
        30: high resolved reassessed 25 to 30
        """);

    [Fact]
    public void WithoutResult_WithdrawnResult_IsNone() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Assayed(Ihc("a", 0, 3) with { Standing = FactStanding.Withdrawn })).ShouldBe("""
        25: high active
        376: high resolved historical 25 to 376
        """);

    [Fact]
    public void WithoutResult_PreliminaryResult_IsOne() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Assayed(Ihc("a", 0, 3) with { Standing = FactStanding.Preliminary })).ShouldBe("""
        
        """);

    [Fact]
    public void WithoutResult_ResultOfAnUnnamedTumour_IsOne() =>
        Timeline.Of("H2B-07", Two()
            .Doses(Trastuzumab, 10)
            .Assayed(Ihc("a", 0, 3, 50))).ShouldBe("""
        25: high active
        50: high resolved reassessed 25 to 50
        """);

    [Fact]
    public void WithoutResult_UnreadReport_CannotBeTold() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Add(Unread(5))).ShouldBe("""
        25: ? text-not-read
        """);

    [Fact]
    public void WithoutResult_UnreadReportLongAfter_CannotBeToldAnyMore() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Add(Unread(200))).ShouldBe("""
        25: high active
        200: ? text-not-read
        """);

    [Fact]
    public void WithoutResult_UnreadAdministration_IsSaid() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Add(Unread(5, test: false, dose: true))).ShouldBe("""
        25: high active
        376: high active | ? doses-not-read-through
        """);

    [Fact]
    public void WithoutResult_UnreadReportLaterAndAResult_IsSaidUntilIt() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Add(Unread(200))
            .Ihc("a", 100, 3, specimen: "Specimen/a")).ShouldBe("""
        25: high active
        100: high resolved reassessed 25 to 100
        """);

    [Fact]
    public void WithoutResult_DiagnosisSaysIt_CannotBeTold() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Add(Diagnosis())).ShouldBe("""
        25: ? status-stated-by-condition
        """);

    [Fact]
    public void WithoutResult_SequencedGastric_CannotBeTold() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10)
            .Add(Panel(0))).ShouldBe("""
        25: ? sequenced-without-status
        """);

    [Fact]
    public void WithoutResult_SequencedOtherTumour_IsAResult() =>
        Timeline.Of("H2B-07", new PatientBuilder().Tumour(TumourKind.Other)
            .Doses(Trastuzumab, 10)
            .Add(Panel(0))).ShouldBe("""
        
        """);

    [Fact]
    public void WithoutResult_SequencedOtherTumourKnownLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-07", new PatientBuilder().Tumour(TumourKind.Other)
            .Doses(Trastuzumab, 10)
            .Add(Panel(0, 60))
            .Altered("ERBB2", 5, "L755S", issued: 50)).ShouldBe("""
        25: high active
        50: high resolved reassessed 25 to 50
        """);

    [Fact]
    public void WithoutResult_OtherGeneSequencedInOtherTumour_IsNone() =>
        Timeline.Of("H2B-07", new PatientBuilder().Tumour(TumourKind.Other)
            .Doses(Trastuzumab, 10)
            .Altered("KRAS", 5, "G12D")
            .Panel(3, "KRAS")).ShouldBe("""
        25: high active
        376: high resolved historical 25 to 376
        """);

    [Fact]
    public void WithoutResult_SecondTumourOfAnotherOrganSequenced_IsAResult() =>
        Timeline.Of("H2B-07", Gastric()
            .Tumour(TumourKind.Other)
            .Doses(Trastuzumab, 10)
            .Add(Panel(0, 40))).ShouldBe("""
        25: high active
        40: high resolved reassessed 25 to 40
        """);

    [Fact]
    public void WithoutResult_TestsReadUpToTheLimit_IsSaid() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10), new Completeness(Instant(25), Instant(900))).ShouldBe("""
        25: high active
        376: high resolved historical 25 to 376
        """);

    [Fact]
    public void WithoutResult_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-07", Gastric()
            .Doses(Trastuzumab, 10), new Completeness(Instant(24), Instant(900))).ShouldBe("""
        25: ? tests-not-read-through
        """);

    [Fact]
    public void Beyond_DoseAtTheLimit_IsSilent() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Trastuzumab, 48)).ShouldBe("""
        
        """);

    [Fact]
    public void Beyond_DoseAfterTheLimit_IsSaidUntilStopped() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Trastuzumab, 49, 70)).ShouldBe("""
        49: moderate active
        113: moderate resolved treatment-stopped 49 to 113
        """);

    [Fact]
    public void Beyond_PositiveTestSinceKnownAtTheDose_IsSilent() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Ihc("u", 20, 3, issued: 49, specimen: "Specimen/u")
            .Doses(Trastuzumab, 49)).ShouldBe("""
        
        """);

    [Fact]
    public void Beyond_PositiveTestsSinceKnownLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Ihc("u", 25, 3, issued: 60, specimen: "Specimen/u")
            .Ihc("v", 26, 3, issued: 55, specimen: "Specimen/v")
            .Doses(Trastuzumab, 49, 70)).ShouldBe("""
        49: moderate active
        55: moderate resolved reassessed 49 to 55
        """);

    [Fact]
    public void Beyond_PositiveTestBeforeTheProgression_DoesNotEndIt() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Ihc("u", 19, 3, issued: 55, specimen: "Specimen/u")
            .Doses(Trastuzumab, 49)).ShouldBe("""
        49: moderate active
        92: moderate resolved treatment-stopped 49 to 92
        """);

    [Fact]
    public void Beyond_NegativeTestSince_DoesNotEndIt() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Ihc("u", 25, 0, issued: 55, specimen: "Specimen/u")
            .Doses(Trastuzumab, 49)).ShouldBe("""
        49: moderate active
        92: moderate resolved treatment-stopped 49 to 92
        """);

    [Fact]
    public void Beyond_TwoCourses_EachIsSaid() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Trastuzumab, 49, 100)).ShouldBe("""
        49: moderate active
        92: moderate resolved treatment-stopped 49 to 92
        100: moderate resolved treatment-stopped 49 to 92 @Observation/pd20 | moderate active @Observation/pd20+MedicationAdministration/d100
        143: moderate resolved treatment-stopped 49 to 92 @Observation/pd20 | moderate resolved treatment-stopped 100 to 143 @Observation/pd20+MedicationAdministration/d100
        """);

    [Fact]
    public void Beyond_SecondProgression_CountsNoDoseTwice() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Trastuzumab, 49, 70)
            .Add(new ProgressionFact { Source = new("Observation", "q", "1", "x"), When = Day(60), Label = "again" })
            .Doses(Trastuzumab, 91, 112)).ShouldBe("""
        49: moderate active
        155: moderate resolved treatment-stopped 49 to 155
        """);

    [Fact]
    public void Beyond_CourseInOneRecord_BeginsAfterTheLimit() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 10, 100)
            .Progression(20)).ShouldBe("""
        49: moderate active
        143: moderate resolved treatment-stopped 49 to 143
        """);

    [Fact]
    public void Beyond_CourseThatGoesOn_Stays() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 10, null)
            .Progression(20)).ShouldBe("""
        49: moderate active
        """);

    [Fact]
    public void Beyond_ProgressionOfAMonth_CannotBeOrdered() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", -90, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, -10)
            .Add(new ProgressionFact { Source = new("Observation", "q", "1", "x"), When = Month(2021, 1), Label = "worse" })
            .Doses(Trastuzumab, 30)).ShouldBe("""
        30: ? order-of-dose-and-progression
        """);

    [Fact]
    public void Beyond_ProgressionOfAMonthLongBefore_IsSaid() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", -90, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, -10)
            .Add(new ProgressionFact { Source = new("Observation", "q", "1", "x"), When = Month(2021, 1), Label = "worse" })
            .Doses(Trastuzumab, 56)).ShouldBe("""
        56: moderate active
        99: moderate resolved treatment-stopped 56 to 99
        """);

    [Fact]
    public void Beyond_Conjugate_IsNotThisRule() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Deruxtecan, 60)).ShouldBe("""
        
        """);

    [Fact]
    public void Beyond_Breast_IsNotThisRule() =>
        Timeline.Of("H2B-09", new PatientBuilder().Breast()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Trastuzumab, 60)).ShouldBe("""
        
        """);

    [Fact]
    public void Beyond_TumourUnknown_CannotBeTold() =>
        Timeline.Of("H2B-09", new PatientBuilder().Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Trastuzumab, 60)).ShouldBe("""
        60: ? tumour-type-unknown
        """);

    [Fact]
    public void Beyond_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-09", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Trastuzumab, 49), new Completeness(Instant(48), Instant(900))).ShouldBe("""
        49: ? tests-not-read-through
        """);

    [Fact]
    public void Beyond_SeveralTumoursAndNothingAssigned_CannotBeTold() =>
        Timeline.Of("H2B-09", Two()
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Doses(Trastuzumab, 60)).ShouldBe("""
        10: ? dose-not-assigned
        """);

    [Fact]
    public void Retracted_WithdrawnAfterDoses_IsHighUntilOld() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        80: high active
        446: high resolved historical 80 to 446
        """);

    [Fact]
    public void Retracted_WithdrawnAtTheMomentOfTheDose_IsNoDoseOnIt() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(10) })
            .Doses(Trastuzumab, 10)).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_DoseAtTheMomentItWasKnown_RestedOnIt() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })
            .Doses(Trastuzumab, 2)).ShouldBe("""
        80: high active
        446: high resolved historical 80 to 446
        """);

    [Fact]
    public void Retracted_DoseBeforeItWasKnown_DidNotRestOnIt() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })
            .Doses(Trastuzumab, 1)).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_CorrectedToNegative_BeginsWhenItWasWritten() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Corrected(0, 75))
            .Assayed(First(3, 80))
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        75: high active
        441: high resolved historical 75 to 441
        """);

    [Fact]
    public void Retracted_CorrectedAndSeenBeforeItWasWritten_BeginsWhenSeen() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Corrected(0, 85))
            .Assayed(First(3, 80))
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        80: high active
        446: high resolved historical 80 to 446
        """);

    [Fact]
    public void Retracted_CorrectedWithoutAChange_IsLow() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Corrected(3, 75))
            .Assayed(First(3, 80))
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        75: low active
        441: low resolved historical 75 to 441
        """);

    [Fact]
    public void Retracted_NoDose_IsSilent() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Corrected(0, 75))
            .Assayed(First(3, 80))).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_NoDoseAndDosesUnread_CannotBeTold() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Corrected(0, 75))
            .Assayed(First(3, 80))
            .Add(Unread(20, test: false, dose: true))).ShouldBe("""
        75: ? doses-not-read-through
        """);

    [Fact]
    public void Retracted_NoDoseAndDosesUnreadLater_IsSilent() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Corrected(0, 75))
            .Assayed(First(3, 80))
            .Add(Unread(90, test: false, dose: true))).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_NoDoseAndTestsUnread_IsSilent() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Corrected(0, 75))
            .Assayed(First(3, 80))
            .Add(Unread(20))).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_DosesNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Corrected(0, 75))
            .Assayed(First(3, 80)), new Completeness(Instant(900), Instant(70))).ShouldBe("""
        75: ? doses-not-read-through
        """);

    [Fact]
    public void Retracted_SeveralTumoursAndDosesOfNone_CannotBeTold() =>
        Timeline.Of("H2B-15", Two()
            .Assayed(Of("gastric", Corrected(0, 75)))
            .Assayed(Of("gastric", First(3, 80)))
            .Doses(Trastuzumab, 10)).ShouldBe("""
        75: ? dose-not-assigned
        """);

    [Fact]
    public void Retracted_ReReadReversesIt_IsHigh() =>
        Timeline.Of("H2B-15", Gastric()
            .Ihc("a", 0, 3, issued: 2, specimen: "Specimen/a")
            .Ihc("b", 0, 0, issued: 60, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        60: high active
        426: high resolved historical 60 to 426
        """);

    [Fact]
    public void Retracted_ReReadAfterTheStatusMovedOn_IsSilent() =>
        Timeline.Of("H2B-15", Gastric()
            .Ihc("a", 0, 3, issued: 2, specimen: "Specimen/a")
            .Ihc("z", 5, 3, issued: 8, specimen: "Specimen/z")
            .Ihc("b", 0, 0, issued: 60, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_TumourChanged_IsHigh() =>
        Timeline.Of("H2B-15", Two()
            .Assayed(Of("breast", Corrected(3, 75)))
            .Assayed(Of("gastric", First(3, 80)))
            .Add(For("gastric", 10))).ShouldBe("""
        75: high active
        441: high resolved historical 75 to 441
        """);

    [Fact]
    public void Retracted_CourseInOneRecord_RestedOnItFromThen() =>
        Timeline.Of("H2B-15", Gastric()
            .Course(Trastuzumab, -20, 40)
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })).ShouldBe("""
        80: high active
        446: high resolved historical 80 to 446
        """);

    [Fact]
    public void Retracted_CourseThatEndedBefore_DidNotRestOnIt() =>
        Timeline.Of("H2B-15", Gastric()
            .Course(Trastuzumab, -40, -20)
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_CourseThatGoesOn_RestedOnIt() =>
        Timeline.Of("H2B-15", Gastric()
            .Course(Trastuzumab, -40, null)
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })).ShouldBe("""
        80: high active
        """);

    [Fact]
    public void Retracted_TwoCorrections_AreOne() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Ihc("p", 0, 3, 2) with { Source = new("Observation", "p", "3", "Observation"), Standing = FactStanding.Amended, Updated = Instant(90) })
            .Assayed(Corrected(0, 60) with { ReplacedAt = Instant(92) })
            .Assayed(First(3, 62))
            .Doses(Trastuzumab, 10, 70)).ShouldBe("""
        60: high active
        456: high resolved historical 60 to 456
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-900);

    private static PatientBuilder Two() => new PatientBuilder().Gastric(-900).Breast();

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

    private static GapFact Unread(int? day, bool test = true, bool dose = false) => new()
    {
        Source = new SourceRef("DiagnosticReport", "r", "1", "DiagnosticReport"),
        When = day is { } d ? Day(d) : null,
        Code = "text-not-read",
        Reason = "not readable",
        MayHideTest = test,
        MayHideDose = dose,
    };

    private static PanelFact Panel(int day, int? issued = null) => new()
    {
        Source = new SourceRef("Observation", "panel" + day, "1", "Observation"),
        When = Day(day),
        Genes = ["ERBB2", "KRAS"],
        Issued = issued is { } known ? Instant(known) : null,
    };

    private static StatedByConditionFact Diagnosis() => new()
    {
        Source = new SourceRef("Condition", "k", "1", "code"),
        When = Day(-5),
        Status = Positive,
        Label = "HER2 positive carcinoma",
    };

    private static Drug Disitamab { get; } = new("disitamab vedotin", DrugClass.OtherHer2) { ForIhc2 = true };

    private static AssayFact Corrected(int score, int updated, int? issued = 2) => Ihc("p", 0, score, issued) with
    {
        Source = new SourceRef("Observation", "p", "2", "Observation"),
        Standing = FactStanding.Amended,
        Updated = Instant(updated),
    };

    private static AssayFact First(int score, int replaced) => Ihc("p", 0, score, 2) with { ReplacedAt = Instant(replaced) };
}
