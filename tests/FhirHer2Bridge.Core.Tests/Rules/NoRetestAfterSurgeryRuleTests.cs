using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F22")]
public sealed class NoRetestAfterSurgeryRuleTests
{
    private const string Code = NoRetestAfterSurgeryRule.Code;

    private static RuleId Id => NoRetestAfterSurgeryRule.Id;

    [Theory]
    [Trait("Row", "5/post-surgery-retest")]
    [InlineData(157, "")]
    [InlineData(158, "moderate active 158")]
    [InlineData(159, "moderate active 158")]
    public void SeedCaseV3_NoTestOnTheResection_FiresOnDay158(int day, string expected) =>
        string.Join('|', Operated().Episodes(Code, day)).ShouldBe(expected);

    [Theory]
    [InlineData(310, 1)]
    [InlineData(309, 0)]
    public void Evaluate_LongAfterTheLastDose_IsSilent(int daysOfDose, int expected) =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, daysOfDose).Add(Resection(490))
            .Episodes(Code, 520).Length.ShouldBe(expected);

    [Fact]
    public void Evaluate_NeverTreated_IsSilent() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Add(Resection(130)).Doses(Trastuzumab, 140).Episodes(Code, 170).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ResectionTested_IsSilent() =>
        Operated().Ihc("r", 130, 0, issued: 137, specimen: "Specimen/r").Episodes(Code, 170).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ResectionTestedLate_Clears() =>
        Operated().Ihc("r", 130, 0, issued: 165, specimen: "Specimen/r").Episodes(Code, 170).ShouldBe(["moderate resolved 158 to 165 reassessed"]);

    [Theory]
    [InlineData(130, 140, "")]
    [InlineData(130, 165, "moderate resolved 158 to 165 reassessed")]
    [InlineData(129, 140, "moderate active 158")]
    [InlineData(311, 311, "moderate active 158")]
    public void Evaluate_NoTumourLeftInThatTissue_AsksForNoTest(int taken, int issued, string expected) =>
        string.Join('|', Operated().Add(new NoResidualFact
        {
            Source = new("DiagnosticReport", "r", "1", "DiagnosticReport"),
            When = Day(taken),
            Issued = Instant(issued),
            Quote = "ypT0 ypN0",
        }).Episodes(Code, 320)).ShouldBe(expected);

    [Fact]
    public void Evaluate_BiopsyOfTheDayBefore_IsNoResectedTissue() =>
        Operated().Ihc("r", 129, 0, specimen: "Specimen/r").Episodes(Code, 170).ShouldBe(["moderate active 158"]);

    [Theory]
    [InlineData("Left breast", 0)]
    [InlineData("Right breast", 1)]
    public void Evaluate_Breast_IsLowAndAsksForTheSameSide(string tested, int expected)
    {
        var patient = new PatientBuilder().Breast().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 60)
            .Add(Resection(130) with { Tumour = TumourKind.Breast, Site = "left breast" }).Ihc("r", 131, 0, tested, specimen: "Specimen/r");

        patient.AsOf(170).Flags.Count(static flag => flag is { Code: Code, Severity: FlagSeverity.Low }).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_AnotherOrganResected_IsSilent() =>
        new PatientBuilder().Breast().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 60).Add(Resection(130)).Episodes(Code, 170).ShouldBeEmpty();

    [Fact]
    public void Evaluate_OperatedForAnotherCondition_IsUndetermined() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 60)
            .Add(Resection(130) with { Conditions = [new ResourceKey("Condition/other")] }).Unanswered(Id, 170).ShouldBe(["surgery-not-assigned"]);

    [Fact]
    public void Evaluate_UnreadPathologyReport_IsUndetermined()
    {
        Operated().Gap("attachment-not-read", 137).Unanswered(Id, 170).ShouldBe(["attachment-not-read"]);
        Operated().Unanswered(Id, 170, new Completeness(Instant(157), Instant(170))).ShouldBe(["tests-not-read-through"]);
    }

    [Fact]
    public void Evaluate_UnreadReportBeforeSurgery_HidesNothing() =>
        Operated().Gap("attachment-not-read", 100).Episodes(Code, 170).ShouldBe(["moderate active 158"]);

    [Fact]
    public void Flag_Text_NamesSurgeryAndDose() =>
        Operated().AsOf(170).Flags.Single(static flag => flag.Code == Code).Text.ShouldBe(
            "gastrectomy on 2021-05-14 after trastuzumab, last given before it on 2021-04-16; no HER2 result on tissue from then on is on record.");

    private static PatientBuilder Operated() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 60, 81, 102).Add(Resection(130));

    private static SurgeryFact Resection(int day) => new()
    {
        Source = new SourceRef("Procedure", "op", "1", "Procedure.code"),
        When = Day(day),
        Label = "gastrectomy",
        Tumour = TumourKind.Gastric,
    };
}
