using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed class AlterationRulesTests
{
    private const string Resistance = "resistance-alteration";
    private const string Sensitising = "sensitising-alteration";

    [Theory]
    [InlineData("ERBB2", AlterationKind.Mutation, "L755S")]
    [InlineData("ERBB4", AlterationKind.Mutation, "V721I")]
    [InlineData("PIK3CA", AlterationKind.Mutation, null)]
    [InlineData("PIK3R1", AlterationKind.Mutation, null)]
    [InlineData("PIK3C3", AlterationKind.Mutation, null)]
    [InlineData("NF1", AlterationKind.Mutation, null)]
    [InlineData("NF1", AlterationKind.Loss, null)]
    [InlineData("EGFR", AlterationKind.Amplification, null)]
    [InlineData("EGFR", AlterationKind.Mutation, null)]
    [InlineData("MET", AlterationKind.Amplification, null)]
    [InlineData("KRAS", AlterationKind.Amplification, null)]
    [InlineData("KRAS", AlterationKind.Mutation, null)]
    [InlineData("FGFR2", AlterationKind.Amplification, null)]
    [InlineData("CCNE1", AlterationKind.Amplification, null)]
    [InlineData("CDK6", AlterationKind.Amplification, null)]
    [InlineData("PTEN", AlterationKind.Loss, null)]
    [Trait("Row", "6a/erbb2-mutation")]
    [Trait("Row", "6a/erbb4-other")]
    [Trait("Row", "6a/pik3")]
    [Trait("Row", "6a/nf1")]
    [Trait("Row", "6a/egfr")]
    [Trait("Row", "6a/met")]
    [Trait("Row", "6a/kras")]
    [Trait("Row", "6a/fgfr2")]
    [Trait("Row", "6a/ccne1-cdk6")]
    [Trait("Row", "6a/pten")]
    public void Evaluate_EachListedAlterationAfterTheDrug_IsFlagged(string gene, AlterationKind kind, string? protein) =>
        Treated().Altered(gene, 100, protein, kind).AsOf(110).Of(Resistance).ShouldBe(["low active"]);

    [Theory]
    [InlineData("FGFR2", AlterationKind.Mutation)]
    [InlineData("CCNE1", AlterationKind.Loss)]
    [InlineData("ERBB2", AlterationKind.Amplification)]
    [InlineData("TP53", AlterationKind.Mutation)]
    [Trait("Row", "6a/erbb2-gain")]
    public void Evaluate_WhatTheTableDoesNotList_IsNoFlag(string gene, AlterationKind kind) =>
        Treated().Altered(gene, 100, kind: kind).AsOf(110).Of(Resistance).ShouldBeEmpty();

    [Theory]
    [InlineData("IQGAP1")]
    [InlineData("SRC")]
    [Trait("Row", "6a/expression")]
    public void Table_ExpressionMechanisms_AreNotEncoded(string gene) => AlterationTable.Embedded.IsListed(gene).ShouldBeFalse();

    [Fact]
    [Trait("Row", "6a/erbb4-s774g")]
    [Trait("Row", "7/F14")]
    public void Evaluate_Erbb4S774G_IsSensitisingAndNeverResistance()
    {
        var assessment = Treated().Altered("ERBB4", 100, "S774G").Altered("PIK3CA", 100, "H1047R").AsOf(110);

        assessment.Of(Sensitising).ShouldBe(["low active"]);
        assessment.Of(Resistance).ShouldBe(["low active"]);
        assessment.Flags.Single(static flag => flag.Code == Resistance).Text.ShouldNotContain("ERBB4");
    }

    [Fact]
    public void Evaluate_Erbb4S774GInLaterSamples_IsSaidOnce() =>
        Treated().Altered("ERBB4", 40, "S774G").Altered("ERBB4", 100, "S774G").AsOf(110).Of(Sensitising).ShouldBe(["low active"]);

    [Fact]
    public void Evaluate_Erbb4MutationWithoutProteinChange_IsUndeterminedForBoth()
    {
        var assessment = Treated().Altered("ERBB4", 100).AsOf(110);

        assessment.Of(Sensitising).ShouldBeEmpty();
        assessment.Of(Resistance).ShouldBeEmpty();
        assessment.Reasons("H2B-13").ShouldBe(["protein-change-unknown"]);
        assessment.Reasons("H2B-14").ShouldBe(["protein-change-unknown"]);
    }

    [Fact]
    [Trait("Row", "7/F13")]
    public void Evaluate_TwoGenesOneOfThemNew_IsHighAndNamesThePriorPanel()
    {
        var assessment = Treated().Altered("PIK3CA", -10, "H1047R").Panel(-10, "PIK3CA", "MET")
            .Altered("PIK3CA", 100, "H1047R").Altered("MET", 100, kind: AlterationKind.Amplification).AsOf(110);

        var flag = assessment.Flags.Single(static one => one.Code == Resistance);
        flag.Severity.ShouldBe(Core.Rules.FlagSeverity.High);
        flag.Text.ShouldContain("MET amplification; reported");
        flag.Text.ShouldContain("Also present: PIK3CA H1047R mutation.");
        flag.Text.ShouldContain("not found in the sample of 2020-12-25");
        flag.Evidence.ShouldContain(static source => source.Id == "panel--10");
    }

    [Fact]
    public void Evaluate_TwoAlterationsOfOneGene_CountOnce() =>
        Treated().Altered("PIK3CA", 100, "H1047R").Altered("PIK3CA", 100, "E545K").AsOf(110).Of(Resistance).ShouldBe(["low active"]);

    [Fact]
    public void Evaluate_AlreadyThereBeforeTheDrug_IsNotNew() =>
        Treated().Altered("PIK3CA", -10, "H1047R").Altered("PIK3CA", 100, "H1047R").AsOf(110).Of(Resistance).ShouldBeEmpty();

    [Fact]
    public void Evaluate_BeforeAnyDose_IsNoFlag() =>
        Treated().Altered("PIK3CA", -10, "H1047R").Altered("NF1", -10).AsOf(110).Of(Resistance).ShouldBeEmpty();

    [Fact]
    public void Evaluate_StatedAbsentBefore_IsNew()
    {
        var assessment = Treated().Altered("NF1", 20, present: false).Altered("NF1", 100, "R1534*").AsOf(110);

        assessment.Of(Resistance).ShouldBe(["low active"]);
        assessment.Flags.Single(static flag => flag.Code == Resistance).Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public void Evaluate_EarlierSampleUnderTheDrugOfUnknownCoverage_IsUndetermined()
    {
        var assessment = Treated().Altered("PIK3CA", 50, "H1047R").Altered("PIK3CA", 100, "H1047R").Altered("NF1", 100).AsOf(110);

        assessment.Of(Resistance).ShouldBe(["low active"]);
        assessment.Reasons("H2B-13").ShouldBe(["prior-panel-unknown"]);
    }

    [Theory]
    [InlineData(VariantOrigin.Germline, VariantSignificance.Pathogenic)]
    [InlineData(VariantOrigin.Somatic, VariantSignificance.Benign)]
    [InlineData(VariantOrigin.Somatic, VariantSignificance.LikelyBenign)]
    public void Evaluate_InheritedOrHarmless_IsLeftOut(VariantOrigin origin, VariantSignificance significance)
    {
        var assessment = Treated().Altered("NF1", 100, origin: origin, significance: significance)
            .Altered("ERBB4", 100, "S774G", origin: origin, significance: significance).AsOf(110);

        assessment.Of(Resistance).ShouldBeEmpty();
        assessment.Of(Sensitising).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_UncertainSignificance_IsLowAndNotCounted() =>
        Treated().Altered("NF1", 100, significance: VariantSignificance.Uncertain).Altered("PIK3CA", 100).AsOf(110)
            .Of(Resistance).ShouldBe(["low active"]);

    [Fact]
    public void Evaluate_SilentChange_IsNoAlteration() => Treated().Altered("PIK3CA", 100, "S774=").AsOf(110).Of(Resistance).ShouldBeEmpty();

    [Fact]
    public void Evaluate_NotYetIssued_DoesNotExistAndIsDue()
    {
        var assessment = Treated().Altered("PIK3CA", 100, issued: 120).AsOf(110);

        assessment.Of(Resistance).ShouldBeEmpty();
        assessment.NextDue.ShouldBe(Instant(120));
    }

    [Fact]
    public void History_AlterationWithoutDate_IsAGap()
    {
        var patient = Treated().Add(new AlterationFact
        {
            Source = new SourceRef("Observation", "v", "1", "Observation"),
            Gene = "PIK3CA",
            Kind = AlterationKind.Mutation,
            Present = true,
        });

        patient.AsOf(110).History.Gaps.ShouldContain(static gap => gap.Code == "undated-alteration");
    }

    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric(-30).Ihc("t", -20, 3, specimen: "Specimen/t").Every(Trastuzumab, 0, 105, 21);
}
