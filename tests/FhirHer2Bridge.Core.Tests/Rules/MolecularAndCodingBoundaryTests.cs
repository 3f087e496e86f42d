using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Sequencing, plasma, unread and contradictory sources: the day on which each is said, ends, or cannot be told.</summary>
public sealed class MolecularAndCodingBoundaryTests
{
    [Fact]
    public void Fall_AtTheBandBelow_IsNoChange() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(8m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_JustBelowTheBand_IsAFall() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(7.9m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_LessThanTheBand_IsAFall() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.LessThan)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_AtMostTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.AtMost)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Fall_MoreThanTheBandBelow_LeavesItOpen() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.GreaterThan)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_AtTheBandAbove_IsNoChange() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Rise_JustAboveTheBand_IsARise() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12.1m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Rise_MoreThanTheBand_IsARise() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.GreaterThan)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Rise_AtLeastTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.AtLeast)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_AtLeastMoreThanTheBand_IsARise() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12.1m, MeasureBound.AtLeast)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Rise_MoreThanLessThanTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(11.9m, MeasureBound.GreaterThan)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_AtMostTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.AtMost)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_LessThanTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(9m, MeasureBound.LessThan)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_LessThanMoreThanTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12.1m, MeasureBound.LessThan)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And4AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And4AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And10AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And10AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And20AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        
        """);

    [Fact]
    public void BaselineLessThan10_And20AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void BaselineAtMost10_And4AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtMost10_And4AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtMost10_And10AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtMost10_And10AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtMost10_And20AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        
        """);

    [Fact]
    public void BaselineAtMost10_And20AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void BaselineAtLeast10_And4AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void BaselineAtLeast10_And4AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void BaselineAtLeast10_And10AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtLeast10_And10AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtLeast10_And20AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtLeast10_And20AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineGreaterThan10_And4AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void BaselineGreaterThan10_And4AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void BaselineGreaterThan10_And10AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineGreaterThan10_And10AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineGreaterThan10_And20AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineGreaterThan10_And20AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Fall_BaselineWithoutCopies_CannotBeCompared() =>
        Timeline.Of("H2B-10", Progressed(copies: 0m)
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_BaselineWithoutCopies_CannotBeCompared() =>
        Timeline.Of("H2B-11", Progressed(copies: 0m)
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Lost_AssayCallsItAtBaselineOnly_IsAFall() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Plasma("base", -10, 1.5m, detected: true)
            .Plasma("pd", 105, 1.5m, detected: false)).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Lost_BaselinePositiveByItsNumber_IsAFall() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Plasma("base", -10, 5m)
            .Plasma("pd", 105, null, detected: false)).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Lost_BaselineNotDetectedEither_CannotBeCompared() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Plasma("base", -10, null, detected: false)
            .Plasma("pd", 105, null, detected: false)).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Lost_DetectedAtProgression_CannotBeCompared() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Plasma("base", -10, null, detected: true)
            .Plasma("pd", 105, null, detected: true)).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Fall_SampleAtTheEdgeOfTheWindow_IsAtProgression() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 128, new Measure(4m)))).ShouldBe("""
        128: moderate active
        466: moderate resolved historical 128 to 466
        """);

    [Fact]
    public void Fall_SampleBeyondTheWindow_IsNot() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 129, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_SampleAtTheEdgeBefore_IsAtProgression() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 72, new Measure(4m)))).ShouldBe("""
        100: moderate active
        466: moderate resolved historical 100 to 466
        """);

    [Fact]
    public void Fall_SampleBeyondTheWindowBefore_IsNot() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 71, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_SampleOfAMonthWhollyInTheWindow_IsAtProgression() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 4) })).ShouldBe("""
        100: moderate active
        466: moderate resolved historical 100 to 466
        """);

    [Fact]
    public void Fall_SampleOfAMonthThatTouchesTheWindow_CannotBePlaced() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 5) })).ShouldBe("""
        117: ? plasma-dates-too-coarse
        """);

    [Fact]
    public void Fall_SampleOfAMonthBeforeThatTouchesTheWindow_CannotBePlaced() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 3) })).ShouldBe("""
        100: ? plasma-dates-too-coarse
        """);

    [Fact]
    public void Fall_SampleOfAMonthOutsideTheWindow_IsNot() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 6) })).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_SampleOfAMonthLongBefore_IsNot() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 2) })).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_SeveralSamples_TheNearestToTheProgressionSpeaks() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("far", 80, new Measure(4m)))
            .Assayed(Sample("near", 98, new Measure(10m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_TwoSamplesEquallyNear_TheLaterSpeaks() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("before", 95, new Measure(10m)))
            .Assayed(Sample("after", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_BaselineAtTheEdge_IsOne() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Assayed(Sample("base", -42, new Measure(10m)))
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_BaselineTooOld_IsNone() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Assayed(Sample("base", -43, new Measure(10m)))
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? no-plasma-baseline
        """);

    [Fact]
    public void Fall_BaselineOnTheDayOfTheFirstDose_IsOne() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Assayed(Sample("base", 0, new Measure(10m)))
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_SeveralBaselines_TheLastCounts() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("later", -5, new Measure(4m)))
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_OtherAssay_CannotBeCompared() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { Assay = "other|lab" })).ShouldBe("""
        105: ? plasma-assays-differ
        """);

    [Fact]
    public void Fall_TwoProgressionsCloseTogether_AreSaidOnce() =>
        Timeline.Of("H2B-10", Progressed()
            .Progression(112)
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_TwoProgressionsAtTheEdgeOfTheWindow_AreSaidOnce() =>
        Timeline.Of("H2B-10", Progressed()
            .Progression(128)
            .Doses(Trastuzumab, 105, 126)
            .Assayed(Sample("pd", 105, new Measure(4m)))
            .Assayed(Sample("pe", 130, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_TwoProgressionsApartWithASampleEach_AreTwo() =>
        Timeline.Of("H2B-10", Progressed()
            .Progression(129)
            .Doses(Trastuzumab, 105, 126)
            .Assayed(Sample("pd", 105, new Measure(4m)))
            .Assayed(Sample("pe", 130, new Measure(4m)))).ShouldBe("""
        105: moderate active
        130: moderate active @Observation/pd | moderate active @Observation/pe
        466: moderate resolved historical 105 to 466 @Observation/pd | moderate active @Observation/pe
        495: moderate resolved historical 105 to 466 @Observation/pd | moderate resolved historical 130 to 495 @Observation/pe
        """);

    [Fact]
    public void Fall_TissueTestsSince_EndsWithTheFirstKnown() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)))
            .Ihc("u", 101, 3, issued: 140, specimen: "Specimen/u")
            .Ihc("v", 110, 3, issued: 130, specimen: "Specimen/v")
            .Ihc("e", 102, 2, issued: 120, specimen: "Specimen/e")).ShouldBe("""
        105: moderate active
        130: moderate resolved reassessed 105 to 130
        """);

    [Fact]
    public void Fall_TissueTestOnTheDayOfTheProgression_EndsIt() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)))
            .Ihc("u", 100, 3, issued: 140, specimen: "Specimen/u")).ShouldBe("""
        105: moderate active
        140: moderate resolved reassessed 105 to 140
        """);

    [Fact]
    public void Fall_TissueTestBeforeTheProgression_DoesNotEndIt() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)))
            .Ihc("u", 99, 3, issued: 140, specimen: "Specimen/u")).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_TissueTestSinceTheSampleBeforeTheProgression_EndsIt() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 90, new Measure(4m)))
            .Ihc("u", 95, 3, issued: 140, specimen: "Specimen/u")).ShouldBe("""
        100: moderate active
        140: moderate resolved reassessed 100 to 140
        """);

    [Fact]
    public void Fall_TissueTestOfAnUnnamedTumour_EndsIt() =>
        Timeline.Of("H2B-10", Progressed()
            .Breast()
            .Assayed(Sample("pd", 105, new Measure(4m)))
            .Ihc("u", 110, 3, issued: 140, specimen: "Specimen/u")).ShouldBe("""
        105: moderate active
        140: moderate resolved reassessed 105 to 140
        """);

    [Fact]
    public void Rise_NewLine_EndsIt() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(20m), fraction: null))
            .Doses(Deruxtecan, 130)).ShouldBe("""
        105: moderate active
        130: moderate resolved treatment-began 105 to 130
        """);

    [Fact]
    public void Rise_ResultKnownLater_BeginsThen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(20m), issued: 112))).ShouldBe("""
        112: moderate active
        466: moderate resolved historical 112 to 466
        """);

    [Fact]
    public void Resistance_FirstSampleAfterTheDrug_IsNew() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("KRAS", 50, null, AlterationKind.Amplification, issued: 60)).ShouldBe("""
        60: low active
        416: low resolved historical 60 to 416
        """);

    [Fact]
    public void Resistance_OnTheDayOfTheFirstDose_IsNotAfterIt() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("KRAS", 0, null, AlterationKind.Amplification)).ShouldBe("""
        
        """);

    [Fact]
    public void Resistance_FirstDoseOfUnknownDayAroundTheSample_CannotBeTold() =>
        Timeline.Of("H2B-13", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Altered("KRAS", 10, null, AlterationKind.Amplification)).ShouldBe("""
        10: ? order-of-dose-and-result
        """);

    [Fact]
    public void Resistance_FirstDoseOfAnotherMonth_IsNoQuestion() =>
        Timeline.Of("H2B-13", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 2)
            .Altered("KRAS", 10, null, AlterationKind.Amplification)).ShouldBe("""
        
        """);

    [Fact]
    public void Resistance_LaterSampleWhereTheEarlierDidNotLook_CannotBeTold() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("MET", 20, null, AlterationKind.Amplification)
            .Altered("KRAS", 50, null, AlterationKind.Amplification)).ShouldBe("""
        20: low active
        50: low active | ? prior-panel-unknown
        386: low resolved historical 20 to 386 | ? prior-panel-unknown
        """);

    [Fact]
    public void Resistance_EarlierSampleBeforeTheDrugDidNotLook_IsFirstAfterIt() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("MET", -20, null, AlterationKind.Amplification)
            .Altered("KRAS", 50, null, AlterationKind.Amplification)).ShouldBe("""
        50: low active
        416: low resolved historical 50 to 416
        """);

    [Fact]
    public void Resistance_EarlierSampleLookedAndDidNotFind_IsNew() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("KRAS", 20, null, AlterationKind.Amplification, present: false)
            .Altered("KRAS", 50, null, AlterationKind.Amplification)).ShouldBe("""
        50: low active
        416: low resolved historical 50 to 416
        """);

    [Fact]
    public void Resistance_EarlierSampleLookedForAnotherKind_CannotBeTold() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("KRAS", 20, null, AlterationKind.Mutation, present: false)
            .Altered("KRAS", 50, null, AlterationKind.Amplification)).ShouldBe("""
        50: ? prior-panel-unknown
        """);

    [Fact]
    public void Resistance_OtherProteinChangeBefore_CannotBeTold() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("PIK3CA", 20, "E545K")
            .Altered("PIK3CA", 50, "H1047R")).ShouldBe("""
        20: low active
        50: low active | ? prior-panel-unknown
        386: low resolved historical 20 to 386 | ? prior-panel-unknown
        """);

    [Fact]
    public void Resistance_SameGeneWithoutAProteinChangeBefore_IsNotNew() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("PIK3CA", 20)
            .Altered("PIK3CA", 50, "H1047R")).ShouldBe("""
        20: low active
        386: low resolved historical 20 to 386
        """);

    [Fact]
    public void Resistance_ProteinChangeBeforeAndNoneStatedNow_IsNotNew() =>
        Timeline.Of("H2B-13", Treated()
            .Altered("PIK3CA", 20, "H1047R")
            .Altered("PIK3CA", 50)).ShouldBe("""
        20: low active
        386: low resolved historical 20 to 386
        """);

    [Fact]
    public void Resistance_NoDose_IsSilent() =>
        Timeline.Of("H2B-13", Gastric()
            .Altered("KRAS", 50, null, AlterationKind.Amplification)).ShouldBe("""
        
        """);

    [Fact]
    public void Sensitising_KnownLater_BeginsThen() =>
        Timeline.Of("H2B-14", Gastric()
            .Altered("ERBB4", 50, "S774G", issued: 60)
            .Altered("ERBB4", 90, "S774G")).ShouldBe("""
        60: low active
        416: low resolved historical 60 to 416
        """);

    [Fact]
    public void Sensitising_ProteinChangeNotStated_CannotBeTold() =>
        Timeline.Of("H2B-14", Gastric()
            .Altered("ERBB4", 50)).ShouldBe("""
        50: ? protein-change-unknown
        """);

    [Fact]
    public void Blind_KnownAfterReassessmentWasDue_BeginsThen() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 215, 21)
            .Plasma("p", 190, null, detected: false, fraction: null)).ShouldBe("""
        190: moderate active
        258: moderate resolved treatment-stopped 190 to 258
        """);

    [Fact]
    public void Blind_KnownBefore_BeginsWhenReassessmentIsDue() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 215, 21)
            .Plasma("p", 150, null, detected: false, fraction: 0.9m)).ShouldBe("""
        181: moderate active
        258: moderate resolved treatment-stopped 181 to 258
        """);

    [Fact]
    public void Blind_EnoughTumourDna_IsSilent() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 215, 21)
            .Plasma("p", 150, null, detected: false, fraction: 1m)).ShouldBe("""
        
        """);

    [Fact]
    public void Blind_DetectedWithLittleDna_IsSilent() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 215, 21)
            .Plasma("p", 150, null, detected: true, fraction: 0.2m)).ShouldBe("""
        
        """);

    [Fact]
    public void Blind_CourseEnds_EndsIt() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 194, 21)
            .Plasma("p", 150, null, detected: false, fraction: null)).ShouldBe("""
        181: moderate active
        237: moderate resolved treatment-stopped 181 to 237
        """);

    [Fact]
    public void Blind_OtherTestsLater_EndsWithTheFirstKnown() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 257, 21)
            .Plasma("p", 150, null, detected: false, fraction: null)
            .Ihc("u", 195, 2, issued: 220, specimen: "Specimen/u")
            .Ihc("v", 200, 2, issued: 210, specimen: "Specimen/v")).ShouldBe("""
        181: moderate active
        210: moderate resolved reassessed 181 to 210
        """);

    [Fact]
    public void Blind_TestOfTheSameDayAsTheLast_IsNoOther() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Ihc("s", 0, 2, issued: 186, specimen: "Specimen/s")
            .Every(Trastuzumab, 5, 194, 21)
            .Plasma("p", 150, null, detected: false, fraction: null)).ShouldBe("""
        181: moderate active
        237: moderate resolved treatment-stopped 181 to 237
        """);

    [Fact]
    public void Blind_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 215, 21)
            .Plasma("p", 150, null, detected: false, fraction: null), new Completeness(Instant(170), Instant(300))).ShouldBe("""
        181: ? tests-not-read-through
        """);

    [Fact]
    public void Unread_ReportUnderTreatment_EndsWithTheTreatment() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        265: moderate resolved historical 40 to 265
        """);

    [Fact]
    public void Unread_ReportBeforeTreatment_BeginsWithTheFirstDose() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", -5))).ShouldBe("""
        0: moderate active
        265: moderate resolved historical 0 to 265
        """);

    [Fact]
    public void Unread_ReportWithoutADate_BeginsWithTheFirstDose() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", null))).ShouldBe("""
        0: moderate active
        265: moderate resolved historical 0 to 265
        """);

    [Fact]
    public void Unread_ReportAndALaterTest_EndsWhenItIsKnown() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 40))
            .Ihc("u", 40, 3, issued: 50, specimen: "Specimen/u")
            .Ihc("v", 41, 3, issued: 60, specimen: "Specimen/v")).ShouldBe("""
        40: moderate active
        50: moderate resolved reassessed 40 to 50
        """);

    [Fact]
    public void Unread_TestKnownAsItBegins_NeverWas() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", -5))
            .Ihc("u", -4, 3, issued: 0, specimen: "Specimen/u")).ShouldBe("""
        
        """);

    [Fact]
    public void Unread_AfterTheDaysOfTreatment_IsSilent() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 265))).ShouldBe("""
        
        """);

    [Fact]
    public void Unread_OnTheLastDayOfTreatment_IsShort() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 264))).ShouldBe("""
        264: moderate active
        265: moderate resolved historical 264 to 265
        """);

    [Fact]
    public void Unread_TwoTreatments_EachIsSaid() =>
        Timeline.Of("H2B-28", Treated()
            .Doses(Trastuzumab, 400)
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        265: moderate resolved historical 40 to 265
        400: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate active @DiagnosticReport/r+MedicationAdministration/d400
        581: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 400 to 581 @DiagnosticReport/r+MedicationAdministration/d400
        """);

    [Fact]
    public void Unread_ThreeTreatments_EachIsSaid() =>
        Timeline.Of("H2B-28", Treated()
            .Doses(Trastuzumab, 400, 700)
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        265: moderate resolved historical 40 to 265
        400: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate active @DiagnosticReport/r+MedicationAdministration/d400
        581: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 400 to 581 @DiagnosticReport/r+MedicationAdministration/d400
        700: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 400 to 581 @DiagnosticReport/r+MedicationAdministration/d400 | moderate active @DiagnosticReport/r+MedicationAdministration/d700
        881: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 400 to 581 @DiagnosticReport/r+MedicationAdministration/d400 | moderate resolved historical 700 to 881 @DiagnosticReport/r+MedicationAdministration/d700
        """);

    [Fact]
    public void Unread_TreatmentThatGoesOn_Stays() =>
        Timeline.Of("H2B-28", Gastric()
            .Course(Trastuzumab, 0, null)
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        """);

    [Fact]
    public void Unread_SeveralReports_EachIsSaid() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("s", 45))
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        45: moderate active @DiagnosticReport/r | moderate active @DiagnosticReport/s
        265: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 45 to 265 @DiagnosticReport/s
        """);

    [Fact]
    public void Unread_AwaitedResult_IsNotUnread() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 40, code: "pending"))).ShouldBe("""
        
        """);

    [Fact]
    public void Unread_AdministrationsOfOneKind_AreOne() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("s", 45, test: false, dose: true))
            .Add(Unread("r", 40, test: false, dose: true))
            .Add(Unread("q", 50, test: false, dose: true, code: "medication-unresolved"))).ShouldBe("""
        40: moderate active
        50: moderate active @DiagnosticReport/r | moderate active @DiagnosticReport/q
        265: moderate active @DiagnosticReport/r | moderate active @DiagnosticReport/q | ? doses-not-read-through
        """);

    [Fact]
    public void Unread_DiagnosisInsteadOfAResult_BeginsWhenATestCouldHaveReported() =>
        Timeline.Of("H2B-28", Gastric()
            .Doses(Trastuzumab, 0, 21)
            .Add(Diagnosis("k", -9))
            .Add(Diagnosis("j", 3))).ShouldBe("""
        14: moderate active
        202: moderate resolved historical 14 to 202
        """);

    [Fact]
    public void Unread_DiagnosisMadeLater_BeginsThen() =>
        Timeline.Of("H2B-28", Gastric()
            .Doses(Trastuzumab, 0, 21)
            .Add(Diagnosis("k", 40))).ShouldBe("""
        40: moderate active
        202: moderate resolved historical 40 to 202
        """);

    [Fact]
    public void Unread_DiagnosisAndResultsLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-28", Gastric()
            .Doses(Trastuzumab, 0, 21)
            .Add(Diagnosis("k", -9))
            .Ihc("u", 30, 2, issued: 50, specimen: "Specimen/u")
            .Ihc("v", 31, 3, issued: 45, specimen: "Specimen/v")).ShouldBe("""
        14: moderate active
        45: moderate resolved reassessed 14 to 45
        """);

    [Fact]
    public void Unread_ReadingTooOld_IsStale() =>
        Timeline.Of("H2B-28", Treated(), new Completeness(Instant(50), Instant(60))).ShouldBe("""
        57: moderate active
        265: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Unread_DosesReadingOlder_IsStale() =>
        Timeline.Of("H2B-28", Treated(), new Completeness(Instant(60), Instant(50))).ShouldBe("""
        57: moderate active
        265: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Unread_NothingKnownOfTheReading_CannotBeTold() =>
        Timeline.Of("H2B-28", Treated(), Completeness.Unknown).ShouldBe("""
        0: ? doses-not-read-through | ? tests-not-read-through
        """);

    [Fact]
    public void Unread_DosesUnknown_CannotBeTold() =>
        Timeline.Of("H2B-28", Treated(), new Completeness(DateTimeOffset.MaxValue, null)).ShouldBe("""
        0: ? doses-not-read-through
        """);

    [Fact]
    public void Coding_TwoConflictsOfOneSpecimen_BeginsWithTheFirstKnown() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 9))
            .Assayed(Contradictory("y", 0, 5) with { Specimen = new("Specimen/x") })).ShouldBe("""
        5: low active
        366: low resolved historical 5 to 366
        """);

    [Fact]
    public void Coding_TreatmentBeginsLater_TurnsHigh() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 3))
            .Doses(Trastuzumab, 30, 51)).ShouldBe("""
        3: low active
        30: high active
        366: high resolved historical 3 to 366
        """);

    [Fact]
    public void Coding_TreatmentEndedBefore_StaysLow() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 60, 63))
            .Doses(Trastuzumab, 20)).ShouldBe("""
        63: low active
        426: low resolved historical 63 to 426
        """);

    [Fact]
    public void Coding_TreatmentWithinACourseGapBefore_IsHigh() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 60, 62))
            .Doses(Trastuzumab, 20)).ShouldBe("""
        62: high active
        426: high resolved historical 62 to 426
        """);

    [Fact]
    public void Coding_LaterResult_EndsIt() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 3))
            .Ihc("u", 20, 0, issued: 25, specimen: "Specimen/u")
            .Doses(Trastuzumab, 30)).ShouldBe("""
        3: low active
        25: low resolved reassessed 3 to 25
        """);

    [Fact]
    public void Coding_LaterResultKnownAsTreatmentBegins_StaysLow() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 3))
            .Ihc("u", 20, 0, issued: 30, specimen: "Specimen/u")
            .Doses(Trastuzumab, 30)).ShouldBe("""
        3: low active
        30: low resolved reassessed 3 to 30
        """);

    [Fact]
    public void Coding_ConflictBesideADecidedResult_StaysLow() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 3))
            .Ihc("u", 0, 3, specimen: "Specimen/x")
            .Doses(Trastuzumab, 30)).ShouldBe("""
        3: low active
        366: low resolved historical 3 to 366
        """);

    [Fact]
    public void Coding_ConflictPreliminary_StaysLow() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 3) with { Standing = FactStanding.Preliminary })
            .Doses(Trastuzumab, 30)).ShouldBe("""
        3: low active
        366: low resolved historical 3 to 366
        """);

    [Fact]
    public void Coding_ConflictOfAnUnnamedTumour_IsLowAndStays() =>
        Timeline.Of("H2B-18", Two()
            .Assayed(Contradictory("x", 0, 3))
            .Ihc("u", 20, 0, issued: 25, specimen: "Specimen/u")
            .Doses(Trastuzumab, 30)).ShouldBe("""
        3: low active
        366: low resolved historical 3 to 366
        """);

    [Fact]
    public void Coding_ThreeTiedResults_EndsWhenAllAreFollowed() =>
        Timeline.Of("H2B-18", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult
            .Ihc(0), specimen: "Specimen/b") with
            { When = Month(2021, 1) })
            .Ihc("c", 10, 0, issued: 12, specimen: "Specimen/c")
            .Ihc("d", 60, 0, issued: 66, specimen: "Specimen/d")).ShouldBe("""
        0: low active
        66: low resolved reassessed 0 to 66
        """);

    [Fact]
    public void Coding_ThirdTiedResult_BeginsWithTheLastKnown() =>
        Timeline.Of("H2B-18", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult
            .Ihc(0), specimen: "Specimen/b") with
            { When = Month(2021, 1) })
            .Ihc("c", 15, 3, issued: 16, specimen: "Specimen/c")).ShouldBe("""
        0: low active
        381: low resolved historical 16 to 381
        """);

    [Fact]
    public void Coding_DiagnosisOfBothPolarities_IsSaid() =>
        Timeline.Of("H2B-18", Gastric()
            .Add(Diagnosis("k", 5, Indeterminate))
            .Add(Diagnosis("j", 7))
            .Add(Diagnosis("i", null, Indeterminate))).ShouldBe("""
        5: low active
        371: low resolved historical 5 to 371
        """);

    [Fact]
    public void Coding_UnreadableWithoutADate_CannotBeTold() =>
        Timeline.Of("H2B-18", Gastric()
            .Add(Unread("r", null, code: "value-not-read"))).ShouldBe("""
        before -300: ? unreadable-and-undated
        """);

    [Fact]
    public void Coding_UnreadableThatMayHideADose_IsNotThisRule() =>
        Timeline.Of("H2B-18", Gastric()
            .Add(Unread("r", 5, dose: true, code: "value-not-read"))).ShouldBe("""
        
        """);

    [Fact]
    public void Swap_AtTheEdgeOfTheWindow_IsOne() =>
        Timeline.Of("H2B-27", Treated()
            .Doses(Deruxtecan, 98)).ShouldBe("""
        98: high active
        464: high resolved historical 98 to 464
        """);

    [Fact]
    public void Swap_BeyondTheWindow_IsNone() =>
        Timeline.Of("H2B-27", Treated()
            .Doses(Deruxtecan, 99)).ShouldBe("""
        
        """);

    [Fact]
    public void Swap_FurtherDosesOfTheMixture_AreNotSaidAgain() =>
        Timeline.Of("H2B-27", Gastric()
            .Doses(Trastuzumab, 0, 50)
            .Doses(Deruxtecan, 8, 55)).ShouldBe("""
        8: high active
        55: high active @MedicationAdministration/d8 | high active @MedicationAdministration/d55
        374: high resolved historical 8 to 374 @MedicationAdministration/d8 | high active @MedicationAdministration/d55
        421: high resolved historical 8 to 374 @MedicationAdministration/d8 | high resolved historical 55 to 421 @MedicationAdministration/d55
        """);

    [Fact]
    public void Swap_AgainAfterACourseGap_IsAnother() =>
        Timeline.Of("H2B-27", Gastric()
            .Doses(Trastuzumab, 0, 51)
            .Doses(Deruxtecan, 8, 58)).ShouldBe("""
        8: high active
        58: high active @MedicationAdministration/d8 | high active @MedicationAdministration/d58
        374: high resolved historical 8 to 374 @MedicationAdministration/d8 | high active @MedicationAdministration/d58
        424: high resolved historical 8 to 374 @MedicationAdministration/d8 | high resolved historical 58 to 424 @MedicationAdministration/d58
        """);

    [Fact]
    public void Swap_ConjugateDuringACourseInOneRecord_IsOne() =>
        Timeline.Of("H2B-27", Gastric()
            .Course(Trastuzumab, 0, 60)
            .Doses(Deruxtecan, 20)).ShouldBe("""
        20: high active
        386: high resolved historical 20 to 386
        """);

    [Fact]
    public void Swap_ConjugateAfterACourseOfWhichTheEndIsAMonth_CannotBeTold() =>
        Timeline.Of("H2B-27", Gastric()
            .Add(new TherapyFact { Source = new("MedicationAdministration", "c", "1", "x"), When = Day(0), CourseEnd = Month(2021, 2), Drug = Trastuzumab, WasGiven = true })
            .Doses(Deruxtecan, 60)).ShouldBe("""
        60: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Swap_DoseOfAMonth_CannotBeTold() =>
        Timeline.Of("H2B-27", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Doses(Deruxtecan, 30)).ShouldBe("""
        30: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Fall_TwoProgressionsApartThatShareASample_AreSaidOnce() =>
        Timeline.Of("H2B-10", Progressed()
            .Progression(129)
            .Doses(Trastuzumab, 105, 126)
            .Assayed(Sample("pd", 114, new Measure(4m)))).ShouldBe("""
        114: moderate active
        466: moderate resolved historical 114 to 466
        """);

    [Fact]
    public void Swap_DoseOfAMonthJustInTheWindow_CannotBeTold() =>
        Timeline.Of("H2B-27", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Doses(Deruxtecan, 41)).ShouldBe("""
        41: ? dose-dates-too-coarse
        """);

    [Fact]
    public void Swap_DoseOfAMonthLongBefore_IsNone() =>
        Timeline.Of("H2B-27", Gastric()
            .DoseInMonth(Trastuzumab, 2021, 1)
            .Doses(Deruxtecan, 42)).ShouldBe("""
        
        """);

    [Fact]
    public void Late_StatusAtADoseWasAnother_IsSaidWhenSeen() =>
        Timeline.Of("H2B-19", Treated()
            .Assayed(Late("n", 5, 0, 10, 60))).ShouldBe("""
        60: moderate active
        426: moderate resolved historical 60 to 426
        """);

    [Fact]
    public void Late_DoseAtTheMomentItWasSeen_WasGivenKnowingIt() =>
        Timeline.Of("H2B-19", Gastric()
            .Ihc("t", -40, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 60)
            .Assayed(Late("n", 5, 0, 10, 60))).ShouldBe("""
        
        """);

    [Fact]
    public void Late_DoseJustBeforeItWasSeen_WasGivenWithoutIt() =>
        Timeline.Of("H2B-19", Gastric()
            .Ihc("t", -400, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 59)
            .Assayed(Late("n", 5, 0, 10, 60))).ShouldBe("""
        60: moderate active
        426: moderate resolved historical 60 to 426
        """);

    [Fact]
    public void Late_TwoOfOneSpecimen_AreSaidWhenBothAreSeen() =>
        Timeline.Of("H2B-19", Gastric()
            .Ihc("t", -400, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 50)
            .Assayed(Late("n", 5, 2, 10, 60))
            .Assayed(Late("m", 5, 0, 12, 70) with { Specimen = new("Specimen/n") })).ShouldBe("""
        70: moderate active
        436: moderate resolved historical 70 to 436
        """);

    [Fact]
    public void Late_FirstResultOfAll_ChangesWhatWasKnownAtTheDose() =>
        Timeline.Of("H2B-19", Gastric()
            .Doses(Trastuzumab, 40)
            .Assayed(Late("n", 5, 0, 10, 60))).ShouldBe("""
        60: moderate active
        426: moderate resolved historical 60 to 426
        """);

    [Fact]
    public void Late_NoDose_AndDosesUnread_CannotBeTold() =>
        Timeline.Of("H2B-19", Gastric()
            .Ihc("t", -400, 3, specimen: "Specimen/t")
            .Assayed(Late("n", 5, 0, 10, 60))
            .Add(Unread("d", 20, test: false, dose: true))).ShouldBe("""
        60: ? doses-not-read-through
        """);

    [Fact]
    public void Late_NoDose_AndDosesUnreadLater_IsNoQuestion() =>
        Timeline.Of("H2B-19", Gastric()
            .Ihc("t", -400, 3, specimen: "Specimen/t")
            .Assayed(Late("n", 5, 0, 10, 60))
            .Add(Unread("d", 61, test: false, dose: true))).ShouldBe("""
        
        """);

    [Fact]
    public void Late_NoDose_AndTestsUnread_IsNoQuestion() =>
        Timeline.Of("H2B-19", Gastric()
            .Ihc("t", -400, 3, specimen: "Specimen/t")
            .Assayed(Late("n", 5, 0, 10, 60))
            .Add(Unread("d", 20))).ShouldBe("""
        
        """);

    [Fact]
    public void Late_SeveralTumoursAndDosesOfNone_CannotBeTold() =>
        Timeline.Of("H2B-19", Two()
            .Assayed(Late("n", 5, 0, 10, 60) with { Conditions = [new("Condition/gastric")] })
            .Doses(Trastuzumab, 40)).ShouldBe("""
        60: ? dose-not-assigned
        """);

    [Fact]
    public void Late_WithdrawnOrPreliminary_IsSilent() =>
        Timeline.Of("H2B-19", Treated()
            .Assayed(Late("n", 5, 0, 10, 60) with { Standing = FactStanding.Preliminary })
            .Assayed(Late("m", 6, 0, 10, 60) with { Standing = FactStanding.Withdrawn })).ShouldBe("""
        
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-300);

    private static PatientBuilder Two() => new PatientBuilder().Gastric(-300).Breast();

    private static PatientBuilder Treated() => Gastric().Ihc("t", -40, 3, specimen: "Specimen/t").Doses(Trastuzumab, 0, 21, 42, 63, 84);

    private static PatientBuilder Progressed(string? bound = null, decimal copies = 10m) =>
        Treated().Progression(100).Assayed(Sample("base", -10, new Measure(copies, Bound(bound))));

    private static AssayFact Sample(string id, int day, Measure copies, decimal? fraction = 5m, int? issued = null) =>
        Assay(id, day, AssayMethod.Ngs, new AssayResult.Gene(null, Copies: copies), issued: issued, specimen: "Specimen/" + id) with
        {
            Material = SpecimenKind.Plasma,
            Assay = Molecular.OneAssay,
            TumourFraction = fraction is { } percent ? new Measure(percent) : null,
        };

    private static MeasureBound Bound(string? sign) => sign switch
    {
        "<" => MeasureBound.LessThan,
        "<=" => MeasureBound.AtMost,
        ">=" => MeasureBound.AtLeast,
        ">" => MeasureBound.GreaterThan,
        _ => MeasureBound.Exact,
    };

    private static AssayFact Contradictory(string id, int day, int issued) =>
        Assay(id, day, AssayMethod.Overall, new AssayResult.Inconclusive("contradictory-coding"), issued: issued, specimen: "Specimen/" + id);

    private static GapFact Unread(string id, int? day, bool test = true, bool dose = false, string code = "text-not-read") => new()
    {
        Source = new SourceRef("DiagnosticReport", id, "1", "DiagnosticReport"),
        When = day is { } d ? Day(d) : null,
        Code = code,
        Reason = "not readable",
        MayHideTest = test,
        MayHideDose = dose,
    };

    private static StatedByConditionFact Diagnosis(string id, int? day, Her2Status status = Positive) => new()
    {
        Source = new SourceRef("Condition", id, "1", "code"),
        When = day is { } d ? Day(d) : null,
        Status = status,
        Label = "HER2 carcinoma",
    };

    private static AssayFact Late(string id, int day, int score, int issued, int? seen) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: issued, specimen: "Specimen/" + id) with
        {
            FirstSeen = seen is { } first ? Instant(first) : null,
        };
}
