using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F23")]
public sealed class RestartAfterGapRuleTests
{
    private const string Flag = "restart-after-gap";
    private const string Rule = "H2B-23";

    /// <summary>Last dose of the first course on day 94.</summary>
    [Theory]
    [Trait("Row", "5/continuing-gap")]
    [InlineData(136, "")]
    [InlineData(137, "low active")]
    [InlineData(184, "low active")]
    [InlineData(185, "moderate active")]
    public void Evaluate_Gap_DecidesTheSeverity(int restart, string expected) => First().Doses(Trastuzumab, restart).Said(Flag, 190).ShouldBe(expected);

    [Theory]
    [Trait("Row", "5/late-dose-gap")]
    [InlineData(94 + 14)]
    [InlineData(94 + 29)]
    public void Evaluate_LateDose_IsNoRestart(int dose) => First().Doses(Trastuzumab, dose).Said(Flag, 190).ShouldBeEmpty();

    [Fact]
    public void Evaluate_Raised_NamesBothDoses()
    {
        var flag = First().Doses(Trastuzumab, 200, 221).Flags(Flag, 230).Single();

        flag.Evidence.Select(static e => e.Key.Value).ShouldBe(["MedicationAdministration/d200", "MedicationAdministration/d94"]);
        flag.Text.ShouldBe("trastuzumab was given on 2021-07-23; the dose before it on record is trastuzumab on 2021-04-08. No HER2 result from "
            + "between them is on record.");
    }

    [Fact]
    [Trait("Row", "5/new-course-gap")]
    public void Evaluate_TestInALongGap_IsLow() =>
        First().Ihc("again", 150, 3, issued: 155, specimen: "Specimen/again").Doses(Trastuzumab, 200).Said(Flag, 210).ShouldBe("low active");

    [Fact]
    public void Evaluate_TestAfterTheRestart_Clears()
    {
        var patient = First().Doses(Trastuzumab, 200).Ihc("again", 210, 3, issued: 215, specimen: "Specimen/again");

        patient.Said(Flag, 214).ShouldBe("moderate active");
        patient.Said(Flag, 215).ShouldBe("moderate resolved");
    }

    [Fact]
    public void Evaluate_NextRestart_TakesOver() => First().Doses(Trastuzumab, 150, 220).Said(Flag, 221).ShouldBe("low resolved|low active");

    [Fact]
    public void Evaluate_ConjugateInTheGap_IsNoGap() => First().Every(Deruxtecan, 120, 183, 21).Doses(Trastuzumab, 204).Said(Flag, 210).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ConjugateAfterTheGap_IsNotTrastuzumab() => First().Doses(Deruxtecan, 200).Said(Flag, 210).ShouldBeEmpty();

    /// <summary>Day 94 is 8 April: 23 to 53 days to May, 54 to 83 to June.</summary>
    [Theory]
    [InlineData(5, "", "dose-dates-too-coarse")]
    [InlineData(6, "low active", "")]
    public void Evaluate_RestartInAMonth_IsRaisedOnlyWhereEveryDayIsAfterTheGap(int month, string expected, string reasons)
    {
        var patient = First().DoseInMonth(Trastuzumab, 2021, month);

        patient.Said(Flag, 190).ShouldBe(expected);
        string.Join('|', patient.Undetermined(Rule, 190)).ShouldBe(reasons);
    }

    /// <summary>Day 120 is 4 May, day 138 is 22 May: with a dose on 4 May there was no gap, with one on 22 May there may have been.</summary>
    [Theory]
    [InlineData(120, "")]
    [InlineData(138, "dose-dates-too-coarse")]
    public void Evaluate_DoseOfAMonthBesideOneOfADay_LeavesOpenOnlyWhatItCanFill(int dose, string reasons)
    {
        var patient = First().DoseInMonth(Trastuzumab, 2021, 5).Doses(Trastuzumab, dose);

        patient.Said(Flag, 190).ShouldBeEmpty();
        string.Join('|', patient.Undetermined(Rule, 190)).ShouldBe(reasons);
    }

    [Fact]
    public void Evaluate_DoseWithinACourseInOneResource_IsNoRestart()
    {
        var patient = new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Course(Trastuzumab, 10, 200).Doses(Trastuzumab, 100);

        patient.Said(Flag, 190).ShouldBeEmpty();
        patient.Undetermined(Rule, 190).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_CourseInOneResource_ReachesToItsEnd() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Course(Trastuzumab, 10, 100).Doses(Trastuzumab, 142).Said(Flag, 150).ShouldBeEmpty();

    [Fact]
    public void Evaluate_DosesNotReadThrough_IsUndetermined()
    {
        var read = new Completeness(Instant(300), Instant(150));

        First().Doses(Trastuzumab, 160).Said(Flag, 170, read).ShouldBeEmpty();
        First().Doses(Trastuzumab, 160).Undetermined(Rule, 170, read).ShouldBe(["doses-not-read-through"]);
    }

    [Fact]
    public void Evaluate_UnreadableDoseInTheGap_IsUndetermined() =>
        First().Gap("medication-unresolved", 120, mayHideTest: false, mayHideDose: true).Doses(Trastuzumab, 160)
            .Undetermined(Rule, 170).ShouldBe(["doses-not-read-through"]);

    [Fact]
    public void Evaluate_UnreadReportInALongGap_IsUndetermined()
    {
        First().Gap("text-not-read", 150).Doses(Trastuzumab, 200).Undetermined(Rule, 210).ShouldBe(["text-not-read"]);
        First().Gap("text-not-read", 120).Doses(Trastuzumab, 150).Said(Flag, 160).ShouldBe("low active");
    }

    private static PatientBuilder First() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 94, 21);

    /// <summary>Both were on record when the drug was given again; the dose names neither.</summary>
    [Theory]
    [Trait("Row", "4e/several-primaries")]
    [InlineData("breast", "", "dose-not-assigned")]
    [InlineData("breast,gastric", "low active", "")]
    [InlineData("", "moderate active", "")]
    public void Evaluate_RestartForOneOfSeveralTumours_IsToldWhereAllSayTheSame(string tested, string flag, string undetermined)
    {
        var patient = new PatientBuilder().Gastric().Breast().Doses(Trastuzumab, 20, 200);
        foreach (var tumour in tested.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            patient.Assayed(Assay(tumour, 100, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/" + tumour) with
            {
                Conditions = [new ResourceKey("Condition/" + tumour)],
            });
        }

        patient.Said(Flag, 210).ShouldBe(flag);
        string.Join('|', patient.Undetermined(Rule, 210)).ShouldBe(undetermined);
    }
}
