using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Situations in which an earlier version was silent, or spoke wrongly.</summary>
public sealed class HarmfulCasesTests
{
    [Fact]
    public void NextDue_TestsNotReadThroughTheLimit_AsksAgainAtOnce() =>
        Treated().AsOf(200, new Completeness(Instant(150), Instant(300))).NextDue.ShouldBe(EndOf(200));

    [Fact]
    public void DrugAfterNegative_NegativeTiedWithAPositive_IsUndetermined()
    {
        var year = Assay("z", 0, AssayMethod.Overall, new AssayResult.Stated(Her2Status.Positive), specimen: "Specimen/z") with
        {
            When = new ClinicalTime(Instant(-3), Instant(362), TimePrecision.Year, "2021"),
        };
        var patient = new PatientBuilder().Gastric().Ihc("n", 130, 0, specimen: "Specimen/n").Every(Trastuzumab, 158, 200, 21).Assayed(year);

        patient.AsOf(201).Undetermined.ShouldContain(static u => u.Rule.Value == "H2B-03" && u.Reason == "tied-dates");
    }

    [Fact]
    public void WithoutReassessment_OngoingCourseInOneResource_IsContinuation() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Add(Ongoing(10)).FlagsAsOf(200)
            .ShouldBe(["trastuzumab-without-reassessment moderate active"]);

    [Fact]
    public void DrugAfterNegative_CourseInOneResourceGoesOnAfterTheResult_IsFlagged() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Add(Ongoing(60)).Ihc("n", 130, 0, specimen: "Specimen/n")
            .FlagsAsOf(200).ShouldContain("her2-drug-after-negative high active");

    [Fact]
    public void Status_TwoStatedConclusionsContradict_IsIndeterminateWhateverTheirIds()
    {
        foreach (var (first, second) in new[] { ("x1", "x2"), ("x2", "x1") })
        {
            var patient = new PatientBuilder().Gastric()
                .Assayed(Assay(first, 0, AssayMethod.Overall, new AssayResult.Stated(Her2Status.Positive), specimen: "Specimen/s"))
                .Assayed(Assay(second, 0, AssayMethod.Overall, new AssayResult.Stated(Her2Status.Negative), specimen: "Specimen/s"));

            patient.AsOf(10).History.Status.Status.ShouldBe(Her2Status.Indeterminate);
        }
    }

    [Fact]
    public void Status_StatedEquivocalThenGeneNegative_IsNegative() =>
        new PatientBuilder().Gastric()
            .Assayed(Assay("o", 0, AssayMethod.Overall, new AssayResult.Stated(Her2Status.Equivocal), specimen: "Specimen/s"))
            .Ish("g", 0, amplified: false, issued: 10, specimen: "Specimen/s")
            .AsOf(20).History.Status.Status.ShouldBe(Her2Status.Negative);

    [Fact]
    public void Status_GeneStatedIndeterminateBesideIhcThree_IsPositive() =>
        new PatientBuilder().Gastric().Ihc("i", 0, 3, specimen: "Specimen/s")
            .Assayed(Assay("g", 0, AssayMethod.Ish, new AssayResult.Stated(Her2Status.Indeterminate), specimen: "Specimen/s"))
            .AsOf(20).History.Status.Status.ShouldBe(Her2Status.Positive);

    [Fact]
    public void Changed_RetractedResultOfAnotherOrgan_ShapesNothing()
    {
        var retracted = Assay("w", 100, AssayMethod.Overall, new AssayResult.Stated(Her2Status.Negative), specimen: "Specimen/w") with
        {
            Standing = FactStanding.Withdrawn,
        };
        var breast = new SpecimenFact
        {
            Source = new SourceRef("Specimen", "w", "1", "Specimen"),
            Specimen = new ResourceKey("Specimen/w"),
            SiteTumour = TumourKind.Breast,
        };

        Lost().Add(breast).Assayed(retracted).FlagsAsOf(201).ShouldBe(["positive-to-negative high active"]);
    }

    [Fact]
    public void WithoutReassessment_NarrativeOfTheTestItself_HidesNoLaterTest() =>
        Treated().Gap("text-not-read", 0).Only(TrastuzumabWithoutReassessmentRule.Id).FlagsAsOf(200).ShouldBe(["trastuzumab-without-reassessment moderate active"]);

    [Fact]
    [Trait("Row", "4e/partial-dates")]
    public void WithoutReassessment_TestDatedByYearOnly_CountsFromItsEarliestDay()
    {
        var year = Assay("t", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/t") with
        {
            When = new ClinicalTime(Instant(-3), Instant(362), TimePrecision.Year, "2021"),
        };

        new PatientBuilder().Gastric().Assayed(year).Every(Trastuzumab, 70, 334, 21).FlagsAsOf(334)
            .ShouldBe(["trastuzumab-without-reassessment high active"]);
    }

    [Fact]
    public void Changed_CumulativeReportOfTwoBiopsies_KeepsThemApart()
    {
        var report = new ReportFact
        {
            Source = new SourceRef("DiagnosticReport", "r", "1", "DiagnosticReport"),
            When = Day(200),
            Results = [new ResourceKey("Observation/a"), new ResourceKey("Observation/b")],
        };
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3).Ihc("b", 200, 0).Add(report);

        patient.AsOf(201).History.Assessments.Count.ShouldBe(2);
        patient.AsOf(201).Flags.Single().Text.ShouldNotContain("re-read");
    }

