using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Changes, disagreements and results that belong elsewhere: the day on which each is said, ends, or cannot be told.</summary>
public sealed partial class SpecimensBoundaryTests
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
