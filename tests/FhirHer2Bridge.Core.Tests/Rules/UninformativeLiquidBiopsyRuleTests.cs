using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed class UninformativeLiquidBiopsyRuleTests
{
    private const string Flag = "uninformative-liquid-biopsy";

    [Theory]
    [InlineData(null)]
    [InlineData(0.4)]
    [Trait("Row", "7/F21")]
    [Trait("Row", "4f/not-detected-tf-low")]
    public void Evaluate_OnlyBlindPlasmaWhenReassessmentIsDue_IsFlagged(double? fraction)
    {
        var assessment = Treated().Plasma("p", 150, null, detected: false, fraction: (decimal?)fraction).AsOf(200);

        assessment.Of(Flag).ShouldBe(["moderate active"]);
        assessment.Flags.Single(static one => one.Code == Flag).Evidence.Select(static source => source.Id).ShouldBe(["p", "t"]);
    }

    [Fact]
    public void Evaluate_BeforeTheClockIsDue_IsNoFlagAndDue()
    {
        var assessment = Treated().Plasma("p", 150, null, detected: false, fraction: null).AsOf(170);

        assessment.Of(Flag).ShouldBeEmpty();
        assessment.NextDue.ShouldNotBeNull();
    }

    [Fact]
    public void Evaluate_NotDetectedWithEnoughTumourDna_IsNoFlag() =>
        Treated().Plasma("p", 150, null, detected: false, fraction: 5).AsOf(200).Of(Flag).ShouldBeEmpty();

    [Fact]
    public void Evaluate_PlasmaBeforeTheLastTissueTest_IsNoReassessment() =>
        Treated().Plasma("p", -10, null, detected: false, fraction: null).AsOf(200).Of(Flag).ShouldBeEmpty();

    [Fact]
    public void Evaluate_AnotherTissueTestSince_IsNotTheOnlyOne() =>
        Treated().Plasma("p", 150, null, detected: false, fraction: null).Ihc("two", 160, 2, specimen: "Specimen/two").AsOf(200).Of(Flag).ShouldBeEmpty();

    [Fact]
    public void Evaluate_LaterTissueTest_Resolves() =>
        Treated().Plasma("p", 150, null, detected: false, fraction: null).Ihc("late", 210, 3, specimen: "Specimen/late").AsOf(220)
            .Of(Flag).ShouldBe(["moderate resolved"]);

    [Fact]
    public void Evaluate_ClockThatCannotBeTold_IsUndetermined() =>
        new PatientBuilder().Gastric().Every(Trastuzumab, 0, 189, 21).Plasma("p", 150, null, detected: false, fraction: null).AsOf(200)
            .Reasons("H2B-21").ShouldBe(["no-qualifying-test"]);

    /// <summary>A copy number below the assay's limit, and nobody's call.</summary>
    [Theory]
    [InlineData(null, "moderate active")]
    [InlineData(0.4, "moderate active")]
    [InlineData(5.0, "")]
    [Trait("Row", "4f/numeric-only")]
    public void Evaluate_CopiesBelowTheLimitWithoutACall_AreABlindSample(double? fraction, string expected) =>
        string.Join('|', Treated().Plasma("p", 150, 2.0m, fraction: (decimal?)fraction).AsOf(200).Of(Flag)).ShouldBe(expected);

    [Fact]
    public void Evaluate_FurtherBlindCopies_AreNoReassessment() =>
        Treated().Plasma("p", 150, null, detected: false, fraction: null).Plasma("q", 190, 2.0m, fraction: null).AsOf(200)
            .Of(Flag).ShouldBe(["moderate active"]);

    /// <summary>A bound that does not tell decides nothing in plasma either.</summary>
    [Fact]
    public void Evaluate_FurtherPlasmaThatDecidesNothing_IsNoReassessment() =>
        Treated().Plasma("p", 150, null, detected: false, fraction: null).Assayed(
                Assay("q", 190, AssayMethod.Ngs, new AssayResult.Gene(null, Copies: new Measure(2m, MeasureBound.GreaterThan)), specimen: "Specimen/q") with
                {
                    Material = SpecimenKind.Plasma,
                })
            .AsOf(200).Of(Flag).ShouldBe(["moderate active"]);

    [Fact]
    public void Evaluate_FurtherPlasmaWithEnoughTumourDna_Resolves() =>
        Treated().Plasma("p", 150, null, detected: false, fraction: null).Plasma("q", 190, 2.0m, fraction: 5).AsOf(200)
            .Of(Flag).ShouldBe(["moderate resolved"]);

    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 194, 21);
}
