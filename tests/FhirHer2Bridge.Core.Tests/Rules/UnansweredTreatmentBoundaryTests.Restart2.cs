using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class UnansweredTreatmentBoundaryTests
{
    [Fact]
    public void Restart_DoseOfAMonthBetweenTwoOthers_IsTooCoarse() =>
        Timeline.Of("H2B-23", Gastric()
            .Doses(Trastuzumab, 0, 55)
            .DoseInMonth(Trastuzumab, 2021, 2)).ShouldBe("""
        28: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Restart_DoseWithinACourseOfOneRecord_IsNoGap() =>
        Timeline.Of("H2B-23", Gastric()
            .Doses(Trastuzumab, -20)
            .Course(Trastuzumab, 0, 60)
            .Doses(Trastuzumab, 30)).ShouldBe("");

    [Fact]
    public void Restart_OfOneOfTwoTumours_LooksForTheTestsOfThatOne() =>
        Timeline.Of("H2B-23", Two()
            .Add(For("a", 0))
            .Assayed(OfGastric("t", 100))
            .Add(For("b", 150))).ShouldBe("""
        150: low active
        516: low resolved historical 150 to 516
        """);

    [Fact]
    public void Restart_ShortGapAndAResultThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-23", Two()
            .Add(For("a", 0))
            .Ihc("x", 20, 3, specimen: "Specimen/x")
            .Add(For("b", 60))).ShouldBe("""
        60: low active
        426: low resolved historical 60 to 426
        """);

    [Fact]
    public void Restart_OfNeitherTumourAndOneRetested_StaysOpen() =>
        Timeline.Of("H2B-23", Two()
            .Doses(Trastuzumab, 0, 60)
            .Assayed(OfGastric("t", 70))).ShouldBe("""
        60: low active
        426: low resolved historical 60 to 426
        """);

    [Fact]
    public void Restart_OfNeitherTumourAndBothRetested_EndsWithTheLater() =>
        Timeline.Of("H2B-23", Two()
            .Doses(Trastuzumab, 0, 60)
            .Assayed(OfGastric("t", 70))
            .Assayed(OfGastric("u", 80) with { Conditions = [new ResourceKey("Condition/breast")] })).ShouldBe("""
        60: low active
        80: low resolved reassessed 60 to 80
        """);

    private static AssayFact OfGastric(string id, int day) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/" + id) with { Conditions = [new ResourceKey("Condition/gastric")] };
}
