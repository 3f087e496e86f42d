using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Preliminary results, untreated changes and restarts: the day on which each begins, turns severe, ends, or cannot be told.</summary>
public sealed class UnansweredTreatmentBoundaryTests
{
    [Fact]
    public void Preliminary_DoseAfterIt_IsLowAndThenModerateUntilOld() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10)).ShouldBe("""
        17: low active
        31: moderate active
        376: moderate resolved historical 17 to 376
        """);

    [Fact]
    public void Preliminary_DoseAtTheMomentItWasKnown_CountsAsAfterIt() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 2)).ShouldBe("""
        17: low active
        31: moderate active
        368: moderate resolved historical 17 to 368
        """);

    [Fact]
    public void Preliminary_DoseWhenSeverityIsModerateAlready_IsModerateAtOnce() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 40)).ShouldBe("""
        40: moderate active
        406: moderate resolved historical 40 to 406
        """);

    [Fact]
    public void Preliminary_DoseBetweenBothLimits_StartsWithTheDose() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 25)).ShouldBe("""
        25: low active
        31: moderate active
        391: moderate resolved historical 25 to 391
        """);

    [Fact]
    public void Preliminary_FinalAtTheMomentOfTheDose_WasKnownThen() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10)
            .Ihc("f", 3, 0, issued: 10, specimen: "Specimen/f")).ShouldBe("""
        
        """);

    [Fact]
    public void Preliminary_FinalAtTheFirstLimit_WasInTime() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10)
            .Ihc("f", 3, 0, issued: 17, specimen: "Specimen/f")).ShouldBe("""
        
        """);

    [Fact]
    public void Preliminary_FinalAtTheSecondLimit_StaysLow() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10)
            .Ihc("f", 3, 0, issued: 31, specimen: "Specimen/f")
            .Ihc("g", 3, 0, issued: 50, specimen: "Specimen/g")).ShouldBe("""
        17: low active
        31: low resolved reassessed 17 to 31
        """);

    [Fact]
    public void Preliminary_DeathAtTheSecondLimit_StaysLow() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10)
            .Death(31)).ShouldBe("""
        17: low active
        31: low resolved deceased 17 to 31
        """);

    [Fact]
    public void Preliminary_DeathAfterTheSecondLimit_EndsItModerate() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10)
            .Death(32)).ShouldBe("""
        17: low active
        31: moderate active
        32: moderate resolved deceased 17 to 32
        """);

    [Fact]
    public void Preliminary_TwoOfOneTumour_AreOneFlag() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Assayed(Preliminary("q", 1, 3))
            .Doses(Trastuzumab, 10)).ShouldBe("""
        17: low active
        31: moderate active
        376: moderate resolved historical 17 to 376
        """);

    [Fact]
    public void Preliminary_DoseOfOneMonth_CannotBeOrdered() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .DoseInMonth(Trastuzumab, 2021, 1)).ShouldBe("""
        17: ? order-of-dose-and-result
        """);

    [Fact]
    public void Preliminary_DoseOfOneMonthAndFinalInTime_IsNoQuestion() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Ihc("f", 3, 0, issued: 17, specimen: "Specimen/f")).ShouldBe("""
        
        """);

    [Fact]
    public void Preliminary_DoseOfOneMonthAndFinalTooLate_CannotBeOrdered() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Ihc("f", 3, 0, issued: 18, specimen: "Specimen/f")).ShouldBe("""
        17: ? order-of-dose-and-result
        """);

    [Fact]
    public void Preliminary_DoseOfTheDayBefore_IsNoQuestion() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 1)).ShouldBe("""
        
        """);

    [Fact]
    public void Preliminary_SeveralVersions_EndsWhenTheLastOfThemWasReplaced() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary() with { ReplacedAt = Instant(20) })
            .Assayed(Preliminary(issued: 6) with { ReplacedAt = Instant(40), Source = Preliminary().Source with { VersionId = "2" } })
            .Assayed(Preliminary() with { Standing = FactStanding.Final, Source = Preliminary().Source with { VersionId = "3" } })
            .Doses(Trastuzumab, 10)).ShouldBe("""
        17: low active
        31: moderate active
        40: moderate resolved reassessed 17 to 40
        """);

    [Fact]
    public void Preliminary_SeveralTumoursAndNothingAssigned_CannotBeTold() =>
        Timeline.Of("H2B-16", Two()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10)).ShouldBe("""
        10: ? dose-not-assigned | ? tumour-not-assigned
        """);

    [Fact]
    public void Preliminary_SeveralTumoursWithoutADose_IsNoQuestion() =>
        Timeline.Of("H2B-16", Two()
            .Assayed(Preliminary())).ShouldBe("""
        
        """);

    [Fact]
    public void Preliminary_FinalThatNamesNoTumour_MayBeIts() =>
        Timeline.Of("H2B-16", Two()
            .Assayed(Preliminary() with { Conditions = [new("Condition/gastric")] })
            .Ihc("f", 3, 0, issued: 20, specimen: "Specimen/f")
            .Add(new TherapyFact { Source = new("MedicationAdministration", "d", "1", "x"), When = Day(10), Drug = Trastuzumab, WasGiven = true, Conditions = [new("Condition/gastric")] })).ShouldBe("""
        17: low active
        20: low resolved reassessed 17 to 20
        """);

    [Fact]
    public void Preliminary_TestsReadUpToTheLimit_IsAnswered() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10), new Completeness(Instant(17), Instant(17))).ShouldBe("""
        17: low active
        31: moderate active
        376: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Preliminary_TestsReadUpToTheDayBefore_CannotBeTold() =>
        Timeline.Of("H2B-16", Gastric()
            .Assayed(Preliminary())
            .Doses(Trastuzumab, 10), new Completeness(Instant(16), Instant(16))).ShouldBe("""
        17: ? tests-not-read-through
        """);

    [Fact]
    public void Untreated_NoDose_BeginsAfterTheDaysOfPlanning() =>
        Timeline.Of("H2B-24", Changed()).ShouldBe("""
        266: moderate active
        571: moderate resolved historical 266 to 571
        """);

    [Fact]
    public void Untreated_DoseAtTheLimit_WasInTime() =>
        Timeline.Of("H2B-24", Changed()
            .Doses(Trastuzumab, 266)).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_DoseAfterTheLimit_EndsIt() =>
        Timeline.Of("H2B-24", Changed()
            .Doses(Trastuzumab, 267, 300)).ShouldBe("""
        266: moderate active
        267: moderate resolved treatment-began 266 to 267
        """);

    [Fact]
    public void Untreated_DoseInTimeAndLater_IsTreated() =>
        Timeline.Of("H2B-24", Changed()
            .Doses(Trastuzumab, 210, 300)).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_DoseAtTheCollection_IsTreated() =>
        Timeline.Of("H2B-24", Changed()
            .Doses(Trastuzumab, 200)).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_DoseBeforeTheCollection_IsNotForIt() =>
        Timeline.Of("H2B-24", Changed()
            .Doses(Trastuzumab, 199)).ShouldBe("""
        266: moderate active
        571: moderate resolved historical 266 to 571
        """);

    [Fact]
    public void Untreated_NegativeAgainAtTheLimit_IsNoQuestion() =>
        Timeline.Of("H2B-24", Changed()
            .Ihc("z", 250, 0, issued: 266, specimen: "Specimen/z")
            .Doses(Trastuzumab, 220)).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_NegativeAgainAfterTheLimit_EndsIt() =>
        Timeline.Of("H2B-24", Changed()
            .Ihc("z", 320, 0, issued: 330, specimen: "Specimen/z")).ShouldBe("""
        266: moderate active
        330: moderate resolved status-returned 266 to 330
        """);

    [Fact]
    public void Untreated_NegativeAgainKnownAtTheLimit_IsNoQuestion() =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", -400, 0, specimen: "Specimen/n")
            .Ihc("y", 0, 3, issued: 100, specimen: "Specimen/y")
            .Ihc("z", 95, 0, issued: 161, specimen: "Specimen/z")).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_NegativeAgainKnownAfterTheLimit_EndsIt() =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", -400, 0, specimen: "Specimen/n")
            .Ihc("y", 0, 3, issued: 100, specimen: "Specimen/y")
            .Ihc("z", 95, 0, issued: 162, specimen: "Specimen/z")).ShouldBe("""
        161: moderate active
        162: moderate resolved status-returned 161 to 162
        """);

    [Fact]
    public void Untreated_DoseInAMonthWhollyInTime_IsTreated() =>
        Timeline.Of("H2B-24", Changed()
            .DoseInMonth(Trastuzumab, 2021, 8)).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_DoseInTheMonthOfTheCollection_CannotBeTold() =>
        Timeline.Of("H2B-24", Changed()
            .DoseInMonth(Trastuzumab, 2021, 7)).ShouldBe("""
        266: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Untreated_DoseInTheMonthOfTheLimit_CannotBeTold() =>
        Timeline.Of("H2B-24", Changed()
            .DoseInMonth(Trastuzumab, 2021, 9)).ShouldBe("""
        266: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Untreated_DoseInAMonthAfterTheLimit_EndsIt() =>
        Timeline.Of("H2B-24", Changed()
            .DoseInMonth(Trastuzumab, 2021, 10)).ShouldBe("""
        266: moderate active
        270: moderate resolved treatment-began 266 to 270
        """);

    [Fact]
    public void Untreated_DoseInTheMonthBeforeTheCollection_IsNotForIt() =>
        Timeline.Of("H2B-24", Changed()
            .DoseInMonth(Trastuzumab, 2021, 6)).ShouldBe("""
        266: moderate active
        571: moderate resolved historical 266 to 571
        """);

    [Fact]
    public void Untreated_DoseInAMonthThatEndsAtTheLimit_IsTreated() =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", 0, 0, specimen: "Specimen/n")
            .Ihc("y", 200, 3, issued: 208, specimen: "Specimen/y")
            .DoseInMonth(Trastuzumab, 2021, 9)).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_DoseInAMonthThatBeginsWithTheCollection_IsTreated() =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", 0, 0, specimen: "Specimen/n")
            .Ihc("y", 178, 3, specimen: "Specimen/y")
            .DoseInMonth(Trastuzumab, 2021, 7)).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_DoseInAMonthThatBeginsAtTheLimit_CannotBeTold() =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", 0, 0, specimen: "Specimen/n")
            .Ihc("y", 200, 3, issued: 209, specimen: "Specimen/y")
            .DoseInMonth(Trastuzumab, 2021, 10)).ShouldBe("""
        270: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Untreated_ActiveOrder_IsTreated() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(250, true, Trastuzumab))).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_ActiveOrderWithoutADate_IsTreated() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(null, true, Trastuzumab))).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_ActiveOrderAfterTheLimit_EndsIt() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(280, true, Trastuzumab))).ShouldBe("""
        266: moderate active
        280: moderate resolved treatment-began 266 to 280
        """);

    [Fact]
    public void Untreated_OrderForAnUnreadProduct_CannotBeTold() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(250, true, null))).ShouldBe("""
        266: ? order-not-readable
        """);

    [Fact]
    public void Untreated_OrderForAnUnreadProductAtTheLimit_CannotBeTold() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(266, true, null))).ShouldBe("""
        266: ? order-not-readable
        """);

    [Fact]
    public void Untreated_OrderForAnUnreadProductAfterTheLimit_IsNoQuestion() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(267, true, null))).ShouldBe("""
        266: moderate active
        571: moderate resolved historical 266 to 571
        """);

    [Fact]
    public void Untreated_EndedOrderSinceTheCollection_CannotBeTold() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(200, false, Trastuzumab))).ShouldBe("""
        266: ? order-no-longer-active
        """);

    [Fact]
    public void Untreated_EndedOrderBeforeTheCollection_IsNoQuestion() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(199, false, Trastuzumab))).ShouldBe("""
        266: moderate active
        571: moderate resolved historical 266 to 571
        """);

    [Fact]
    public void Untreated_EndedOrderOfAnUnreadProduct_IsNoQuestion() =>
        Timeline.Of("H2B-24", Changed()
            .Add(Order(210, false, null))).ShouldBe("""
        266: moderate active
        571: moderate resolved historical 266 to 571
        """);

    [Fact]
    public void Untreated_TwoResultsOfOneDay_CannotBeTold() =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", 0, 0, specimen: "Specimen/n")
            .Ihc("y", 0, 3, specimen: "Specimen/y")).ShouldBe("""
        0: ? tied-dates
        """);

    [Fact]
    public void Untreated_SeveralTumoursAndAResultThatNamesNone_CannotBeTold() =>
        Timeline.Of("H2B-24", Two()
            .Ihc("n", 0, 0, specimen: "Specimen/n")).ShouldBe("""
        0: ? tumour-not-assigned
        """);

    [Fact]
    public void Untreated_SeveralTumoursAndAnEquivocalResult_IsNoQuestion() =>
        Timeline.Of("H2B-24", Two()
            .Ihc("n", 0, 2, specimen: "Specimen/n")).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_SeveralTumoursAndAPreliminaryResult_IsNoQuestion() =>
        Timeline.Of("H2B-24", Two()
            .Assayed(Preliminary())).ShouldBe("""
        
        """);

    [Fact]
    public void Untreated_DosesNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-24", Changed(), new Completeness(DateTimeOffset.MaxValue, Instant(265))).ShouldBe("""
        266: ? doses-not-read-through
        """);

    [Fact]
    public void Untreated_DosesReadUpToTheLimit_IsAnswered() =>
        Timeline.Of("H2B-24", Changed(), new Completeness(DateTimeOffset.MaxValue, Instant(266))).ShouldBe("""
        266: moderate active
        571: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Restart_GapOfACourse_IsNoRestart() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 52)).ShouldBe("""
        
        """);

    [Fact]
    public void Restart_DayAfterTheGapOfACourse_IsLowUntilTested() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 53)
            .Ihc("u", 60, 3, issued: 63, specimen: "Specimen/u")
            .Ihc("v", 62, 3, issued: 70, specimen: "Specimen/v")).ShouldBe("""
        53: low active
        63: low resolved reassessed 53 to 63
        """);

    [Fact]
    public void Restart_GapOfANewCourse_IsLow() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 100)).ShouldBe("""
        100: low active
        466: low resolved historical 100 to 466
        """);

    [Fact]
    public void Restart_DayAfterTheGapOfANewCourse_IsModerate() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 101)).ShouldBe("""
        101: moderate active
        467: moderate resolved historical 101 to 467
        """);

    [Fact]
    public void Restart_TestOnTheDayOfTheFormerDose_WasMadeInTheGap() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 10, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 101)).ShouldBe("""
        101: low active
        467: low resolved historical 101 to 467
        """);

    [Fact]
    public void Restart_TestKnownAtTheRestart_WasInTime() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 50, 3, issued: 101, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 101)).ShouldBe("""
        101: low active
        467: low resolved historical 101 to 467
        """);

    [Fact]
    public void Restart_TestKnownAfterTheRestart_EndsIt() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 50, 3, issued: 102, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 101)).ShouldBe("""
        101: moderate active
        102: moderate resolved reassessed 101 to 102
        """);

    [Fact]
    public void Restart_AnotherRestart_TakesItsPlace() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 60, 120)).ShouldBe("""
        60: low active
        120: low resolved superseded 60 to 120 @MedicationAdministration/d60 | low active @MedicationAdministration/d120
        486: low resolved superseded 60 to 120 @MedicationAdministration/d60 | low resolved historical 120 to 486 @MedicationAdministration/d120
        """);

    [Fact]
    public void Restart_AfterACourseInOneRecord_CountsFromItsEnd() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 0, 40)
            .Doses(Trastuzumab, 82)).ShouldBe("""
        
        """);

    [Fact]
    public void Restart_AfterACourseInOneRecordAndTheGap_IsLow() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 0, 40)
            .Doses(Trastuzumab, 83)).ShouldBe("""
        83: low active
        449: low resolved historical 83 to 449
        """);

    [Fact]
    public void Restart_AfterACourseThatGoesOn_IsNone() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 0, null)
            .Doses(Trastuzumab, 200)).ShouldBe("""
        
        """);

    [Fact]
    public void Restart_ConjugateInBetween_IsNoGap() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 80)
            .Doses(Deruxtecan, 45)).ShouldBe("""
        
        """);

    [Fact]
    public void Restart_OfAConjugate_IsNotThisRule() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10)
            .Doses(Deruxtecan, 80)).ShouldBe("""
        
        """);

    [Fact]
    public void Restart_AfterAMonth_GapThatTheDatesRuleOut_IsNone() =>
        Timeline.Of("H2B-23", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Doses(Trastuzumab, 39)).ShouldBe("""
        
        """);

    [Fact]
    public void Restart_AfterAMonth_GapThatTheDatesLeaveOpen_CannotBeTold() =>
        Timeline.Of("H2B-23", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Doses(Trastuzumab, 40)).ShouldBe("""
        40: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Restart_AfterAMonth_GapThatIsJustCertain_IsLow() =>
        Timeline.Of("H2B-23", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Doses(Trastuzumab, 70)).ShouldBe("""
        70: low active
        436: low resolved historical 70 to 436
        """);

    [Fact]
    public void Restart_AfterAMonth_GapThatIsNotQuiteCertain_CannotBeTold() =>
        Timeline.Of("H2B-23", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Doses(Trastuzumab, 69)).ShouldBe("""
        69: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Restart_DoseAndTheMonthAroundIt_IsNoGap() =>
        Timeline.Of("H2B-23", Gastric()
            .Doses(Trastuzumab, 20)
            .DoseInMonth(Trastuzumab, 2021, 2)
            .Doses(Trastuzumab, 50)).ShouldBe("""
        
        """);

    [Fact]
    public void Restart_DosesNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 101), new Completeness(DateTimeOffset.MaxValue, Instant(100))).ShouldBe("""
        101: ? doses-not-read-through
        """);

    [Fact]
    public void Restart_LongGapAndTestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 101), new Completeness(Instant(100), DateTimeOffset.MaxValue)).ShouldBe("""
        101: ? tests-not-read-through
        """);

    [Fact]
    public void Restart_ShortGapAndTestsNotReadThrough_IsLowAllTheSame() =>
        Timeline.Of("H2B-23", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 60), new Completeness(Instant(50), DateTimeOffset.MaxValue)).ShouldBe("""
        60: low active
        426: low resolved historical 60 to 426
        """);

    [Fact]
    public void Restart_SeveralTumoursAndNothingAssigned_CannotBeTold() =>
        Timeline.Of("H2B-23", Two()
            .Doses(Trastuzumab, 10, 101)).ShouldBe("""
        10: ? dose-not-assigned
        """);

    [Fact]
    public void Restart_ResultInTheGapThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-23", Two()
            .Add(For("a", 10))
            .Add(For("b", 101))
            .Ihc("x", 50, 3, issued: 101, specimen: "Specimen/x")).ShouldBe("""
        101: ? tumour-not-assigned
        """);

    [Fact]
    public void Restart_ResultOfTheFormerDoseThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-23", Two()
            .Add(For("a", 10))
            .Add(For("b", 101))
            .Ihc("x", 10, 3, specimen: "Specimen/x")).ShouldBe("""
        101: ? tumour-not-assigned
        """);

    [Fact]
    public void Restart_ResultBeforeTheGapThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-23", Two()
            .Add(For("a", 10))
            .Add(For("b", 101))
            .Ihc("x", 9, 3, specimen: "Specimen/x")).ShouldBe("""
        101: moderate active
        467: moderate resolved historical 101 to 467
        """);

    [Fact]
    public void Restart_ResultKnownTooLateThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-23", Two()
            .Add(For("a", 10))
            .Add(For("b", 101))
            .Ihc("x", 50, 3, issued: 102, specimen: "Specimen/x")).ShouldBe("""
        101: moderate active
        467: moderate resolved historical 101 to 467
        """);

    [Fact]
    public void Restart_EquivocalResultThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-23", Two()
            .Add(For("a", 10))
            .Add(For("b", 101))
            .Ihc("x", 50, 2, specimen: "Specimen/x")).ShouldBe("""
        101: moderate active
        467: moderate resolved historical 101 to 467
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-3);

    private static AssayFact Preliminary(string id = "p", int day = 0, int issued = 2) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: issued, specimen: "Specimen/" + id) with { Standing = FactStanding.Preliminary };

    private static PatientBuilder Two() => new PatientBuilder().Gastric(-3).Breast();

    private static PatientBuilder Changed() => Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Ihc("y", 200, 3, issued: 205, specimen: "Specimen/y");

    private static OrderFact Order(int? day, bool active, Drug? drug) => new()
    {
        Source = new SourceRef("MedicationRequest", "o", "1", "MedicationRequest"),
        When = day is { } d ? Day(d) : null,
        Active = active,
        Drug = drug,
        Product = drug is null ? new ResourceKey("Medication/unread") : null,
    };

    private static TherapyFact For(string id, int day, string condition = "Condition/gastric") => new()
    {
        Source = new SourceRef("MedicationAdministration", id, "1", "MedicationAdministration"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = [new ResourceKey(condition)],
    };
}
