using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F20")]
public sealed class Her2LowEligibilityRuleTests
{
    private const string Code = Her2LowEligibilityRule.Code;

    private static RuleId Id => Her2LowEligibilityRule.Id;

    [Theory]
    [Trait("Row", "4d/low")]
    [InlineData(9, "")]
    [InlineData(10, "low active 10")]
    public void Evaluate_LowAndMetastatic_FiresWhenItBecomesKnown(int day, string expected) =>
        string.Join('|', Low().Spread(true).Episodes(Code, day)).ShouldBe(expected);

    [Fact]
    public void Evaluate_MetastaticLater_FiresThen() =>
        Low().Add(new SpreadFact { Source = new SourceRef("Condition", "m", "1", "Condition.code"), When = Day(100), Metastatic = true })
            .Episodes(Code, 120).ShouldBe(["low active 100"]);

    [Fact]
    public void Evaluate_Curative_IsSilent()
    {
        Low().Spread(false).Episodes(Code, 60).ShouldBeEmpty();
        Low().Spread(false).Unanswered(Id, 60).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "5/setting")]
    public void Evaluate_SettingUnknown_IsUndetermined() =>
        Low().Unanswered(Id, 60).ShouldBe(["setting-unknown"]);

    [Fact]
    [Trait("Row", "4d/ultralow")]
    public void Evaluate_Ultralow_NeedsTheHormoneReceptor()
    {
        var patient = new PatientBuilder().Breast().Stated("o", 10, Her2Status.Negative, Her2Category.Ultralow).Spread(true);

        patient.Episodes(Code, 60).ShouldBeEmpty();
        patient.Unanswered(Id, 60).ShouldBe(["hormone-receptor-unknown"]);
    }

    [Fact]
    public void Evaluate_DeruxtecanBefore_IsSilent() =>
        Low().Spread(true).Doses(Deruxtecan, 5).Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_DeruxtecanLater_Clears() =>
        Low().Spread(true).Doses(Deruxtecan, 30).Episodes(Code, 60).ShouldBe(["low resolved 10 to 30 treatment-began"]);

    [Fact]
    public void Evaluate_TrastuzumabGiven_ClearsNothing() =>
        Low().Spread(true).Doses(Trastuzumab, 30).Episodes(Code, 60).ShouldBe(["low active 10"]);

    [Fact]
    public void Evaluate_PositiveAgain_Clears() =>
        Low().Spread(true).Ihc("p", 150, 3, specimen: "Specimen/p").Episodes(Code, 160).ShouldBe(["low resolved 10 to 150 reassessed"]);

    [Fact]
    public void Evaluate_LowAgain_IsOneFlag() =>
        Low().Spread(true).Stated("o2", 100, Her2Status.Negative, Her2Category.Low).Episodes(Code, 160).ShouldBe(["low active 10"]);

    [Fact]
    public void Evaluate_Gastric_NeverFires() =>
        new PatientBuilder().Gastric().Stated("o", 10, Her2Status.Negative, Her2Category.Low).Spread(true).Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_DosesNotRead_IsUndetermined() =>
        Low().Spread(true).Unanswered(Id, 60, new Completeness(Instant(60), Instant(9))).ShouldBe(["doses-not-read-through"]);

    /// <summary>Whether it is a breast tumour nobody said: read as one, the score makes it low.</summary>
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "tumour-type-unknown")]
    [InlineData(3, "")]
    public void Evaluate_TumourTypeUnknownAndLowAsBreast_IsUndetermined(int score, string expected)
    {
        var patient = new PatientBuilder().Ihc("i", 10, score, specimen: "Specimen/i").Spread(true);

        patient.Episodes(Code, 60).ShouldBeEmpty();
        string.Join('|', patient.Unanswered(Id, 60)).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_TumourTypeUnknownAndTwoPlusNotAmplified_IsUndetermined() =>
        new PatientBuilder().Ihc("i", 10, 2, specimen: "Specimen/i").Ish("h", 10, false, specimen: "Specimen/i").Spread(true).Unanswered(Id, 60)
            .ShouldBe(["tumour-type-unknown"]);

    [Fact]
    public void Evaluate_TumourTypeUnknownAndCurativeOrTreated_IsNoQuestion()
    {
        new PatientBuilder().Ihc("i", 10, 1, specimen: "Specimen/i").Spread(false).Unanswered(Id, 60).ShouldBeEmpty();
        new PatientBuilder().Ihc("i", 10, 1, specimen: "Specimen/i").Spread(true).Doses(Deruxtecan, 30).Unanswered(Id, 60).ShouldBeEmpty();
    }

    /// <summary>"IHC negative": 0 or 1+.</summary>
    [Theory]
    [InlineData(AssayMethod.Ihc)]
    [InlineData(AssayMethod.Overall)]
    public void Evaluate_NegativeWithoutScore_IsUndetermined(AssayMethod method)
    {
        var patient = WithoutScore(method).Spread(true);

        patient.Episodes(Code, 60).ShouldBeEmpty();
        patient.Unanswered(Id, 60).ShouldBe(["low-category-unknown"]);
    }

    [Fact]
    public void Evaluate_NegativeWithoutScoreAndNothingHangsOnIt_IsNoQuestion()
    {
        WithoutScore(AssayMethod.Ihc).Spread(false).Unanswered(Id, 60).ShouldBeEmpty();
        WithoutScore(AssayMethod.Ihc).Spread(true).Doses(Deruxtecan, 30).Unanswered(Id, 60).ShouldBeEmpty();
        WithoutScore(AssayMethod.Ihc).Spread(true).Ihc("p", 50, 3, specimen: "Specimen/p").Unanswered(Id, 60).ShouldBeEmpty();
        new PatientBuilder().Breast().Ihc("i", 10, 0, specimen: "Specimen/i").Spread(true).Unanswered(Id, 60).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, "tied-dates")]
    [InlineData(0, "")]
    [Trait("Row", "4e/partial-dates")]
    public void Evaluate_LowTiedWithAnother_IsUndetermined(int score, string expected)
    {
        var patient = new PatientBuilder().Breast().Spread(true).Ihc("a", 10, 3, specimen: "Specimen/a").Ihc("b", 10, score, specimen: "Specimen/b");

        patient.Episodes(Code, 60).ShouldBeEmpty();
        string.Join('|', patient.Unanswered(Id, 60)).ShouldBe(expected);
    }

    /// <summary>Stomach and breast; the result names neither.</summary>
    [Theory]
    [InlineData(1, "tumour-not-assigned")]
    [InlineData(3, "")]
    [InlineData(0, "")]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_LowOfOneOfTwoTumours_IsUndetermined(int score, string expected)
    {
        var patient = new PatientBuilder().Gastric().Breast().Spread(true).Ihc("x", 10, score, specimen: "Specimen/x");

        patient.Episodes(Code, 60).ShouldBeEmpty();
        string.Join('|', patient.Unanswered(Id, 60)).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_LowThatNamesNoneOfTumoursOfWhichNoneIsOfTheBreast_IsNoQuestion() =>
        new PatientBuilder().Gastric().Tumour(TumourKind.Other).Spread(true).Ihc("x", 10, 1, specimen: "Specimen/x").Unanswered(Id, 60).ShouldBeEmpty();

    private static PatientBuilder WithoutScore(AssayMethod method) => new PatientBuilder().Breast()
        .Assayed(Assay("o", 10, method, new AssayResult.Stated(Her2Status.Negative), specimen: "Specimen/o"));

    private static PatientBuilder Low() => new PatientBuilder().Breast().Stated("o", 10, Her2Status.Negative, Her2Category.Low);
}
