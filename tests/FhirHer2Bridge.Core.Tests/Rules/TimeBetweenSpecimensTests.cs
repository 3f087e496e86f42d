using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Whether two specimens that differ are of one time (05) or a change (01), and what that does to the doses after it (03).</summary>
[Trait("Row", "4e/same-window")]
public sealed class TimeBetweenSpecimensTests
{
    private const string Changed = StatusChangedRule.PositiveToNegative;
    private const string Discordant = DiscordantSpecimensRule.Code;
    private const string AfterNegative = DrugAfterNegativeRule.Code;

    /// <summary>Positive on days 0 and 200, negative on day 260 and known on day 267; one administration that is still in progress.</summary>
    [Theory]
    [InlineData(10, null)]
    [InlineData(10, 400)]
    [InlineData(220, null)]
    public void Evaluate_OpenCourseOverBothSpecimens_IsAChangeUnderTreatment(int from, int? to)
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 200, 3, specimen: "Specimen/b")
            .Ihc("c", 260, 0, issued: 267, specimen: "Specimen/c").Course(Trastuzumab, from, to);

        patient.Said(Changed, 270).ShouldBe("high active");
        patient.Said(AfterNegative, 270).ShouldBe("high active");
        patient.Said(Discordant, 270).ShouldBeEmpty();
        patient.AsOf(270).History.Status.Status.ShouldBe(Her2Status.Negative);
    }

    [Fact]
    public void Evaluate_OpenCourseFromAfterTheLaterSpecimen_LiesNotBetween() =>
        new PatientBuilder().Gastric().Ihc("b", 200, 3, specimen: "Specimen/b").Ihc("c", 260, 0, specimen: "Specimen/c").Course(Trastuzumab, 261, null)
            .Said(Discordant, 261).ShouldBe("moderate resolved");

    [Fact]
    public void Evaluate_MonthOfADoseBetween_LeavesThreeRulesUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").DoseInMonth(Trastuzumab, 2021, 3)
            .Ihc("b", 80, 0, specimen: "Specimen/b").Doses(Trastuzumab, 120);

        Unsure(patient, 130);
    }

    [Fact]
    public void Evaluate_DoseBetweenThatCouldNotBeRead_LeavesThreeRulesUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Gap("product-not-read", 20, mayHideTest: false, mayHideDose: true)
            .Ihc("b", 80, 0, specimen: "Specimen/b").Doses(Trastuzumab, 120);

        Unsure(patient, 130);
    }

    /// <summary>Of the later specimen only the month is known; a dose lies in it.</summary>
    [Fact]
    [Trait("Row", "4e/partial-dates")]
    public void Evaluate_MonthOfTheLaterSpecimenAndADoseInIt_LeavesThreeRulesUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Doses(Trastuzumab, 31, 52, 73, 94)
            .Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: 60, specimen: "Specimen/b") with { When = Month(2021, 2) });

        Unsure(patient, 130);
    }

    /// <summary>April 2021 is days 87 to 116: within the window of 90 days, or not.</summary>
    [Fact]
    [Trait("Row", "4e/partial-dates")]
    public void Evaluate_MonthThatMayBeBeyondTheWindow_IsDiscordantAndPerhapsAChange()
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Doses(Trastuzumab, 130)
            .Assayed(Assay("b", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: 120, specimen: "Specimen/b") with { When = Month(2021, 4) });

        patient.Said(Discordant, 125).ShouldBe("moderate active");
        patient.Undetermined("H2B-01", 125).ShouldBe(["dose-between-unknown"]);
        patient.Undetermined("H2B-03", 131).ShouldBe(["dose-between-unknown"]);
    }

    /// <summary>Negative from day 137; the words of the report make it unclear on day 160. Doses on days 158, 179 and 200.</summary>
    [Fact]
    [Trait("Row", "4e/later-unclear")]
    [Trait("Row", "7/F03")]
    public void AfterNegative_NegativeBecameUnclear_StaysOpenAndIsUndetermined()
    {
        var patient = BecameUnclear().Doses(Trastuzumab, 158, 179, 200);

        patient.Said(AfterNegative, 210).ShouldBe("high active");
        patient.Undetermined("H2B-03", 210).ShouldBe(["result-became-unclear"]);
        patient.Episodes(AfterNegative, 300).ShouldBe(["high resolved 158 to 243 treatment-stopped"]);
    }

    [Fact]
    [Trait("Row", "7/F03")]
    public void AfterNegative_FirstDoseAfterItBecameUnclear_IsUndeterminedAndNoFlag()
    {
        var patient = BecameUnclear().Doses(Trastuzumab, 179, 200);

        patient.Said(AfterNegative, 210).ShouldBeEmpty();
        patient.Undetermined("H2B-03", 210).ShouldBe(["result-became-unclear"]);
    }

    [Fact]
    [Trait("Row", "7/F03")]
    public void AfterNegative_PositiveSpecimenAfterItBecameUnclear_Ends() =>
        BecameUnclear().Doses(Trastuzumab, 158, 179, 200).Ihc("later", 190, 3, issued: 195, specimen: "Specimen/later")
            .Episodes(AfterNegative, 300).ShouldBe(["high resolved 158 to 195 status-returned"]);

    private static PatientBuilder BecameUnclear() => new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Doses(Trastuzumab, 40, 61, 82)
        .Ihc("b", 130, 0, issued: 137, specimen: "Specimen/b").Ihc("c", 130, 3, issued: 160, specimen: "Specimen/b")
        .Ihc("d", 130, 0, issued: 160, specimen: "Specimen/b");

    private static void Unsure(PatientBuilder patient, int day)
    {
        patient.Said(Changed, day).ShouldBeEmpty();
        patient.Said(Discordant, day).ShouldBeEmpty();
        patient.Said(AfterNegative, day).ShouldBeEmpty();
        foreach (var rule in new[] { "H2B-01", "H2B-03", "H2B-05" })
        {
            patient.Undetermined(rule, day).ShouldContain("dose-between-unknown", $"{rule}");
        }
    }
}
