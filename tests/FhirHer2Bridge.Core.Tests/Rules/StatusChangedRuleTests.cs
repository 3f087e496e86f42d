using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F01")]
public sealed class StatusChangedRuleTests
{
    [Fact]
    public void Evaluate_NegativeThenPositive_RaisesNegativeToPositive() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 0, specimen: "Specimen/a").Ihc("b", 200, 3, specimen: "Specimen/b")
            .FlagsAsOf(201).ShouldBe(["negative-to-positive high active"]);

    [Fact]
    public void Evaluate_StatusReturns_ResolvesTheFirstChangeAndRaisesTheSecond() =>
        Lost().Ihc("c", 400, 3, specimen: "Specimen/c").FlagsAsOf(401)
            .ShouldBe(["negative-to-positive high active", "positive-to-negative high resolved"]);

    [Fact]
    [Trait("Row", "4e/same-window")]
    [Trait("Row", "7/F05")]
    public void Evaluate_SameWindowUntreated_IsDiscordanceNotChange() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 60, 0, specimen: "Specimen/b")
            .FlagsAsOf(61).ShouldBe(["discordant-specimens moderate active"]);

    [Fact]
    [Trait("Row", "4e/temporal-change")]
    public void Evaluate_SameWindowWithADoseBetween_IsAChange() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Doses(Trastuzumab, 30).Ihc("b", 60, 0, specimen: "Specimen/b")
            .FlagsAsOf(61).ShouldBe(["positive-to-negative high active"]);

    [Fact]
    [Trait("Row", "4e/later-unclear")]
    public void Evaluate_LaterEquivocal_ChangesNothing() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 200, 2, specimen: "Specimen/b")
            .FlagsAsOf(213).ShouldBeEmpty();

    [Fact]
    [Trait("Row", "4e/partial-dates")]
    public void Evaluate_OverlappingMonthAndDayThatDiffer_IsUndetermined()
    {
        var month = Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/b") with { When = Month(2021, 7) };
        var patient = new PatientBuilder().Gastric().Ihc("a", 190, 3, specimen: "Specimen/a").Assayed(month)
            .Only(StatusChangedRule.Id, DiscordantSpecimensRule.Id);

        var assessment = patient.AsOf(300);

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.Select(static u => $"{u.Rule} {u.Reason}").ShouldBe(["H2B-01 tied-dates", "H2B-05 tied-dates"]);
        assessment.History.Status.Status.ShouldBe(Her2Status.Indeterminate);
    }

    /// <summary>Negative on day 400, 2022-02-08: seven months before it is 2021-07-08, day 185.</summary>
    [Theory]
    [Trait("Row", "5/washout")]
    [InlineData(184, false)]
    [InlineData(185, true)]
    [InlineData(399, true)]
    public void Evaluate_DoseWithinSevenMonthsOfTheLaterSample_IsNamedAsRecentExposure(int dose, bool recent)
    {
        Exposed(Trastuzumab, dose).Contains("Recent exposure: trastuzumab on ", StringComparison.Ordinal).ShouldBe(recent);
        Exposed(Deruxtecan, dose).Contains("Recent exposure: trastuzumab deruxtecan on ", StringComparison.Ordinal).ShouldBe(recent);
        Exposed(new Drug("lapatinib", DrugClass.OtherHer2), dose).ShouldNotContain("Recent exposure");
    }

    [Fact]
    [Trait("Row", "5/washout")]
    public void Evaluate_DoseAfterTheLaterSample_IsNoRecentExposure() => Exposed(Trastuzumab, 401).ShouldNotContain("Recent exposure");

    private static string Exposed(Drug drug, int dose) =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Doses(drug, dose).Ihc("b", 400, 0, specimen: "Specimen/b")
            .Flags(StatusChangedRule.PositiveToNegative, 410).ShouldHaveSingleItem().Text;

    [Fact]
    public void Evaluate_ReReadOfOneSpecimenReverses_SaysReRead()
    {
        var patient = new PatientBuilder().Gastric()
            .Ihc("local", 0, 3, issued: 3, specimen: "Specimen/a").Ihc("central", 0, 0, issued: 30, specimen: "Specimen/a");

        patient.FlagsAsOf(29).ShouldBeEmpty();
        patient.FlagsAsOf(30).ShouldBe(["positive-to-negative high active"]);
        patient.AsOf(30).Flags.Single().Text.ShouldContain("A re-read, not a biological change.");
    }

    [Fact]
    public void Evaluate_PreliminaryResult_NeverChangesTheStatus()
    {
        var preliminary = Assay("b", 200, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/b") with
        {
            Standing = FactStanding.Preliminary,
        };

        var assessment = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Assayed(preliminary).AsOf(300);

        assessment.Flags.ShouldBeEmpty();
        assessment.History.Status.Status.ShouldBe(Her2Status.Positive);
    }

    [Fact]
    public void Evaluate_PlasmaNotDetected_IsNeverNegative()
    {
        var plasma = Assay("b", 200, AssayMethod.Ngs, new AssayResult.Gene(false)) with { Material = SpecimenKind.Plasma };

        var assessment = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Assayed(plasma).AsOf(300);

        assessment.Flags.ShouldBeEmpty();
        assessment.History.Assessments[^1].Status.ShouldBe(Her2Status.Indeterminate);
    }

    [Fact]
    public void Evaluate_TwoPrimaries_AreKeptApart()
    {
        var breast = Assay("b", 200, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/b") with
        {
            Conditions = [new ResourceKey("Condition/breast")],
        };
        var gastric = Assay("a", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/a") with
        {
            Conditions = [new ResourceKey("Condition/gastric")],
        };

        new PatientBuilder().Gastric().Breast().Assayed(gastric).Assayed(breast).FlagsAsOf(201).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_TwoPrimariesAndAResultThatSaysNeither_IsUndetermined()
    {
        var assessment = new PatientBuilder().Gastric().Breast().Ihc("a", 0, 3, specimen: "Specimen/a").AsOf(10);

        assessment.Undetermined.ShouldContain(static u => u.Rule.Value == "H2B-01" && u.Reason == "tumour-not-assigned");
    }

    [Fact]
    public void Evaluate_OldChangeOfAQuietPatient_IsHistorical()
    {
        var flag = Lost().AsOf(200 + 366).Flags.Single();

        flag.State.ShouldBe(Core.Flags.FlagState.Resolved);
        flag.Reason.ShouldBe("historical");
    }

    private static PatientBuilder Lost() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 200, 0, specimen: "Specimen/b");
}
