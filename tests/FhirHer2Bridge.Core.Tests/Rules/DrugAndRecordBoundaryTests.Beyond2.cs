using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class DrugAndRecordBoundaryTests
{
    [Fact]
    public void Beyond_ProgressionOfAMonthAndTrastuzumabSince_CannotBeOrdered() =>
        Timeline.Of("H2B-09", Positive0()
            .Doses(Trastuzumab, 0, 60)
            .Add(WorseInFebruary())).ShouldBe("""
        60: ? order-of-dose-and-progression
        """);

    [Fact]
    public void Beyond_ProgressionOfAMonthAndAnotherDrugSince_IsNoQuestion() =>
        Timeline.Of("H2B-09", Positive0()
            .Doses(Trastuzumab, 0)
            .Add(WorseInFebruary())
            .Doses(Asked.Pertuzumab, 60)).ShouldBe("");

    [Theory]
    [InlineData(28, "")]
    [InlineData(29, "29: ? order-of-dose-and-progression")]
    public void Beyond_OneDoseInTheMonthOfTheProgression_MayFollowItFromItsSecondDay(int dose, string said) =>
        Timeline.Of("H2B-09", Positive0()
            .Doses(Trastuzumab, dose)
            .Add(WorseInFebruary())).ShouldBe(said);

    [Theory]
    [InlineData(55, "")]
    [InlineData(56, "55: ? tests-not-read-through")]
    public void Beyond_DoseWhenTheRetestIsKnown_IsNoQuestion(int issued, string said) =>
        Timeline.Of("H2B-09", Positive0()
            .Doses(Trastuzumab, 10)
            .Progression(20)
            .Ihc("u", 25, 3, issued: issued, specimen: "Specimen/u")
            .Doses(Trastuzumab, 55), new Completeness(Instant(54), DateTimeOffset.MaxValue)).ShouldBe(said);

    [Fact]
    public void Beyond_TumourUnknownAndACourseThatGoesOn_IsAskedAfterTheLimit() =>
        Timeline.Of("H2B-09", new PatientBuilder()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 10, null)
            .Progression(20)).ShouldBe("""
        49: ? tumour-type-unknown
        """);

    [Fact]
    public void Beyond_PositiveTestOfTheDayOfTheProgression_EndsIt() =>
        Timeline.Of("H2B-09", Positive0()
            .Every(Trastuzumab, 10, 94, 21)
            .Progression(20)
            .Ihc("u", 20, 3, issued: 70, specimen: "Specimen/u")).ShouldBe("""
        52: moderate active
        70: moderate resolved reassessed 52 to 70
        """);

    [Fact]
    public void Beyond_TrastuzumabBegunAfterAProgression_IsNoQuestion() =>
        Timeline.Of("H2B-09", Positive0()
            .Progression(20)
            .Doses(Trastuzumab, 100)).ShouldBe("");

    [Fact]
    public void Beyond_UnreadDoseBeforeTheProgressionAndTrastuzumabAfterTheLimit_CannotBeTold() =>
        Timeline.Of("H2B-09", Positive0()
            .Add(Unread(15, test: false, dose: true))
            .Progression(20)
            .Doses(Trastuzumab, 48, 49)).ShouldBe("""
        49: ? doses-not-read-through
        """);

    [Fact]
    public void Beyond_UnreadDoseBeforeTheProgressionAndAnotherDrugAfterIt_IsNoQuestion() =>
        Timeline.Of("H2B-09", Positive0()
            .Add(Unread(15, test: false, dose: true))
            .Progression(20)
            .Doses(Asked.Pertuzumab, 70)).ShouldBe("");

    [Fact]
    public void Beyond_UnreadDosesOfNoDay_CannotBeToldAfterTheLimit() =>
        Timeline.Of("H2B-09", Positive0()
            .Add(Unread(null, test: false, dose: true))
            .Progression(20)).ShouldBe("""
        49: ? doses-not-read-through
        """);

    private static PatientBuilder Positive0() => Gastric().Ihc("t", 0, 3, specimen: "Specimen/t");

    /// <summary>2021-02-01 to 2021-02-28: days 28 to 55.</summary>
    private static ProgressionFact WorseInFebruary() => new()
    {
        Source = new SourceRef("Observation", "feb", "1", "Observation"),
        When = Month(2021, 2),
        Label = "worse",
    };
}
