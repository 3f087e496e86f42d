using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class FlagContentBoundaryTests
{
    [Fact]
    [Trait("Row", "7/F13")]
    public void Alteration_SeveralNewGenes_AreNamedWithTheSampleThatLackedThem() =>
        Gastric()
            .Ihc("t", -30, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 0, 21)
            .Panel(-5, "PIK3CA", "KRAS", "MET")
            .Altered("PIK3CA", 50, "H1047R", issued: 55)
            .Altered("KRAS", 50, null, AlterationKind.Amplification)
            .Altered("MET", 50, significance: VariantSignificance.Uncertain)
            .Written("resistance-alteration", 60).ShouldBe("""
        High Active, day 50
        about Observation/v-KRAS-Amplification-50 [Observation/v-KRAS-Amplification-50, Observation/v-MET-Mutation-50, Observation/v-PIK3CA-H1047RMutation-50], Gastric, Condition/gastric, 2021-02-23
        First seen after HER2-directed treatment began, in the sample of 2021-02-23: KRAS amplification, MET mutation (uncertain significance), PIK3CA H1047R mutation; reported in connection with resistance to HER2-directed drugs. Looked for and not found in the sample of 2020-12-30.
        rests on Observation/v-KRAS-Amplification-50, Observation/v-MET-Mutation-50, Observation/v-PIK3CA-H1047RMutation-50, Observation/panel--5
        """);

    [Fact]
    [Trait("Row", "7/F13")]
    public void Alteration_OneNewBesideOneKnown_TellsThemApart() =>
        Gastric()
            .Ihc("t", -30, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 0, 21)
            .Altered("PIK3CA", -5, "H1047R")
            .Altered("PIK3CA", 50, "H1047R")
            .Panel(-5, "KRAS")
            .Altered("KRAS", 50, null, AlterationKind.Amplification)
            .Written("resistance-alteration", 60).ShouldBe("""
        High Active, day 50
        about Observation/v-KRAS-Amplification-50 [Observation/v-KRAS-Amplification-50, Observation/v-PIK3CA-H1047RMutation-50], Gastric, Condition/gastric, 2021-02-23
        First seen after HER2-directed treatment began, in the sample of 2021-02-23: KRAS amplification; reported in connection with resistance to HER2-directed drugs. Also present: PIK3CA H1047R mutation. Looked for and not found in the sample of 2020-12-30.
        rests on Observation/v-KRAS-Amplification-50, Observation/v-PIK3CA-H1047RMutation-50, Observation/panel--5
        """);

    [Fact]
    [Trait("Row", "7/F14")]
    public void Alteration_Sensitising_IsSaidToBeNone() =>
        Gastric()
            .Altered("ERBB4", 50, "S774G", issued: 60)
            .Written("sensitising-alteration", 61).ShouldBe("""
        Low Active, day 60
        about Observation/v-ERBB4-S774GMutation-50 [Observation/v-ERBB4-S774GMutation-50], Gastric, Condition/gastric, 2021-02-23
        ERBB4 S774G mutation in the sample of 2021-02-23: reported in one series to increase the sensitivity to trastuzumab. It is not counted as a resistance alteration.
        rests on Observation/v-ERBB4-S774GMutation-50
        """);

    [Fact]
    [Trait("Row", "7/F17")]
    public void Inadequate_UnsatisfactoryIsh_NamesTheTestOfTheSpecimen() =>
        Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Assayed(Assay("u", 0, AssayMethod.Ish, new AssayResult.Inconclusive("specimen-unsatisfactory"), specimen: "Specimen/a"))
            .Written("inadequate-specimen-without-repeat", 40).ShouldBe("""
        Moderate Active, day 28
        about Observation/a [Observation/a, Observation/u], Gastric, Condition/gastric, 2021-01-04
        The HER2 test of 2021-01-04 (IHC 2+, ISH inconclusive) gave no usable result; no repeat is on record.
        rests on Observation/a, Observation/u
        says current-status indeterminate, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F18")]
    public void Coding_ResultOfBothPolaritiesUnderTreatment_IsHigh() =>
        Gastric()
            .Assayed(Assay("x", 0, AssayMethod.Overall, new AssayResult.Inconclusive("contradictory-coding"), issued: 3, specimen: "Specimen/a"))
            .Doses(Trastuzumab, 10)
            .Written("contradictory-coding", 20).ShouldBe("""
        High Active, day 3
        about Observation/x [Observation/x], Gastric, Condition/gastric, 2021-01-04
        The HER2 result of 2021-01-04 (HER2 inconclusive) says two statuses at once.
        rests on Observation/x
        """);

    [Fact]
    [Trait("Row", "7/F18")]
    public void Coding_TwoResultsOfOneDay_NamesBothUntilALaterOne() =>
        Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 0, 0, issued: 5, specimen: "Specimen/b")
            .Ihc("c", 30, 0, specimen: "Specimen/c")
            .Written("contradictory-coding", 31).ShouldBe("""
        Low Resolved, day 5 to 30, reassessed
        about Observation/a [Observation/a, Observation/b], Gastric, Condition/gastric, 2021-01-04
        Ended on 2021-02-03: a HER2 result became known. Until then: HER2 results that differ have dates of which neither is later: positive on 2021-01-04 (IHC 3+); negative on 2021-01-04 (IHC 0).
        rests on Observation/a, Observation/b
        """);

    [Fact]
    [Trait("Row", "7/F18")]
    public void Coding_ValueNotRead_RestsOnItsSource() =>
        Gastric()
            .Gap("value-not-read", 12)
            .Written("contradictory-coding", 20).ShouldBe("""
        Low Active, day 12
        about DiagnosticReport/gap [], None, no condition, 2021-01-16
        The value under a HER2 code is not known here, or is out of range.
        rests on DiagnosticReport/gap
        """);

    [Fact]
    [Trait("Row", "7/F18")]
    public void Coding_DiagnosisOfBothPolarities_QuotesIt() =>
        Gastric()
            .Add(new StatedByConditionFact { Source = new("Condition", "k", "1", "code"), When = Day(5), Status = Indeterminate, Label = "HER2 negative carcinoma" })
            .Written("contradictory-coding", 20).ShouldBe("""
        Low Active, day 5
        about Condition/k [], None, no condition, 2021-01-09
        The diagnosis HER2 negative carcinoma says a HER2 status and its opposite.
        rests on Condition/k
        """);

    [Fact]
    [Trait("Row", "7/F20")]
    public void Her2Low_Metastatic_RestsOnTheResultAndTheSpread() =>
        new PatientBuilder().Breast()
            .Spread(true)
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Written("her2-low-eligibility", 20).ShouldBe("""
        Low Active, day 0
        about Observation/a [Observation/a], Breast, Condition/breast, 2021-01-04
        HER2 negative, sub-category low, on 2021-01-04 (IHC 1+); the tumour is metastatic and no drug licensed for HER2-low is on record.
        rests on Observation/a, Observation/m
        says current-status negative, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F21")]
    public void LiquidBiopsy_SeveralBlindSamples_RestsOnThoseKnownWhenReassessmentWasDue() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 194, 21)
            .Plasma("p", 150, null, detected: false, fraction: 0.4m)
            .Plasma("q", 170, null, detected: false, fraction: null)
            .Plasma("r", 196, null, detected: false, fraction: null)
            .Written("uninformative-liquid-biopsy", 200).ShouldBe("""
        Moderate Active, day 181
        about Observation/p [Observation/p], Gastric, Condition/gastric, 2021-06-23
        ERBB2 amplification not detected in plasma on 2021-06-23, tumour fraction not stated: this does not show the HER2 status of the tumour. No other HER2 test since 2021-01-04 (IHC 3+) is on record, and reassessment is due.
        rests on Observation/q, Observation/p, Observation/t
        says last-assessment-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F23")]
    public void Restart_LongGapWithoutATest_SaysThatThereWasNone() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 31)
            .Doses(PatientBuilder.Trastuzumab, 140)
            .Written("restart-after-gap", 150).ShouldBe("""
        Moderate Active, day 140
        about MedicationAdministration/d140 [MedicationAdministration/d140], Gastric, Condition/gastric, 2021-05-24
        trastuzumab was given on 2021-05-24; the dose before it on record is trastuzumab on 2021-02-04. No HER2 result from between them is on record.
        rests on MedicationAdministration/d140, MedicationAdministration/d31
        says trastuzumab-first-date 2021-05-24, trastuzumab-last-date 2021-02-04
        """);

    [Fact]
    [Trait("Row", "7/F23")]
    public void Restart_ShortGap_IsLow() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 31, 90)
            .Written("restart-after-gap", 100).ShouldBe("""
        Low Active, day 90
        about MedicationAdministration/d90 [MedicationAdministration/d90], Gastric, Condition/gastric, 2021-04-04
        trastuzumab was given on 2021-04-04; the dose before it on record is trastuzumab on 2021-02-04.
        rests on MedicationAdministration/d90, MedicationAdministration/d31
        says trastuzumab-first-date 2021-04-04, trastuzumab-last-date 2021-02-04
        """);

    [Fact]
    [Trait("Row", "7/F24")]
    public void Untreated_NegativeThenPositive_NamesBothResults() =>
        Gastric()
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Ihc("b", 200, 3, issued: 205, specimen: "Specimen/b")
            .Written("positive-untreated", 300).ShouldBe("""
        Moderate Active, day 266
        about Observation/b [Observation/b], Gastric, Condition/gastric, 2021-07-23
        HER2 negative on 2021-01-04 (IHC 0); positive on 2021-07-23 (IHC 3+). No HER2-directed dose and no active order for one since then is on record.
        rests on Observation/b, Observation/a
        says prior-status negative, prior-status-date 2021-01-04, current-status positive, current-status-date 2021-07-23
        """);

    [Fact]
    [Trait("Row", "7/F24")]
    public void Untreated_ReReadSpecimen_IsOverWithTheFirstDose() =>
        Gastric()
            .Ihc("a", 0, 0, issued: 2, specimen: "Specimen/a")
            .Ihc("b", 0, 3, issued: 20, specimen: "Specimen/a")
            .Doses(Trastuzumab, 110)
            .Written("positive-untreated", 120).ShouldBe("""
        Moderate Resolved, day 81 to 110, treatment-began
        about Observation/a [Observation/a, Observation/b], Gastric, Condition/gastric, 2021-01-04
        Ended on 2021-04-24: HER2-directed treatment began or was ordered. Until then: HER2 of the specimen of 2021-01-04 (IHC 0, IHC 3+) was read negative first and positive later. No HER2-directed dose and no active order for one since then is on record.
        rests on Observation/a, Observation/b
        says prior-status negative, prior-status-date 2021-01-04, current-status positive, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F26")]
    public void DrugIdentity_SeveralDosesOfOneName_AreOneFlagOnTheFirst() =>
        Gastric()
            .Doses(Asked.Ambiguous, 5, 26)
            .Written("drug-identity-uncertain", 30).ShouldBe("""
        Low Active, day 5, provisional
        about MedicationAdministration/d5 [MedicationAdministration/d5, MedicationAdministration/d26], Gastric, Condition/gastric, 2021-01-09
        The dose of 2021-01-09 was read as trastuzumab; its codes and words leave open which HER2-directed drug it was.
        rests on MedicationAdministration/d5
        says trastuzumab-first-date 2021-01-09
        """);

    [Fact]
    [Trait("Row", "7/F27")]
    public void DrugSwap_CourseThenConjugate_CountsFromTheEndOfTheCourse() =>
        Gastric()
            .Course(Trastuzumab, 0, 40)
            .Doses(Deruxtecan, 50)
            .Written("drug-swap", 60).ShouldBe("""
        High Active, day 50
        about MedicationAdministration/d50 [MedicationAdministration/d50], Gastric, Condition/gastric, 2021-02-23
        trastuzumab is recorded on 2021-02-13 and trastuzumab deruxtecan on 2021-02-23.
        rests on MedicationAdministration/d50, MedicationAdministration/course
        says trastuzumab-last-date 2021-02-23
        """);

    [Fact]
    [Trait("Row", "7/F28")]
    public void NotAssessable_UnreadReportUnderTreatment_NamesTheDoseBeforeIt() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 31, 52)
            .Gap("text-not-read", 40)
            .Written("not-assessable", 60).ShouldBe("""
        Moderate Active, day 40
        about DiagnosticReport/gap [], Gastric, no condition, 2021-02-13
        Something that may be a HER2 result of 2021-02-13 was not read: not readable. trastuzumab was given on 2021-02-04.
        rests on DiagnosticReport/gap, MedicationAdministration/d31
        says trastuzumab-last-date 2021-02-04
        """);

    [Fact]
    [Trait("Row", "7/F28")]
    public void NotAssessable_UnreadAdministration_NamesTheDoseBeforeIt() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 31)
            .Gap("medication-unresolved", 40, mayHideTest: false, mayHideDose: true)
            .Written("not-assessable", 60).ShouldBe("""
        Moderate Active, day 40
        about DiagnosticReport/gap [], Gastric, no condition, 2021-02-13
        Something that may be an administration of a HER2-directed drug of 2021-02-13 was not read: not readable. trastuzumab was given on 2021-02-04.
        rests on DiagnosticReport/gap, MedicationAdministration/d31
        says trastuzumab-last-date 2021-02-04
        """);
}
