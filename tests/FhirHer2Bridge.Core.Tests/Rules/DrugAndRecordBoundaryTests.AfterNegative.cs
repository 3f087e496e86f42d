using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class DrugAndRecordBoundaryTests
{
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
        20: ? doses-not-read-through
        25: high active | ? doses-not-read-through
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
}
