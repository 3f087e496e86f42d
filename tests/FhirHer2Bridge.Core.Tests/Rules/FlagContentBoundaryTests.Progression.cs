using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class FlagContentBoundaryTests
{
    [Fact]
    [Trait("Row", "7/F06")]
    public void NewLine_OldLineGoesOnAfterTheProgression_NamesTheDoseBeforeIt() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 31, 52)
            .Progression(40)
            .Ihc("u", 40, 3, issued: 100, specimen: "Specimen/u")
            .Doses(Deruxtecan, 73)
            .Written("new-her2-line-without-retest", 110).ShouldBe("""
        High Resolved, day 88 to 100, reassessed
        about MedicationAdministration/d73 [MedicationAdministration/d73], Gastric, Condition/gastric, 2021-03-18
        Ended on 2021-04-14: a HER2 result became known. Until then: Progression was recorded on 2021-02-13 under trastuzumab; a line with trastuzumab deruxtecan began on 2021-03-18 without a HER2 result from after the progression on record. Last HER2 result: positive on 2021-01-04 (IHC 3+).
        rests on MedicationAdministration/d73, Observation/pd40, MedicationAdministration/d31, Observation/t
        says trastuzumab-first-date 2021-03-18, last-assessment-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F06")]
    public void NewLine_DoseOnTheDayOfTheProgression_IsTheOneBeforeIt() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 40)
            .Progression(40)
            .Doses(Deruxtecan, 73)
            .Written("new-her2-line-without-retest", 90).ShouldBe("""
        High Active, day 88
        about MedicationAdministration/d73 [MedicationAdministration/d73], Gastric, Condition/gastric, 2021-03-18
        Progression was recorded on 2021-02-13 under trastuzumab; a line with trastuzumab deruxtecan began on 2021-03-18 without a HER2 result from after the progression on record. Last HER2 result: positive on 2021-01-04 (IHC 3+).
        rests on MedicationAdministration/d73, Observation/pd40, MedicationAdministration/d40, Observation/t
        says trastuzumab-first-date 2021-03-18, last-assessment-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F06")]
    public void NewLine_NeverTested_NamesNoResult() =>
        Gastric()
            .Doses(Trastuzumab, 10, 31)
            .Progression(40)
            .Doses(Deruxtecan, 73)
            .Written("new-her2-line-without-retest", 90).ShouldBe("""
        High Active, day 88
        about MedicationAdministration/d73 [MedicationAdministration/d73], Gastric, Condition/gastric, 2021-03-18
        Progression was recorded on 2021-02-13 under trastuzumab; a line with trastuzumab deruxtecan began on 2021-03-18 without a HER2 result from after the progression on record.
        rests on MedicationAdministration/d73, Observation/pd40, MedicationAdministration/d31
        says trastuzumab-first-date 2021-03-18
        """);

    [Fact]
    [Trait("Row", "7/F08")]
    public void Progression_TreatedOnItsDay_NamesTheDoseAndTheTestBefore() =>
        Gastric()
            .Ihc("t", 0, 2, specimen: "Specimen/t")
            .Ish("i", 0, true, specimen: "Specimen/t")
            .Assayed(Assay("p", 8, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/p") with { Standing = FactStanding.Preliminary })
            .Doses(Trastuzumab, 10, 50)
            .Progression(50)
            .Ihc("u", 50, 0, issued: 120, specimen: "Specimen/u")
            .Written("progression-without-retest", 130).ShouldBe("""
        Moderate Resolved, day 93 to 120, reassessed
        about Observation/pd50 [Observation/pd50], Gastric, Condition/gastric, 2021-02-23
        Ended on 2021-05-04: a HER2 result became known. Until then: worsened on 2021-02-23; no HER2 test of this tumour from then on is on record. The last HER2-directed dose was on 2021-02-23. Last HER2 result positive on 2021-01-04 (IHC 2+, ISH amplified).
        rests on Observation/pd50, MedicationAdministration/d50, Observation/i, Observation/t
        says last-assessment-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F08")]
    public void Progression_TreatedUntilTheDayBefore_NamesNoDose() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 10, 49)
            .Progression(50)
            .Written("progression-without-retest", 130).ShouldBe("""
        Moderate Active, day 92
        about Observation/pd50 [Observation/pd50], Gastric, Condition/gastric, 2021-02-23
        worsened on 2021-02-23; no HER2 test of this tumour from then on is on record, and no HER2-directed dose. Last HER2 result positive on 2021-01-04 (IHC 3+).
        rests on Observation/pd50, Observation/t
        says last-assessment-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F08")]
    public void Progression_InACourseOfOneRecord_NamesItsEnd() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 10, 80)
            .Progression(50)
            .Written("progression-without-retest", 130).ShouldBe("""
        Moderate Active, day 123
        about Observation/pd50 [Observation/pd50], Gastric, Condition/gastric, 2021-02-23
        worsened on 2021-02-23; no HER2 test of this tumour from then on is on record. The last HER2-directed dose was on 2021-03-25. Last HER2 result positive on 2021-01-04 (IHC 3+).
        rests on Observation/pd50, MedicationAdministration/course, Observation/t
        says last-assessment-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F08")]
    public void Progression_TreatedAgainAndStopped_IsNamedByTheDoseToo() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Progression(50)
            .Doses(Trastuzumab, 100)
            .Written("progression-without-retest", 150).ShouldBe("""
        Moderate Resolved, day 92 to 100, treatment-began
        about Observation/pd50 [Observation/pd50], Gastric, Condition/gastric, 2021-02-23
        Ended on 2021-04-14: HER2-directed treatment began or was ordered. Until then: worsened on 2021-02-23; no HER2 test of this tumour from then on is on record, and no HER2-directed dose. Last HER2 result positive on 2021-01-04 (IHC 3+).
        rests on Observation/pd50, Observation/t
        says last-assessment-date 2021-01-04
        Moderate Active, day 143
        about Observation/pd50+MedicationAdministration/d100 [], Gastric, Condition/gastric, 2021-02-23
        worsened on 2021-02-23; no HER2 test of this tumour from then on is on record. The last HER2-directed dose was on 2021-04-14. Last HER2 result positive on 2021-01-04 (IHC 3+).
        rests on Observation/pd50, MedicationAdministration/d100, Observation/t
        says last-assessment-date 2021-01-04
        """);

    [Fact]
    [Trait("Row", "7/F09")]
    public void Beyond_TwoCourses_OnlyTheFirstIsNamedByTheProgressionAlone() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 0, 60)
            .Progression(20)
            .Doses(Trastuzumab, 110)
            .Written("trastuzumab-beyond-progression", 115).ShouldBe("""
        Moderate Resolved, day 49 to 103, treatment-stopped
        about Observation/pd20 [Observation/pd20], Gastric, Condition/gastric, 2021-01-04
        Ended on 2021-04-17: no dose for longer than a course gap. Until then: Progression was recorded on 2021-01-24; a course of trastuzumab begun on 2021-01-04 went on after it. No positive HER2 test from after the progression is on record.
        rests on MedicationAdministration/course, Observation/pd20
        says trastuzumab-first-date 2021-01-04
        Moderate Active, day 110
        about Observation/pd20+MedicationAdministration/d110 [], Gastric, Condition/gastric, 2021-04-24
        Progression was recorded on 2021-01-24; trastuzumab was given on 2021-04-24. No positive HER2 test from after the progression is on record.
        rests on MedicationAdministration/d110, Observation/pd20
        says trastuzumab-first-date 2021-04-24
        """);

    [Fact]
    [Trait("Row", "7/F02")]
    public void Reassessment_CourseOfOneRecord_NamesItsEndAndTheProgressionOnTheDayItTurnsHigh() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 10, 190)
            .Progression(139)
            .Flags("trastuzumab-without-reassessment", 200)[0].Text.ShouldBe(
            "Last HER2 result positive on 2021-01-04 (IHC 3+); "
            + "since then trastuzumab once up to 2021-07-13 without a new HER2 result on record. Progression was recorded on 2021-05-23.");

    [Fact]
    [Trait("Row", "7/F02")]
    public void Reassessment_DoseOnTheDayItBegins_IsCounted() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Doses(Trastuzumab, 150, 181, 200)
            .Written("trastuzumab-without-reassessment", 210).ShouldBe("""
        Moderate Active, day 181
        about Observation/t [Observation/t], Gastric, Condition/gastric, 2021-07-04
        Last HER2 result positive on 2021-01-04 (IHC 3+); since then trastuzumab 2 times up to 2021-07-04 without a new HER2 result on record.
        rests on Observation/t, MedicationAdministration/d181, MedicationAdministration/d150
        says last-assessment-date 2021-01-04, trastuzumab-first-date 2021-06-03, trastuzumab-last-date 2021-07-04, administrations-since-assessment 2
        """);

    [Fact]
    [Trait("Row", "7/F23")]
    public void Restart_OtherRecordsBetween_NamesTheDoseBefore() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Course(Trastuzumab, 0, 60)
            .Doses(Trastuzumab, 30, 200)
            .Written("restart-after-gap", 205).ShouldBe("""
        Moderate Active, day 200
        about MedicationAdministration/d200 [MedicationAdministration/d200], Gastric, Condition/gastric, 2021-07-23
        trastuzumab was given on 2021-07-23; the dose before it on record is trastuzumab on 2021-03-05. No HER2 result from between them is on record.
        rests on MedicationAdministration/d200, MedicationAdministration/course
        says trastuzumab-first-date 2021-07-23, trastuzumab-last-date 2021-03-05
        """);
}
