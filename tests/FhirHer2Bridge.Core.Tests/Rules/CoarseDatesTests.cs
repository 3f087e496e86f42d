using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>
/// A month or a year instead of a day: where it leaves open what came first, no rule takes the reading that lets it be silent. April
/// 2021 begins on day 87, May on day 117, June on day 148.
/// </summary>
[Trait("Row", "4e/partial-dates")]
public sealed class CoarseDatesTests
{
    [Fact]
    public void Flag_RestsOnADateWithoutADay_SaysSo() =>
        Positive().Every(Trastuzumab, 20, 62, 21)
            .Assayed(Assay("n", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/n") with { When = Month(2021, 9) })
            .AsOf(300).Flags.Single(static flag => flag.Code == "positive-to-negative").Text.ShouldContain("2021-09 [day not known] (IHC 0)");

    [Theory]
    [InlineData(2021, "order-of-test-and-surgery", "")]
    [InlineData(2020, "", "moderate active")]
    [InlineData(2022, "", "moderate resolved")]
    public void AfterSurgery_BiopsyDatedByYear_SatisfiesOnlyWhereItCertainlyCameLater(int year, string undetermined, string flag)
    {
        var patient = Operated().Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/b") with { When = Year(year) });

        string.Join('|', patient.Unanswered(NoRetestAfterSurgeryRule.Id, 400)).ShouldBe(undetermined);
        patient.Said(NoRetestAfterSurgeryRule.Code, 400).ShouldBe(flag);
    }

    /// <summary>Issued before the operation: it was taken before.</summary>
    [Fact]
    public void AfterSurgery_BiopsyOfThatYearIssuedBefore_IsOfNoUse() =>
        Operated().Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: 40, specimen: "Specimen/b") with { When = Year(2021) })
            .Said(NoRetestAfterSurgeryRule.Code, 170).ShouldBe("moderate active");

    [Fact]
    public void AfterSurgery_SurgeryDatedByMonthAndTestInIt_IsUndetermined() =>
        Treated().Add(Surgery(Month(2021, 5))).Ihc("r", 120, 0, specimen: "Specimen/r").Unanswered(NoRetestAfterSurgeryRule.Id, 170)
            .ShouldBe(["order-of-test-and-surgery"]);

    [Fact]
    public void AfterSurgery_LastDoseDatedByYear_IsUndetermined() =>
        Positive().Add(Course(Day(-60), Year(2021))).Add(Surgery(Day(250))).Unanswered(NoRetestAfterSurgeryRule.Id, 300)
            .ShouldBe(["dose-dates-too-coarse"]);

    /// <summary>The second test is of the month in which the disease progressed: before it or after it.</summary>
    [Theory]
    [InlineData(null, 160)]
    [InlineData(170, 171)]
    public void Reassessment_NextTestDatedByMonthAroundTheProgression_IsUndetermined(int? issued, int day)
    {
        var patient = Positive().Every(Trastuzumab, 10, 157, 21).Progression(125)
            .Assayed(Assay("t", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: issued, specimen: "Specimen/t") with { When = Month(2021, 5) });

        patient.Unanswered(TrastuzumabWithoutReassessmentRule.Id, day).ShouldBe(["order-of-test-and-progression"]);
        patient.Said(TrastuzumabWithoutReassessmentRule.Code, day).ShouldBeEmpty();
    }

    [Fact]
    public void Reassessment_TestAfterOneThatLeftItOpen_Resolves() =>
        Positive().Every(Trastuzumab, 10, 157, 21).Progression(125)
            .Assayed(Assay("t", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 170, specimen: "Specimen/t") with { When = Month(2021, 5) })
            .Ihc("u", 172, 3, specimen: "Specimen/u")
            .Episodes(TrastuzumabWithoutReassessmentRule.Code, 175).ShouldBe(["high resolved 168 to 172 reassessed"]);

    /// <summary>A course "from March 2021 to 2021": whether it reaches the limit on day 181 nobody knows.</summary>
    [Fact]
    public void Reassessment_CourseEndDatedByYear_IsUndetermined()
    {
        var patient = Positive().Add(Course(Day(60), Year(2021)));

        patient.Unanswered(TrastuzumabWithoutReassessmentRule.Id, 180).ShouldBeEmpty();
        patient.AsOf(180).NextDue.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(Instant(181));
        patient.Unanswered(TrastuzumabWithoutReassessmentRule.Id, 182).ShouldBe(["dose-dates-too-coarse"]);
        patient.Said(TrastuzumabWithoutReassessmentRule.Code, 182).ShouldBeEmpty();
    }

    /// <summary>The course began before the test and ended in the year of it.</summary>
    [Fact]
    public void Reassessment_CourseFromBeforeTheTestEndingInItsYear_IsUndetermined() =>
        new PatientBuilder().Gastric().Ihc("p", 20, 3, specimen: "Specimen/p").Add(Course(Day(-30), Year(2021)))
            .Unanswered(TrastuzumabWithoutReassessmentRule.Id, 205).ShouldBe(["dose-dates-too-coarse"]);

