using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class SpecimensBoundaryTests
{
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
}
