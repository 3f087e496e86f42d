using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class DrugAndRecordBoundaryTests
{
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
}
