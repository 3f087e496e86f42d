using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class SpecimensBoundaryTests
{
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
    public void Inadequate_CodingThatContradictsItself_IsAnotherRules() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a", "contradictory-coding"))).ShouldBe("""
        
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
}
