using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F03")]
public sealed class DrugAfterNegativeRuleTests
{
    private const string Flag = "her2-drug-after-negative";

    [Fact]
    public void Evaluate_DoseBeforeTheResultWasIssued_IsNotFlagged() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, issued: 10, specimen: "Specimen/n").Doses(Trastuzumab, 5).FlagsAsOf(20).ShouldBeEmpty();

    [Fact]
    public void Evaluate_DoseOnTheDayOfIssue_IsUndetermined()
    {
        var negative = Assay("n", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/n") with
        {
            Issued = Instant(10).AddHours(9),
        };

        var assessment = new PatientBuilder().Gastric().Assayed(negative).Doses(Trastuzumab, 10).AsOf(20);

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.ShouldContain(static u => u.Rule.Value == "H2B-03" && u.Reason == "order-of-dose-and-result");
    }

    [Fact]
    public void Evaluate_ConjugateInBreastWithUnknownCategory_IsUndetermined()
    {
        var assessment = new PatientBuilder().Breast().Stated("n", 0, Her2Status.Negative).Doses(Deruxtecan, 30).AsOf(31);

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.ShouldContain(static u => u.Reason == "adc-low-category-unknown");
    }

    /// <summary>IHC 0 may still show the faint staining of ultralow, which a bare score does not tell.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [Trait("Row", "4d/low")]
    public void Evaluate_DeruxtecanAfterABreastScore_IsMeantForLowAndUnclearForZero(int score, bool isUnclear)
    {
        var assessment = new PatientBuilder().Breast().Ihc("n", 0, score, specimen: "Specimen/n").Doses(Deruxtecan, 30).AsOf(31);

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.Any(static u => u.Reason == "adc-low-category-unknown").ShouldBe(isUnclear);
    }

    [Fact]
    public void Evaluate_EmtansineAfterABreastNegative_IsFlaggedWhateverTheCategory() =>
        new PatientBuilder().Breast().Ihc("n", 0, 1, specimen: "Specimen/n").Doses(new Drug("trastuzumab emtansine", DrugClass.TrastuzumabAdc), 30)
            .Only(DrugAfterNegativeRule.Id).FlagsAsOf(31).ShouldBe([$"{Flag} high active"]);

    [Fact]
    public void Evaluate_DeruxtecanInHer2Low_IsMeantForIt() =>
        new PatientBuilder().Breast().Stated("n", 0, Her2Status.Negative, Her2Category.Low).Doses(Deruxtecan, 30).FlagsAsOf(31).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ConjugateInGastricNegative_IsFlagged() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 1, specimen: "Specimen/n").Doses(Deruxtecan, 30).FlagsAsOf(31).ShouldBe([$"{Flag} high active"]);

    [Fact]
    public void Evaluate_CurativeBreastTurnedNegativeAfterTreatment_IsModerate() =>
        new PatientBuilder().Breast().Spread(metastatic: false).Ihc("p", 0, 3, specimen: "Specimen/p").Every(Trastuzumab, 10, 94, 21)
            .Ihc("n", 120, 0, specimen: "Specimen/n").Doses(Trastuzumab, 130).FlagsAsOf(131)
            .ShouldBe([$"{Flag} moderate active", "positive-to-negative high active"]);

    [Fact]
    public void Evaluate_LaterPositive_Resolves() =>
        Treated().Ihc("again", 200, 3, issued: 205, specimen: "Specimen/again").FlagsAsOf(210)
            .ShouldBe([$"{Flag} high resolved", "negative-to-positive high active"]);

    [Fact]
    public void Evaluate_StoppedAndDosesReadThrough_Resolves() =>
        Treated().FlagsAsOf(143).ShouldBe([$"{Flag} high resolved"]);

    [Fact]
    public void Evaluate_StoppedButDosesNotRead_StaysActive()
    {
        var assessment = Treated().AsOf(200, new Completeness(Instant(900), Instant(100)));

        assessment.Flags.Single().State.ShouldBe(Core.Flags.FlagState.Active);
        assessment.Undetermined.ShouldContain(static u => u.Reason == "doses-not-read-through");
    }

    [Theory]
    [Trait("Row", "5/negative-grace")]
    [InlineData(0, 10, "high active")]
    [InlineData(0, 9, "")]
    [InlineData(7, 16, "")]
    [InlineData(7, 17, "high active")]
    [InlineData(14, 24, "high active")]
    public void Evaluate_GraceDays_CountFromTheIssueOfTheResult(int grace, int dose, string expected) =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, issued: 10, specimen: "Specimen/n").Doses(Trastuzumab, dose)
            .SaidWith("H2B-03:negative-result-grace-days", grace, Flag, 30).ShouldBe(expected);

    [Fact]
    public void Evaluate_LaterNegativeIsLow_DecidesForTheConjugate() =>
        new PatientBuilder().Breast().Stated("n", 0, Her2Status.Negative).Stated("low", 100, Her2Status.Negative, Her2Category.Low)
            .Doses(Deruxtecan, 130).FlagsAsOf(131).ShouldBeEmpty();

    [Theory]
    [InlineData("pyrotinib")]
    [InlineData("pertuzumab")]
    [InlineData("disitamab vedotin")]
    public void Evaluate_OtherHer2Drug_IsFlagged(string name) =>
        new PatientBuilder().Gastric().Ihc("n", 0, 1, specimen: "Specimen/n").Doses(new Drug(name, DrugClass.OtherHer2), 30).Said(Flag, 31).ShouldBe("high active");

    [Theory]
    [InlineData(0, 2, "high active")]
    [InlineData(1, 2, "")]
    [InlineData(1, 1, "high active")]
    public void Evaluate_DisitamabInIhcTwoPlus_IsMeantOnlyWhereTheSiteSaysSo(int licensed, int score, string expected) =>
        Scored(score).SaidWith("H2B-03:disitamab-ihc2-licensed", licensed, Flag, 31).ShouldBe(expected);

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_UnassignedDoseAndEveryTumourNegative_IsFlaggedOnce()
    {
        var flag = TwoTumours(0, 1).Doses(Trastuzumab, 30, 51).Flags(Flag, 60).Single();

        flag.Severity.ShouldBe(Core.Rules.FlagSeverity.High);
        flag.Text.ShouldBe("HER2 negative in every tumour on record, on 2021-01-09 (IHC 1+); on 2021-01-04 (IHC 0); trastuzumab was given after "
            + "that, first on 2021-02-03. The record does not say for which tumour.");
        flag.Evidence.Select(static e => e.Key.Value).ShouldBe(["Observation/breast", "Observation/gastric", "MedicationAdministration/d30"]);
    }

    [Theory]
    [Trait("Row", "4e/several-primaries")]
    [InlineData(0, 3)]
    [InlineData(3, 3)]
    [InlineData(0, 2)]
    public void Evaluate_UnassignedDoseAndOneTumourNotNegative_IsUndetermined(int gastric, int breast)
    {
        var patient = TwoTumours(gastric, breast).Doses(Trastuzumab, 30);

        patient.Said(Flag, 60).ShouldBeEmpty();
        patient.Undetermined("H2B-03", 60).ShouldBe(["dose-not-assigned"]);
    }

    [Fact]
    public void Evaluate_UnassignedConjugateThatMayBeForTheBreast_IsUndetermined() =>
        TwoTumours(0, 1).Doses(Deruxtecan, 30).Undetermined("H2B-03", 60).ShouldBe(["dose-not-assigned"]);

    [Fact]
    public void Evaluate_UnassignedDoseStopped_Resolves() => TwoTumours(0, 0).Doses(Trastuzumab, 30).Said(Flag, 73).ShouldBe("high resolved");

    private static PatientBuilder Scored(int score) =>
        new PatientBuilder().Gastric().Ihc("n", 0, score, specimen: "Specimen/n").Ish("i", 0, amplified: false, specimen: "Specimen/n")
            .Doses(new Drug("disitamab vedotin", DrugClass.OtherHer2) { ForIhc2 = true }, 30);

    private static PatientBuilder TwoTumours(int gastric, int breast) => new PatientBuilder().Gastric().Breast()
        .Assayed(Of("gastric", 0, gastric)).Assayed(Of("breast", 5, breast));

    private static AssayFact Of(string tumour, int day, int score) =>
        Assay(tumour, day, AssayMethod.Ihc, new AssayResult.Ihc(score), specimen: "Specimen/" + tumour) with { Conditions = [new ResourceKey("Condition/" + tumour)] };

    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Doses(Trastuzumab, 58, 79, 100)
            .Only(StatusChangedRule.Id, TrastuzumabWithoutReassessmentRule.Id, DrugAfterNegativeRule.Id);

    /// <summary>Negative from the start: nothing turned negative under treatment.</summary>
    [Fact]
    public void Evaluate_CurativeBreastNeverPositive_IsHigh() =>
        new PatientBuilder().Breast().Spread(metastatic: false).Ihc("n", 40, 1, specimen: "Specimen/n").Doses(Trastuzumab, 10, 60)
            .Said(Flag, 70).ShouldBe("high active");

    [Fact]
    public void Evaluate_CourseGoesOnAndTheGraceIsNotOver_IsDueThen()
    {
        var patient = new PatientBuilder().Gastric().Only(DrugAfterNegativeRule.Id).Course(Trastuzumab, 0, null).Ihc("n", 20, 0, specimen: "Specimen/n");
        RuleContext At(int day) => new(EndOf(day), Completeness.Whole, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["H2B-03:negative-result-grace-days"] = 14 });
        RuleOutcome Asked(int day) => new DrugAfterNegativeRule().Evaluate(HistoryBuilder.Build(new PatientKey("p1"), patient.Facts, At(day)), At(day));

        Asked(25).Flags.ShouldBeEmpty();
        Asked(25).NextDue.ShouldBe(Instant(34));
        Asked(34).Undetermined.ShouldBe(["order-of-dose-and-result"]);
        Asked(34).NextDue.ShouldBe(Instant(35));
        Asked(35).Flags.ShouldHaveSingleItem().Start.ShouldBe(Instant(35));
    }

    /// <summary>Of the result only the day of collection is known, and the dose was given on that day.</summary>
    [Fact]
    public void Evaluate_DoseOnTheDayOfAResultWithoutIssue_IsUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Ihc("n", 10, 0, specimen: "Specimen/n").Doses(Trastuzumab, 10);

        patient.Episodes(Flag, 11).ShouldBeEmpty();
        patient.Unanswered(DrugAfterNegativeRule.Id, 11).ShouldBe(["order-of-dose-and-result"]);
        patient.Doses(Trastuzumab, 11).Episodes(Flag, 11).ShouldBe(["high active 11"]);
    }

    [Fact]
    public void Evaluate_NegativeBeforeThatDayAsWell_IsFlagged() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Ihc("m", 10, 0, specimen: "Specimen/m").Doses(Trastuzumab, 10)
            .Episodes(Flag, 11).ShouldBe(["high active 10"]);

    [Fact]
    [Trait("Row", "4e/partial-dates")]
    public void Evaluate_DoseInTheMonthOfTheResult_IsUndetermined()
    {
        var negative = Assay("n", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/n") with { When = Month(2021, 1) };
        var patient = new PatientBuilder().Gastric().Assayed(negative).Doses(Trastuzumab, 10);

        patient.Unanswered(DrugAfterNegativeRule.Id, 11).ShouldBe(["order-of-dose-and-result"]);
        patient.Doses(Trastuzumab, 28).Episodes(Flag, 28).ShouldBe(["high active 28"]);
    }

    [Fact]
    public void Evaluate_CourseOverTheDayOfTheResult_IsFlaggedFromTheNextDay() =>
        Timeline.Of("H2B-03", new PatientBuilder().Gastric().Course(Trastuzumab, 0, null).Ihc("n", 10, 0, specimen: "Specimen/n"))
            .ShouldBe("""
            10: ? order-of-dose-and-result
            11: high active
            """);
}
