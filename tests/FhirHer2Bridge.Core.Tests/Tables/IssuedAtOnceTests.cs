using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>Values of one specimen that were issued at once and differ: what all of them read as holds, else nothing does (reference 4c).</summary>
public sealed class IssuedAtOnceTests
{
    [Theory]
    [Trait("Row", "4c/missing-inputs")]
    [InlineData("2.3947368", "2.4", Positive, false)]
    [InlineData("1.96", "2.0", Negative, false)]
    [InlineData("2.6", "2.2", Positive, true)]
    [InlineData("2.6", "1.4", Indeterminate, true)]
    [InlineData("2.0", "2", Positive, false)]
    [InlineData("1.6", "2", Indeterminate, true)]
    public void Ratios_OfOneMoment_ReadAsWhatBothAllow(string one, string other, Her2Status expected, bool differ)
    {
        var read = OneSpecimen.Gastric().Ihc(2).Counts(one).Counts(other).Read();

        read.Status.ShouldBe(expected);
        read.Notes.Contains("conflicting-results", StringComparer.Ordinal).ShouldBe(differ);
        var turned = OneSpecimen.Gastric().Ihc(2).Counts(other).Counts(one).Read();
        (turned.Status, turned.Notes).ShouldBe((read.Status, read.Notes));
    }

    [Fact]
    [Trait("Row", "4a/ihc-3")]
    public void Ratios_ThatDifferBeside3Plus_LeaveIt() =>
        OneSpecimen.Breast().Ihc(3).Counts("2.6", "6.5").Counts("2.9", "7.1").Status.ShouldBe(Positive);

    [Theory]
    [InlineData(0, 1, Negative)]
    [InlineData(2, 1, Indeterminate)]
    [InlineData(0, 3, Indeterminate)]
    public void Scores_OfOneMoment_ReadAsWhatBothAllow(int one, int other, Her2Status expected)
    {
        var read = OneSpecimen.Gastric().Ihc(one).Ihc(other).Read();

        read.Status.ShouldBe(expected);
        read.Notes.ShouldContain("conflicting-results");
    }

    [Fact]
    [Trait("Row", "4d/low")]
    public void Scores_0And1OfOneMoment_SayNoCategory() => OneSpecimen.Breast().Ihc(0).Ihc(1).Read().Category.ShouldBeNull();

