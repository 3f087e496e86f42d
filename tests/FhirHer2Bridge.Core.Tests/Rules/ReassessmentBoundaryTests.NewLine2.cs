using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class ReassessmentBoundaryTests
{
    [Fact]
    public void NewLine_ProgressionOfAMonthAroundTheNewLine_IsOpenFromTheEndOfTheLookAhead() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10)
            .Add(WorseInFebruary())
            .Doses(Deruxtecan, 40)).ShouldBe("""
        55: ? order-of-dose-and-progression
        """);

    [Fact]
    public void NewLine_ProgressionOfAMonthCertainlyOnTheDrug_IsOpenFromTheEndOfTheLookAhead() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 25)
            .Add(WorseInFebruary())
            .Doses(Deruxtecan, 40)).ShouldBe("""
        55: ? order-of-dose-and-progression
        """);

    [Fact]
    public void NewLine_ProgressionOfAMonthBeforeTheNewLine_IsSaid() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 25)
            .Add(WorseInFebruary())
            .Doses(Deruxtecan, 56)).ShouldBe("""
        71: high active
        422: high resolved historical 71 to 422
        """);

    [Theory]
    [InlineData(55, "55: ? order-of-dose-and-progression")]
    [InlineData(56, "")]
    public void NewLine_OfAMonth_MayFollowAProgressionUpToItsLastDay(int progressed, string said) =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 20)
            .DoseInMonth(Deruxtecan, 2021, 2)
            .Progression(progressed)).ShouldBe(said);

    [Theory]
    [InlineData(60, "60: ? drug-identity-uncertain")]
    [InlineData(61, "")]
    public void NewLine_DrugThatMayBeAnother_MattersFromTheDayOfTheProgression(int progressed, string said) =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Asked.Pertuzumab, 10)
            .Doses(Asked.Ambiguous, 60)
            .Progression(progressed)).ShouldBe(said);

    [Theory]
    [InlineData(75, "")]
    [InlineData(76, "75: ? tests-not-read-through")]
    public void NewLine_RetestedByTheEndOfTheLookAhead_IsNoQuestion(int issued, string said) =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Ihc("u", 52, 3, issued: issued, specimen: "Specimen/u")
            .Doses(Deruxtecan, 60), new Completeness(Instant(74), DateTimeOffset.MaxValue)).ShouldBe(said);

    [Fact]
    public void NewLine_TestOfTheDayOfTheProgression_IsFromAfterIt() =>
        Timeline.Of("H2B-06", Tested()
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Ihc("u", 50, 3, issued: 100, specimen: "Specimen/u")
            .Doses(Deruxtecan, 60)).ShouldBe("""
        75: high active
        100: high resolved reassessed 75 to 100
        """);

    [Theory]
    [InlineData(49, "75: low active\n426: low resolved historical 75 to 426")]
    [InlineData(50, "75: ? tumour-type-unknown")]
    public void NewLine_TumourUnknownAndAReadingThatDiffersSinceTheProgression_CannotBeTold(int collected, string said) =>
        Timeline.Of("H2B-06", new PatientBuilder()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Assayed(ReadingsDiffer("u", collected))
            .Doses(Deruxtecan, 60)).ShouldBe(said);

    [Fact]
    public void NewLine_TumourUnknownAndAReadingThatIsTheSameSince_IsSaid() =>
        Timeline.Of("H2B-06", new PatientBuilder()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 31)
            .Progression(50)
            .Ihc("u", 51, 2, specimen: "Specimen/u")
            .Doses(Deruxtecan, 60)).ShouldBe("""
        75: low active
        426: low resolved historical 75 to 426
        """);

    /// <summary>2021-02-01 to 2021-02-28: days 28 to 55.</summary>
    private static ProgressionFact WorseInFebruary() => Worse(0) with { When = Month(2021, 2) };

    /// <summary>Amplified by one table, not by the other.</summary>
    private static AssayFact ReadingsDiffer(string id, int day) =>
        Assay(id, day, AssayMethod.Ish, new AssayResult.Gene(null, new(2.5m), new(3m)), specimen: "Specimen/" + id);
}
