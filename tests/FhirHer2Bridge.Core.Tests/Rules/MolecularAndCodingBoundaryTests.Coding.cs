using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class MolecularAndCodingBoundaryTests
{
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
    public void Coding_ThirdTiedResult_MovesNothing() =>
        Timeline.Of("H2B-18", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult
            .Ihc(0), specimen: "Specimen/b") with
            { When = Month(2021, 1) })
            .Ihc("c", 15, 3, issued: 16, specimen: "Specimen/c")).ShouldBe("""
        0: low active
        366: low resolved historical 0 to 366
        """);

    [Fact]
    public void Coding_DiagnosisOfBothPolarities_IsSaid() =>
        Timeline.Of("H2B-18", Gastric()
            .Add(Diagnosis("k", 5, Indeterminate))
            .Add(Diagnosis("j", 7))
            .Add(Diagnosis("i", null, Indeterminate))).ShouldBe("""
        before -300: ? unreadable-and-undated
        5: low active | ? unreadable-and-undated
        371: low resolved historical 5 to 371 | ? unreadable-and-undated
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
}
