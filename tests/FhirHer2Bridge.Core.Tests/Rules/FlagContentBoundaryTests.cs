using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>What a clinician is told, whole: since when, about what, in which words, resting on what.</summary>
public sealed class FlagContentBoundaryTests
{
    [Fact]
    [Trait("Row", "7/F01")]
    public void StatusChanged_OneSiteWithTreatmentBetween_NamesBothResultsAndTheDosesBetween() =>
        Gastric()
            .Ihc("a", 0, 3, site: "stomach", specimen: "Specimen/a")
            .Doses(Trastuzumab, 0, 10, 31, 210)
            .Ihc("b", 200, 0, site: "Stomach", issued: 205, specimen: "Specimen/b")
            .Written("positive-to-negative", 220).ShouldBe("""
        High Active, day 205
        about Observation/b [Observation/b], Gastric, Condition/gastric, 2021-07-23
        HER2 positive on 2021-01-04 (IHC 3+, stomach); negative on 2021-07-23 (IHC 0, Stomach). HER2-directed treatment between them: trastuzumab 2 times.
        rests on Observation/b, Observation/a, MedicationAdministration/d31, MedicationAdministration/d10
        says prior-status positive, prior-status-date 2021-01-04, current-status negative, current-status-date 2021-07-23
        """);

    [Fact]
    [Trait("Row", "7/F01")]
    public void StatusChanged_OtherSiteAndReturned_SaysThatASiteDifferenceIsNotExcluded() =>
        Gastric()
            .Ihc("a", 0, 0, site: "stomach", specimen: "Specimen/a")
            .Ihc("b", 200, 3, site: "liver", specimen: "Specimen/b")
            .Ihc("c", 300, 1, specimen: "Specimen/c")
            .Written("negative-to-positive", 320).ShouldBe("""
        High Resolved, day 200 to 300, status-returned
        about Observation/b [Observation/b], Gastric, Condition/gastric, 2021-07-23
        HER2 negative on 2021-01-04 (IHC 0, stomach); positive on 2021-07-23 (IHC 3+, liver). Not known to be the same site: a difference between sites is not excluded.
        rests on Observation/b, Observation/a
        says prior-status negative, prior-status-date 2021-01-04, current-status positive, current-status-date 2021-07-23
        """);

    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void StatusChanged_ReReadSpecimen_IsNoBiologicalChange() =>
        Gastric()
            .Ihc("a", 0, 3, issued: 2, specimen: "Specimen/a")
            .Ihc("b", 0, 1, issued: 30, specimen: "Specimen/a")
            .Written("positive-to-negative", 40).ShouldBe("""
        High Active, day 30
        about Observation/a [Observation/a, Observation/b], Gastric, Condition/gastric, 2021-01-04
        HER2 of the specimen of 2021-01-04 (IHC 3+, IHC 1+) was read again: positive first, negative now. A re-read, not a biological change.
        rests on Observation/a, Observation/b
        says prior-status positive, prior-status-date 2021-01-04, current-status negative, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F01")]
    public void StatusChanged_PlasmaAlone_IsModerate() =>
        Gastric()
            .Plasma("a", 0, null, detected: true)
            .Plasma("b", 200, null, detected: false, fraction: 8)
            .Written("positive-to-negative", 220).ShouldBe("""
        Moderate Active, day 200
        about Observation/b [Observation/b], Gastric, Condition/gastric, 2021-07-23
        HER2 positive on 2021-01-04 (NGS amplified); negative on 2021-07-23 (NGS not amplified). Not known to be the same site: a difference between sites is not excluded.
        rests on Observation/b, Observation/a
        says prior-status positive, prior-status-date 2021-01-04, current-status negative, current-status-date 2021-07-23
        """);

    [Fact]
    [Trait("Row", "7/F04")]
    public void Equivocal_TreatedWithoutAnotherPositive_NamesTheDose() =>
        Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Doses(Trastuzumab, 20)
            .Written("equivocal-without-reflex", 40).ShouldBe("""
        High Active, day 14
        about Observation/a [Observation/a], Gastric, Condition/gastric, 2021-01-04
        HER2 equivocal on 2021-01-04 (IHC 2+); no in situ hybridisation of that specimen is on record. trastuzumab was given on 2021-01-24, and no other specimen of this tumour is positive.
        rests on Observation/a, MedicationAdministration/d20
        says current-status equivocal, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F04")]
    public void Equivocal_Untreated_RestsOnTheStainAlone() =>
        Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Written("equivocal-without-reflex", 40).ShouldBe("""
        Moderate Active, day 14
        about Observation/a [Observation/a], Gastric, Condition/gastric, 2021-01-04
        HER2 equivocal on 2021-01-04 (IHC 2+); no in situ hybridisation of that specimen is on record.
        rests on Observation/a
        says current-status equivocal, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F05")]
    public void Discordant_ThreeSpecimens_EachIsHeldAgainstThoseBeforeIt() =>
        Gastric()
            .Ihc("a", 0, 3, site: "stomach", specimen: "Specimen/a")
            .Ihc("c", 2, 2, specimen: "Specimen/c")
            .Ihc("b", 60, 0, site: "liver", specimen: "Specimen/b")
            .Written("discordant-specimens", 61).ShouldBe("""
        Low Active, day 2
        about Observation/c [Observation/c], Gastric, Condition/gastric, 2021-01-06
        Two specimens of one time disagree on HER2: positive on 2021-01-04 (IHC 3+, stomach), equivocal on 2021-01-06 (IHC 2+). No HER2-directed dose lies between them.
        rests on Observation/c, Observation/a
        says prior-status positive, prior-status-date 2021-01-04, current-status equivocal, current-status-date 2021-01-06
        Moderate Active, day 60
        about Observation/b [Observation/b], Gastric, Condition/gastric, 2021-03-05
        Two specimens of one time disagree on HER2: positive on 2021-01-04 (IHC 3+, stomach), negative on 2021-03-05 (IHC 0, liver). No HER2-directed dose lies between them.
        rests on Observation/b, Observation/a
        says prior-status positive, prior-status-date 2021-01-04, current-status negative, current-status-date 2021-03-05
        """);

    [Fact]
    [Trait("Row", "7/F05")]
    public void Discordant_ThreeAgainstTwo_IsLowUntilTreatmentBegins() =>
        Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 14, 2, issued: 20, specimen: "Specimen/b")
            .Doses(Trastuzumab, 40)
            .Written("discordant-specimens", 61).ShouldBe("""
        Low Resolved, day 20 to 40, treatment-began
        about Observation/b [Observation/b], Gastric, Condition/gastric, 2021-01-18
        Two specimens of one time disagree on HER2: positive on 2021-01-04 (IHC 3+), equivocal on 2021-01-18 (IHC 2+). No HER2-directed dose lies between them.
        rests on Observation/b, Observation/a
        says prior-status positive, prior-status-date 2021-01-04, current-status equivocal, current-status-date 2021-01-18
        """);

    [Fact]
    [Trait("Row", "7/F05")]
    public void Discordant_TissueNegativePlasmaAmplified_SaysWhichIsPlasma() =>
        Gastric()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Plasma("p", 30, null, detected: true)
            .Written("discordant-specimens", 61).ShouldBe("""
        Moderate Active, day 30
        about Observation/p [Observation/p], Gastric, Condition/gastric, 2021-02-03
        Two specimens of one time disagree on HER2: negative on 2021-01-04 (IHC 0), positive in plasma on 2021-02-03 (NGS amplified). No HER2-directed dose lies between them.
        rests on Observation/p, Observation/t
        says prior-status negative, prior-status-date 2021-01-04, current-status positive, current-status-date 2021-02-03
        """);

    [Fact]
    [Trait("Row", "7/F10")]
    public void CopyNumber_Fall_NamesBothNumbersAndTheProgression() =>
        Gastric()
            .Ihc("t", -30, 3, specimen: "Specimen/t")
            .Plasma("base", -10, 10m)
            .Every(Trastuzumab, 0, 84, 21)
            .Progression(100)
            .Plasma("pd", 105, 4m, fraction: 6)
            .Written("ctdna-erbb2-fall", 120).ShouldBe("""
        Moderate Active, day 105
        about Observation/pd [Observation/pd], Gastric, Condition/gastric, 2021-04-19
        ERBB2 copy number at progression below baseline; in one 24-patient series often acquired-resistance progressions looked so; not adjusted for tumour fraction. Baseline 10 on 2020-12-25, 4 on 2021-04-19, progression recorded on 2021-04-14, tumour fraction 6 %.
        rests on Observation/pd, Observation/pd100, Observation/base
        """);

    [Fact]
    [Trait("Row", "7/F10")]
    public void CopyNumber_Lost_SaysNotDetectedBesideItsNumber() =>
        Gastric()
            .Ihc("t", -30, 3, specimen: "Specimen/t")
            .Plasma("base", -10, null, detected: true)
            .Every(Trastuzumab, 0, 84, 21)
            .Progression(100)
            .Plasma("pd", 105, 1.9m, detected: false, fraction: 6)
            .Written("ctdna-erbb2-fall", 120).ShouldBe("""
        Moderate Active, day 105
        about Observation/pd [Observation/pd], Gastric, Condition/gastric, 2021-04-19
        ERBB2 copy number at progression below baseline; in one 24-patient series often acquired-resistance progressions looked so; not adjusted for tumour fraction. Baseline amplified on 2020-12-25, not detected (1.9) on 2021-04-19, progression recorded on 2021-04-14, tumour fraction 6 %.
        rests on Observation/pd, Observation/pd100, Observation/base
        """);

    [Fact]
    [Trait("Row", "7/F11")]
    public void CopyNumber_Rise_SaysThatTheTumourFractionIsNotStated() =>
        Gastric()
            .Ihc("t", -30, 3, specimen: "Specimen/t")
            .Plasma("base", -10, 10m)
            .Every(Trastuzumab, 0, 84, 21)
            .Progression(100)
            .Plasma("pd", 105, 13m, fraction: null)
            .Written("ctdna-erbb2-rise", 120).ShouldBe("""
        Moderate Active, day 105
        about Observation/pd [Observation/pd], Gastric, Condition/gastric, 2021-04-19
        ERBB2 copy number at progression above baseline; in one 24-patient series most intrinsic-resistance progressions looked so; not adjusted for tumour fraction. Baseline 10 on 2020-12-25, 13 on 2021-04-19, progression recorded on 2021-04-14, tumour fraction not stated.
        rests on Observation/pd, Observation/pd100, Observation/base
        """);

    [Fact]
    [Trait("Row", "7/F12")]
    public void Mismatch_ProteinAgainstGene_IsSaidFromTheLaterResultOn() =>
        Gastric()
            .Ihc("a", 0, 1, site: "stomach", specimen: "Specimen/a")
            .Ish("i", 0, true, issued: 9, specimen: "Specimen/a")
            .Written("ihc-ish-mismatch", 20).ShouldBe("""
        Moderate Active, day 9
        about Observation/a [Observation/a, Observation/i], Gastric, Condition/gastric, 2021-01-04
        HER2 of the specimen of 2021-01-04 (IHC 1+, ISH amplified, stomach): protein and gene results contradict each other. Read as negative.
        rests on Observation/a, Observation/i
        says current-status negative, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F12")]
    public void Mismatch_CallAgainstCounts_SaysWhatTheCountsReadAs() =>
        Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ish("i", 0, true, specimen: "Specimen/a")
            .Ratio("r", 0, 1.2m, specimen: "Specimen/a")
            .Written("ihc-ish-mismatch", 20).ShouldBe("""
        Moderate Active, day 0
        about Observation/a [Observation/a, Observation/i, Observation/r], Gastric, Condition/gastric, 2021-01-04
        HER2 of the specimen of 2021-01-04 (IHC 2+, ISH amplified, ISH ratio 1.2): the laboratory's call on the gene and its own counts contradict each other. Read as positive, as the laboratory states; its results alone read as negative.
        rests on Observation/a, Observation/i, Observation/r
        says current-status positive, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F12")]
    public void Mismatch_ScoreAgainstWords_IsReadAsIndeterminate() =>
        Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Assayed(Assay("w", 0, AssayMethod.Ihc, new AssayResult
            .Stated(Negative), specimen: "Specimen/a"))
            .Written("ihc-ish-mismatch", 20).ShouldBe("""
        Moderate Active, day 0
        about Observation/a [Observation/a, Observation/w], Gastric, Condition/gastric, 2021-01-04
        HER2 of the specimen of 2021-01-04 (IHC 3+, IHC stated negative): the IHC score and the stated IHC status contradict each other. Read as indeterminate.
        rests on Observation/a, Observation/w
        says current-status indeterminate, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F12")]
    public void Mismatch_ConclusionAgainstTable_SaysWhatTheResultsReadAs() =>
        Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Stated("a", 0, Negative)
            .Written("ihc-ish-mismatch", 20).ShouldBe("""
        Moderate Active, day 0
        about Observation/a [Observation/a], Gastric, Condition/gastric, 2021-01-04
        HER2 of the specimen of 2021-01-04 (HER2 stated negative, IHC 3+): the laboratory's conclusion and its own results contradict each other. Read as negative, as the laboratory states; its results alone read as positive.
        rests on Observation/a
        says current-status negative, current-status-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F12")]
    public void Mismatch_LaterSpecimen_EndsItWhenItBecameKnown() =>
        Gastric()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Ish("i", 0, true, specimen: "Specimen/a")
            .Ihc("z", 30, 0, issued: 33, specimen: "Specimen/z")
            .Written("ihc-ish-mismatch", 40).ShouldBe("""
        Moderate Resolved, day 0 to 33, superseded
        about Observation/a [Observation/a, Observation/i], Gastric, Condition/gastric, 2021-01-04
        HER2 of the specimen of 2021-01-04 (IHC 1+, ISH amplified): protein and gene results contradict each other. Read as negative.
        rests on Observation/a, Observation/i
        says current-status negative, current-status-date 2021-01-04
        """);

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
        about Observation/x [], Gastric, Condition/gastric, 2021-01-04
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
        about Observation/a [], Gastric, Condition/gastric, 2021-01-04
        HER2 results that differ have dates of which neither is later: positive on 2021-01-04 (IHC 3+); negative on 2021-01-04 (IHC 0).
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
        HER2 of the specimen of 2021-01-04 (IHC 0, IHC 3+) was read negative first and positive later. No HER2-directed dose and no active order for one since then is on record.
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

    [Fact]
    [Trait("Row", "7/F28")]
    public void NotAssessable_DiagnosisInPlaceOfAResult_IsSaidOnceATestCouldHaveReported() =>
        Gastric()
            .Doses(Trastuzumab, 10, 31)
            .Add(new StatedByConditionFact { Source = new("Condition", "k", "1", "code"), When = Day(-2), Status = Positive, Label = "HER2 positive carcinoma" })
            .Written("not-assessable", 60).ShouldBe("""
        Moderate Active, day 24
        about Condition/k [Condition/k], Gastric, no condition, 2021-01-02
        A diagnosis names a HER2 status (HER2 positive carcinoma), and no HER2 result is on record. trastuzumab was given on 2021-01-14.
        rests on Condition/k, MedicationAdministration/d10
        says trastuzumab-last-date 2021-01-14
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-3);
}
