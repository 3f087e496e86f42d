using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class MolecularAndCodingBoundaryTests
{
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
}
