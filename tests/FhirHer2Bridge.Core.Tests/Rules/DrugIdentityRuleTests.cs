using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F26")]
public sealed class DrugIdentityRuleTests
{
    private const string Flag = "drug-identity-uncertain";

    [Theory]
    [InlineData(9, "")]
    [InlineData(10, "low active")]
    public void Evaluate_AmbiguousDose_IsRaisedAtOnce(int day, string expected) => Ambiguous().Said(Flag, day).ShouldBe(expected);

    [Fact]
    public void Evaluate_CertainDrug_IsNotRaised() => new PatientBuilder().Gastric().Doses(Trastuzumab, 10).Said(Flag, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_FurtherDosesOfThatName_AreOneFlagWithOneContent()
    {
        var first = Ambiguous().Flags(Flag, 20).Single();
        var later = Ambiguous().Doses(Asked.Ambiguous, 31, 52).Flags(Flag, 60).Single();

        (later with { AnchorMembers = first.AnchorMembers }).ShouldBe(first);
        first.Provisional.ShouldBeTrue();
        first.Text.ShouldBe("The dose of 2021-01-14 was read as trastuzumab; its codes and words leave open which HER2-directed drug it was.");
    }

    [Fact]
    public void Evaluate_ConflictOfConjugateAndAntibody_IsItsOwnFlag() =>
        Ambiguous().Doses(Deruxtecan with { Uncertain = true }, 40).Flags(Flag, 60).Count.ShouldBe(2);

    [Fact]
    public void Assess_RecordClarified_WithdrawsTheFlag()
    {
        var raised = Ambiguous().AsOf(20).Changes.Single(static change => change.Flag.Code == Flag).Flag;
        var standing = new StandingFlag
        {
            Key = "k",
            Code = Flag,
            Anchor = raised.Anchor,
            State = FlagState.Active,
            Evidence = [raised.Evidence[0].Key],
            Content = raised,
        };

        var clarified = new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Doses(Trastuzumab, 10).AsOf(30, null, standing);

        clarified.Changes.ShouldHaveSingleItem().ShouldBeOfType<FlagChange.Withdraw>().Flag.Reason.ShouldBe("evidence-changed");
    }

    [Fact]
    public void Evaluate_DoseThatCouldNotBeRead_IsUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Doses(Trastuzumab, 10).Gap("product-not-read", 5, mayHideTest: false, mayHideDose: true);

        patient.Said(Flag, 60).ShouldBeEmpty();
        patient.Undetermined("H2B-26", 60).ShouldBe(["doses-not-read-through"]);
        new PatientBuilder().Gastric().Doses(Trastuzumab, 10).Undetermined("H2B-26", 60).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(1000, 2)]
    public void Evaluate_SameNameAfterARestart_IsAnotherFlag(int day, int expected) =>
        Ambiguous().Doses(Asked.Ambiguous, day).Flags(Flag, day).Count.ShouldBe(expected);

    [Fact]
    public void Evaluate_SameNameAfterYears_IsRaisedAgain()
    {
        var flags = Ambiguous().Doses(Asked.Ambiguous, 1000).Flags(Flag, 1010);

        flags.Select(static flag => (flag.Anchor, flag.State)).ShouldBe(
            [("MedicationAdministration/d10", FlagState.Resolved), ("MedicationAdministration/d1000", FlagState.Active)]);
    }

    [Theory]
    [InlineData(370, "doses-not-read-through")]
    [InlineData(371, "")]
    public void Evaluate_DoseThatCouldNotBeReadLongAgo_LetsTheRecordBeClarified(int day, string expected) =>
        string.Join('|', new PatientBuilder().Gastric().Gap("product-not-read", 5, mayHideTest: false, mayHideDose: true).Doses(Trastuzumab, 360)
            .Undetermined("H2B-26", day)).ShouldBe(expected);

    private static PatientBuilder Ambiguous() => new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Doses(Asked.Ambiguous, 10);
}
