using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F17")]
public sealed class InadequateSpecimenRuleTests
{
    private const string Code = InadequateSpecimenRule.Code;

    private static RuleId Id => InadequateSpecimenRule.Id;

    [Theory]
    [InlineData(42, "")]
    [InlineData(43, "moderate active 43")]
    [InlineData(44, "moderate active 43")]
    public void Evaluate_NoRepeat_FiresAfterTheDaysFromTheReport(int day, string expected) =>
        string.Join('|', Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Episodes(Code, day)).ShouldBe(expected);

    [Fact]
    public void Evaluate_StatedIndeterminate_Fires() =>
        Failed(new AssayResult.Stated(Her2Status.Indeterminate)).Episodes(Code, 60).ShouldBe(["moderate active 43"]);

    [Fact]
    public void Evaluate_WeaklyPositive_Fires() =>
        Failed(new AssayResult.Inconclusive("weakly-positive")).Episodes(Code, 60).ShouldBe(["moderate active 43"]);

    [Theory]
    [InlineData("protein-present-only")]
    [InlineData("protein-absent-only")]
    [InlineData("error")]
    public void Evaluate_TestedAndNothingThatCanBeUsed_Fires(string reason) =>
        Failed(new AssayResult.Inconclusive(reason)).Episodes(Code, 60).ShouldBe(["moderate active 43"]);

    [Fact]
    public void Evaluate_PresentUnderAStainOfATreatedPatient_IsNotSilent() =>
        Failed(new AssayResult.Inconclusive("protein-present-only")).Doses(Trastuzumab, 20, 41, 62).FlagsAsOf(70)
            .ShouldBe(["inadequate-specimen-without-repeat moderate active"]);

    [Fact]
    public void Evaluate_PresentBesideAScore_IsSilent() =>
        Failed(new AssayResult.Inconclusive("protein-present-only")).Ihc("i", 10, 3, issued: 15, specimen: "Specimen/s").Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ContradictoryCoding_IsAnotherRulesBusiness() =>
        Failed(new AssayResult.Inconclusive("contradictory-coding")).Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_SpecimenMarkedUnsatisfactory_Fires() =>
        new PatientBuilder().Gastric().Ihc("i", 10, 3, specimen: "Specimen/s")
            .Add(new SpecimenFact { Source = new SourceRef("Specimen", "s", "1", "Specimen"), Specimen = new("Specimen/s"), Unsatisfactory = true })
            .Episodes(Code, 60).ShouldBe(["moderate active 38"]);

    [Fact]
    public void Evaluate_DeterminateBesideIt_IsSilent() =>
        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Ihc("i", 10, 3, issued: 15, specimen: "Specimen/s").Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_RepeatInTime_IsSilent() =>
        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Ihc("i", 30, 2, issued: 43, specimen: "Specimen/t").Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_RepeatLate_Clears() =>
        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Ihc("i", 50, 2, specimen: "Specimen/t").Episodes(Code, 60)
            .ShouldBe(["moderate resolved 43 to 50 reassessed"]);

    [Fact]
    public void Evaluate_SameSpecimenReadAfterAll_Clears() =>
        Failed(new AssayResult.Stated(Her2Status.Indeterminate))
            .Assayed(Assay("again", 10, AssayMethod.Overall, new AssayResult.Stated(Her2Status.Negative), issued: 50, specimen: "Specimen/s"))
            .Episodes(Code, 60).ShouldBe(["moderate resolved 43 to 50 reassessed"]);

    [Fact]
    public void Evaluate_EarlierSpecimenKnown_StillFires() =>
        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Ihc("i", 2, 3, specimen: "Specimen/t").Episodes(Code, 60).ShouldBe(["moderate active 43"]);

    [Fact]
    public void Evaluate_NotReadThrough_IsUndetermined() =>
        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Unanswered(Id, 60, new Completeness(Instant(42), Instant(60)))
            .ShouldBe(["tests-not-read-through"]);

    [Fact]
    public void Evaluate_UnreadReportSince_IsUndetermined() =>
        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Gap("text-not-read", 20).Unanswered(Id, 60).ShouldBe(["text-not-read"]);

    [Fact]
    public void NextDue_BeforeTheLimit_IsTheLimit() =>
        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Only(Id).AsOf(20).NextDue.ShouldBe(Instant(43));

    /// <summary>Another specimen of the same day, reported after the one that failed.</summary>
    [Theory]
    [InlineData(30, "")]
    [InlineData(50, "moderate resolved 43 to 50 reassessed")]
    [InlineData(15, "moderate active 43")]
    public void Evaluate_AnotherSpecimenOfThatDayReportedLater_IsARepeat(int issued, string expected) =>
        string.Join('|', Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Ihc("i", 10, 2, issued: issued, specimen: "Specimen/t")
            .Episodes(Code, 60)).ShouldBe(expected);

    /// <summary>January: day 10 lies in it.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    public void Evaluate_OfTheRepeatOnlyTheMonthIsKnown_IsUndetermined(int issued)
    {
        var month = Assay("m", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: issued, specimen: "Specimen/m") with { When = Month(2021, 1) };
        var patient = Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Assayed(month);

        patient.Episodes(Code, 60).ShouldBeEmpty();
        patient.Unanswered(Id, 60).ShouldBe(["order-of-tests"]);
    }

    [Fact]
    public void Evaluate_ResultOfTheMonthKnownBeforeTheSpecimenWasTaken_IsNoRepeat()
    {
        var month = Assay("m", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 8, specimen: "Specimen/m") with { When = Month(2021, 1) };

        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Assayed(month).Episodes(Code, 60).ShouldBe(["moderate active 43"]);
    }

    [Fact]
    public void Evaluate_OfTheRepeatOnlyTheMonthIsKnownAndAnotherIsCertain_IsAnswered()
    {
        var month = Assay("m", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 30, specimen: "Specimen/m") with { When = Month(2021, 1) };

        Failed(new AssayResult.Inconclusive("specimen-unsatisfactory")).Assayed(month).Ihc("i", 50, 3, specimen: "Specimen/t").Only(Id).AsOf(60)
            .Undetermined.ShouldBeEmpty();
    }

    private static PatientBuilder Failed(AssayResult result) =>
        new PatientBuilder().Gastric().Assayed(Assay("f", 10, AssayMethod.Overall, result, issued: 15, specimen: "Specimen/s"));
}
