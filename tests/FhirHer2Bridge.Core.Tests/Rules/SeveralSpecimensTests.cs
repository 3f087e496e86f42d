using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Tests.Tables;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Conflicts and several specimens (reference 4e).</summary>
public sealed class SeveralSpecimensTests
{
    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void Status_CentralReadingOfTheSameBlock_LaterWinsAndIsCalledReRead()
    {
        var patient = new PatientBuilder().Gastric().Ihc("local", 0, 3, issued: 3, specimen: "Specimen/a")
            .Stated("a", 0, Positive).Ihc("central", 0, 1, issued: 30, specimen: "Specimen/a");

        StatusAt(patient, 29).ShouldBe(Positive);
        StatusAt(patient, 30).ShouldBe(Negative);
        patient.AsOf(30).Flags.Single(static flag => flag.Rule.Value == "H2B-01").Text.ShouldContain("A re-read, not a biological change.");
    }

    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void Status_LocalWordsThenCentralScore_LaterWins()
    {
        var specimen = OneSpecimen.Gastric().IhcStated(Positive).Ihc(0, issued: 30);

        specimen.Read(29).Status.ShouldBe(Positive);
        specimen.Read(30).Status.ShouldBe(Negative);
        specimen.Read(30).Notes.ShouldContain("re-read");
    }

    [Fact]
    [Trait("Row", "4e/same-window")]
    public void Status_TwoSpecimensOfOneWindow_IsPositiveIfAnyIsAndBothAreKept()
    {
        var assessment = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 60, 0, specimen: "Specimen/b").AsOf(61);

