using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class ReassessmentBoundaryTests
{
    [Theory]
    [InlineData(94, "Observation/pd94")]
    [InlineData(95, "Observation/pd50")]
    public void Progression_CourseRanOnToALaterOne_TheLaterOneIsLeftOpen(int later, string about) =>
        Tested()
            .Every(Trastuzumab, 10, 94, 21)
            .Progression(50)
            .Progression(later)
            .Flags("progression-without-retest", 140)[0].Anchor.ShouldBe(about);

    [Fact]
    public void Progression_TestKnownAtTheEndOfTheGrace_LeavesTheNextOneOpen() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(50)
            .Ihc("u", 50, 3, issued: 92, specimen: "Specimen/u")
            .Progression(80)).ShouldBe("""
        122: moderate active
        446: moderate resolved historical 122 to 446
        """);

    [Fact]
    public void Progression_TumourUnknownAndTheReadingsDiffer_CannotBeTold() =>
        Timeline.Of("H2B-08", new PatientBuilder()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Add(Worse(150, ProgressionKind.Metastasis))).ShouldBe("""
        192: ? tumour-type-unknown
        """);

    [Theory]
    [InlineData(56, "")]
    [InlineData(57, "99: ? order-of-test-and-progression")]
    [InlineData(83, "125: ? order-of-test-and-progression")]
    [InlineData(84, "126: moderate active\n450: moderate resolved historical 126 to 450")]
    public void Progression_TestOfAMonth_IsOpenWhereOnlySomeOfItsDaysBelongToIt(int progressed, string said) =>
        Timeline.Of("H2B-08", Tested()
            .Assayed(Ihc("u", 0, 3) with { When = Month(2021, 2) })
            .Progression(progressed)).ShouldBe(said);

    [Fact]
    public void Progression_PlasmaThatSaysNothingShortlyBefore_IsNoQuestion() =>
        Timeline.Of("H2B-08", Tested()
            .Plasma("p", 190, null, detected: false, fraction: null)
            .Progression(200)).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_PlasmaOfAMonthThatSaysNothing_IsNoQuestion() =>
        Timeline.Of("H2B-08", Tested()
            .Assayed(SaysNothing() with { When = Month(2021, 2) })
            .Progression(57)).ShouldBe("""
        99: moderate active
        423: moderate resolved historical 99 to 423
        """);

    private static AssayFact SaysNothing() =>
        Assay("p", 0, AssayMethod.Ngs, new AssayResult.Gene(false), specimen: "Specimen/p") with { Material = SpecimenKind.Plasma };
}
