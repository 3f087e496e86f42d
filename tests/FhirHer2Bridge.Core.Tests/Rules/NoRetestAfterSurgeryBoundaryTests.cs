using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Rule 22: which operation, which dose before it, and whose tissue a statement is about.</summary>
[Trait("Row", "7/F22")]
public sealed class NoRetestAfterSurgeryBoundaryTests
{
    private const string Code = NoRetestAfterSurgeryRule.Code;

    private static RuleId Id => NoRetestAfterSurgeryRule.Id;

    [Fact]
    public void Evaluate_UndatedResectionOfATreatedTumour_IsUndetermined()
    {
        Treated().Add(Resection("op", null)).Episodes(Code, 300).ShouldBeEmpty();
        Treated().Add(Resection("op", null)).Unanswered(Id, 300).ShouldBe(["surgery-undated"]);
    }

    [Fact]
    public void Evaluate_UndatedResectionWithoutTreatmentOrOfAnotherOrganOrNotDone_IsNoQuestion()
    {
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Add(Resection("op", null)).Unanswered(Id, 300).ShouldBeEmpty();
        Treated().Add(Resection("op", null) with { Tumour = TumourKind.Breast }).Unanswered(Id, 300).ShouldBeEmpty();
        Treated().Add(Resection("op", null) with { Standing = FactStanding.Withdrawn }).Unanswered(Id, 300).ShouldBeEmpty();
    }

    /// <summary>A course that began first and went on longer than the dose after it.</summary>
    [Theory]
    [InlineData(480, "moderate active 518")]
    [InlineData(309, "")]
    public void Evaluate_CourseOutlastsALaterDose_TheLaterEndIsTheLastDose(int end, string expected) =>
        string.Join('|', Tested().Course(Trastuzumab, 10, end).Doses(Asked.Pertuzumab, 60).Add(Resection("op", 490)).Episodes(Code, 520)).ShouldBe(expected);

    [Fact]
    public void Evaluate_CourseMayHaveOutlastedAndNobodyKnows_IsUndetermined() =>
        Tested().Add(new TherapyFact
        {
            Source = new("MedicationAdministration", "course", "1", "MedicationAdministration"),
            When = Day(10),
            CourseEnd = new(Instant(-3), Instant(362), TimePrecision.Year, "2021"),
            Drug = Trastuzumab,
            WasGiven = true,
        }).Doses(Asked.Pertuzumab, 60).Add(Resection("op", 490)).Unanswered(Id, 520).ShouldBe(["dose-dates-too-coarse"]);

    /// <summary>Left and right were operated on; nothing was left on the left.</summary>
    [Theory]
    [InlineData("left breast", "right")]
    [InlineData("right breast", "left")]
    public void Evaluate_NoTumourLeftOnOneSide_LeavesTheOtherSideOpen(string cleared, string open)
    {
        var patient = BothSides().Add(Tissue(cleared)).Add(NoneLeft("Specimen/r"));

        patient.AsOf(170).Flags.Where(static flag => flag.Code == Code).Select(static flag => flag.Anchor).ShouldBe(["Procedure/" + open]);
        patient.Unanswered(Id, 170).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_NoTumourLeftAndNobodySaysOnWhichSide_IsUndetermined()
    {
        BothSides().Add(NoneLeft(null)).Episodes(Code, 170).ShouldBeEmpty();
        BothSides().Add(NoneLeft(null)).Unanswered(Id, 170).ShouldBe(["residual-not-assigned"]);
    }

    [Fact]
    public void Evaluate_NoTumourLeftInAnotherOrgan_AnswersNothing() =>
        Treated().Add(Resection("op", 130)).Add(Tissue("breast") with { SiteTumour = TumourKind.Breast }).Add(NoneLeft("Specimen/r")).Episodes(Code, 170)
            .ShouldBe(["moderate active 158"]);

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData("left breast", "left breast", 1)]
    [InlineData("left breast", null, 1)]
    [InlineData("left breast", "right breast", 2)]
    public void Evaluate_TwoProceduresOfOneDay_AreOneOperationOfEachSide(string? one, string? other, int expected)
    {
        var patient = new PatientBuilder().Breast().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 60)
            .Add(Resection("a", 130) with { Tumour = TumourKind.Breast, Site = one }).Add(Resection("b", 130) with { Tumour = TumourKind.Breast, Site = other });

        patient.AsOf(170).Flags.Count(static flag => flag.Code == Code).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_TwoProceduresOfOneOperation_AreBothEvidenceInAnyOrder()
    {
        var flag = Treated().Add(Resection("b", 130)).Add(Resection("a", 130)).AsOf(170).Flags.Single(static flag => flag.Code == Code);

        flag.Anchor.ShouldBe("Procedure/a");
        flag.AnchorMembers.ShouldBe(["Procedure/a", "Procedure/b"]);
        flag.Evidence.Select(static source => source.Id).ShouldBe(["a", "b", "d102"]);
        Treated().Add(Resection("a", 130)).Add(Resection("b", 130)).AsOf(170).Flags.Single(static flag => flag.Code == Code).ShouldBe(flag);
    }

    [Fact]
    public void Evaluate_OneOfTwoProceduresNamesTheTreatedCondition_IsAssigned() =>
        Treated().Add(Resection("a", 130) with { Conditions = [new ResourceKey("Condition/other")] })
            .Add(Resection("b", 130) with { Conditions = [new ResourceKey("Condition/gastric")] }).Episodes(Code, 170).ShouldBe(["moderate active 158"]);

    private static PatientBuilder Tested() => new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p");

    private static PatientBuilder Treated() => Tested().Doses(Trastuzumab, 60, 81, 102);

    private static PatientBuilder BothSides() => new PatientBuilder().Breast().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 60)
        .Add(Resection("left", 130) with { Tumour = TumourKind.Breast, Site = "left breast" })
        .Add(Resection("right", 130) with { Tumour = TumourKind.Breast, Site = "right breast" });

    private static SurgeryFact Resection(string id, int? day) => new()
    {
        Source = new SourceRef("Procedure", id, "1", "Procedure.code"),
        When = day is { } at ? Day(at) : null,
        Label = "resection",
        Tumour = TumourKind.Gastric,
    };

    private static SpecimenFact Tissue(string site) => new()
    {
        Source = new SourceRef("Specimen", "r", "1", "Specimen"),
        Specimen = new ResourceKey("Specimen/r"),
        Site = site,
    };

    private static NoResidualFact NoneLeft(string? specimen) => new()
    {
        Source = new SourceRef("DiagnosticReport", "r", "1", "DiagnosticReport"),
        When = Day(130),
        Issued = Instant(140),
        Specimen = specimen is null ? null : new ResourceKey(specimen),
        Quote = "ypT0",
    };
}
