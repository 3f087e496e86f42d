using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F27")]
public sealed class DrugSwapRuleTests
{
    private const string Flag = "drug-swap";
    private const string Rule = "H2B-27";

    [Theory]
    [Trait("Row", "5/labels")]
    [InlineData(10, "high active")]
    [InlineData(24, "high active")]
    [InlineData(25, "")]
    public void Evaluate_ConjugateAfterTrastuzumab_IsRaisedWithinTheWindow(int day, string expected) =>
        Positive().Doses(Trastuzumab, 10).Doses(Deruxtecan, day).Said(Flag, 40).ShouldBe(expected);

    [Theory]
    [InlineData(24, "high active")]
    [InlineData(25, "")]
    public void Evaluate_TrastuzumabAfterAConjugate_IsRaisedWithinTheWindow(int day, string expected) =>
        Positive().Doses(Deruxtecan, 10).Doses(Asked.Phesgo, day).Said(Flag, 40).ShouldBe(expected);

    [Fact]
    public void Evaluate_Raised_StartsWithTheLaterDoseAndNamesBoth()
    {
        var patient = Positive().Doses(Trastuzumab, 10).Doses(Deruxtecan, 17);

        patient.Said(Flag, 16).ShouldBeEmpty();
        var flag = patient.Flags(Flag, 17).Single();
        flag.Text.ShouldBe("trastuzumab is recorded on 2021-01-14 and trastuzumab deruxtecan on 2021-01-21.");
        flag.Evidence.Select(static e => e.Key.Value).ShouldBe(["MedicationAdministration/d17", "MedicationAdministration/d10"]);
    }

    [Fact]
    public void Evaluate_MixtureGoesOn_IsOneFlag() =>
        Positive().Doses(Trastuzumab, 10, 31, 52).Doses(Deruxtecan, 20, 41, 62).Flags(Flag, 70).Count.ShouldBe(1);

    [Fact]
    public void Evaluate_AnotherMixtureLater_IsAnotherFlag() =>
        Positive().Doses(Trastuzumab, 10, 100).Doses(Deruxtecan, 20, 110).Flags(Flag, 120).Count.ShouldBe(2);

    [Fact]
    public void Evaluate_OtherDrugs_AreNoSwap() => Positive().Doses(Trastuzumab, 10).Doses(Asked.Pertuzumab, 11).Said(Flag, 20).ShouldBeEmpty();

    [Fact]
    public void Evaluate_UncertainDrug_IsUndetermined()
    {
        var patient = Positive().Doses(Asked.Ambiguous, 10).Doses(Deruxtecan, 17);

        patient.Said(Flag, 20).ShouldBeEmpty();
        patient.Undetermined(Rule, 20).ShouldBe(["drug-identity-uncertain"]);
    }

    [Fact]
    public void Evaluate_CoarseDates_IsUndetermined()
    {
        var month = new TherapyFact
        {
            Source = new SourceRef("MedicationAdministration", "m", "1", "x"),
            When = Month(2021, 2),
            Drug = Trastuzumab,
            WasGiven = true,
        };

        Positive().Add(month).Doses(Deruxtecan, 60).Undetermined(Rule, 70).ShouldBe(["dose-dates-too-coarse"]);
        Positive().Add(month).Doses(Deruxtecan, 70).Undetermined(Rule, 80).ShouldBeEmpty();
    }

    /// <summary>Day 28 is 1 February: up to 27 days from a dose in that month, whichever is sorted first.</summary>
    [Fact]
    public void Evaluate_MonthThatBeginsWithTheOtherDose_IsUndetermined()
    {
        var patient = Positive().Doses(Trastuzumab, 28).DoseInMonth(Deruxtecan, 2021, 2);

        patient.Said(Flag, 70).ShouldBeEmpty();
        patient.Undetermined(Rule, 70).ShouldBe(["dose-dates-too-coarse"]);
    }

    [Fact]
    public void Evaluate_CourseInOneResourceGoesOn_IsRaised() =>
        Positive().Course(Trastuzumab, 10, null).Doses(Deruxtecan, 100).Said(Flag, 101).ShouldBe("high active");

    /// <summary>The conjugate of day 17 as it was read before: the flag must not be taken for clarified.</summary>
    [Theory]
    [InlineData(17, "doses-not-read-through")]
    [InlineData(24, "doses-not-read-through")]
    [InlineData(26, "")]
    [InlineData(-4, "doses-not-read-through")]
    [InlineData(-6, "")]
    [InlineData(null, "doses-not-read-through")]
    public void Evaluate_DoseThatCouldNotBeReadWithinTheWindow_IsUndetermined(int? day, string expected)
    {
        var patient = Positive().Doses(Trastuzumab, 10).Gap("product-not-read", day, mayHideTest: false, mayHideDose: true);

        patient.Said(Flag, 60).ShouldBeEmpty();
        string.Join('|', patient.Undetermined(Rule, 60)).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_TwoDosesThatCouldNotBeRead_AreUndetermined() =>
        Positive().Add(Unread("u1", 10)).Add(Unread("u2", 17)).Undetermined(Rule, 60).ShouldBe(["doses-not-read-through"]);

    [Fact]
    public void Evaluate_OneUnreadDoseAndNoOther_IsNoSwap() => Positive().Add(Unread("u1", 10)).Undetermined(Rule, 60).ShouldBeEmpty();

    private static GapFact Unread(string id, int day) => new()
    {
        Source = new SourceRef("MedicationAdministration", id, "1", "MedicationAdministration.medication"),
        When = Day(day),
        Code = "product-not-read",
        Reason = "An administration whose product cannot be told.",
        MayHideDose = true,
    };

    private static PatientBuilder Positive() => new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t");
}
