using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Core.Tests.Tables;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>12: results of one specimen contradict each other (reference 7, F12; 8b V4).</summary>
[Trait("Row", "7/F12")]
public sealed class IhcIshMismatchRuleTests
{
    [Fact]
    public void Evaluate_StatedAgainstTable_StatedDrivesAndBothAreShown()
    {
        var specimen = OneSpecimen.Breast().Ihc(2).Counts("1.1", "2.0").Stated(Positive);

        var read = specimen.Read();
        var flag = specimen.Assess(10).Flags.ShouldHaveSingleItem();

        (read.Status, read.Recomputed).ShouldBe((Positive, Negative));
        read.Notes.ShouldContain("stated-differs-from-computed");
        flag.Severity.ShouldBe(FlagSeverity.Moderate);
        flag.Evidence.Count.ShouldBe(3);
        flag.Text.ShouldContain("Read as positive, as the laboratory states; its results alone read as negative.");
    }

    [Fact]
    public void Evaluate_StatedAgreesWithTable_RaisesNothing() =>
        OneSpecimen.Breast().Ihc(2).Counts("1.1", "2.0").Stated(Negative).Mismatches().ShouldBeEmpty();

    [Fact]
    public void Evaluate_StatedPositiveBesideAnUnsettled2_RaisesNothing() =>
        OneSpecimen.Breast().Ihc(2).Stated(Positive).Mismatches().ShouldBeEmpty();

    [Theory]
    [InlineData(-2000, "rule-set-unverified")]
    [InlineData(0, "")]
    public void Evaluate_CountsOfATimeWithoutVerifiedRules_IsUndetermined(int day, string reason)
    {
        var assessment = OneSpecimen.Breast(day).Ihc(2).Counts("1.1", "2.0").Stated(Positive).Assess(10);

        assessment.Undetermined.Where(static one => one.Rule == IhcIshMismatchRule.Id).Select(static one => one.Reason).ShouldBe(reason is "" ? [] : [reason]);
        assessment.Flags.Any(static flag => flag.Rule == IhcIshMismatchRule.Id).ShouldBe(reason is "");
    }

    [Fact]
    public void Evaluate_ResultThatMayBelongToTwoSpecimens_IsUndetermined() =>
        new PatientBuilder().Breast().Ihc("a", 0, 2, specimen: "Specimen/a").Ihc("b", 0, 2, specimen: "Specimen/b").Ish("g", 0, true)
            .Unanswered(IhcIshMismatchRule.Id, 10).ShouldBe(["specimen-ambiguous"]);

    [Fact]
    public void Evaluate_Addendum_ResolvesIt()
    {
        var specimen = OneSpecimen.Gastric().Ihc(1).Call(true).Ihc(3, issued: 20);

        specimen.Mismatches(19).ShouldBe(["active"]);
        specimen.Mismatches(20).ShouldBe(["resolved"]);
    }

    [Fact]
    public void Evaluate_LaterDeterminateTissueResult_ResolvesIt()
    {
        var patient = Contradicted().Ihc("later", 100, 0, specimen: "Specimen/later");

        StateOf(patient, 99).ShouldBe(FlagState.Active);
        StateOf(patient, 100).ShouldBe(FlagState.Resolved);
    }

    [Fact]
    public void Evaluate_LaterEquivocalOrPlasmaResult_LeavesItOpen()
    {
        var plasma = PatientBuilder.Assay("p", 100, AssayMethod.Ngs, new AssayResult.Gene(true)) with { Material = SpecimenKind.Plasma };

        StateOf(Contradicted().Ihc("later", 100, 2, specimen: "Specimen/later").Assayed(plasma), 110).ShouldBe(FlagState.Active);
    }

    [Fact]
    public void Evaluate_Death_EndsIt() => StateOf(Contradicted().Death(50), 60).ShouldBe(FlagState.Resolved);

    [Fact]
    public void Evaluate_AfterAYearOfQuiet_IsHistorical()
    {
        var flag = Contradicted().AsOf(366).Flags.Single(static flag => flag.Rule.Value == "H2B-12");

        (flag.State, flag.Reason).ShouldBe((FlagState.Resolved, "historical"));
    }

    [Fact]
    public void Evaluate_PreliminaryContradiction_RaisesNothing()
    {
        var patient = new PatientBuilder().Gastric();
        foreach (var fact in Contradicted().Facts.OfType<AssayFact>())
        {
            patient.Add(fact with { Standing = FactStanding.Preliminary });
        }

        patient.AsOf(10).Flags.ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_ResultOfNeitherOfTwoTumours_IsStillAContradiction() =>
        Contradicted().Breast().FlagsAsOf(10).ShouldContain("ihc-ish-mismatch moderate active");

    [Fact]
    public void V4_SurgicalIshAmplifiedBesideIhcNegative_IsMismatchNegativeAndAChange()
    {
        var patient = new PatientBuilder().Gastric().Ihc("ln", 0, 3, specimen: "Specimen/ln").Doses(PatientBuilder.Trastuzumab, 60, 81, 102)
            .Ihc("resection", 130, 0, "stomach", 137, "Specimen/resection").Ish("fish", 130, amplified: true, 137, "Specimen/resection");

        var assessment = patient.AsOf(140);

        assessment.History.Status.Status.ShouldBe(Negative);
        patient.FlagsAsOf(140).ShouldBe(["ihc-ish-mismatch moderate active", "positive-to-negative high active"]);
    }

    private static PatientBuilder Contradicted() =>
        new PatientBuilder().Gastric().Ihc("i", 0, 0, specimen: "Specimen/s").Ish("g", 0, amplified: true, specimen: "Specimen/s");

    private static FlagState StateOf(PatientBuilder patient, int day) =>
        patient.AsOf(day).Flags.Single(static flag => flag.Rule.Value == "H2B-12").State;
}