        assessment.History.Status.Status.ShouldBe(Positive);
        assessment.History.Assessments.Select(static a => a.Status).ShouldBe([Positive, Negative]);
        assessment.Flags.Select(static flag => flag.Code).ShouldBe(["discordant-specimens"]);
    }

    [Fact]
    [Trait("Row", "4e/temporal-change")]
    public void Status_BeyondTheWindow_TheLaterReplaces() =>
        StatusAt(new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 91, 0, specimen: "Specimen/b"), 92).ShouldBe(Negative);

    [Theory]
    [Trait("Row", "4e/plasma-positive-tissue-negative")]
    [Trait("Row", "7/F05")]
    [InlineData(30)]
    [InlineData(0)]
    [InlineData(-20)]
    public void Evaluate_TissueNegativePlasmaAmplified_TissueStaysAndSpecimensDisagree(int day)
    {
        var patient = new PatientBuilder().Gastric().Ihc("t", 0, 0, specimen: "Specimen/t").Assayed(Plasma("p", day, true));

        StatusAt(patient, 40).ShouldBe(Negative);
        patient.FlagsAsOf(40).ShouldBe(["discordant-specimens moderate active"]);
        patient.AsOf(40).Flags.Single().Text.ShouldContain("positive in plasma");
    }

    [Fact]
    [Trait("Row", "4e/tissue-positive-plasma-negative")]
    [Trait("Row", "4f/not-detected-tf-ge-1")]
    public void Evaluate_TissuePositivePlasmaNegative_TissueWinsWithoutAChange()
    {
        var patient = new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Assayed(Plasma("p", 200, false, 8));

        StatusAt(patient, 210).ShouldBe(Positive);
        patient.FlagsAsOf(210).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "7/F01")]
    public void Evaluate_TwoPlasmaResultsWithoutTissue_IsAModerateChange()
    {
        var patient = new PatientBuilder().Gastric().Assayed(Plasma("a", 0, true)).Assayed(Plasma("b", 200, false, 8));

        patient.FlagsAsOf(210).ShouldBe(["positive-to-negative moderate active"]);
        StatusAt(patient, 210).ShouldBe(Negative);
        StatusAt(patient, 199).ShouldBe(Positive);
    }

    [Fact]
    [Trait("Row", "4f/not-detected-tf-low")]
    public void Evaluate_PlasmaNotDetectedAtLowFraction_ChangesNothingAndRestartsNoClock()
    {
        var patient = new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 21, 190, 21);

        patient.Assayed(Plasma("p", 150, false)).FlagsAsOf(190).ShouldBe(["trastuzumab-without-reassessment moderate active"]);
        patient.Assayed(Plasma("q", 160, false, 5)).FlagsAsOf(190).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "4e/unreadable-member")]
    public void Status_UnreadableMember_ChangesNeitherStatusNorClock()
    {
        var read = OneSpecimen.Gastric().Ihc(3).Unreadable();

        read.Status.ShouldBe(Positive);
        read.Mismatches().ShouldBeEmpty();
        OneSpecimen.Gastric().Ihc(2).Unreadable().Status.ShouldBe(Equivocal);
        OneSpecimen.Gastric().Unreadable().Status.ShouldBe(Indeterminate);
    }

    [Fact]
    [Trait("Row", "4e/later-unclear")]
    public void Status_LaterEquivocal_KeepsTheLastOneAndSaysUnresolved()
    {
        var status = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 200, 2, specimen: "Specimen/b")
            .AsOf(300).History.Status;

        status.Status.ShouldBe(Positive);
        status.Reasons.ShouldBe(["unresolved-later-result"]);
    }

    [Fact]
    [Trait("Row", "4e/as-of-date")]
    public void Status_CollectedBeforeIssuedAfter_IsOrderedByCollectionAndVisibleFromIssue()
    {
        var patient = new PatientBuilder().Gastric().Ihc("early", 0, 0, issued: 300, specimen: "Specimen/early")
            .Ihc("late", 200, 3, issued: 205, specimen: "Specimen/late");

        patient.AsOf(299).History.Assessments.Count.ShouldBe(1);
        StatusAt(patient, 300).ShouldBe(Positive);
        patient.FlagsAsOf(300).ShouldBe(["negative-to-positive high active"]);
    }

    [Fact]
    [Trait("Row", "4e/partial-dates")]
    public void Status_OverlappingDatesThatDiffer_IsIndeterminate()
    {
        var month = Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/b") with { When = Month(2021, 7) };

        StatusAt(new PatientBuilder().Gastric().Ihc("a", 190, 3, specimen: "Specimen/a").Assayed(month), 300).ShouldBe(Indeterminate);
    }

    [Fact]
    [Trait("Row", "4e/primary-and-metastasis")]
    public void History_PrimaryAndMetastasis_KeepsBothSitesAndTheLaterDecides()
    {
        var history = new PatientBuilder().Gastric().Ihc("p", 0, 3, "stomach", specimen: "Specimen/p")
            .Ihc("m", 200, 0, "liver", specimen: "Specimen/m").AsOf(201).History;

        history.Assessments.Select(static a => $"{a.Site} {a.Status}").ShouldBe(["stomach Positive", "liver Negative"]);
        history.Status.Status.ShouldBe(Negative);
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_LeftAndRightBreast_AreKeptApart()
    {
        var patient = BothBreasts().Assayed(Of("left", 0, 3)).Assayed(Of("right", 200, 0));

        patient.FlagsAsOf(201).ShouldBeEmpty();
        patient.AsOf(201).History.Status.Reasons.ShouldBe(["tumours-differ"]);
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_LeftAndRightBreastAndAResultThatSaysNeither_ChangesNone()
    {
        var assessment = BothBreasts().Assayed(Of("left", 0, 3)).Assayed(Of("right", 0, 3)).Ihc("x", 200, 0, specimen: "Specimen/x").AsOf(201);

        assessment.History.Status.Status.ShouldBe(Positive);
        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.ShouldContain(static u => u.Rule.Value == "H2B-01" && u.Reason == "tumour-not-assigned");
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void WithoutReassessment_LaterTestOfNobodyKnowsWhichTumour_IsUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Breast().Assayed(Of("gastric", 0, 3)).Ihc("x", 150, 3, specimen: "Specimen/x");
        for (var day = 20; day < 190; day += 21)
        {
            patient.Add(new TherapyFact
            {
                Source = new SourceRef("MedicationAdministration", $"m{day}", "1", "MedicationAdministration"),
                When = Day(day),
                Drug = Trastuzumab,
                WasGiven = true,
                Conditions = [new ResourceKey("Condition/gastric")],
            });
        }

        patient.FlagsAsOf(190).ShouldBeEmpty();
        patient.AsOf(190).Undetermined.ShouldContain(static u => u.Rule.Value == "H2B-02" && u.Reason == "tumour-not-assigned");
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_SpecimenSiteNamesTheSide_IsAssignedByIt()
    {
        var specimen = new SpecimenFact
        {
            Source = new SourceRef("Specimen", "l", "1", "Specimen"),
            Specimen = new ResourceKey("Specimen/l"),
            Site = "Left breast",
            SiteTumour = TumourKind.Breast,
        };

        BothBreasts().Assayed(Of("left", 0, 3)).Add(specimen).Ihc("x", 200, 0, specimen: "Specimen/l")
            .FlagsAsOf(201).ShouldBe(["positive-to-negative high active"]);
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_TwoEntriesOfOneTumour_AreOneTumour() =>
        new PatientBuilder().Breast().Add(Primary("again", null)).Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 200, 0, specimen: "Specimen/b")
            .FlagsAsOf(201).ShouldBe(["positive-to-negative high active"]);

    private static PatientBuilder BothBreasts() =>
        new PatientBuilder().Add(Primary("left", "Left breast")).Add(Primary("right", "Right breast"));

    private static TumourFact Primary(string id, string? site) => new()
    {
        Source = new SourceRef("Condition", id, "1", "code"),
        Kind = TumourKind.Breast,
        Condition = new ResourceKey("Condition/" + id),
        Site = site,
    };

    private static AssayFact Of(string condition, int day, int score) =>
        Assay(condition, day, AssayMethod.Ihc, new AssayResult.Ihc(score), specimen: "Specimen/" + condition) with
        {
            Conditions = [new ResourceKey("Condition/" + condition)],
        };

    private static AssayFact Plasma(string id, int day, bool amplified, decimal? tumourFraction = null) =>
        Assay(id, day, AssayMethod.Ngs, new AssayResult.Gene(amplified), specimen: "Specimen/" + id) with
        {
            Material = SpecimenKind.Plasma,
            TumourFraction = tumourFraction is { } percent ? new Measure(percent) : null,
        };

    private static Her2Status? StatusAt(PatientBuilder patient, int day) => patient.AsOf(day).History.Status.Status;
}
