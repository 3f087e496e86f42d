using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class ReassessmentBoundaryTests
{
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
}
