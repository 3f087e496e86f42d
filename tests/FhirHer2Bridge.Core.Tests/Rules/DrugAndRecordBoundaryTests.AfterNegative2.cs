using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class DrugAndRecordBoundaryTests
{
    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void AfterNegative_ResultThatNamesNoTumour_MattersWhenItsGraceIsOver(int dose, bool asked) =>
        Asks("H2B-03:negative-result-grace-days", 5, Two()
            .Assayed(Ihc("x", 8, 0, 10))
            .Add(For("gastric", dose))).Contains("tumour-not-assigned").ShouldBe(asked);

    [Fact]
    public void AfterNegative_DrugFor2PlusAndNoScore_CannotBeTold() =>
        Asks("H2B-03:disitamab-ihc2-licensed", 1, Gastric().Stated("n", 0, Her2Status.Negative).Doses(Disitamab, 10)).ShouldBe(["ihc-score-unknown"]);

    [Fact]
    public void AfterNegative_DrugFor2PlusAndNoLicence_IsNoQuestion() =>
        Asks("H2B-03:disitamab-ihc2-licensed", 0, Gastric().Stated("n", 0, Her2Status.Negative).Doses(Disitamab, 10)).ShouldBeEmpty();

    [Fact]
    public void AfterNegative_CurativeBreastPositiveBeforeInTissue_IsModerate() =>
        Neoadjuvant().Ihc("p", -100, 3, specimen: "Specimen/p").Said("her2-drug-after-negative", 20).ShouldBe("moderate active");

    [Fact]
    public void AfterNegative_CurativeBreastPositiveBeforeInPlasmaOnly_IsHigh() =>
        Neoadjuvant().Plasma("p", -100, null, detected: true).Said("her2-drug-after-negative", 20).ShouldBe("high active");

    [Fact]
    public void AfterNegative_CurativeBreastEquivocalBefore_IsHigh() =>
        Neoadjuvant().Ihc("p", -100, 2, specimen: "Specimen/p").Said("her2-drug-after-negative", 20).ShouldBe("high active");

    [Fact]
    public void AfterNegative_CurativeBreastNeverPositive_IsHigh() =>
        Neoadjuvant().Said("her2-drug-after-negative", 20).ShouldBe("high active");

    [Theory]
    [InlineData(0, "60: moderate active\n103: moderate resolved treatment-stopped 60 to 103")]
    [InlineData(1, "55: ? progression-not-assigned")]
    public void Progressions_OfTheTumourOnRecordByThen_AreOfThatTumour(int condition, string said)
    {
        var patient = new PatientBuilder().Gastric(condition).Add(new TumourFact
        {
            Source = new SourceRef("Condition", "breast", "1", "Condition"),
            When = Day(55),
            Kind = TumourKind.Breast,
            Condition = new ResourceKey("Condition/breast"),
        });

        Timeline.Of("H2B-09", patient.Add(For("gastric", -10)).Progression(0).Add(For("gastric", 60))).ShouldBe(said);
    }

    [Theory]
    [InlineData("gastric", "")]
    [InlineData("left", "40: ? progression-not-assigned")]
    public void Progressions_OfOneOfTwoBreastTumours_AreNoQuestionForTheOther(string treated, string said) =>
        Timeline.Of("H2B-06", Gastric()
            .Add(Breast("left"))
            .Add(Breast("right"))
            .Add(For(treated, 10))
            .Add(WorseInFebruary() with { When = Day(40), Tumour = TumourKind.Breast })).ShouldBe(said);

    [Theory]
    [InlineData(-14, "70: ? order-of-dose-and-progression")]
    [InlineData(-15, "")]
    public void Progressions_OfAMonth_MayBeOnADrugGivenACourseGapBefore(int dose, string said) =>
        Timeline.Of("H2B-09", Positive0()
            .Doses(Trastuzumab, dose)
            .Add(WorseInFebruary())
            .Doses(Trastuzumab, 70)).ShouldBe(said);

    [Theory]
    [InlineData(12, "90: moderate active\n133: moderate resolved treatment-stopped 90 to 133")]
    [InlineData(11, "54: ? order-of-dose-and-progression")]
    public void Progressions_OfAMonth_AreOnADrugGivenThroughIt(int first, string said) =>
        Timeline.Of("H2B-09", Positive0()
            .Doses(Trastuzumab, first, 54, 90)
            .Add(WorseInFebruary())).ShouldBe(said);

    [Fact]
    public void Progressions_AfterACourseAndADoseWithinIt_CountFromTheEndOfTheCourse() =>
        Timeline.Of("H2B-09", Positive0()
            .Course(Trastuzumab, 0, 25)
            .Doses(Trastuzumab, 10)
            .Progression(60)
            .Doses(Trastuzumab, 95)).ShouldBe("""
        95: moderate active
        138: moderate resolved treatment-stopped 95 to 138
        """);

    private static PatientBuilder Neoadjuvant() => new PatientBuilder().Breast().Spread(metastatic: false)
        .Doses(Trastuzumab, -60, -39).Ihc("n", 0, 0, specimen: "Specimen/n").Doses(Trastuzumab, 10);

    private static TumourFact Breast(string side) => new()
    {
        Source = new SourceRef("Condition", side, "1", "Condition"),
        Kind = TumourKind.Breast,
        Site = side + " breast",
        Condition = new ResourceKey("Condition/" + side),
    };

    private static string[] Asks(string threshold, decimal value, PatientBuilder patient) => Her2Engine.Assess(
            new PatientKey("p1"),
            patient.Facts,
            [],
            new RuleBook(RuleBook.Default.Rules.Where(static rule => rule.Card.Id == DrugAfterNegativeRule.Id)),
            new RuleContext(EndOf(30), Completeness.Whole, new Dictionary<string, decimal>(StringComparer.Ordinal) { [threshold] = value }))
        .Reasons("H2B-03");
}
