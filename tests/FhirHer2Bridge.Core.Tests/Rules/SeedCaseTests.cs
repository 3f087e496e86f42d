using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>The first seed's case and its variants, day by day (reference 8a, 8b).</summary>
public sealed class SeedCaseTests
{
    private const string Discordant = "discordant-specimens low";
    private const string Lost = "positive-to-negative high";
    private const string Reflex = "equivocal-without-reflex moderate";

    [Theory]
    [Trait("Row", "7/F05")]
    [InlineData(0, "")]
    [InlineData(13, "")]
    [InlineData(14, Discordant + " active")]
    [InlineData(27, Discordant + " active")]
    [InlineData(28, Discordant + " active|" + Reflex + " active")]
    [InlineData(42, Discordant + " active|" + Reflex + " active")]
    [InlineData(59, Discordant + " active|" + Reflex + " active")]
    [InlineData(60, Discordant + " resolved|" + Reflex + " active")]
    [InlineData(136, Discordant + " resolved|" + Reflex + " active")]
    [InlineData(137, Discordant + " resolved|" + Reflex + " resolved|" + Lost + " active")]
    [InlineData(216, Discordant + " resolved|" + Reflex + " resolved|" + Lost + " active")]
    [InlineData(476, Discordant + " resolved|" + Reflex + " resolved|" + Lost + " active")]
    [InlineData(509, Discordant + " resolved|" + Reflex + " resolved|" + Lost + " active")]
    [InlineData(510, Discordant + " resolved|" + Reflex + " resolved|" + Lost + " resolved")]
    [InlineData(900, Discordant + " resolved|" + Reflex + " resolved|" + Lost + " resolved")]
    [Trait("Row", "7/F04")]
    public void Text_DayByDay_GivesTheFlagsOfTheTable(int day, string expected)
    {
        var patient = SeedAsWritten();

        var flags = patient.FlagsAsOf(day);

        string.Join('|', flags).ShouldBe(expected);
    }

    [Theory]
    [InlineData(7, "positive")]
    [InlineData(20, "positive")]
    [InlineData(136, "positive")]
    [InlineData(140, "negative")]
    [InlineData(500, "negative")]
    public void Text_DayByDay_GivesTheStatusOfTheTable(int day, string expected) =>
        SeedAsWritten().AsOf(day).History.Status.Status.ToString()!.ToLowerInvariant().ShouldBe(expected);

    [Theory]
    [InlineData(157, "")]
    [InlineData(158, "her2-drug-after-negative high active|restart-after-gap low active")]
    [InlineData(170, "her2-drug-after-negative high active|restart-after-gap low active")]
    [InlineData(330, "her2-drug-after-negative high active|restart-after-gap low active")]
    [InlineData(407, "her2-drug-after-negative high resolved|restart-after-gap low active")]
    public void V2_TrastuzumabResumed_RaisesDrugAfterNegativeAndSilencesReassessment(int day, string expected)
    {
        var patient = BeforeSurgery().Ihc("resection", 130, 0, "stomach", 137, "Specimen/resection").Every(Trastuzumab, 158, 364, 21);

        var flags = patient.FlagsAsOf(day).Where(static f => !f.StartsWith("discordant", StringComparison.Ordinal) && !f.StartsWith("positive", StringComparison.Ordinal)
            && !f.StartsWith("equivocal", StringComparison.Ordinal));

        string.Join('|', flags).ShouldBe(expected);
    }

    [Theory]
    [Trait("Row", "5/max-days-gastric")]
    [InlineData(157, "")]
    [InlineData(158, "restart-after-gap low active")]
    [InlineData(180, "restart-after-gap low active")]
    [InlineData(181, "restart-after-gap low active|trastuzumab-without-reassessment moderate active")]
    [InlineData(185, "restart-after-gap low active|trastuzumab-without-reassessment moderate active")]
    [InlineData(270, "restart-after-gap low active|trastuzumab-without-reassessment moderate active")]
    [InlineData(271, "restart-after-gap low active|trastuzumab-without-reassessment high active")]
    public void V3_NoTestOnTheResection_RaisesWithoutReassessment(int day, string expected)
    {
        var patient = BeforeSurgery().Every(Trastuzumab, 158, 364, 21);

        var flags = patient.FlagsAsOf(day).Where(static f => !f.StartsWith("discordant", StringComparison.Ordinal)
            && !f.StartsWith("equivocal", StringComparison.Ordinal));

        string.Join('|', flags).ShouldBe(expected);
    }

    [Fact]
    public void V1_BiopsyThreePlus_RaisesNoDiscordance()
    {
        var patient = new PatientBuilder().Gastric(14)
            .Ihc("node", 0, 3, "axillary lymph node", 5, "Specimen/node")
            .Ihc("biopsy", 14, 3, "stomach", 14, "Specimen/biopsy");

        patient.FlagsAsOf(59).ShouldBeEmpty();
    }

    [Fact]
    public void V4_SurgicalIhcNegativeButAmplified_StaysNegativeWithTheMismatchSaid()
    {
        var patient = BeforeSurgery().Ihc("resection", 130, 0, "stomach", 137, "Specimen/resection")
            .Ish("resection-ish", 130, amplified: true, 137, "Specimen/resection");

        var assessment = patient.AsOf(140);

        assessment.Flags.ShouldContain(static f => f.Code == "positive-to-negative");
        assessment.History.Assessments[^1].Status.ShouldBe(Her2Status.Negative);
        assessment.History.Assessments[^1].Notes.ShouldContain("ihc-ish-mismatch");
    }

    [Fact]
    public void Text_ChangeFlag_NamesBothResultsTheDosesBetweenAndTheSites()
    {
        var flag = SeedAsWritten().AsOf(140).Flags.Single(static f => f.Code == "positive-to-negative");

        flag.Text.ShouldBe("HER2 positive on 2021-01-04 (IHC 3+, ISH amplified, axillary lymph node); negative on 2021-05-14 "
            + "(IHC 0, ISH not amplified, stomach). HER2-directed treatment between them: trastuzumab 3 times. Not known to be the "
            + "same site: a difference between sites is not excluded. "
            + "Recent exposure: trastuzumab on 2021-04-16, within 7 months before the later sample.");
        flag.Evidence.Select(static e => e.Key.Value).ShouldBe(
            ["Observation/resection", "Observation/resection-gene", "Observation/node", "Observation/node-gene",
             "MedicationAdministration/d102", "MedicationAdministration/d81", "MedicationAdministration/d60"]);
    }

    private static PatientBuilder BeforeSurgery() => new PatientBuilder()
        .Gastric(14)
        .Ihc("node", 0, 3, "axillary lymph node", 5, "Specimen/node")
        .Ish("node-gene", 0, amplified: true, 5, "Specimen/node")
        .Ihc("biopsy", 14, 2, "stomach", 14, "Specimen/biopsy")
        .Doses(Trastuzumab, 60, 81, 102);

    private static PatientBuilder SeedAsWritten() => BeforeSurgery()
        .Ihc("resection", 130, 0, "stomach", 137, "Specimen/resection")
        .Ish("resection-gene", 130, amplified: false, 137, "Specimen/resection")
        .Progression(434)
        .Ish("ascites", 450, amplified: false, 455, "Specimen/ascites")
        .Death(510);
}
