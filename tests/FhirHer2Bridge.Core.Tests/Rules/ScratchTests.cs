using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed class ScratchTests
{
    [Fact]
    public void Print()
    {
        var o = new System.Text.StringBuilder();
        o.Append("#### Fall_AtTheBandBelow_IsNoChange\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(8m))))).Append('\n');
        o.Append("#### Fall_JustBelowTheBand_IsAFall\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(7.9m))))).Append('\n');
        o.Append("#### Fall_LessThanTheBand_IsAFall\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.LessThan))))).Append('\n');
        o.Append("#### Fall_AtMostTheBand_LeavesItOpen\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.AtMost))))).Append('\n');
        o.Append("#### Fall_MoreThanTheBandBelow_LeavesItOpen\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.GreaterThan))))).Append('\n');
        o.Append("#### Rise_AtTheBandAbove_IsNoChange\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(12m))))).Append('\n');
        o.Append("#### Rise_JustAboveTheBand_IsARise\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(12.1m))))).Append('\n');
        o.Append("#### Rise_MoreThanTheBand_IsARise\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.GreaterThan))))).Append('\n');
        o.Append("#### Rise_AtLeastTheBand_LeavesItOpen\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.AtLeast))))).Append('\n');
        o.Append("#### Rise_AtLeastMoreThanTheBand_IsARise\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(12.1m, MeasureBound.AtLeast))))).Append('\n');
        o.Append("#### Rise_MoreThanLessThanTheBand_LeavesItOpen\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(11.9m, MeasureBound.GreaterThan))))).Append('\n');
        o.Append("#### Rise_AtMostTheBand_LeavesItOpen\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.AtMost))))).Append('\n');
        o.Append("#### Rise_LessThanTheBand_LeavesItOpen\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(9m, MeasureBound.LessThan))))).Append('\n');
        o.Append("#### Rise_LessThanMoreThanTheBand_LeavesItOpen\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(12.1m, MeasureBound.LessThan))))).Append('\n');
        o.Append("#### BaselineLessThan10_And4AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed("<").Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### BaselineLessThan10_And4AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed("<").Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### BaselineLessThan10_And10AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed("<").Assayed(Sample("pd", 105, new Measure(10m))))).Append('\n');
        o.Append("#### BaselineLessThan10_And10AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed("<").Assayed(Sample("pd", 105, new Measure(10m))))).Append('\n');
        o.Append("#### BaselineLessThan10_And20AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed("<").Assayed(Sample("pd", 105, new Measure(20m))))).Append('\n');
        o.Append("#### BaselineLessThan10_And20AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed("<").Assayed(Sample("pd", 105, new Measure(20m))))).Append('\n');
        o.Append("#### BaselineAtMost10_And4AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed("<=").Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### BaselineAtMost10_And4AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed("<=").Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### BaselineAtMost10_And10AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed("<=").Assayed(Sample("pd", 105, new Measure(10m))))).Append('\n');
        o.Append("#### BaselineAtMost10_And10AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed("<=").Assayed(Sample("pd", 105, new Measure(10m))))).Append('\n');
        o.Append("#### BaselineAtMost10_And20AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed("<=").Assayed(Sample("pd", 105, new Measure(20m))))).Append('\n');
        o.Append("#### BaselineAtMost10_And20AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed("<=").Assayed(Sample("pd", 105, new Measure(20m))))).Append('\n');
        o.Append("#### BaselineAtLeast10_And4AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed(">=").Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### BaselineAtLeast10_And4AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed(">=").Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### BaselineAtLeast10_And10AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed(">=").Assayed(Sample("pd", 105, new Measure(10m))))).Append('\n');
        o.Append("#### BaselineAtLeast10_And10AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed(">=").Assayed(Sample("pd", 105, new Measure(10m))))).Append('\n');
        o.Append("#### BaselineAtLeast10_And20AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed(">=").Assayed(Sample("pd", 105, new Measure(20m))))).Append('\n');
        o.Append("#### BaselineAtLeast10_And20AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed(">=").Assayed(Sample("pd", 105, new Measure(20m))))).Append('\n');
        o.Append("#### BaselineGreaterThan10_And4AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed(">").Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### BaselineGreaterThan10_And4AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed(">").Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### BaselineGreaterThan10_And10AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed(">").Assayed(Sample("pd", 105, new Measure(10m))))).Append('\n');
        o.Append("#### BaselineGreaterThan10_And10AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed(">").Assayed(Sample("pd", 105, new Measure(10m))))).Append('\n');
        o.Append("#### BaselineGreaterThan10_And20AtProgression_FallOnlyWhereCertain\n").Append(Timeline.Of("H2B-10", Progressed(">").Assayed(Sample("pd", 105, new Measure(20m))))).Append('\n');
        o.Append("#### BaselineGreaterThan10_And20AtProgression_RiseOnlyWhereCertain\n").Append(Timeline.Of("H2B-11", Progressed(">").Assayed(Sample("pd", 105, new Measure(20m))))).Append('\n');
        o.Append("#### Fall_BaselineWithoutCopies_CannotBeCompared\n").Append(Timeline.Of("H2B-10", Progressed(copies: 0m).Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### Rise_BaselineWithoutCopies_CannotBeCompared\n").Append(Timeline.Of("H2B-11", Progressed(copies: 0m).Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### Lost_AssayCallsItAtBaselineOnly_IsAFall\n").Append(Timeline.Of("H2B-10", Treated().Progression(100).Plasma("base", -10, 1.5m, detected: true).Plasma("pd", 105, 1.5m, detected: false))).Append('\n');
        o.Append("#### Lost_BaselinePositiveByItsNumber_IsAFall\n").Append(Timeline.Of("H2B-10", Treated().Progression(100).Plasma("base", -10, 5m).Plasma("pd", 105, null, detected: false))).Append('\n');
        o.Append("#### Lost_BaselineNotDetectedEither_IsNone\n").Append(Timeline.Of("H2B-10", Treated().Progression(100).Plasma("base", -10, null, detected: false).Plasma("pd", 105, null, detected: false))).Append('\n');
        o.Append("#### Lost_DetectedAtProgression_IsNone\n").Append(Timeline.Of("H2B-10", Treated().Progression(100).Plasma("base", -10, null, detected: true).Plasma("pd", 105, null, detected: true))).Append('\n');
        o.Append("#### Fall_SampleAtTheEdgeOfTheWindow_IsAtProgression\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 128, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_SampleBeyondTheWindow_IsNot\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 129, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_SampleAtTheEdgeBefore_IsAtProgression\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 72, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_SampleBeyondTheWindowBefore_IsNot\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 71, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_SampleOfOneMonthInTheWindow_CannotBePlaced\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 4) }))).Append('\n');
        o.Append("#### Fall_SampleOfAMonthThatTouchesTheWindow_CannotBePlaced\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 5) }))).Append('\n');
        o.Append("#### Fall_SampleOfAMonthBeforeThatTouchesTheWindow_CannotBePlaced\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 3) }))).Append('\n');
        o.Append("#### Fall_SampleOfAMonthOutsideTheWindow_IsNot\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 6) }))).Append('\n');
        o.Append("#### Fall_SampleOfAMonthLongBefore_IsNot\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 2) }))).Append('\n');
        o.Append("#### Fall_SeveralSamples_TheNearestToTheProgressionSpeaks\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("far", 80, new Measure(4m))).Assayed(Sample("near", 98, new Measure(10m))))).Append('\n');
        o.Append("#### Fall_TwoSamplesEquallyNear_TheLaterSpeaks\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("before", 95, new Measure(10m))).Assayed(Sample("after", 105, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_BaselineAtTheEdge_IsOne\n").Append(Timeline.Of("H2B-10", Treated().Progression(100).Assayed(Sample("base", -42, new Measure(10m))).Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_BaselineTooOld_IsNone\n").Append(Timeline.Of("H2B-10", Treated().Progression(100).Assayed(Sample("base", -43, new Measure(10m))).Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_BaselineOnTheDayOfTheFirstDose_IsOne\n").Append(Timeline.Of("H2B-10", Treated().Progression(100).Assayed(Sample("base", 0, new Measure(10m))).Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_SeveralBaselines_TheLastCounts\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("later", -5, new Measure(4m))).Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_OtherAssay_CannotBeCompared\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m)) with { Assay = "other|lab" }))).Append('\n');
        o.Append("#### Fall_TwoProgressionsCloseTogether_AreSaidOnce\n").Append(Timeline.Of("H2B-10", Progressed().Progression(112).Assayed(Sample("pd", 105, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_TwoProgressionsAtTheEdgeOfTheWindow_AreSaidOnce\n").Append(Timeline.Of("H2B-10", Progressed().Progression(128).Doses(Trastuzumab, 105, 126).Assayed(Sample("pd", 105, new Measure(4m))).Assayed(Sample("pe", 130, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_TwoProgressionsApart_AreTwo\n").Append(Timeline.Of("H2B-10", Progressed().Progression(129).Doses(Trastuzumab, 105, 126).Assayed(Sample("pd", 105, new Measure(4m))).Assayed(Sample("pe", 130, new Measure(4m))))).Append('\n');
        o.Append("#### Fall_TissueTestsSince_EndsWithTheFirstKnown\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m))).Ihc("u", 101, 3, issued: 140, specimen: "Specimen/u").Ihc("v", 110, 3, issued: 130, specimen: "Specimen/v").Ihc("e", 102, 2, issued: 120, specimen: "Specimen/e"))).Append('\n');
        o.Append("#### Fall_TissueTestOnTheDayOfTheProgression_EndsIt\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m))).Ihc("u", 100, 3, issued: 140, specimen: "Specimen/u"))).Append('\n');
        o.Append("#### Fall_TissueTestBeforeTheProgression_DoesNotEndIt\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 105, new Measure(4m))).Ihc("u", 99, 3, issued: 140, specimen: "Specimen/u"))).Append('\n');
        o.Append("#### Fall_TissueTestSinceTheSampleBeforeTheProgression_EndsIt\n").Append(Timeline.Of("H2B-10", Progressed().Assayed(Sample("pd", 90, new Measure(4m))).Ihc("u", 95, 3, issued: 140, specimen: "Specimen/u"))).Append('\n');
        o.Append("#### Fall_TissueTestOfAnUnnamedTumour_EndsIt\n").Append(Timeline.Of("H2B-10", Progressed().Breast().Assayed(Sample("pd", 105, new Measure(4m))).Ihc("u", 110, 3, issued: 140, specimen: "Specimen/u"))).Append('\n');
        o.Append("#### Rise_NewLine_EndsIt\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(20m), fraction: null)).Doses(Deruxtecan, 130))).Append('\n');
        o.Append("#### Rise_ResultKnownLater_BeginsThen\n").Append(Timeline.Of("H2B-11", Progressed().Assayed(Sample("pd", 105, new Measure(20m), issued: 112)))).Append('\n');
        o.Append("#### Resistance_FirstSampleAfterTheDrug_IsNew\n").Append(Timeline.Of("H2B-13", Treated().Altered("KRAS", 50, null, AlterationKind.Amplification, issued: 60))).Append('\n');
        o.Append("#### Resistance_OnTheDayOfTheFirstDose_IsNotAfterIt\n").Append(Timeline.Of("H2B-13", Treated().Altered("KRAS", 0, null, AlterationKind.Amplification))).Append('\n');
        o.Append("#### Resistance_FirstDoseOfUnknownDayAroundTheSample_CannotBeTold\n").Append(Timeline.Of("H2B-13", Gastric().DoseInMonth(Trastuzumab, 2021, 1).Altered("KRAS", 10, null, AlterationKind.Amplification))).Append('\n');
        o.Append("#### Resistance_FirstDoseOfAnotherMonth_IsNoQuestion\n").Append(Timeline.Of("H2B-13", Gastric().DoseInMonth(Trastuzumab, 2021, 2).Altered("KRAS", 10, null, AlterationKind.Amplification))).Append('\n');
        o.Append("#### Resistance_LaterSampleWhereTheEarlierDidNotLook_CannotBeTold\n").Append(Timeline.Of("H2B-13", Treated().Altered("MET", 20, null, AlterationKind.Amplification).Altered("KRAS", 50, null, AlterationKind.Amplification))).Append('\n');
        o.Append("#### Resistance_EarlierSampleBeforeTheDrugDidNotLook_IsFirstAfterIt\n").Append(Timeline.Of("H2B-13", Treated().Altered("MET", -20, null, AlterationKind.Amplification).Altered("KRAS", 50, null, AlterationKind.Amplification))).Append('\n');
        o.Append("#### Resistance_EarlierSampleLookedAndDidNotFind_IsNew\n").Append(Timeline.Of("H2B-13", Treated().Altered("KRAS", 20, null, AlterationKind.Amplification, present: false).Altered("KRAS", 50, null, AlterationKind.Amplification))).Append('\n');
        o.Append("#### Resistance_EarlierSampleLookedForAnotherKind_CannotBeTold\n").Append(Timeline.Of("H2B-13", Treated().Altered("KRAS", 20, null, AlterationKind.Mutation, present: false).Altered("KRAS", 50, null, AlterationKind.Amplification))).Append('\n');
        o.Append("#### Resistance_OtherProteinChangeBefore_CannotBeTold\n").Append(Timeline.Of("H2B-13", Treated().Altered("PIK3CA", 20, "E545K").Altered("PIK3CA", 50, "H1047R"))).Append('\n');
        o.Append("#### Resistance_SameGeneWithoutAProteinChangeBefore_IsNotNew\n").Append(Timeline.Of("H2B-13", Treated().Altered("PIK3CA", 20).Altered("PIK3CA", 50, "H1047R"))).Append('\n');
        o.Append("#### Resistance_ProteinChangeBeforeAndNoneStatedNow_IsNotNew\n").Append(Timeline.Of("H2B-13", Treated().Altered("PIK3CA", 20, "H1047R").Altered("PIK3CA", 50))).Append('\n');
        o.Append("#### Resistance_NoDose_IsSilent\n").Append(Timeline.Of("H2B-13", Gastric().Altered("KRAS", 50, null, AlterationKind.Amplification))).Append('\n');
        o.Append("#### Sensitising_KnownLater_BeginsThen\n").Append(Timeline.Of("H2B-14", Gastric().Altered("ERBB4", 50, "S774G", issued: 60).Altered("ERBB4", 90, "S774G"))).Append('\n');
        o.Append("#### Sensitising_ProteinChangeNotStated_CannotBeTold\n").Append(Timeline.Of("H2B-14", Gastric().Altered("ERBB4", 50))).Append('\n');
        o.Append("#### Blind_KnownAfterReassessmentWasDue_BeginsThen\n").Append(Timeline.Of("H2B-21", Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 215, 21).Plasma("p", 190, null, detected: false, fraction: null))).Append('\n');
        o.Append("#### Blind_KnownBefore_BeginsWhenReassessmentIsDue\n").Append(Timeline.Of("H2B-21", Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 215, 21).Plasma("p", 150, null, detected: false, fraction: 0.9m))).Append('\n');
        o.Append("#### Blind_EnoughTumourDna_IsSilent\n").Append(Timeline.Of("H2B-21", Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 215, 21).Plasma("p", 150, null, detected: false, fraction: 1m))).Append('\n');
        o.Append("#### Blind_DetectedWithLittleDna_IsSilent\n").Append(Timeline.Of("H2B-21", Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 215, 21).Plasma("p", 150, null, detected: true, fraction: 0.2m))).Append('\n');
        o.Append("#### Blind_CourseEnds_EndsIt\n").Append(Timeline.Of("H2B-21", Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 194, 21).Plasma("p", 150, null, detected: false, fraction: null))).Append('\n');
        o.Append("#### Blind_OtherTestsLater_EndsWithTheFirstKnown\n").Append(Timeline.Of("H2B-21", Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 257, 21).Plasma("p", 150, null, detected: false, fraction: null).Ihc("u", 195, 2, issued: 220, specimen: "Specimen/u").Ihc("v", 200, 2, issued: 210, specimen: "Specimen/v"))).Append('\n');
        o.Append("#### Blind_TestOfTheSameDayAsTheLast_IsNoOther\n").Append(Timeline.Of("H2B-21", Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Ihc("s", 0, 2, issued: 186, specimen: "Specimen/s").Every(Trastuzumab, 5, 194, 21).Plasma("p", 150, null, detected: false, fraction: null))).Append('\n');
        o.Append("#### Blind_TestsNotReadThrough_CannotBeTold\n").Append(Timeline.Of("H2B-21", Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 215, 21).Plasma("p", 150, null, detected: false, fraction: null), new Completeness(Instant(170), Instant(300)))).Append('\n');
        o.Append("#### Unread_ReportUnderTreatment_EndsWithTheTreatment\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("r", 40)))).Append('\n');
        o.Append("#### Unread_ReportBeforeTreatment_BeginsWithTheFirstDose\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("r", -5)))).Append('\n');
        o.Append("#### Unread_ReportWithoutADate_BeginsWithTheFirstDose\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("r", null)))).Append('\n');
        o.Append("#### Unread_ReportAndALaterTest_EndsWhenItIsKnown\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("r", 40)).Ihc("u", 40, 3, issued: 50, specimen: "Specimen/u").Ihc("v", 41, 3, issued: 60, specimen: "Specimen/v"))).Append('\n');
        o.Append("#### Unread_TestKnownAsItBegins_NeverWas\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("r", -5)).Ihc("u", -4, 3, issued: 0, specimen: "Specimen/u"))).Append('\n');
        o.Append("#### Unread_AfterTheDaysOfTreatment_IsSilent\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("r", 265)))).Append('\n');
        o.Append("#### Unread_OnTheLastDayOfTreatment_IsShort\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("r", 264)))).Append('\n');
        o.Append("#### Unread_TwoTreatments_EachIsSaid\n").Append(Timeline.Of("H2B-28", Treated().Doses(Trastuzumab, 400).Add(Unread("r", 40)))).Append('\n');
        o.Append("#### Unread_ThreeTreatments_EachIsSaid\n").Append(Timeline.Of("H2B-28", Treated().Doses(Trastuzumab, 400, 700).Add(Unread("r", 40)))).Append('\n');
        o.Append("#### Unread_TreatmentThatGoesOn_Stays\n").Append(Timeline.Of("H2B-28", Gastric().Course(Trastuzumab, 0, null).Add(Unread("r", 40)))).Append('\n');
        o.Append("#### Unread_SeveralReports_EachIsSaid\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("s", 45)).Add(Unread("r", 40)))).Append('\n');
        o.Append("#### Unread_AwaitedResult_IsNotUnread\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("r", 40, code: "pending")))).Append('\n');
        o.Append("#### Unread_AdministrationsOfOneKind_AreOne\n").Append(Timeline.Of("H2B-28", Treated().Add(Unread("s", 45, test: false, dose: true)).Add(Unread("r", 40, test: false, dose: true)).Add(Unread("q", 50, test: false, dose: true, code: "medication-unresolved")))).Append('\n');
        o.Append("#### Unread_DiagnosisInsteadOfAResult_BeginsWhenATestCouldHaveReported\n").Append(Timeline.Of("H2B-28", Gastric().Doses(Trastuzumab, 0, 21).Add(Diagnosis("k", -9)).Add(Diagnosis("j", 3)))).Append('\n');
        o.Append("#### Unread_DiagnosisMadeLater_BeginsThen\n").Append(Timeline.Of("H2B-28", Gastric().Doses(Trastuzumab, 0, 21).Add(Diagnosis("k", 40)))).Append('\n');
        o.Append("#### Unread_DiagnosisAndResultsLater_EndsWithTheFirst\n").Append(Timeline.Of("H2B-28", Gastric().Doses(Trastuzumab, 0, 21).Add(Diagnosis("k", -9)).Ihc("u", 30, 2, issued: 50, specimen: "Specimen/u").Ihc("v", 31, 3, issued: 45, specimen: "Specimen/v"))).Append('\n');
        o.Append("#### Unread_ReadingTooOld_IsStale\n").Append(Timeline.Of("H2B-28", Treated(), new Completeness(Instant(50), Instant(60)))).Append('\n');
        o.Append("#### Unread_DosesReadingOlder_IsStale\n").Append(Timeline.Of("H2B-28", Treated(), new Completeness(Instant(60), Instant(50)))).Append('\n');
        o.Append("#### Unread_NothingKnownOfTheReading_CannotBeTold\n").Append(Timeline.Of("H2B-28", Treated(), Completeness.Unknown)).Append('\n');
        o.Append("#### Unread_DosesUnknown_CannotBeTold\n").Append(Timeline.Of("H2B-28", Treated(), new Completeness(DateTimeOffset.MaxValue, null))).Append('\n');
        o.Append("#### Coding_TwoConflictsOfOneSpecimen_BeginsWithTheFirstKnown\n").Append(Timeline.Of("H2B-18", Gastric().Assayed(Contradictory("x", 0, 9)).Assayed(Contradictory("y", 0, 5) with { Specimen = new("Specimen/x") }))).Append('\n');
        o.Append("#### Coding_TreatmentBeginsLater_TurnsHigh\n").Append(Timeline.Of("H2B-18", Gastric().Assayed(Contradictory("x", 0, 3)).Doses(Trastuzumab, 30, 51))).Append('\n');
        o.Append("#### Coding_TreatmentEndedBefore_StaysLow\n").Append(Timeline.Of("H2B-18", Gastric().Assayed(Contradictory("x", 60, 63)).Doses(Trastuzumab, 20))).Append('\n');
        o.Append("#### Coding_TreatmentWithinACourseGapBefore_IsHigh\n").Append(Timeline.Of("H2B-18", Gastric().Assayed(Contradictory("x", 60, 62)).Doses(Trastuzumab, 20))).Append('\n');
        o.Append("#### Coding_LaterResult_EndsIt\n").Append(Timeline.Of("H2B-18", Gastric().Assayed(Contradictory("x", 0, 3)).Ihc("u", 20, 0, issued: 25, specimen: "Specimen/u").Doses(Trastuzumab, 30))).Append('\n');
        o.Append("#### Coding_LaterResultKnownAsTreatmentBegins_StaysLow\n").Append(Timeline.Of("H2B-18", Gastric().Assayed(Contradictory("x", 0, 3)).Ihc("u", 20, 0, issued: 30, specimen: "Specimen/u").Doses(Trastuzumab, 30))).Append('\n');
        o.Append("#### Coding_ConflictBesideADecidedResult_StaysLow\n").Append(Timeline.Of("H2B-18", Gastric().Assayed(Contradictory("x", 0, 3)).Ihc("u", 0, 3, specimen: "Specimen/x").Doses(Trastuzumab, 30))).Append('\n');
        o.Append("#### Coding_ConflictPreliminary_StaysLow\n").Append(Timeline.Of("H2B-18", Gastric().Assayed(Contradictory("x", 0, 3) with { Standing = FactStanding.Preliminary }).Doses(Trastuzumab, 30))).Append('\n');
        o.Append("#### Coding_ConflictOfAnUnnamedTumour_IsLowAndStays\n").Append(Timeline.Of("H2B-18", Two().Assayed(Contradictory("x", 0, 3)).Ihc("u", 20, 0, issued: 25, specimen: "Specimen/u").Doses(Trastuzumab, 30))).Append('\n');
        o.Append("#### Coding_ThreeTiedResults_EndsWhenAllAreFollowed\n").Append(Timeline.Of("H2B-18", Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/b") with { When = Month(2021, 1) }).Ihc("c", 10, 0, issued: 12, specimen: "Specimen/c").Ihc("d", 60, 0, issued: 66, specimen: "Specimen/d"))).Append('\n');
        o.Append("#### Coding_TiedResultsNotAllFollowed_Stays\n").Append(Timeline.Of("H2B-18", Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/b") with { When = Month(2021, 1) }).Ihc("c", 15, 3, issued: 16, specimen: "Specimen/c"))).Append('\n');
        o.Append("#### Coding_DiagnosisOfBothPolarities_IsSaid\n").Append(Timeline.Of("H2B-18", Gastric().Add(Diagnosis("k", 5, Indeterminate)).Add(Diagnosis("j", 7)).Add(Diagnosis("i", null, Indeterminate)))).Append('\n');
        o.Append("#### Coding_UnreadableWithoutADate_CannotBeTold\n").Append(Timeline.Of("H2B-18", Gastric().Add(Unread("r", null, code: "value-not-read")))).Append('\n');
        o.Append("#### Coding_UnreadableThatMayHideADose_IsNotThisRule\n").Append(Timeline.Of("H2B-18", Gastric().Add(Unread("r", 5, dose: true, code: "value-not-read")))).Append('\n');
        o.Append("#### Swap_AtTheEdgeOfTheWindow_IsOne\n").Append(Timeline.Of("H2B-27", Treated().Doses(Deruxtecan, 98))).Append('\n');
        o.Append("#### Swap_BeyondTheWindow_IsNone\n").Append(Timeline.Of("H2B-27", Treated().Doses(Deruxtecan, 99))).Append('\n');
        o.Append("#### Swap_FurtherDosesOfTheMixture_AreNotSaidAgain\n").Append(Timeline.Of("H2B-27", Gastric().Doses(Trastuzumab, 0, 50).Doses(Deruxtecan, 8, 55))).Append('\n');
        o.Append("#### Swap_AgainAfterACourseGap_IsAnother\n").Append(Timeline.Of("H2B-27", Gastric().Doses(Trastuzumab, 0, 51).Doses(Deruxtecan, 8, 58))).Append('\n');
        o.Append("#### Swap_ConjugateDuringACourseInOneRecord_IsOne\n").Append(Timeline.Of("H2B-27", Gastric().Course(Trastuzumab, 0, 60).Doses(Deruxtecan, 20))).Append('\n');
        o.Append("#### Swap_ConjugateAfterACourseOfWhichTheEndIsAMonth_CannotBeTold\n").Append(Timeline.Of("H2B-27", Gastric().Add(new TherapyFact { Source = new("MedicationAdministration", "c", "1", "x"), When = Day(0), CourseEnd = Month(2021, 2), Drug = Trastuzumab, WasGiven = true }).Doses(Deruxtecan, 60))).Append('\n');
        o.Append("#### Swap_DoseOfAMonth_CannotBeTold\n").Append(Timeline.Of("H2B-27", Gastric().DoseInMonth(Trastuzumab, 2021, 1).Doses(Deruxtecan, 30))).Append('\n');
        o.Append("#### Swap_DoseOfAMonthLongBefore_IsNone\n").Append(Timeline.Of("H2B-27", Gastric().DoseInMonth(Trastuzumab, 2021, 1).Doses(Deruxtecan, 42))).Append('\n');
        o.Append("#### Late_StatusAtADoseWasAnother_IsSaidWhenSeen\n").Append(Timeline.Of("H2B-19", Treated().Assayed(Late("n", 5, 0, 10, 60)))).Append('\n');
        o.Append("#### Late_DoseAtTheMomentItWasSeen_WasGivenKnowingIt\n").Append(Timeline.Of("H2B-19", Gastric().Ihc("t", -40, 3, specimen: "Specimen/t").Doses(Trastuzumab, 60).Assayed(Late("n", 5, 0, 10, 60)))).Append('\n');
        o.Append("#### Late_DoseJustBeforeItWasSeen_WasGivenWithoutIt\n").Append(Timeline.Of("H2B-19", Gastric().Ihc("t", -400, 3, specimen: "Specimen/t").Doses(Trastuzumab, 59).Assayed(Late("n", 5, 0, 10, 60)))).Append('\n');
        o.Append("#### Late_TwoOfOneSpecimen_AreSaidWhenBothAreSeen\n").Append(Timeline.Of("H2B-19", Gastric().Ihc("t", -400, 3, specimen: "Specimen/t").Doses(Trastuzumab, 50).Assayed(Late("n", 5, 2, 10, 60)).Assayed(Late("m", 5, 0, 12, 70) with { Specimen = new("Specimen/n") }))).Append('\n');
        o.Append("#### Late_FirstResultOfAll_ChangesWhatWasKnownAtTheDose\n").Append(Timeline.Of("H2B-19", Gastric().Doses(Trastuzumab, 40).Assayed(Late("n", 5, 0, 10, 60)))).Append('\n');
        o.Append("#### Late_NoDose_AndDosesUnread_CannotBeTold\n").Append(Timeline.Of("H2B-19", Gastric().Ihc("t", -400, 3, specimen: "Specimen/t").Assayed(Late("n", 5, 0, 10, 60)).Add(Unread("d", 20, test: false, dose: true)))).Append('\n');
        o.Append("#### Late_NoDose_AndDosesUnreadLater_IsNoQuestion\n").Append(Timeline.Of("H2B-19", Gastric().Ihc("t", -400, 3, specimen: "Specimen/t").Assayed(Late("n", 5, 0, 10, 60)).Add(Unread("d", 61, test: false, dose: true)))).Append('\n');
        o.Append("#### Late_NoDose_AndTestsUnread_IsNoQuestion\n").Append(Timeline.Of("H2B-19", Gastric().Ihc("t", -400, 3, specimen: "Specimen/t").Assayed(Late("n", 5, 0, 10, 60)).Add(Unread("d", 20)))).Append('\n');
        o.Append("#### Late_SeveralTumoursAndDosesOfNone_CannotBeTold\n").Append(Timeline.Of("H2B-19", Two().Assayed(Late("n", 5, 0, 10, 60) with { Conditions = [new("Condition/gastric")] }).Doses(Trastuzumab, 40))).Append('\n');
        o.Append("#### Late_WithdrawnOrPreliminary_IsSilent\n").Append(Timeline.Of("H2B-19", Treated().Assayed(Late("n", 5, 0, 10, 60) with { Standing = FactStanding.Preliminary }).Assayed(Late("m", 6, 0, 10, 60) with { Standing = FactStanding.Withdrawn }))).Append('\n');
        File.WriteAllText("/tmp/mut/timeline.txt", o.ToString());
    }

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