    [Fact]
    public void AfterNegative_CourseEndDatedByMonth_StaysOpenUntilItIsCertainlyOver()
    {
        var patient = new PatientBuilder().Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Add(Course(Day(60), Month(2021, 4)));

        patient.Episodes(DrugAfterNegativeRule.Code, 129).ShouldBe(["high active 60"]);
        patient.Unanswered(DrugAfterNegativeRule.Id, 129).ShouldBeEmpty();
        patient.AsOf(129).NextDue.ShouldBe(Instant(130));
        patient.Episodes(DrugAfterNegativeRule.Code, 130).ShouldBe(["high active 60"]);
        patient.Unanswered(DrugAfterNegativeRule.Id, 130).ShouldBe(["dose-dates-too-coarse"]);
        patient.Episodes(DrugAfterNegativeRule.Code, 160).ShouldBe(["high resolved 60 to 159 treatment-stopped"]);
    }

    [Fact]
    public void NewLine_ProgressionDatedByMonthAndTestInIt_IsUndetermined()
    {
        var patient = Treated().Add(Worse(Month(2021, 5))).Ihc("t", 118, 3, specimen: "Specimen/t").Doses(Deruxtecan, 160);

        patient.Unanswered(NewHer2LineRule.Id, 180).ShouldBe(["order-of-test-and-progression"]);
        patient.Said(NewHer2LineRule.Code, 180).ShouldBeEmpty();
    }

    [Fact]
    public void NewLine_FirstDoseDatedByTheMonthOfTheProgression_IsUndetermined() =>
        Treated().Progression(130).DoseInMonth(Deruxtecan, 2021, 5).Unanswered(NewHer2LineRule.Id, 180).ShouldBe(["order-of-dose-and-progression"]);

    [Fact]
    public void NewLine_OldCourseEndDatedByYear_IsUndetermined() =>
        Positive().Add(Course(Day(-30), Year(2021))).Progression(150).Doses(Deruxtecan, 170).Unanswered(NewHer2LineRule.Id, 190)
            .ShouldBe(["order-of-dose-and-progression"]);

    [Fact]
    public void BeyondProgression_TestInTheMonthOfTheProgression_IsUndetermined() =>
        Treated().Add(Worse(Month(2021, 5))).Ihc("t", 118, 3, specimen: "Specimen/t").Doses(Trastuzumab, 136, 157, 178)
            .Unanswered(BeyondProgressionRule.Id, 180).ShouldBe(["order-of-test-and-progression"]);

    [Fact]
    public void BeyondProgression_WhetherItWasOnTheDrugIsOpen_IsUndetermined() =>
        Positive().Add(Course(Day(-30), Year(2021))).Progression(150).Doses(Trastuzumab, 400).Unanswered(BeyondProgressionRule.Id, 410)
            .ShouldBe(["order-of-dose-and-progression"]);

    [Fact]
    public void WithoutRetest_TestDatedByYear_IsUndetermined()
    {
        var patient = Positive().Progression(150)
            .Assayed(Assay("t", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/t") with { When = Year(2021) });

        patient.Unanswered(ProgressionWithoutRetestRule.Id, 195).ShouldBe(["order-of-test-and-progression"]);
        patient.Said(ProgressionWithoutRetestRule.Code, 195).ShouldBeEmpty();
    }

    [Fact]
    public void WithoutRetest_DoseInTheMonthOfTheProgression_IsUndetermined() =>
        Positive().Progression(130).DoseInMonth(Trastuzumab, 2021, 5).Unanswered(ProgressionWithoutRetestRule.Id, 175)
            .ShouldBe(["order-of-dose-and-progression"]);

    private static ClinicalTime Year(int year)
    {
        var start = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new ClinicalTime(start, start.AddYears(1), TimePrecision.Year, FormattableString.Invariant($"{year}"));
    }

    private static PatientBuilder Positive() => new PatientBuilder().Gastric(-100).Ihc("p", 0, 3, specimen: "Specimen/p");

    private static PatientBuilder Treated() => Positive().Every(Trastuzumab, 10, 115, 21);

    private static PatientBuilder Operated() => Treated().Add(Surgery(Day(130)));

    private static SurgeryFact Surgery(ClinicalTime when) => new()
    {
        Source = new SourceRef("Procedure", "op", "1", "Procedure"),
        When = when,
        Label = "Gastrectomy",
        Tumour = TumourKind.Gastric,
    };

    private static ProgressionFact Worse(ClinicalTime when) =>
        new() { Source = new SourceRef("Observation", "pd", "1", "Observation"), When = when, Label = "worsened" };

    private static TherapyFact Course(ClinicalTime from, ClinicalTime to) => new()
    {
        Source = new SourceRef("MedicationAdministration", "course", "1", "MedicationAdministration"),
        When = from,
        CourseEnd = to,
        Drug = Trastuzumab,
        WasGiven = true,
    };
}
