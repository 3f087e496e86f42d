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

    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 194, 21);
}
