using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class UnansweredTreatmentBoundaryTests
{
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
    public void Restart_SeveralTumoursAndNothingAssigned_IsToldForWhicheverItIs() =>
        Timeline.Of("H2B-23", Two()
            .Doses(Trastuzumab, 10, 101)).ShouldBe("""
        101: moderate active
        467: moderate resolved historical 101 to 467
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
    public void Restart_WithdrawnOrPreliminaryResultThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-23", Two()
            .Add(For("a", 10))
            .Add(For("b", 101))
            .Assayed(Assay("x", 50, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/x") with { Standing = FactStanding.Withdrawn })
            .Assayed(Assay("y", 50, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/y") with { Standing = FactStanding.Preliminary })).ShouldBe("""
        101: moderate active
        467: moderate resolved historical 101 to 467
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
}
