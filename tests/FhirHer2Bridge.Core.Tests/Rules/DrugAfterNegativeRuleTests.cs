using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

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
        var assessment = new PatientBuilder().Breast().Ihc("n", 0, 1, specimen: "Specimen/n").Doses(Deruxtecan, 30).AsOf(31);

        assessment.Flags.ShouldBeEmpty();
        assessment.Undetermined.ShouldContain(static u => u.Reason == "adc-low-category-unknown");
    }

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

    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Doses(Trastuzumab, 58, 79, 100)
            .Only(StatusChangedRule.Id, TrastuzumabWithoutReassessmentRule.Id, DrugAfterNegativeRule.Id);
}
