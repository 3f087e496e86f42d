using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F15")]
public sealed class EvidenceRetractedRuleTests
{
    private const string Code = "evidence-retracted-after-use";

    [Fact]
    public void Evaluate_EnteredInErrorAfterDoses_IsHighFromTheRetraction()
    {
        var patient = Treated(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(80) });

        Found(patient, 79).ShouldBeNull();
        var flag = Found(patient, 80).ShouldNotBeNull();

        (flag.Severity, flag.State, flag.Start).ShouldBe((FlagSeverity.High, FlagState.Active, Instant(80)));
        flag.Evidence.Select(static source => source.Id).ShouldBe(["p", "d73", "d52", "d31", "d10"]);
        flag.Text.ShouldContain("was withdrawn on 2021-03-25");
        flag.Text.ShouldContain("trastuzumab 4 times");
    }

    [Fact]
    public void Evaluate_WithdrawnWithoutSayingWhen_CountsAllDosesSince() =>
        Found(Treated(Positive with { Standing = FactStanding.Withdrawn }), 100).ShouldNotBeNull()
            .Evidence.Count(static source => source.ResourceType == "MedicationAdministration").ShouldBe(5);

    [Fact]
    public void Evaluate_WithdrawnBeforeAnyDose_IsNoFlag() =>
        Found(Treated(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(8) }), 100).ShouldBeNull();

    [Fact]
    public void Evaluate_WithdrawnWhileAnotherResultWasInForce_IsNoFlag()
    {
        var patient = Treated(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(80) }).Ihc("later", 5, 3, specimen: "Specimen/later");

        Found(patient, 100).ShouldBeNull();
    }

    [Fact]
    public void Evaluate_CorrectedToNegative_NamesBothVersions()
    {
        var patient = Treated(Positive with { Result = new AssayResult.Ihc(0), Standing = FactStanding.Amended, Source = Version("2"), Updated = Instant(75) })
            .Add(Positive with { ReplacedAt = Instant(80) });

        var flag = Found(patient, 100).ShouldNotBeNull();

        flag.Start.ShouldBe(Instant(75));
        flag.Evidence.Take(2).Select(static source => source.VersionId).ShouldBe(["2", "1"]);
        flag.Text.ShouldContain("positive first, negative now");
        flag.Severity.ShouldBe(FlagSeverity.High);
    }

    /// <summary>Doses from day 10 on.</summary>
    [Theory]
    [InlineData(8, "")]
    [InlineData(75, "former-version-not-kept")]
    public void Evaluate_AmendedAndTheFormerVersionNeverSeen_IsUndeterminedAfterADose(int issued, string expected)
    {
        var patient = Treated(Positive with { Standing = FactStanding.Amended, Source = Version("2"), Issued = Instant(issued) });

        Found(patient, 100).ShouldBeNull();
        string.Join('|', patient.Undetermined("H2B-15", 100)).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_AmendedWithTheSameStatus_IsLow()
    {
        var patient = Treated(Positive with { Standing = FactStanding.Amended, Source = Version("2") }).Add(Positive with { ReplacedAt = Instant(80) });

        Found(patient, 100).ShouldNotBeNull().Severity.ShouldBe(FlagSeverity.Low);
    }

    [Fact]
    public void Evaluate_MovedToAnotherSpecimen_IsHigh()
    {
        var patient = Treated(Positive with { Specimen = new("Specimen/q"), Source = Version("2") }).Add(Positive with { ReplacedAt = Instant(80) });

        var flag = Found(patient, 100).ShouldNotBeNull();

        flag.Severity.ShouldBe(FlagSeverity.High);
        flag.Text.ShouldContain("another specimen");
    }

    [Fact]
    public void Evaluate_AssignedToAnotherTumour_IsHigh()
    {
        var patient = Treated(Positive with { Conditions = [new("Condition/breast")], Source = Version("2") }).Breast()
            .Add(Positive with { Conditions = [new("Condition/gastric")], ReplacedAt = Instant(80) });
        patient.Facts.RemoveAll(static fact => fact is TherapyFact);
        patient.Add(new TherapyFact
        {
            Source = new SourceRef("MedicationAdministration", "g", "1", "MedicationAdministration"),
            When = Day(30),
            Drug = Trastuzumab,
            WasGiven = true,
            Conditions = [new("Condition/gastric")],
        });

        Found(patient, 100).ShouldNotBeNull().Text.ShouldContain("another tumour");
    }

    [Fact]
    public void Evaluate_SpecimenSaidToBeOfAnotherTumour_IsHigh()
    {
        var specimen = new SpecimenFact
        {
            Source = new SourceRef("Specimen", "p", "2", "Specimen"),
            Specimen = new("Specimen/p"),
            Site = "breast",
            SiteTumour = TumourKind.Breast,
        };
        var patient = new PatientBuilder().Doses(Trastuzumab, 10).Assayed(Positive).Add(specimen)
            .Add(specimen with { Source = specimen.Source with { VersionId = "1" }, SiteTumour = TumourKind.Gastric, ReplacedAt = Instant(80) });

        Found(patient, 100).ShouldNotBeNull().Text.ShouldContain("another tumour");
    }

    [Fact]
    public void Evaluate_LeftThePatient_SaysNothingOfTheResult()
    {
        var patient = new PatientBuilder().Gastric().Doses(Trastuzumab, 10, 31).Add(Positive with { ReplacedAt = Instant(80) });

        var flag = Found(patient, 100).ShouldNotBeNull();

        flag.Evidence.ShouldAllBe(static source => source.ResourceType == "MedicationAdministration");
        flag.Text.ShouldStartWith("A HER2 result is no longer on this patient's record.");
        flag.Text.ShouldNotContain("IHC");
        flag.Details.ShouldNotContain(static detail => detail.Code == "prior-status");
    }

    [Fact]
    public void Evaluate_StatusChangeHadBeenFlaggedOnIt_IsHighWithoutADose()
    {
        var second = Assay("n", 200, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/n");
        var patient = new PatientBuilder().Gastric().Assayed(Positive)
            .Assayed(second with { Standing = FactStanding.Withdrawn, Source = second.Source with { VersionId = "2" } })
            .Add(second with { ReplacedAt = Instant(210) });

        patient.AsOf(220).Flags.Where(static flag => flag.Code == Code).ShouldNotBeEmpty();
    }

    [Fact]
    public void Evaluate_ReplacedByTheSameContentLater_IsNoFlag()
    {
        var patient = Treated(Positive with { Source = Version("2"), Quote = "3+" }).Add(Positive with { ReplacedAt = Instant(80) });

        Found(patient, 100).ShouldBeNull();
    }

    [Fact]
    public void Evaluate_ReversedAndRestored_ShowsBothSteps()
    {
        var patient = Treated(Positive with { Source = Version("3") })
            .Add(Positive with { ReplacedAt = Instant(40) })
            .Add(Positive with { Result = new AssayResult.Ihc(0), Source = Version("2"), ReplacedAt = Instant(60) });

        var flag = Found(patient, 100).ShouldNotBeNull();

        flag.Start.ShouldBe(Instant(40));
        flag.Evidence.Count(static source => source.ResourceType == "MedicationAdministration").ShouldBe(3);
    }

    [Fact]
    public void Evaluate_PreliminaryReplacedByFinal_IsNoRetraction() =>
        Found(Treated(Positive with { Source = Version("2") }).Add(Positive with { Standing = FactStanding.Preliminary, ReplacedAt = Instant(80) }), 100)
            .ShouldBeNull();

    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void Evaluate_ReReadReversesWhatADoseRestedOn_IsHigh()
    {
        var patient = Treated(Positive).Ihc("central", 0, 0, issued: 60, specimen: "Specimen/p");

        var flag = Found(patient, 100).ShouldNotBeNull();

        (flag.Severity, flag.Start).ShouldBe((FlagSeverity.High, Instant(60)));
        flag.Text.ShouldContain("trastuzumab 3 times");
    }

    [Fact]
    [Trait("Row", "4e/same-block-reread")]
    public void Evaluate_ReReadBeforeAnyDose_IsNoFlag() =>
        Found(Treated(Positive).Ihc("central", 0, 0, issued: 9, specimen: "Specimen/p"), 100).ShouldBeNull();

    [Fact]
    public void Evaluate_DoseOnTheDayOfTheRetraction_IsUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Doses(Trastuzumab, 10)
            .Assayed(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(10).AddHours(9) });

        var assessment = patient.AsOf(100);

        assessment.Flags.ShouldNotContain(static flag => flag.Code == Code);
        assessment.Undetermined.ShouldContain(static rule => rule.Rule.Value == "H2B-15" && rule.Reason == "order-of-dose-and-result");
    }

    [Fact]
    public void Evaluate_NoDoseSeenAndDosesNotRead_IsUndetermined() =>
        new PatientBuilder().Gastric().Assayed(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })
            .AsOf(100, new Completeness(Instant(900), Instant(50))).Undetermined
            .ShouldContain(static rule => rule.Rule.Value == "H2B-15" && rule.Reason == "doses-not-read-through");

    [Fact]
    public void Evaluate_BeforeTheRetraction_IsDueThen() =>
        Treated(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(80) }).AsOf(50).NextDue.ShouldNotBeNull()
            .ShouldBeLessThanOrEqualTo(Instant(80));

    [Fact]
    public void Evaluate_Death_Resolves()
    {
        var patient = Treated(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(80) }).Death(120);

        Found(patient, 130).ShouldNotBeNull().Reason.ShouldBe("deceased");
    }

    private static AssayFact Positive => Assay("p", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/p");

    private static SourceRef Version(string version) => Positive.Source with { VersionId = version };

    private static Flag? Found(PatientBuilder patient, int day) => patient.AsOf(day).Flags.SingleOrDefault(static flag => flag.Code == Code);

    private static PatientBuilder Treated(AssayFact positive) =>
        new PatientBuilder().Gastric().Assayed(positive).Doses(Trastuzumab, 10, 31, 52, 73, 94);

    /// <summary>The positive node and a negative biopsy of the same weeks: treatment rests on the positive one, whichever was taken later.</summary>
    [Fact]
    [Trait("Row", "4e/same-window")]
    public void Evaluate_PositiveWithdrawnBesideALaterNegativeOfTheSameWindow_IsFound()
    {
        var patient = Treated(Positive with { Standing = FactStanding.Withdrawn, Updated = Instant(80) }).Ihc("sibling", 5, 0, specimen: "Specimen/sibling");

        var flag = Found(patient, 100).ShouldNotBeNull();

        flag.Evidence.Select(static source => source.Id).ShouldBe(["p", "d73", "d52", "d31", "d10"]);
    }

    [Fact]
    [Trait("Row", "4e/same-window")]
    public void Evaluate_PositiveCorrectedBesideALaterNegativeOfTheSameWindow_IsFound()
    {
        var patient = Treated(Positive with { Result = new AssayResult.Ihc(0), Standing = FactStanding.Amended, Source = Version("2"), Updated = Instant(75) })
            .Add(Positive with { ReplacedAt = Instant(80) })
            .Ihc("sibling", 5, 0, specimen: "Specimen/sibling");

        Found(patient, 100).ShouldNotBeNull().Text.ShouldContain("positive first, negative now");
    }

    [Fact]
    [Trait("Row", "4e/same-window")]
    public void Evaluate_NegativeOfTheWindowWithdrawnWhileThePositiveStands_IsNoFlag()
    {
        var sibling = Assay("sibling", 5, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/sibling");
        var patient = Treated(Positive).Assayed(sibling with { Standing = FactStanding.Withdrawn, Updated = Instant(80) });

        Found(patient, 100).ShouldBeNull();
    }

    /// <summary>The diagnosis came with the correction: before it there was one tumour, and the doses were given for it.</summary>
    [Fact]
    public void Evaluate_AssignedToATumourThatWasNotOnRecordBefore_IsHigh()
    {
        var gene = Assay("g", 0, AssayMethod.Ish, new AssayResult.Gene(true), specimen: "Specimen/p");
        var breast = new ResourceKey("Condition/breast");
        var patient = Treated(Positive with { Conditions = [breast], Standing = FactStanding.Amended, Source = Version("2"), FirstSeen = Instant(80) })
            .Add(Positive with { ReplacedAt = Instant(80) })
            .Assayed(gene with { Conditions = [breast], Standing = FactStanding.Amended, Source = gene.Source with { VersionId = "2" }, FirstSeen = Instant(80) })
            .Add(gene with { ReplacedAt = Instant(80) })
            .Add(new TumourFact
            {
                Source = new SourceRef("Condition", "breast", "1", "Condition"),
                When = Day(80),
                Kind = TumourKind.Breast,
                Condition = breast,
                FirstSeen = Instant(80),
            });

        var flag = Found(patient, 100).ShouldNotBeNull();

        flag.Severity.ShouldBe(FlagSeverity.High);
        flag.Text.ShouldContain("another tumour");
        flag.Evidence.Count(static source => source.ResourceType == "MedicationAdministration").ShouldBe(4);
    }
}
