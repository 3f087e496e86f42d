using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class ReassessmentBoundaryTests
{
    [Fact]
    public void Reflex_HybridisationThatDecidesNothing_EndsTheFlagAndLeavesTheQuestion() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Assayed(Assay("i", 0, AssayMethod.Ish, new AssayResult.Stated(Her2Status.Equivocal), issued: 30, specimen: "Specimen/a"))
            .Ish("j", 0, true, issued: 40, specimen: "Specimen/a")).ShouldBe("""
        14: moderate active
        30: moderate resolved reassessed 14 to 30 | ? reflex-not-decisive
        40: moderate resolved reassessed 14 to 30
        """);

    [Fact]
    public void Reflex_FoundUnsatisfactoryTwice_EndsWithTheFirst() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Assayed(Unsatisfactory("u", 35))
            .Assayed(Unsatisfactory("v", 30))).ShouldBe("""
        14: moderate active
        30: moderate resolved superseded 14 to 30
        """);

    [Theory]
    [InlineData(29, "29: moderate resolved superseded 14 to 29")]
    [InlineData(30, "30: moderate resolved reassessed 14 to 30")]
    public void Reflex_UnsatisfactoryAndALaterResult_EndsWithTheFirstOfThem(int unsatisfactory, string ended) =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("b", 20, 0, issued: 30, specimen: "Specimen/b")
            .Assayed(Unsatisfactory("u", unsatisfactory))).ShouldBe("14: moderate active\n" + ended);

    [Fact]
    public void Reflex_ReReadAndALaterResult_EndsWithTheFirstOfThem() =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("c", 0, 0, issued: 25, specimen: "Specimen/a")
            .Ihc("b", 20, 0, issued: 33, specimen: "Specimen/b")).ShouldBe("""
        14: moderate active
        25: moderate resolved reassessed 14 to 25
        """);

    [Fact]
    public void Reflex_SeveralAwaitedTests_NamesTheFirstSinceTheCollection() =>
        Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Add(Awaited("c", 5)).Add(Awaited("z", 3)).Add(Awaited("y", 3)).Add(Awaited("b", -1))
            .Written("equivocal-without-reflex", 40).ShouldBe("""
        Moderate Active, day 14
        about Observation/a [Observation/a], Gastric, Condition/gastric, 2021-01-04
        HER2 equivocal on 2021-01-04 (IHC 2+); no in situ hybridisation of that specimen is on record. A HER2 result is awaited since 2021-01-07.
        rests on Observation/a, Observation/y
        says current-status equivocal, current-status-date 2021-01-04
        """);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void Reflex_TestAwaitedSinceTheCollection_IsNamed(int since, bool named) =>
        Gastric().Ihc("a", 0, 2, specimen: "Specimen/a").Add(Awaited("p", since))
            .Flags("equivocal-without-reflex", 60)[0].Text.Contains("is awaited since", StringComparison.Ordinal).ShouldBe(named);

    [Fact]
    public void Reflex_OtherGapSinceTheCollection_IsNotAwaited() =>
        Gastric().Ihc("a", 0, 2, specimen: "Specimen/a").Gap("serum-her2", 5, mayHideTest: false)
            .Flags("equivocal-without-reflex", 60)[0].Text.ShouldNotContain("awaited");

    private static AssayFact Unsatisfactory(string id, int issued) =>
        Assay(id, 0, AssayMethod.Ish, new AssayResult.Inconclusive("specimen-unsatisfactory"), issued: issued, specimen: "Specimen/a");

    private static GapFact Awaited(string id, int day) => Unread(day) with
    {
        Source = new SourceRef("Observation", id, "1", "Observation"),
        Code = "pending",
    };
}
