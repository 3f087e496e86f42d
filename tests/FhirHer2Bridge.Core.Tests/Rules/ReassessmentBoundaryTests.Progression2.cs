using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class ReassessmentBoundaryTests
{
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
}
