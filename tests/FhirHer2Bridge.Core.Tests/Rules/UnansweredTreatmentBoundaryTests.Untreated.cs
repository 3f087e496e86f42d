using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class UnansweredTreatmentBoundaryTests
{
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
}