    [Fact]
    public void DrugAfterNegative_SecondNegativeConfirms_IsStillOneFlag() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Every(Trastuzumab, 58, 300, 21)
            .Ihc("n2", 150, 0, specimen: "Specimen/n2").FlagsAsOf(301).ShouldBe(["her2-drug-after-negative high active"]);

    [Fact]
    public void WithoutReassessment_StrongerFlagEnded_BeginsThen()
    {
        var patient = new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Every(Trastuzumab, 60, 364, 21)
            .Ihc("local", 130, 0, issued: 137, specimen: "Specimen/s").Ihc("central", 130, 3, issued: 330, specimen: "Specimen/s");

        patient.FlagsAsOf(350).ShouldContain("trastuzumab-without-reassessment moderate active");
    }

    [Fact]
    public void StatusChanged_DoseOfWhichOnlyTheMonthIsKnownBetween_IsUndeterminedAndNotDiscordant()
    {
        var dose = new TherapyFact
        {
            Source = new SourceRef("MedicationAdministration", "m", "1", "MedicationAdministration"),
            When = Month(2021, 3),
            Drug = Trastuzumab,
            WasGiven = true,
        };
        var assessment = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 80, 0, specimen: "Specimen/b")
            .Add(dose).Only(StatusChangedRule.Id, DiscordantSpecimensRule.Id).AsOf(100);

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.Select(static u => $"{u.Rule} {u.Reason}").ShouldBe(["H2B-01 dose-between-unknown", "H2B-05 dose-between-unknown"]);
    }

    [Fact]
    public void StatusChanged_AnotherSpecimenIsReadAgain_LeavesTheLossStanding()
    {
        var patient = new PatientBuilder().Gastric().Ihc("node", 0, 3, specimen: "Specimen/node").Ihc("biopsy", 14, 1, specimen: "Specimen/biopsy")
            .Doses(Trastuzumab, 60, 81, 102).Ihc("resection", 130, 0, issued: 137, specimen: "Specimen/resection")
            .Only(StatusChangedRule.Id);
        patient.FlagsAsOf(140).ShouldBe(["positive-to-negative high active"]);

        patient.Ihc("central", 14, 3, issued: 150, specimen: "Specimen/biopsy");

        patient.AsOf(160).Flags.ShouldContain(static flag => flag.Code == "positive-to-negative" && flag.State == FlagState.Active);
    }

    [Fact]
    public void DrugAfterNegative_DosesThatCannotBeRead_AreNotTakenForNone()
    {
        var patient = new PatientBuilder().Gastric().Ihc("n", 130, 0, specimen: "Specimen/n").Gap("medication-unresolved", 158, mayHideTest: false, mayHideDose: true);

        patient.Unanswered(DrugAfterNegativeRule.Id, 160).ShouldBe(["doses-not-read-through"]);
        patient.Unanswered(TrastuzumabWithoutReassessmentRule.Id, 160).ShouldBe(["doses-not-read-through"]);
    }

    [Fact]
    public void EquivocalWithoutReflex_CellsCountedAlone_IsNoReflexTest() =>
        new PatientBuilder().Gastric().Ihc("b", 14, 2, specimen: "Specimen/b")
            .Assayed(Assay("cells", 16, AssayMethod.Ish, new AssayResult.Gene(null) { Cells = new Measure(40) }, specimen: "Specimen/b"))
            .Episodes(EquivocalWithoutReflexRule.Code, 40).ShouldBe(["moderate active 28"]);

    [Fact]
    public void WithoutReassessment_CourseBesideItsFirstDose_IsTheCourse()
    {
        var first = new TherapyFact { Source = new SourceRef("MedicationAdministration", "a", "1", "MedicationAdministration"), When = Day(30), Drug = Trastuzumab, WasGiven = true };

        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Add(first).Add(Ongoing(30))
            .Only(TrastuzumabWithoutReassessmentRule.Id).FlagsAsOf(200).ShouldBe(["trastuzumab-without-reassessment moderate active"]);
    }

    private static TherapyFact Ongoing(int from) => new()
    {
        Source = new SourceRef("MedicationAdministration", "course", "1", "MedicationAdministration"),
        When = Day(from),
        Drug = Trastuzumab,
        WasGiven = true,
        Ongoing = true,
    };

    private static PatientBuilder Lost() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 200, 0, specimen: "Specimen/b");

    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, "stomach", specimen: "Specimen/t").Every(Trastuzumab, 32, 200, 21);
}
