using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Preliminary results, untreated changes and restarts: the day on which each begins, turns severe, ends, or cannot be told.</summary>
public sealed partial class UnansweredTreatmentBoundaryTests
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
        20: low active | ? tumour-not-assigned
        31: moderate active | ? tumour-not-assigned
        376: moderate resolved historical 17 to 376 | ? tumour-not-assigned
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