    /// <summary>They contradict each other, and the status does not hang on which is right.</summary>
    [Fact]
    public void Conflict_ThatLeavesTheStatus_IsLowThoughTreated()
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 0, issued: 5, specimen: "Specimen/s").Ihc("b", 0, 1, issued: 5, specimen: "Specimen/s")
            .Doses(PatientBuilder.Trastuzumab, 10);

        patient.Episodes(ContradictoryCodingRule.Code, 20).ShouldBe(["low active 5"]);
        patient.Unanswered(StatusChangedRule.Id, 20).ShouldBeEmpty();
    }

    /// <summary>The laboratory saw its own results when it concluded: it stands, and the difference is said.</summary>
    [Theory]
    [Trait("Row", "7/F12")]
    [InlineData(Equivocal, 1, Equivocal)]
    [InlineData(Indeterminate, 1, Indeterminate)]
    [InlineData(Equivocal, 9, Positive)]
    public void Conclusion_ThatDecidedNothing_GivesWayToALaterResultOnly(Her2Status stated, int issued, Her2Status expected)
    {
        var specimen = OneSpecimen.Gastric().Stated(stated).Ihc(3, issued);

        specimen.Read().Status.ShouldBe(expected);
        specimen.Mismatches(20).Length.ShouldBe(expected == Positive ? 0 : 1);
    }

    /// <summary>Positive and negative scores of one moment: what the laboratory concludes stands, and hangs on one of them.</summary>
    [Fact]
    public void Conflict_UnderAConclusion_IsHighWhileTreated() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, issued: 5, specimen: "Specimen/s").Ihc("b", 0, 0, issued: 5, specimen: "Specimen/s")
            .Assayed(PatientBuilder.Assay("c", 0, AssayMethod.Overall, new AssayResult.Stated(Positive), issued: 5, specimen: "Specimen/s"))
            .Doses(PatientBuilder.Trastuzumab, 10).Episodes(ContradictoryCodingRule.Code, 20).ShouldBe(["high active 5"]);

    /// <summary>The report's words came after an equivocal code that it holds, and after the hybridisation.</summary>
    [Fact]
    public void Conclusion_InWordsAfterAnEquivocalOne_Stands()
    {
        var words = PatientBuilder.Assay("t", 0, AssayMethod.Overall, new AssayResult.Stated(Positive), issued: 13, specimen: "Specimen/s") with
        {
            Source = new SourceRef("DiagnosticReport", "r", "1", "DiagnosticReport.conclusion"),
            IsNarrative = true,
        };
        var patient = new PatientBuilder().Gastric()
            .Assayed(PatientBuilder.Assay("c", 0, AssayMethod.Overall, new AssayResult.Stated(Equivocal), issued: 5, specimen: "Specimen/s"))
            .Ish("g", 0, true, issued: 12, specimen: "Specimen/s").Assayed(words)
            .Add(new ReportFact { Source = words.Source with { Path = "DiagnosticReport" }, When = PatientBuilder.Day(0), Results = [new ResourceKey("Observation/c")] });

        patient.AsOf(20).History.Status.Status.ShouldBe(Positive);
        patient.Episodes(ContradictoryCodingRule.Code, 20).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Conclusion_EquivocalBesideHybridisation_GivesWayToIt(int issued) =>
        OneSpecimen.Gastric().Stated(Equivocal).Ihc(2).Call(true, issued).Status.ShouldBe(Positive);

    [Fact]
    public void Conclusion_IndeterminateWithoutAnyIssue_GivesWayToAnotherResource()
    {
        var conclusion = PatientBuilder.Assay("c", 0, AssayMethod.Overall, new AssayResult.Stated(Indeterminate), specimen: "Specimen/s");

        new PatientBuilder().Gastric().Assayed(conclusion).Ihc("i", 0, 3, specimen: "Specimen/s").AsOf(5).History.Status.Status.ShouldBe(Positive);
        new PatientBuilder().Gastric().Assayed(conclusion).Assayed(conclusion with { Method = AssayMethod.Ihc, Result = new AssayResult.Ihc(3) })
            .AsOf(5).History.Status.Status.ShouldBe(Indeterminate, "one resource: it saw its own component");
    }

    [Theory]
    [Trait("Row", "4d/ultralow")]
    [InlineData(0, Her2Category.Ultralow)]
    [InlineData(1, Her2Category.Low)]
    public void Category_UltralowBesideALaterScore_StaysBeside0Only(int score, Her2Category expected) =>
        OneSpecimen.Breast().IhcStated(Negative, 3, Her2Category.Ultralow).Ihc(score, 20).Read().Category.ShouldBe(expected);

    [Fact]
    [Trait("Row", "4c/rules-2018")]
    public void Conclusion_OfATimeWithoutVerifiedRules_IsTaken()
    {
        OneSpecimen.Breast(-2000).Stated(Equivocal).Ihc(1).IshStated(Equivocal).Status.ShouldBe(Equivocal);
        OneSpecimen.Breast(-2000).Stated(Equivocal).Ihc(1).IshStated(Equivocal).Mismatches().ShouldBeEmpty();
    }

    [Theory]
    [Trait("Row", "4d/low")]
    [InlineData(20, null)]
    [InlineData(1, Her2Category.Low)]
    public void Category_OfWordsBeforeALaterScoreOf0_IsOver(int issued, Her2Category? expected) =>
        OneSpecimen.Breast().IhcStated(Negative, 3, Her2Category.Low).Ihc(0, issued).Read().Category.ShouldBe(expected);
}
