using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F18")]
public sealed class ContradictoryCodingRuleTests
{
    private const string Code = ContradictoryCodingRule.Code;

    [Theory]
    [InlineData("text-not-read", 1)]
    [InlineData("value-not-read", 1)]
    [InlineData("other-marker", 1)]
    [InlineData("pending", 0)]
    [InlineData("result-without-value", 0)]
    [InlineData("attachment-not-read", 0)]
    public void Evaluate_Gap_FiresWhereTheCodingIsAtFault(string gap, int expected) =>
        new PatientBuilder().Gastric().Gap(gap, 10).Episodes(Code, 10).Length.ShouldBe(expected);

    [Fact]
    public void Evaluate_Gap_IsLowFromItsDay()
    {
        var patient = new PatientBuilder().Gastric().Gap("text-not-read", 10);

        patient.Episodes(Code, 9).ShouldBeEmpty();
        patient.Episodes(Code, 11).ShouldBe(["low active 10"]);
        patient.Episodes(Code, 400).ShouldBe(["low resolved 10 to 376 historical"]);
    }

    [Fact]
    public void Evaluate_UndatedGap_IsUndetermined() =>
        new PatientBuilder().Gastric().Gap("text-not-read", null).Unanswered(ContradictoryCodingRule.Id, 10).ShouldBe(["unreadable-and-undated"]);

    [Fact]
    public void Evaluate_ConflictWithoutTreatment_IsLow() =>
        Conflict().Episodes(Code, 60).ShouldBe(["low active 10"]);

    [Theory]
    [InlineData(29, "low active 10")]
    [InlineData(30, "high active 10")]
    public void Evaluate_ConflictInTheDecidingResult_IsHighFromTheDose(int day, string expected) =>
        Conflict().Doses(Trastuzumab, 30).Episodes(Code, day).ShouldBe([expected]);

    [Theory]
    [InlineData(-32, "high active 10")]
    [InlineData(-33, "low active 10")]
    public void Evaluate_CourseRunningWhenItBecameKnown_IsHigh(int dose, string expected) =>
        Conflict().Doses(Trastuzumab, dose).Episodes(Code, 12).ShouldBe([expected]);

    [Fact]
    public void Evaluate_ConflictBesideADeterminateReading_DecidesNothing() =>
        Conflict().Ihc("i", 10, 3, specimen: "Specimen/s").Doses(Trastuzumab, 30).Episodes(Code, 60).ShouldBe(["low active 10"]);

    [Fact]
    public void Evaluate_LaterDeterminateResult_Clears() =>
        Conflict().Ihc("i", 20, 0, specimen: "Specimen/t").Doses(Trastuzumab, 30).Episodes(Code, 60).ShouldBe(["low resolved 10 to 20 reassessed"]);

    [Fact]
    [Trait("Row", "4e/partial-dates")]
    public void Evaluate_DatesOverlapAndResultsDiffer_IsLow()
    {
        var month = Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/b") with { When = Month(2021, 7) };
        var patient = new PatientBuilder().Gastric().Ihc("a", 190, 3, specimen: "Specimen/a").Assayed(month);

        patient.Episodes(Code, 300).ShouldBe(["low active 190"]);
        patient.Ihc("c", 250, 0, specimen: "Specimen/c").Episodes(Code, 300).ShouldBe(["low resolved 190 to 250 reassessed"]);
    }

