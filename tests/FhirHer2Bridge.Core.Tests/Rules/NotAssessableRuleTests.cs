using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F28")]
public sealed class NotAssessableRuleTests
{
    private const string Code = NotAssessableRule.Code;

    private static RuleId Id => NotAssessableRule.Id;

    [Theory]
    [InlineData(49, "")]
    [InlineData(50, "moderate active 50")]
    public void Evaluate_UnreadReportUnderTreatment_FiresFromItsDay(int day, string expected) =>
        string.Join('|', Treated().Gap("text-not-read", 50).Episodes(Code, day)).ShouldBe(expected);

    [Fact]
    public void Evaluate_UnreadReportBeforeTreatment_FiresFromTheFirstDose() =>
        new PatientBuilder().Gastric().Gap("attachment-not-read", 10).Doses(Trastuzumab, 40).Episodes(Code, 60).ShouldBe(["moderate active 40"]);

    [Fact]
    public void Evaluate_NoDose_IsSilent() => new PatientBuilder().Gastric().Gap("text-not-read", 50).Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ResultAwaited_IsSilent() => Treated().Gap("pending", 50).Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_LaterDeterminateTest_Clears() =>
        Treated().Gap("text-not-read", 50).Ihc("t", 70, 3, issued: 75, specimen: "Specimen/t").Episodes(Code, 80)
            .ShouldBe(["moderate resolved 50 to 75 reassessed"]);

    [Fact]
    public void Evaluate_TextOfAReadTest_HidesNothing()
    {
        var report = new ReportFact
        {
            Source = new SourceRef("DiagnosticReport", "gap", "1", "DiagnosticReport"),
            When = Day(50),
            Results = [new ResourceKey("Observation/t")],
        };

        Treated().Gap("text-not-read", 50).Add(report).Ihc("t", 50, 3, specimen: "Specimen/t").Episodes(Code, 60).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(262, "moderate active 50")]
    [InlineData(263, "moderate resolved 50 to 263 historical")]
    public void Evaluate_LastDoseLongAgo_Ends(int day, string expected) =>
        Treated().Gap("text-not-read", 50).Episodes(Code, day).ShouldBe([expected]);

    [Fact]
    public void Evaluate_FurtherDose_ChangesNothingInTheFlag()
    {
        var before = Treated().Gap("text-not-read", 50).AsOf(90).Flags.Single(static flag => flag.Code == Code);
        var after = Treated().Gap("text-not-read", 50).Doses(Trastuzumab, 95).AsOf(100).Flags.Single(static flag => flag.Code == Code);

        after.ShouldBe(before);
    }

    [Fact]
    public void Evaluate_UnreadAdministrationsOfOneKind_AreOneFlag()
    {
        var patient = Treated();
        foreach (var day in new[] { 50, 51, 52 })
        {
            patient.Add(new GapFact
            {
                Source = new SourceRef("MedicationAdministration", FormattableString.Invariant($"u{day}"), "1", "MedicationAdministration.medication"),
                When = Day(day),
                Code = "product-not-read",
                Reason = "An administration whose product cannot be told.",
                MayHideDose = true,
            });
        }

        var flag = patient.AsOf(60).Flags.Single(static flag => flag.Code == Code);

        flag.Anchor.ShouldBe("MedicationAdministration/u50");
        flag.Text.ShouldBe("Something that may be an administration of a HER2-directed drug of 2021-02-23 was not read: An administration "
            + "whose product cannot be told. trastuzumab was given on 2021-02-15.");
    }

    [Theory]
    [InlineData(67, "")]
    [InlineData(68, "moderate active 68")]
    [InlineData(90, "moderate active 68")]
    public void Evaluate_DataStale_FiresAfterTheDays(int day, string expected) =>
        string.Join('|', Treated().Episodes(Code, day, new Completeness(Instant(61), Instant(200)))).ShouldBe(expected);

    [Fact]
    public void Evaluate_ReadAgain_IsGone() =>
        Treated().Episodes(Code, 90, new Completeness(Instant(89), Instant(89))).ShouldBeEmpty();

    [Fact]
    public void NextDue_DataFresh_IsWhenTheyGrowStale() =>
        Treated().Only(Id).AsOf(90, new Completeness(Instant(89), Instant(90))).NextDue.ShouldBe(Instant(96));

