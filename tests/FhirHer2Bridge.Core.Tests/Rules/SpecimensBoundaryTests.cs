using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Changes, disagreements and results that belong elsewhere: the day on which each is said, ends, or cannot be told.</summary>
public sealed class SpecimensBoundaryTests
{
    [Fact]
    public void Changed_BackAndForth_EachEndsTheOneBefore() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 200, 0, issued: 205, specimen: "Specimen/b")
            .Ihc("c", 400, 3, issued: 410, specimen: "Specimen/c")
            .Ihc("d", 600, 0, specimen: "Specimen/d")).ShouldBe("""
        205: high active
        410: high resolved status-returned 205 to 410 @Observation/b | high active @Observation/c
        600: high resolved status-returned 205 to 410 @Observation/b | high resolved status-returned 410 to 600 @Observation/c | high active @Observation/d
        966: high resolved status-returned 205 to 410 @Observation/b | high resolved status-returned 410 to 600 @Observation/c | high resolved historical 600 to 966 @Observation/d
        """);

    [Fact]
    public void Changed_FirstResultKnownLater_BeginsWhenBothAreKnown() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, issued: 300, specimen: "Specimen/a")
            .Ihc("b", 200, 0, issued: 205, specimen: "Specimen/b")).ShouldBe("""
        300: high active
        566: high resolved historical 300 to 566
        """);

    [Fact]
    public void Changed_ReReadTwice_EachReadingIsAChange() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, issued: 2, specimen: "Specimen/a")
            .Ihc("b", 0, 0, issued: 10, specimen: "Specimen/a")
            .Ihc("c", 0, 3, issued: 20, specimen: "Specimen/a")).ShouldBe("""
        10: high active
        20: high resolved status-returned 10 to 20 @Observation/a | high active @Observation/a
        366: high resolved status-returned 10 to 20 @Observation/a | high resolved historical 20 to 366 @Observation/a
        """);

    [Fact]
    public void Changed_ThenTheLaterSpecimenReRead_OnlyTheReReadIsLeft() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 200, 0, issued: 205, specimen: "Specimen/b")
            .Ihc("c", 200, 3, issued: 230, specimen: "Specimen/b")).ShouldBe("""
        205: high active
        566: high resolved historical 230 to 566
        """);

    [Fact]
    public void Changed_ThenTheEarlierSpecimenReReadTwice_IsAChangeAgain() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 200, 0, issued: 205, specimen: "Specimen/b")
            .Ihc("c", 0, 0, issued: 230, specimen: "Specimen/a")
            .Ihc("d", 0, 3, issued: 240, specimen: "Specimen/a")).ShouldBe("""
        205: high active
        240: high resolved status-returned 230 to 240 @Observation/a | high active @Observation/a | high active @Observation/b
        366: high resolved status-returned 230 to 240 @Observation/a | high resolved historical 240 to 366 @Observation/a | high active @Observation/b
        566: high resolved status-returned 230 to 240 @Observation/a | high resolved historical 240 to 366 @Observation/a | high resolved historical 240 to 566 @Observation/b
        """);

    [Fact]
    public void Changed_ResultContradictedAtOneMoment_CannotBeTold() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, issued: 2, specimen: "Specimen/a")
            .Ihc("b", 0, 1, issued: 9, specimen: "Specimen/a")
            .Ihc("c", 0, 3, issued: 9, specimen: "Specimen/a")
            .Ihc("z", 300, 3, specimen: "Specimen/z")).ShouldBe("""
        9: ? conflicting-results | ? result-became-unclear
        """);

    [Fact]
    public void Changed_OneOfSeveralContradicted_CannotBeTold() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("z", -200, 3, specimen: "Specimen/z")
            .Ihc("a", 0, 1, issued: 2, specimen: "Specimen/a")
            .Ihc("b", 0, 3, issued: 2, specimen: "Specimen/a")).ShouldBe("""
        2: ? conflicting-results
        """);

    [Fact]
    public void Changed_EquivocalFromTheStart_DidNotBecomeUnclear() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("b", 200, 0, specimen: "Specimen/b")).ShouldBe("""
        
        """);

    [Fact]
    public void Changed_PlasmaOnly_IsModerate() =>
        Timeline.Of("H2B-01", Gastric()
            .Plasma("a", 0, null, detected: true)
            .Plasma("b", 30, null, detected: false, fraction: 8)).ShouldBe("""
        30: moderate active
        396: moderate resolved historical 30 to 396
        """);

    [Fact]
    public void Changed_UnassignedPreliminary_IsNoQuestion() =>
        Timeline.Of("H2B-01", Two()
            .Assayed(Ihc("x", 0, 3) with { Standing = FactStanding.Preliminary })
            .Assayed(Of("gastric", Ihc("g", 0, 3)))).ShouldBe("""
        
        """);

    [Fact]
    public void Changed_UnassignedEquivocal_IsNoQuestion() =>
        Timeline.Of("H2B-01", Two()
            .Assayed(Ihc("x", 0, 2))).ShouldBe("""
        
        """);

    [Fact]
    public void Changed_WithinTheWindowAndADoseOfUnknownDayBetween_CannotBeTold() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 40, 0, specimen: "Specimen/b")
            .DoseInMonth(Trastuzumab, 2021, 1)).ShouldBe("""
        40: ? dose-between-unknown
        """);

    [Fact]
    public void Changed_WithinTheWindowAndOneStatus_IsNoQuestion() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 40, 3, specimen: "Specimen/b")
            .DoseInMonth(Trastuzumab, 2021, 1)).ShouldBe("""
        
        """);

    [Fact]
    public void Changed_DayBeyondTheWindow_IsAChange() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 91, 0, specimen: "Specimen/b")).ShouldBe("""
        91: high active
        457: high resolved historical 91 to 457
        """);

    [Fact]
    public void Changed_LastDayOfTheWindow_IsNone() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 90, 0, specimen: "Specimen/b")).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_LastDayOfTheWindow_IsSaid() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 90, 0, issued: 95, specimen: "Specimen/b")).ShouldBe("""
        95: moderate active
        456: moderate resolved historical 95 to 456
        """);

    [Fact]
    public void Discordant_DayBeyondTheWindow_IsNot() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 91, 0, issued: 95, specimen: "Specimen/b")).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_TreatmentBegins_EndsIt() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, issued: 25, specimen: "Specimen/b")
            .Doses(Trastuzumab, 22, 40, 60)).ShouldBe("""
        25: moderate active
        40: moderate resolved treatment-began 25 to 40
        """);

    [Fact]
    public void Discordant_TreatmentTheDayAfterTheLaterSpecimen_EndsIt() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Doses(Trastuzumab, 21)).ShouldBe("""
        20: moderate active
        21: moderate resolved treatment-began 20 to 21
        """);

    [Fact]
    public void Discordant_TreatmentAsItBegins_NeverWas() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, issued: 25, specimen: "Specimen/b")
            .Doses(Trastuzumab, 25)).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_TreatmentBetween_IsAChangeOverTime() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, issued: 25, specimen: "Specimen/b")
            .Doses(Trastuzumab, 10)).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_LaterResultBeyondTheWindow_TakesItsPlace() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Ihc("c", 111, 0, issued: 115, specimen: "Specimen/c")
            .Ihc("d", 300, 3, specimen: "Specimen/d")).ShouldBe("""
        20: moderate active
        115: moderate resolved superseded 20 to 115
        """);

    [Fact]
    public void Discordant_LaterResultWithinTheWindow_DoesNotEndIt() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Ihc("c", 110, 0, issued: 115, specimen: "Specimen/c")).ShouldBe("""
        20: moderate active
        386: moderate resolved historical 20 to 386
        """);

    [Fact]
    public void Discordant_LaterEquivocalResult_DoesNotEndIt() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Ihc("c", 300, 2, specimen: "Specimen/c")).ShouldBe("""
        20: moderate active
        386: moderate resolved historical 20 to 386
        """);

    [Fact]
    public void Discordant_EarlierSpecimenReRead_EndsIt() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Ihc("c", 0, 0, issued: 50, specimen: "Specimen/a")).ShouldBe("""
        20: moderate active
        50: moderate resolved reassessed 20 to 50
        """);

    [Fact]
    public void Discordant_OneOfTwoPartnersReRead_Stays() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("x", 1, 3, issued: 30, specimen: "Specimen/x")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Ihc("c", 0, 0, issued: 50, specimen: "Specimen/a")).ShouldBe("""
        20: moderate active
        50: moderate active @Observation/b | moderate active @Observation/x
        367: moderate active @Observation/b | moderate resolved historical 50 to 367 @Observation/x
        386: moderate resolved historical 20 to 386 @Observation/b | moderate resolved historical 50 to 367 @Observation/x
        """);

    [Fact]
    public void Discordant_BothPartnersReRead_EndsWithTheLater() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("x", 1, 3, issued: 30, specimen: "Specimen/x")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Ihc("c", 0, 0, issued: 50, specimen: "Specimen/a")
            .Ihc("y", 1, 0, issued: 70, specimen: "Specimen/x")).ShouldBe("""
        20: moderate active
        50: moderate active @Observation/b | moderate active @Observation/x
        70: moderate resolved reassessed 20 to 70 @Observation/b | moderate resolved reassessed 50 to 70 @Observation/x
        """);

    [Fact]
    public void Discordant_2BesideA3SettledByIsh_EndsOrGrows() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 2, specimen: "Specimen/b")
            .Ish("i", 20, false, issued: 40, specimen: "Specimen/b")
            .Ish("j", 20, true, issued: 60, specimen: "Specimen/b")).ShouldBe("""
        20: low active
        40: moderate active
        60: moderate resolved reassessed 20 to 60
        """);

    [Fact]
    public void Discordant_3AndA2_AsWellAsANegative_IsModerate() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("b", 3, 0, specimen: "Specimen/b")
            .Ihc("c", 20, 3, specimen: "Specimen/c")).ShouldBe("""
        20: moderate active
        386: moderate resolved historical 20 to 386
        """);

    [Fact]
    public void Discordant_ReadAgainAndAgain_IsSaidAgain() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Ihc("c", 20, 3, issued: 50, specimen: "Specimen/b")
            .Ihc("d", 20, 0, issued: 70, specimen: "Specimen/b")).ShouldBe("""
        20: moderate active
        50: moderate resolved reassessed 20 to 50
        70: moderate active
        386: moderate resolved historical 20 to 386
        """);

    [Fact]
    public void Discordant_PlasmaPositiveTissueNegative_IsModerate() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Plasma("p", 10, null, detected: true)).ShouldBe("""
        10: moderate active
        376: moderate resolved historical 10 to 376
        """);

    [Fact]
    public void Discordant_PlasmaNegativeTissuePositive_IsSilent() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Plasma("p", 10, null, detected: false, fraction: 8)).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_PlasmaNegativeBeforeTissuePositive_IsSilent() =>
        Timeline.Of("H2B-05", Gastric()
            .Plasma("p", -10, null, detected: false, fraction: 8)
            .Ihc("t", 0, 3, specimen: "Specimen/t")).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_PlasmaPositiveTissuePositive_IsSilent() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Plasma("p", 10, null, detected: true)).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_PlasmaPositiveBeforeTissueNegative_IsModerate() =>
        Timeline.Of("H2B-05", Gastric()
            .Plasma("p", -10, null, detected: true)
            .Ihc("t", 0, 0, specimen: "Specimen/t")).ShouldBe("""
        0: moderate active
        366: moderate resolved historical 0 to 366
        """);

    [Fact]
    public void Discordant_PlasmaPositiveTissueEquivocal_IsSilent() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("t", 0, 2, specimen: "Specimen/t")
            .Plasma("p", 10, null, detected: true)).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_TwoPlasmaSamples_AreOnePool() =>
        Timeline.Of("H2B-05", Gastric()
            .Plasma("p", 0, null, detected: true)
            .Plasma("q", 10, null, detected: false, fraction: 8)).ShouldBe("""
        
        """);

    [Fact]
    public void Discordant_SameDay_CannotBeOrdered() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 0, 0, specimen: "Specimen/b")).ShouldBe("""
        0: ? tied-dates
        """);

    [Fact]
    public void Discordant_SameDay3And2_IsLow() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 0, 2, specimen: "Specimen/b")).ShouldBe("""
        0: low active
        366: low resolved historical 0 to 366
        """);

    [Fact]
    public void Discordant_DoseOfUnknownDayBetween_CannotBeTold() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 40, 0, specimen: "Specimen/b")
            .DoseInMonth(Trastuzumab, 2021, 1)).ShouldBe("""
        40: ? dose-between-unknown
        """);

    [Fact]
    public void Discordant_UnassignedResult_CannotBeTold() =>
        Timeline.Of("H2B-05", Two()
            .Assayed(Ihc("x", 0, 3, 4))).ShouldBe("""
        4: ? tumour-not-assigned
        """);

    [Fact]
    public void Discordant_UnassignedPreliminaryOrEquivocal_IsNoQuestion() =>
        Timeline.Of("H2B-05", Two()
            .Assayed(Ihc("x", 0, 3) with { Standing = FactStanding.Preliminary })
            .Assayed(Ihc("y", 9, 2))).ShouldBe("""
        
        """);

    [Fact]
    public void Mismatch_OtherTumoursResultAndStopped_EndsWithTheCourse() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60))
            .Add(For("gastric", 81))).ShouldBe("""
        60: moderate active
        124: moderate resolved treatment-stopped 60 to 124
        """);

    [Fact]
    public void Mismatch_ResultKnownAfterTheDose_BeginsWithIt() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3, 70)))
            .Assayed(Of("breast", Ihc("c", 0, 3, 65)))
            .Add(For("gastric", 60))).ShouldBe("""
        65: moderate active
        103: moderate resolved treatment-stopped 65 to 103
        """);

    [Fact]
    public void Mismatch_ResultKnownAsTheCourseEnds_NeverWas() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3, 103)))
            .Add(For("gastric", 60))).ShouldBe("""
        
        """);

    [Fact]
    public void Mismatch_ResultKnownJustBeforeTheCourseEnds_IsShort() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3, 102)))
            .Add(For("gastric", 60))).ShouldBe("""
        102: moderate active
        103: moderate resolved treatment-stopped 102 to 103
        """);

    [Fact]
    public void Mismatch_CourseThatGoesOn_Stays() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60, ongoing: true))).ShouldBe("""
        60: moderate active
        """);

    [Fact]
    public void Mismatch_OwnResultsLater_EndsWithTheFirstKnown() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60))
            .Assayed(Of("gastric", Ihc("g", 62, 0, 80)))
            .Assayed(Of("gastric", Ihc("h", 64, 0, 75)))).ShouldBe("""
        60: moderate active
        75: moderate resolved reassessed 60 to 75
        """);

    [Fact]
    public void Mismatch_OwnResultAsItBegins_NeverWas() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60))
            .Assayed(Of("gastric", Ihc("g", 50, 0, 60)))).ShouldBe("""
        
        """);

    [Fact]
    public void Mismatch_OwnEquivocalThenDecidedByIsh_EndsWithTheDecision() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60))
            .Assayed(Of("gastric", Ihc("g", 50, 2, 55)))
            .Assayed(Of("gastric", Assay("i", 50, AssayMethod.Ish, new AssayResult.Gene(true), issued: 70, specimen: "Specimen/g")))).ShouldBe("""
        60: moderate active
        70: moderate resolved reassessed 60 to 70
        """);

    [Fact]
    public void Mismatch_OwnEquivocalResult_DecidesNothing() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60))
            .Assayed(Of("gastric", Ihc("g", 50, 2, 55)))).ShouldBe("""
        60: moderate active
        103: moderate resolved treatment-stopped 60 to 103
        """);

    [Fact]
    public void Mismatch_OtherTumourOnlyPreliminary_IsSilent() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)) with { Standing = FactStanding.Preliminary })
            .Add(For("gastric", 60))).ShouldBe("""
        
        """);

    [Fact]
    public void Mismatch_OtherTumourNegative_IsSilent() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 0)))
            .Add(For("gastric", 60))).ShouldBe("""
        
        """);

    [Fact]
    public void Mismatch_UnassignedResultMayBeItsOwn_CannotBeTold() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Assayed(Ihc("x", 5, 3))
            .Add(For("gastric", 60))).ShouldBe("""
        60: ? tumour-not-assigned
        """);

    [Fact]
    public void Mismatch_UnassignedEquivocalOrPreliminary_IsNoQuestion() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Assayed(Ihc("x", 5, 2))
            .Assayed(Ihc("y", 8, 3) with { Standing = FactStanding.Preliminary })
            .Add(For("gastric", 60))).ShouldBe("""
        60: moderate active
        103: moderate resolved treatment-stopped 60 to 103
        """);

    [Fact]
    public void Mismatch_TestsReadUpToItsStart_IsSaid() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60)), new Completeness(Instant(60), Instant(60))).ShouldBe("""
        60: moderate active
        103: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Mismatch_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60)), new Completeness(Instant(59), Instant(200))).ShouldBe("""
        60: ? tests-not-read-through
        """);

    [Fact]
    public void Mismatch_DoseNamesNoneOfTwoDiagnoses_CannotBeTold() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Doses(Trastuzumab, 60)).ShouldBe("""
        60: ? dose-not-assigned
        """);

    [Fact]
    public void Mismatch_OneDiagnosisAndAResultOfAnotherOrgan_TheDoseIsForTheDiagnosis() =>
        Timeline.Of("H2B-25", Gastric()
            .Assayed(Ihc("b", 0, 3) with { SiteTumour = TumourKind.Breast })
            .Doses(Trastuzumab, 60)).ShouldBe("""
        60: moderate active
        103: moderate resolved treatment-stopped 60 to 103
        """);

    [Fact]
    public void Mismatch_TumoursDifferAndOneResultNamesNone_BeginsWhenAllIsKnown() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Assayed(Of("gastric", Ihc("g", 0, 0, 90)))
            .Assayed(Ihc("x", 5, 3, 30))).ShouldBe("""
        90: moderate active | ? tumour-not-assigned
        371: moderate resolved historical 90 to 371 | ? tumour-not-assigned
        """);

    [Fact]
    public void Mismatch_TumoursDifferAndOneEquivocalNamesNone_IsNoQuestion() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Assayed(Of("gastric", Ihc("g", 0, 0)))
            .Assayed(Ihc("x", 5, 2, 30))
            .Assayed(Ihc("y", 15, 3) with { Standing = FactStanding.Preliminary })).ShouldBe("""
        
        """);

    [Fact]
    public void Low_Metastatic_BeginsWithTheResult() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")).ShouldBe("""
        4: low active
        370: low resolved historical 4 to 370
        """);

    [Fact]
    public void Low_MetastasisLater_BeginsWithTheMetastasis() =>
        Timeline.Of("H2B-20", Metastatic(100)
            .Add(new SpreadFact { Source = new("Observation", "m2", "1", "x"), When = Day(150), Metastatic = true })
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")).ShouldBe("""
        4: ? setting-unknown
        100: low active
        466: low resolved historical 100 to 466
        """);

    [Fact]
    public void Low_DrugForItAsItBegins_NeverWas() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")
            .Doses(Deruxtecan, 4)).ShouldBe("""
        
        """);

    [Fact]
    public void Low_DrugForItLater_EndsIt() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10)
            .Doses(Deruxtecan, 30, 51)).ShouldBe("""
        4: low active
        30: low resolved treatment-began 4 to 30
        """);

    [Fact]
    public void Low_LaterNotLow_EndsIt() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")
            .Ihc("b", 200, 0, issued: 210, specimen: "Specimen/b")).ShouldBe("""
        4: low active
        210: low resolved reassessed 4 to 210
        """);

    [Fact]
    public void Low_LaterLowAgain_GoesOn() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")
            .Ihc("b", 200, 1, issued: 210, specimen: "Specimen/b")
            .Ihc("c", 300, 3, issued: 310, specimen: "Specimen/c")).ShouldBe("""
        4: low active
        310: low resolved reassessed 4 to 310
        """);

    [Fact]
    public void Low_AgainAfterAPositive_IsAnother() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Ihc("b", 200, 3, specimen: "Specimen/b")
            .Ihc("c", 400, 1, specimen: "Specimen/c")).ShouldBe("""
        0: low active
        200: low resolved reassessed 0 to 200
        400: low resolved reassessed 0 to 200 @Observation/a | low active @Observation/c
        766: low resolved reassessed 0 to 200 @Observation/a | low resolved historical 400 to 766 @Observation/c
        """);

    [Fact]
    public void Low_PositiveSpecimenOfTheSameWindow_IsNotLow() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 30, 1, specimen: "Specimen/b")).ShouldBe("""
        
        """);

    [Fact]
    public void Low_Ultralow_CannotBeTold() =>
        Timeline.Of("H2B-20", Metastatic()
            .Stated("a", 0, Negative, Her2Category.Ultralow)).ShouldBe("""
        0: ? hormone-receptor-unknown
        """);

    [Fact]
    public void Low_UltralowThenLow_IsSaidOfLow() =>
        Timeline.Of("H2B-20", Metastatic()
            .Stated("a", 0, Negative, Her2Category.Ultralow)
            .Ihc("b", 200, 1, specimen: "Specimen/b")).ShouldBe("""
        0: ? hormone-receptor-unknown
        200: low active
        566: low resolved historical 200 to 566
        """);

    [Fact]
    public void Low_SettingUnknown_CannotBeTold() =>
        Timeline.Of("H2B-20", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")).ShouldBe("""
        0: ? setting-unknown
        """);

    [Fact]
    public void Low_SettingUnknownAndTreated_IsNoQuestion() =>
        Timeline.Of("H2B-20", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Doses(Deruxtecan, 30)).ShouldBe("""
        0: ? setting-unknown
        30: nothing
        """);

    [Fact]
    public void Low_SettingUnknownAndSuperseded_IsNoQuestion() =>
        Timeline.Of("H2B-20", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Ihc("b", 200, 3, specimen: "Specimen/b")).ShouldBe("""
        0: ? setting-unknown
        200: nothing
        """);

    [Fact]
    public void Low_Curative_IsSilent() =>
        Timeline.Of("H2B-20", new PatientBuilder().Breast()
            .Spread(false)
            .Ihc("a", 0, 1, specimen: "Specimen/a")).ShouldBe("""
        
        """);

    [Fact]
    public void Low_DosesNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a"), new Completeness(DateTimeOffset.MaxValue, Instant(3))).ShouldBe("""
        4: ? doses-not-read-through
        """);

    [Fact]
    public void Low_DosesReadUpToItsStart_IsSaid() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a"), new Completeness(DateTimeOffset.MaxValue, Instant(4))).ShouldBe("""
        4: low active
        370: low active | ? doses-not-read-through
        """);

    [Fact]
    public void Low_Gastric_HasNoSubCategory() =>
        Timeline.Of("H2B-20", Gastric()
            .Spread(true)
            .Ihc("a", 0, 1, specimen: "Specimen/a")).ShouldBe("""
        
        """);

    [Fact]
    public void Low_SecondTumourAndDosesUnassigned_CannotBeTold() =>
        Timeline.Of("H2B-20", Two()
            .Spread(true)
            .Assayed(Of("breast", Ihc("a", 0, 1)))
            .Doses(Trastuzumab, 5)).ShouldBe("""
        0: low active
        5: ? dose-not-assigned
        """);

    [Fact]
    public void Inadequate_NoRepeat_BeginsAfterTheDaysForARepeat() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))).ShouldBe("""
        31: moderate active
        366: moderate resolved historical 31 to 366
        """);

    [Fact]
    public void Inadequate_RepeatAtTheLimit_WasInTime() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))
            .Ihc("b", 20, 0, issued: 31, specimen: "Specimen/b")).ShouldBe("""
        
        """);

    [Fact]
    public void Inadequate_RepeatsAfterTheLimit_EndsWithTheFirst() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))
            .Ihc("b", 20, 2, issued: 40, specimen: "Specimen/b")
            .Ihc("c", 22, 0, issued: 36, specimen: "Specimen/c")).ShouldBe("""
        31: moderate active
        36: moderate resolved reassessed 31 to 36
        """);

    [Fact]
    public void Inadequate_ReReadOnTheSpecimenBeforeARepeat_EndsWithIt() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))
            .Ihc("v", 0, 3, issued: 35, specimen: "Specimen/a")
            .Ihc("c", 22, 0, issued: 50, specimen: "Specimen/c")).ShouldBe("""
        31: moderate active
        35: moderate resolved reassessed 31 to 35
        """);

    [Fact]
    public void Inadequate_RepeatBeforeAReRead_EndsWithIt() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))
            .Ihc("v", 0, 3, issued: 60, specimen: "Specimen/a")
            .Ihc("c", 22, 0, issued: 50, specimen: "Specimen/c")).ShouldBe("""
        31: moderate active
        50: moderate resolved reassessed 31 to 50
        """);

    [Fact]
    public void Inadequate_PreliminaryRepeat_IsNone() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))
            .Assayed(Ihc("b", 20, 0, 25) with { Standing = FactStanding.Preliminary })).ShouldBe("""
        31: moderate active
        366: moderate resolved historical 31 to 366
        """);

    [Fact]
    public void Inadequate_DecidedOtherwiseOnTheSpecimen_IsNone() =>
        Timeline.Of("H2B-17", Gastric()
            .Ihc("v", 0, 3, issued: 2, specimen: "Specimen/a")
            .Assayed(Failed("u", 0, 3, "Specimen/a"))).ShouldBe("""
        
        """);

    [Fact]
    public void Inadequate_WeaklyPositive_IsOne() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a", "weakly-positive"))).ShouldBe("""
        31: moderate active
        366: moderate resolved historical 31 to 366
        """);

    [Fact]
    public void Inadequate_WordsNotRead_IsNotTheLaboratorys() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a", "value-not-read"))).ShouldBe("""
        
        """);

    [Fact]
    public void Inadequate_StatedIndeterminate_IsOneFromItsIssue() =>
        Timeline.Of("H2B-17", Gastric()
            .Ihc("v", 0, 2, issued: 1, specimen: "Specimen/a")
            .Assayed(Assay("u", 0, AssayMethod.Overall, new AssayResult
            .Stated(Indeterminate), issued: 9, specimen: "Specimen/a"))).ShouldBe("""
        37: moderate active
        366: moderate resolved historical 37 to 366
        """);

    [Fact]
    public void Inadequate_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a")), new Completeness(Instant(30), Instant(200))).ShouldBe("""
        31: ? tests-not-read-through
        """);

    [Fact]
    public void Inadequate_TestsReadUpToTheLimit_IsSaid() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a")), new Completeness(Instant(31), DateTimeOffset.MaxValue)).ShouldBe("""
        31: moderate active
        366: moderate resolved historical 31 to 366
        """);

    [Fact]
    public void Inadequate_RepeatedAndTestsNotReadThrough_IsNoQuestion() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))
            .Ihc("b", 20, 0, issued: 25, specimen: "Specimen/b"), new Completeness(Instant(30), DateTimeOffset.MaxValue)).ShouldBe("""
        
        """);

    [Fact]
    public void Inadequate_OfAnyTumour_CannotBeTold() =>
        Timeline.Of("H2B-17", Two()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))).ShouldBe("""
        3: ? tumour-not-assigned
        """);

    [Fact]
    public void Inadequate_PreliminaryOfAnyTumour_IsNoQuestion() =>
        Timeline.Of("H2B-17", Two()
            .Assayed(Failed("u", 0, 3, "Specimen/a") with { Standing = FactStanding.Preliminary })
            .Ihc("b", 40, 0, specimen: "Specimen/b")).ShouldBe("""
        
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-3);

    private static PatientBuilder Two() => new PatientBuilder().Gastric(-3).Breast();

    private static PatientBuilder Metastatic(int? since = null) => new PatientBuilder().Breast().Add(new SpreadFact
    {
        Source = new SourceRef("Observation", "m", "1", "Observation"),
        When = since is { } day ? Day(day) : null,
        Metastatic = true,
    });

    private static AssayFact Ihc(string id, int day, int score, int? issued = null) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: issued, specimen: "Specimen/" + id);

    private static AssayFact Of(string condition, AssayFact fact) => fact with { Conditions = [new ResourceKey("Condition/" + condition)] };

    private static TherapyFact For(string condition, int day, bool ongoing = false) => new()
    {
        Source = new SourceRef("MedicationAdministration", "f" + day, "1", "MedicationAdministration"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Ongoing = ongoing,
        Conditions = [new ResourceKey("Condition/" + condition)],
    };

    private static AssayFact Failed(string id, int day, int issued, string specimen, string reason = "specimen-unsatisfactory") =>
        Assay(id, day, AssayMethod.Ish, new AssayResult.Inconclusive(reason), issued: issued, specimen: specimen);
}