    [Fact]
    [Trait("Row", "4e/partial-dates")]
    public void Evaluate_DatesOverlapAndResultsAgree_IsSilent()
    {
        var month = Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/b") with { When = Month(2021, 7) };

        new PatientBuilder().Gastric().Ihc("a", 190, 3, specimen: "Specimen/a").Assayed(month).Episodes(Code, 300).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Her2Status.Indeterminate, 1)]
    [InlineData(Her2Status.Negative, 0)]
    public void Evaluate_DiagnosisOfBothPolarities_IsLow(Her2Status status, int expected) =>
        new PatientBuilder().Breast().Add(new StatedByConditionFact
        {
            Source = new SourceRef("Condition", "c", "1", "Condition.code"),
            When = Day(10),
            Status = status,
            Label = "HER2 gene amplification detected",
        }).Episodes(Code, 20).Length.ShouldBe(expected);

    [Fact]
    public void Evaluate_UndatedDiagnosisOfBothPolarities_IsUndetermined()
    {
        var patient = new PatientBuilder().Breast().Add(new StatedByConditionFact
        {
            Source = new SourceRef("Condition", "c", "1", "Condition.code"),
            Status = Her2Status.Indeterminate,
            Label = "HER2 gene amplification detected",
        });

        patient.Episodes(Code, 20).ShouldBeEmpty();
        patient.Unanswered(ContradictoryCodingRule.Id, 20).ShouldBe(["unreadable-and-undated"]);
    }

    /// <summary>Stomach and breast; the dose names neither.</summary>
    [Theory]
    [InlineData(29, "low active 10")]
    [InlineData(30, "high active 10")]
    public void Evaluate_ConflictAndADoseOfOneOfTwoTumours_IsHighFromTheDose(int day, string expected) =>
        OfTwoTumours().Doses(Trastuzumab, 30).Episodes(Code, day).ShouldBe([expected]);

    [Fact]
    public void Evaluate_ConflictAndADoseForTheOtherTumour_IsLow() =>
        OfTwoTumours().Add(new TherapyFact
        {
            Source = new SourceRef("MedicationAdministration", "d", "1", "MedicationAdministration"),
            When = Day(30),
            Drug = Trastuzumab,
            WasGiven = true,
            Conditions = [new ResourceKey("Condition/breast")],
        }).Episodes(Code, 40).ShouldBe(["low active 10"]);

    private static PatientBuilder OfTwoTumours() => new PatientBuilder().Gastric(day: -10).Breast().Assayed(
        Assay("x", 10, AssayMethod.Overall, new AssayResult.Inconclusive("contradictory-coding"), specimen: "Specimen/s") with
        {
            Conditions = [new ResourceKey("Condition/gastric")],
        });

    /// <summary>Of an earlier month, known last, and first in the alphabet: still the same flag.</summary>
    [Fact]
    public void Evaluate_ThirdTiedResult_JoinsTheFlagAndMovesNeitherBeginningNorName()
    {
        var before = Tie().Flags(Code, 30).ShouldHaveSingleItem();
        var after = Tie().Assayed(Assay("a", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: 25, specimen: "Specimen/a") with { When = Month(2021, 1) })
            .Flags(Code, 30).ShouldHaveSingleItem();

        (after.Anchor, after.Start, after.Effective).ShouldBe((before.Anchor, before.Start, before.Effective));
        after.Evidence.Count.ShouldBe(3);
        after.AnchorMembers.ShouldContain("Observation/a");
    }

    [Fact]
    public void Evaluate_TiesOfTwoTimes_AreTwoFlags() =>
        Tie().Ihc("u", 200, 3, specimen: "Specimen/u").Ihc("v", 200, 0, specimen: "Specimen/v").Episodes(Code, 200)
            .ShouldBe(["low resolved 10 to 200 reassessed", "low active 200"]);

    private static PatientBuilder Tie() => new PatientBuilder().Gastric()
        .Ihc("m", 10, 3, specimen: "Specimen/m").Ihc("n", 10, 0, specimen: "Specimen/n");

    private static PatientBuilder Conflict() => new PatientBuilder().Breast()
        .Assayed(Assay("x", 10, AssayMethod.Overall, new AssayResult.Inconclusive("contradictory-coding"), specimen: "Specimen/s"));

    [Theory]
    [InlineData(29, "low active 10")]
    [InlineData(30, "high active 10")]
    public void Evaluate_ResultsOfOneSpecimenIssuedAtOnceDiffer_IsAsAConflict(int day, string expected) =>
        Twice().Doses(Trastuzumab, 30).Episodes(Code, day).ShouldBe([expected]);

    [Fact]
    public void Evaluate_ResultsIssuedAtOnceAndALaterOneOfTheSpecimen_Resolves()
    {
        var patient = Twice().Ihc("c", 5, 3, issued: 40, specimen: "Specimen/s");

        patient.Episodes(Code, 39).ShouldBe(["low active 10"]);
        patient.Episodes(Code, 41).ShouldBe(["low resolved 10 to 40 reassessed"]);
        patient.AsOf(41).Flags.Single(static flag => flag.Code == Code).Evidence.Select(static source => source.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Evaluate_OneOfTheTwoCorrected_IsNoConflict() =>
        new PatientBuilder().Gastric().Ihc("a", 5, 3, issued: 10, specimen: "Specimen/s")
            .Assayed(Assay("b", 5, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 10, specimen: "Specimen/s") with { Standing = FactStanding.Amended })
            .Episodes(Code, 60).ShouldBeEmpty();

    private static PatientBuilder Twice() =>
        new PatientBuilder().Gastric().Ihc("a", 5, 3, issued: 10, specimen: "Specimen/s").Ihc("b", 5, 0, issued: 10, specimen: "Specimen/s");

    /// <summary>The laboratory's value drives the status; what stands beside it says the opposite.</summary>
    [Fact]
    public void Evaluate_ContradictionBesideTheValueThatDrivesTheStatus_IsHighWhileTreated()
    {
        var beside = Assay("p", 0, AssayMethod.Ihc, new AssayResult.Inconclusive("contradictory-coding"), specimen: "Specimen/p");
        var patient = new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p")
            .Assayed(beside with { Source = beside.Source with { Path = "Observation.interpretation" } });

        patient.Episodes(ContradictoryCodingRule.Code, 20).ShouldBe(["low active 0"]);
        patient.Doses(Trastuzumab, 20).Episodes(ContradictoryCodingRule.Code, 20).ShouldBe(["high active 0"]);
    }

    /// <summary>The report goes out after the result it holds: what it says otherwise is no second reading, and nobody picks one.</summary>
    [Theory]
    [InlineData(FactStanding.Final, true, 15, true)]
    [InlineData(FactStanding.Amended, true, 15, false)]
    [InlineData(FactStanding.Final, false, 15, false)]
    [InlineData(FactStanding.Final, false, 11, false)]
    public void Evaluate_WordsIssuedAfterTheCodedResult_AreAConflictWhereTheReportHoldsIt(FactStanding standing, bool holds, int issued, bool conflict)
    {
        var patient = WordsAgainstCode(standing, holds, Instant(issued));

        patient.Episodes(ContradictoryCodingRule.Code, 30).Length.ShouldBe(1);
        patient.Episodes(StatusChangedRule.NegativeToPositive, 30).Length.ShouldBe(conflict ? 0 : 1);
        patient.AsOf(30).History.Status.Status.ShouldBe(conflict ? Her2Status.Indeterminate : Her2Status.Positive);
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    [InlineData(-23, true)]
    [InlineData(-24, false)]
    public void Evaluate_WordsIssuedWithinADayOfTheCodedResult_AreAConflict(int hours, bool conflict) =>
        WordsAgainstCode(FactStanding.Amended, holds: false, Instant(10).AddHours(hours)).AsOf(30).History.Status.Status
            .ShouldBe(conflict ? Her2Status.Indeterminate : hours > 0 ? Her2Status.Positive : Her2Status.Negative);

    /// <summary>Negative by code, issued on day 10; 3+ in the words of a report.</summary>
    private static PatientBuilder WordsAgainstCode(FactStanding standing, bool holds, DateTimeOffset issued)
    {
        var report = new SourceRef("DiagnosticReport", "r", "1", "DiagnosticReport.conclusion");
        var words = Assay("t", 5, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/s") with
        {
            Source = report,
            IsNarrative = true,
            Standing = standing,
            Issued = issued,
        };
        return new PatientBuilder().Gastric().Ihc("c", 5, 0, issued: 10, specimen: "Specimen/s").Assayed(words)
            .Add(new ReportFact { Source = report with { Path = "DiagnosticReport" }, When = Day(5), Results = holds ? [new ResourceKey("Observation/c")] : [] });
    }

    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, false)]
    public void Evaluate_ScoreInWordsAgainstTheCodedScore_IsSaidWhereTheyDiffer(int words, int coded, bool said) =>
        new PatientBuilder().Gastric().Ihc("c", 0, coded, specimen: "Specimen/s")
            .Assayed(Assay("t", 0, AssayMethod.Ihc, new AssayResult.Ihc(words), specimen: "Specimen/s") with { IsNarrative = true })
            .Episodes(ContradictoryCodingRule.Code, 5).Length.ShouldBe(said ? 1 : 0);
}