    [Fact]
    public void Evaluate_NothingKnownOfReading_IsUndetermined()
    {
        Treated().Unanswered(Id, 90, Completeness.Unknown).ShouldBe(["doses-not-read-through", "tests-not-read-through"]);
        Treated().Episodes(Code, 90, Completeness.Unknown).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(45, "")]
    [InlineData(46, "moderate active 46")]
    [Trait("Row", "7/F07")]
    public void Evaluate_OnlyADiagnosisNamesAStatus_FiresAfterTheLookAhead(int day, string expected) =>
        string.Join('|', StatedOnly().Episodes(Code, day)).ShouldBe(expected);

    [Fact]
    [Trait("Row", "7/F07")]
    public void Evaluate_DiagnosisAndAResult_IsSilentOrClears()
    {
        StatedOnly().Ihc("i", 10, 2, specimen: "Specimen/i").Episodes(Code, 60).ShouldBeEmpty();
        StatedOnly().Ihc("i", 55, 2, specimen: "Specimen/i").Episodes(Code, 60).ShouldBe(["moderate resolved 46 to 55 reassessed"]);
    }

    [Theory]
    [InlineData(Withheld.Tests, "HER2 results of this patient")]
    [InlineData(Withheld.Doses, "Administrations of this patient")]
    public void Evaluate_RecordIsWithheld_FiresUnderTreatmentAndStaysUndetermined(Withheld withheld, string said)
    {
        var read = Completeness.Unknown with { Withheld = withheld };
        var answer = Treated().Only(Id).AsOf(100, read);

        answer.Flags.ShouldHaveSingleItem().Text.ShouldStartWith(said);
        answer.Undetermined.ShouldNotBeEmpty();
        Treated().Episodes(Code, 263, read).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_BothPartsAreWithheld_IsTwoFlags() =>
        Treated().AsOf(100, Completeness.Unknown with { Withheld = Withheld.Tests | Withheld.Doses }).Flags.Count(static flag => flag.Code == Code).ShouldBe(2);

    [Fact]
    public void Evaluate_RecordIsWithheldAndAFurtherDoseComes_SaysTheSame()
    {
        var read = Completeness.Unknown with { Withheld = Withheld.Tests };

        Treated().Doses(Trastuzumab, 95).Flags(Code, 100, read).ShouldBe(Treated().Flags(Code, 90, read));
    }

    [Fact]
    public void Evaluate_NothingIsRead_IsUndeterminedOnly() =>
        Treated().Episodes(Code, 100, Completeness.Unknown).ShouldBeEmpty();

    /// <summary>Stomach and breast are treated; a report of day 50 was not read.</summary>
    [Theory]
    [InlineData("Condition/gastric", "Condition/breast", "Condition/gastric", "moderate active 50")]
    [InlineData("Condition/gastric", "Condition/gastric", "Condition/breast", "moderate active 50")]
    [InlineData("Condition/gastric", "Condition/gastric", "Condition/gastric", "moderate resolved 50 to 75 reassessed")]
    [InlineData(null, "Condition/gastric", "Condition/gastric", "moderate active 50")]
    public void Evaluate_TestOfAnotherTumour_LeavesTheReportUnread(string? first, string second, string tested, string expected) =>
        new PatientBuilder().Gastric(day: -10).Breast().Add(DoseFor("d1", 42, first)).Add(DoseFor("d2", 82, second)).Gap("text-not-read", 50)
            .Assayed(Assay("t", 70, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 75, specimen: "Specimen/t") with { Conditions = [new(tested)] })
            .Episodes(Code, 90).ShouldBe([expected]);

    private static TherapyFact DoseFor(string id, int day, string? condition) => new()
    {
        Source = new SourceRef("MedicationAdministration", id, "1", "MedicationAdministration"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = condition is null ? [] : [new ResourceKey(condition)],
    };

    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 42, 82);

    private static PatientBuilder StatedOnly() => new PatientBuilder().Breast().Doses(Trastuzumab, 32).Add(new StatedByConditionFact
    {
        Source = new SourceRef("Condition", "c", "1", "Condition.code"),
        When = Day(5),
        Status = Her2Status.Positive,
        Label = "HER2 positive carcinoma of breast",
    });
}
