using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Rule 15: plasma alone, results without a place in order, tumour or time, and flags without a dose.</summary>
[Trait("Row", "7/F15")]
public sealed class EvidenceRetractedBoundaryTests
{
    private const string Code = "evidence-retracted-after-use";
    private const string Rule = "H2B-15";

    /// <summary>Treatment rests on plasma alone: there is no tissue result.</summary>
    [Fact]
    [Trait("Row", "4f/no-tissue")]
    public void Evaluate_OnlyPlasmaResultWithdrawnAfterDoses_IsHigh()
    {
        var patient = Gastric().Assayed(Plasma with { Standing = FactStanding.Withdrawn, Updated = Instant(80) }).Doses(Trastuzumab, 10, 31);

        patient.Said(Code, 100).ShouldBe("high active");
        patient.Flags(Code, 100).Single().Evidence.Select(static source => source.Id).ShouldBe(["c", "d31", "d10"]);
    }

    [Fact]
    [Trait("Row", "4f/no-tissue")]
    public void Evaluate_OnlyPlasmaResultCorrectedAfterDoses_SaysWhatItIsNow()
    {
        var corrected = Plasma with { Result = new AssayResult.Gene(false), Standing = FactStanding.Amended, Source = Plasma.Source with { VersionId = "2" } };

        Gastric().Assayed(corrected).Add(Plasma with { ReplacedAt = Instant(80) }).Doses(Trastuzumab, 10).Flags(Code, 100).ShouldHaveSingleItem()
            .Text.ShouldContain("positive first, negative now");
    }

    [Theory]
    [InlineData(null, "high active")]
    [InlineData(-5, "")]
    [Trait("Row", "4f/no-tissue")]
    public void Evaluate_PlasmaSampleReadAgainAfterADose_IsHighWithoutTissue(int? tissue, string expected)
    {
        var again = Plasma with { Source = Plasma.Source with { Id = "again" }, Result = new AssayResult.Gene(false), Issued = Instant(60) };
        var patient = Gastric().Assayed(Plasma).Assayed(again).Doses(Trastuzumab, 10);

        (tissue is { } day ? patient.Ihc("t", day, 3, specimen: "Specimen/t") : patient).Said(Code, 100).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_PlasmaWithdrawnBesideATissueResult_IsSilent() =>
        Gastric().Ihc("t", -5, 3, specimen: "Specimen/t").Assayed(Plasma with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })
            .Doses(Trastuzumab, 10).Said(Code, 100).ShouldBeEmpty();

    [Fact]
    [Trait("Row", "4f/no-tissue")]
    public void Evaluate_PlasmaAtTheDoseAndTissueLater_IsHigh() =>
        Gastric().Assayed(Plasma with { Standing = FactStanding.Withdrawn, Updated = Instant(80) }).Doses(Trastuzumab, 10)
            .Ihc("t", 40, 3, specimen: "Specimen/t").Said(Code, 100).ShouldBe("high active");

    /// <summary>Positive and negative of one day: nobody can say on which of them the doses rested.</summary>
    [Theory]
    [InlineData(10, "tied-dates")]
    [InlineData(90, "")]
    [Trait("Row", "4e/partial-dates")]
    public void Evaluate_TiedResultWithdrawnAfterDoses_IsUndetermined(int dose, string expected)
    {
        var patient = Gastric().Assayed(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })
            .Ihc("n", 0, 0, specimen: "Specimen/n").Doses(Trastuzumab, dose);

        patient.Said(Code, 100).ShouldBeEmpty();
        string.Join('|', patient.Undetermined(Rule, 100)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(10, "tumour-not-assigned")]
    [InlineData(90, "")]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_ResultOfNoNamedTumourWithdrawnAfterDoses_IsUndetermined(int dose, string expected)
    {
        var patient = Gastric().Breast().Assayed(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(80) }).Add(DoseFor(dose, "Condition/gastric"));

