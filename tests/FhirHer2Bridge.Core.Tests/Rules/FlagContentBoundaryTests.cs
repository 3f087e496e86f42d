using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>What a clinician is told, whole: since when, about what, in which words, resting on what.</summary>
public sealed partial class FlagContentBoundaryTests
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
        HER2 positive on 2021-01-04 (IHC 3+, stomach); negative on 2021-07-23 (IHC 0, Stomach). HER2-directed treatment between them: trastuzumab 2 times. Recent exposure: trastuzumab on 2021-02-04, within 7 months before the later sample.
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
        Ended on 2021-10-31: the former status returned. Until then: HER2 negative on 2021-01-04 (IHC 0, stomach); positive on 2021-07-23 (IHC 3+, liver). Not known to be the same site: a difference between sites is not excluded.
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
        HER2 in plasma positive on 2021-01-04 (NGS amplified); negative on 2021-07-23 (NGS not amplified).
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
        Ended on 2021-02-13: HER2-directed treatment began or was ordered. Until then: Two specimens of one time disagree on HER2: positive on 2021-01-04 (IHC 3+), equivocal on 2021-01-18 (IHC 2+). No HER2-directed dose lies between them.
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
        Ended on 2021-02-06: a later finding took its place. Until then: HER2 of the specimen of 2021-01-04 (IHC 1+, ISH amplified): protein and gene results contradict each other. Read as negative.
        rests on Observation/a, Observation/i
        says current-status negative, current-status-date 2021-01-04
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-3);
}
