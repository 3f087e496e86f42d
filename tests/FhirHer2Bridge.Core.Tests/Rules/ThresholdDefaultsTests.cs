using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Defaults of section 5 of the domain notes at the day they take effect, and rows of 4e that order results.</summary>
public sealed class ThresholdDefaultsTests
{
    private const string Lost = "positive-to-negative high active";
    private const string Continued = "trastuzumab-without-reassessment";

    [Theory]
    [Trait("Row", "5/simultaneous-window")]
    [Trait("Row", "4e/same-window")]
    [InlineData(90, "discordant-specimens moderate active")]
    [InlineData(91, Lost)]
    public void SimultaneousWindow_NinetyDaysUntreated_IsTheLastDayOfDiscordance(int day, string expected) =>
        Two(0, day).FlagsAsOf(day + 1).ShouldBe([expected]);

    [Fact]
    [Trait("Row", "4e/same-window")]
    public void SimultaneousWindow_OnePositive_KeepsThePatientPositive() =>
        Two(0, 60).AsOf(61).History.Status.Status.ShouldBe(Her2Status.Positive);

    [Fact]
    [Trait("Row", "4e/temporal-change")]
    [Trait("Row", "4e/primary-and-metastasis")]
    public void LaterSpecimen_OfAnotherSite_DecidesAndSaysThatSitesDiffer()
    {
        var assessment = new PatientBuilder().Gastric().Ihc("a", 0, 3, "stomach", specimen: "Specimen/a")
            .Ihc("b", 200, 0, "liver", specimen: "Specimen/b").AsOf(201);

        assessment.History.Status.Status.ShouldBe(Her2Status.Negative);
        assessment.History.Assessments.Select(static one => one.Status).ShouldBe([Her2Status.Positive, Her2Status.Negative]);
        assessment.Flags.ShouldHaveSingleItem().Text.ShouldContain("stomach");
        assessment.Flags[0].Text.ShouldContain("liver");
    }

    /// <summary>The earlier collection reported last is still the earlier result.</summary>
    [Fact]
    [Trait("Row", "4e/as-of-date")]
    public void Results_ReportedInAnotherOrder_AreOrderedByCollection()
    {
        var patient = new PatientBuilder().Gastric().Ihc("late", 0, 3, issued: 250, specimen: "Specimen/late")
            .Ihc("early", 200, 0, issued: 205, specimen: "Specimen/early");

        patient.AsOf(249).History.Status.Status.ShouldBe(Her2Status.Negative);
        patient.FlagsAsOf(249).ShouldBeEmpty();
        patient.AsOf(250).History.Status.Status.ShouldBe(Her2Status.Negative);
        patient.FlagsAsOf(250).ShouldBe([Lost]);
    }

    [Theory]
    [Trait("Row", "5/negative-grace")]
    [Trait("Row", "7/F03")]
    [InlineData(10, 9, false)]
    [InlineData(10, 11, true)]
    public void NegativeGrace_None_TheFirstDoseAfterTheReportIsFlagged(int issued, int dose, bool expected) =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, issued: issued, specimen: "Specimen/n").Doses(Trastuzumab, dose)
            .FlagsAsOf(12).Contains("her2-drug-after-negative high active", StringComparer.Ordinal).ShouldBe(expected);

    [Theory]
    [Trait("Row", "5/progression-arm")]
    [Trait("Row", "5/retest-grace")]
    [InlineData(TumourKind.Gastric)]
    [InlineData(TumourKind.Breast)]
    [InlineData(TumourKind.None)]
    public void ProgressionArm_EveryTumour_IsHighAfterTheGrace(TumourKind tumour)
    {
        var patient = tumour switch
        {
            TumourKind.Gastric => new PatientBuilder().Gastric(),
            TumourKind.Breast => new PatientBuilder().Breast(),
            _ => new PatientBuilder(),
        };
        patient.Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 136, 21).Progression(50);

        patient.FlagsAsOf(92).ShouldNotContain($"{Continued} high active");
        patient.FlagsAsOf(93).ShouldContain($"{Continued} high active");
    }

    [Theory]
    [Trait("Row", "5/progression-arm")]
    [InlineData(true)]
    [InlineData(false)]
    public void ProgressionArm_EverySetting_IsHigh(bool metastatic) =>
        new PatientBuilder().Breast().Spread(metastatic).Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 136, 21).Progression(50)
            .FlagsAsOf(93).ShouldContain($"{Continued} high active");

    [Theory]
    [Trait("Row", "5/max-days-gastric")]
    [InlineData(180, "")]
    [InlineData(181, Continued + " moderate active")]
    [InlineData(270, Continued + " moderate active")]
    [InlineData(271, Continued + " high active")]
    public void MaxDays_Gastric_IsModerateThenHigh(int day, string expected) =>
        string.Join('|', new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 400, 21).FlagsAsOf(day))
            .ShouldBe(expected);

    [Theory]
    [Trait("Row", "5/min-doses")]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void MinDoses_SecondDoseSinceTheTest_IsContinuation(int doses, bool expected) =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Doses(Trastuzumab, [.. Enumerable.Range(0, doses).Select(static i => 160 + (i * 21))])
            .FlagsAsOf(185).Contains($"{Continued} moderate active", StringComparer.Ordinal).ShouldBe(expected);

    private static PatientBuilder Two(int first, int second) => new PatientBuilder().Gastric()
        .Ihc("a", first, 3, specimen: "Specimen/a").Ihc("b", second, 0, specimen: "Specimen/b");
}