        patient.Said(Code, 100).ShouldBeEmpty();
        string.Join('|', patient.Undetermined(Rule, 100)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(10, "withdrawn-and-undated")]
    [InlineData(90, "")]
    public void Evaluate_UndatedResultWithdrawnAfterDoses_IsUndetermined(int dose, string expected)
    {
        var patient = Gastric().Assayed(Positive with { When = null, Standing = FactStanding.Withdrawn, Updated = Instant(80) }).Doses(Trastuzumab, dose);

        patient.Said(Code, 100).ShouldBeEmpty();
        string.Join('|', patient.Undetermined(Rule, 100)).ShouldBe(expected);
    }

    /// <summary>Negative was told on day 205; on day 220 the block was read again.</summary>
    [Theory]
    [InlineData(219, "")]
    [InlineData(220, "high active")]
    [Trait("Row", "4e/same-block-reread")]
    public void Evaluate_ReReadReversesAResultOnWhichAChangeWasFlagged_IsHighWithoutADose(int day, string expected)
    {
        var patient = Gastric().Assayed(Positive).Ihc("n", 200, 0, issued: 205, specimen: "Specimen/n").Ihc("again", 200, 3, issued: 220, specimen: "Specimen/n");

        patient.Said(Code, day).ShouldBe(expected);
    }

    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void Evaluate_ReReadReversesAResultWithADoseAndAFlag_IsOneFlag() =>
        Gastric().Assayed(Positive).Ihc("n", 200, 0, issued: 205, specimen: "Specimen/n").Ihc("again", 200, 3, issued: 220, specimen: "Specimen/n")
            .Doses(Trastuzumab, 210).Flags(Code, 230).ShouldHaveSingleItem().Evidence.Select(static source => source.Id).ShouldContain("d210");

    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void Evaluate_ReReadOfTheFirstResultWithoutADose_HadNothingFlagged() =>
        Gastric().Assayed(Positive).Ihc("again", 0, 0, issued: 20, specimen: "Specimen/p").Said(Code, 60).ShouldBeEmpty();

    /// <summary>The report was cancelled, the Observation it held is still said to be final.</summary>
    [Fact]
    public void Evaluate_ReportCancelledOnWhichAChangeWasFlagged_IsHighWithoutADose()
    {
        var patient = Gastric().Assayed(Positive).Ihc("n", 200, 0, specimen: "Specimen/n").Add(Report("2") with { Standing = FactStanding.Withdrawn, Updated = Instant(220) })
            .Add(Report("1") with { ReplacedAt = Instant(221) });

        patient.Said(Code, 219).ShouldBeEmpty();
        patient.Said(Code, 225).ShouldBe("high active");
    }

    [Fact]
    public void Evaluate_ReportCancelledThatNobodySawBefore_HadNothingFlagged() =>
        Gastric().Assayed(Positive).Ihc("n", 200, 0, specimen: "Specimen/n").Add(Report("2") with { Standing = FactStanding.Withdrawn, Updated = Instant(220) })
            .Said(Code, 225).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ReportCancelledAfterDoses_IsOneFlagAlsoWhereTheResultHadBeenAmendedBefore()
    {
        var patient = Gastric().Ihc("n", 0, 3, specimen: "Specimen/n").Doses(Trastuzumab, 10, 31)
            .Add(Report("2") with { Standing = FactStanding.Withdrawn, Updated = Instant(40) }).Add(Report("1") with { ReplacedAt = Instant(41) });
        var first = Assay("n", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/n") with { ReplacedAt = Instant(5), Quote = "3+" };

        patient.Said(Code, 60).ShouldBe("high active");
        patient.Add(first with { Source = first.Source with { VersionId = "0" } }).Said(Code, 60).ShouldBe("high active");
    }

    private static AssayFact Positive => Assay("p", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/p");

    private static AssayFact Plasma => Assay("c", 0, AssayMethod.Ngs, new AssayResult.Gene(true), specimen: "Specimen/c") with
    {
        Material = SpecimenKind.Plasma,
        TumourFraction = new Measure(5),
    };

    private static ReportFact Report(string version) => new()
    {
        Source = new SourceRef("DiagnosticReport", "r", version, "DiagnosticReport"),
        Results = [new ResourceKey("Observation/n")],
    };

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-10);

    private static TherapyFact DoseFor(int day, string condition) => new()
    {
        Source = new SourceRef("MedicationAdministration", "d", "1", "MedicationAdministration"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = [new ResourceKey(condition)],
    };
}
