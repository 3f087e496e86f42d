using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F25")]
public sealed class TumourMismatchRuleTests
{
    private const string Code = TumourMismatchRule.Code;

    private static RuleId Id => TumourMismatchRule.Id;

    [Theory]
    [InlineData(59, "")]
    [InlineData(60, "moderate active 60")]
    [InlineData(144, "moderate active 60")]
    [InlineData(145, "moderate resolved 60 to 145 treatment-stopped")]
    public void SeedCaseV5_NodeBelongsToTheBreast_FiresWhileTheStomachIsTreated(int day, string expected) =>
        string.Join('|', NodeOfTheBreast().Ihc("biopsy", 14, 2, specimen: "Specimen/stomach").Add(Site("stomach", TumourKind.Gastric))
            .Episodes(Code, day)).ShouldBe(expected);

    [Fact]
    public void Evaluate_DoseNamesItsCondition_IsForThatTumour()
    {
        var patient = new PatientBuilder().Gastric().Breast().Ihc("node", 0, 3, specimen: "Specimen/breast").Add(Site("breast", TumourKind.Breast))
            .Add(Dose(60, "Condition/gastric"));

        patient.Episodes(Code, 61).ShouldBe(["moderate active 60"]);
        patient.AsOf(61).Flags.Single(static flag => flag.Code == Code).Tumour.ShouldBe(TumourKind.Gastric);
    }

    [Fact]
    public void Evaluate_DoseIsForThePositiveTumour_IsSilent() =>
        new PatientBuilder().Gastric().Breast().Ihc("node", 0, 3, specimen: "Specimen/breast").Add(Site("breast", TumourKind.Breast))
            .Add(Dose(60, "Condition/breast")).Episodes(Code, 61).ShouldBeEmpty();

    [Fact]
    public void Evaluate_TwoTumoursAndTheDoseNamesNone_IsUndetermined() =>
        new PatientBuilder().Gastric().Breast().Ihc("node", 0, 3, specimen: "Specimen/breast").Add(Site("breast", TumourKind.Breast))
            .Doses(Trastuzumab, 60).Unanswered(Id, 61).ShouldContain("dose-not-assigned");

    [Fact]
    public void Evaluate_TreatedTumourTested_IsSilentOrClears()
    {
        NodeOfTheBreast().Ihc("own", 20, 3, specimen: "Specimen/own").Add(Site("own", TumourKind.Gastric)).Episodes(Code, 100).ShouldBeEmpty();
        NodeOfTheBreast().Ihc("own", 70, 0, specimen: "Specimen/own").Add(Site("own", TumourKind.Gastric)).Episodes(Code, 100)
            .ShouldBe(["moderate resolved 60 to 70 reassessed"]);
    }

    [Fact]
    public void Evaluate_TestsUnread_IsUndetermined()
    {
        NodeOfTheBreast().Gap("text-not-read", 30).Unanswered(Id, 100).ShouldContain("text-not-read");
        NodeOfTheBreast().Unanswered(Id, 100, new Completeness(Instant(59), Instant(100))).ShouldContain("tests-not-read-through");
    }

    [Fact]
    public void Evaluate_OneTumour_IsSilent() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 60).Episodes(Code, 61).ShouldBeEmpty();

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_PrimariesDifferAndAResultNamesNeither_IsUndeterminedAndFlagged()
    {
        var patient = new PatientBuilder().Gastric().Breast()
            .Ihc("g", 0, 0, specimen: "Specimen/g").Add(Site("g", TumourKind.Gastric))
            .Ihc("b", 10, 3, specimen: "Specimen/b").Add(Site("b", TumourKind.Breast))
            .Ihc("x", 50, 3, issued: 55, specimen: "Specimen/x");

        patient.Episodes(Code, 54).ShouldBeEmpty();
        patient.Episodes(Code, 55).ShouldBe(["moderate active 55"]);
        patient.Unanswered(Id, 55).ShouldBe(["tumour-not-assigned"]);
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_PrimariesAgree_UnassignedResultIsNoMismatch() =>
        new PatientBuilder().Gastric().Breast()
            .Ihc("g", 0, 3, specimen: "Specimen/g").Add(Site("g", TumourKind.Gastric))
            .Ihc("b", 10, 3, specimen: "Specimen/b").Add(Site("b", TumourKind.Breast))
            .Ihc("x", 50, 3, specimen: "Specimen/x").Episodes(Code, 60).ShouldBeEmpty();

    /// <summary>Nobody says whose the positive node is: the treated tumour's, or the other one's.</summary>
    [Theory]
    [InlineData(59, "")]
    [InlineData(60, "tumour-not-assigned")]
    [InlineData(102, "tumour-not-assigned")]
    [InlineData(103, "")]
    public void Evaluate_OnlyPositiveResultNamesNoTumour_IsUndeterminedWhileTreated(int day, string expected)
    {
        var patient = OnlyANode(3).Add(Dose(60, "Condition/gastric")).Only(Id);

        patient.Episodes(Code, day).ShouldBeEmpty();
        string.Join('|', patient.Unanswered(Id, day)).ShouldBe(expected);
        OnlyANode(3).Add(Dose(60, "Condition/gastric")).Ihc("own", 0, 3, specimen: "Specimen/own").Add(Site("own", TumourKind.Gastric))
            .Unanswered(Id, day).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_OnlyResultNamesNoTumourAndIsNegative_SupportsNothing() =>
        OnlyANode(0).Add(Dose(60, "Condition/gastric")).Unanswered(Id, 70).ShouldBeEmpty();

    private static PatientBuilder OnlyANode(int score) =>
        new PatientBuilder().Gastric().Breast().Ihc("node", 50, score, "axillary lymph node", specimen: "Specimen/node");

    /// <summary>One diagnosis, of the stomach; the only positive result is of a breast specimen.</summary>
    private static PatientBuilder NodeOfTheBreast() => new PatientBuilder().Gastric().Ihc("node", 0, 3, specimen: "Specimen/breast")
        .Add(Site("breast", TumourKind.Breast)).Doses(Trastuzumab, 60, 81, 102);

    private static SpecimenFact Site(string id, TumourKind tumour) => new()
    {
        Source = new SourceRef("Specimen", id, "1", "Specimen"),
        Specimen = new ResourceKey("Specimen/" + id),
        SiteTumour = tumour,
    };

    private static TherapyFact Dose(int day, string condition) => new()
    {
        Source = new SourceRef("MedicationAdministration", "d", "1", "MedicationAdministration"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = [new ResourceKey(condition)],
    };
}
