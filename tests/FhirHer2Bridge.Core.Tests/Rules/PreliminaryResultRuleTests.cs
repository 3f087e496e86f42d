using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F16")]
public sealed class PreliminaryResultRuleTests
{
    private const string Flag = "preliminary-result-acted-on";
    private const string Rule = "H2B-16";

    /// <summary>Preliminary known on day 2, dose on day 10.</summary>
    [Theory]
    [InlineData(16, "")]
    [InlineData(17, "low active")]
    [InlineData(30, "low active")]
    [InlineData(31, "moderate active")]
    public void Evaluate_DoseOnAPreliminaryResult_IsRaisedAndEscalates(int day, string expected) => Treated().Said(Flag, day).ShouldBe(expected);

    [Fact]
    public void Evaluate_Raised_IsProvisional()
    {
        var flag = Treated().Flags(Flag, 20).Single();

        flag.Provisional.ShouldBeTrue();
        flag.Evidence.Select(static e => e.Key.Value).ShouldBe(["MedicationAdministration/d10", "Observation/p"]);
        flag.Text.ShouldBe("trastuzumab was given on 2021-01-14 after a preliminary HER2 result of 2021-01-04; no final HER2 result was known.");
    }

    [Fact]
    public void NextDue_DoseOnAPreliminaryResult_NamesBothLimits()
    {
        Treated().AsOf(12).NextDue.ShouldBe(Instant(17));
        Treated().AsOf(17).NextDue.ShouldBe(Instant(31));
    }

    [Fact]
    public void Evaluate_DoseLaterThanTheLimit_StartsWithTheDose()
    {
        var patient = Pending().Doses(Trastuzumab, 25);

        patient.Said(Flag, 24).ShouldBeEmpty();
        patient.Said(Flag, 25).ShouldBe("low active");
    }

    [Theory]
    [InlineData(9, "")]
    [InlineData(17, "")]
    [InlineData(18, "low resolved")]
    [InlineData(40, "moderate resolved")]
    public void Evaluate_FinalOnAnotherSpecimen_ClearsWhenKnown(int issued, string expected) =>
        Treated().Ihc("final", 3, 0, issued: issued, specimen: "Specimen/final").Said(Flag, 60).ShouldBe(expected);

    [Fact]
    public void Evaluate_FinalVersionOfTheSameResult_ResolvesWhenItCame()
    {
        var replaced = Preliminary() with { ReplacedAt = Instant(40) };
        var final = Preliminary() with { Standing = FactStanding.Final, Source = Preliminary().Source with { VersionId = "2" } };

        new PatientBuilder().Gastric().Assayed(replaced).Assayed(final).Doses(Trastuzumab, 10).Said(Flag, 60).ShouldBe("moderate resolved");
    }

    /// <summary>The bridge came late: the final version says itself when it was issued.</summary>
    [Theory]
    [InlineData(16, "")]
    [InlineData(20, "low resolved")]
    [InlineData(40, "moderate resolved")]
    public void Evaluate_FinalVersionIssuedLater_ResolvesWhenItWasIssued(int issued, string expected)
    {
        var replaced = Preliminary() with { ReplacedAt = Instant(400) };
        var final = Preliminary() with { Standing = FactStanding.Final, Issued = Instant(issued), Source = Preliminary().Source with { VersionId = "2" } };

        new PatientBuilder().Gastric().Assayed(replaced).Assayed(final).Doses(Trastuzumab, 10).Said(Flag, 60).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_EarlierFinalResult_IsNotOnlyPreliminary() =>
        Treated().Ihc("old", -100, 3, specimen: "Specimen/old").Said(Flag, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_DoseBeforeTheResultOnly_IsNotActedOnIt() => Pending().Doses(Trastuzumab, -5).Said(Flag, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_DoseOnTheDayOfTheResult_IsUndetermined()
    {
        var morning = Preliminary() with { Issued = Instant(10).AddHours(9) };

        new PatientBuilder().Gastric().Assayed(morning).Doses(Trastuzumab, 10).Undetermined(Rule, 30).ShouldBe(["order-of-dose-and-result"]);
    }

    [Fact]
    public void Evaluate_Withdrawn_IsNoResult() =>
        new PatientBuilder().Gastric().Assayed(Preliminary() with { Standing = FactStanding.Withdrawn }).Doses(Trastuzumab, 10).Said(Flag, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_UnreadReport_MayHoldTheFinalResult()
    {
        Treated().Gap("text-not-read", 12).Said(Flag, 20).ShouldBeEmpty();
        Treated().Gap("text-not-read", 12).Undetermined(Rule, 20).ShouldBe(["text-not-read"]);
    }

    [Fact]
    public void Evaluate_TestsNotReadThrough_IsUndetermined() =>
        Treated().Undetermined(Rule, 20, new Completeness(Instant(15), Instant(300))).ShouldBe(["tests-not-read-through"]);

    [Theory]
    [InlineData(TumourKind.Other)]
    [InlineData(TumourKind.Breast)]
    public void Evaluate_EveryTumour_IsAsked(TumourKind kind) =>
        new PatientBuilder().Tumour(kind).Assayed(Preliminary()).Doses(Deruxtecan, 10).Said(Flag, 20).ShouldBe("low active");

    /// <summary>The final result names neither tumour: it may be the treated one's, or not.</summary>
    [Theory]
    [InlineData(12, "")]
    [InlineData(20, "low active")]
    public void Evaluate_FinalResultOfOneOfTwoTumours_IsUndetermined(int issued, string expected)
    {
        var patient = OfTwoTumours().Ihc("x", 8, 3, issued: issued, specimen: "Specimen/x");

        patient.Said(Flag, 25).ShouldBe(expected);
        patient.Undetermined(Rule, 25).ShouldBe(["tumour-not-assigned"]);
    }

    [Fact]
    public void Evaluate_FinalResultOfTheTreatedTumour_NeedsNoOther() =>
        OfTwoTumours().Ihc("x", 8, 3, issued: 12, specimen: "Specimen/x")
            .Assayed(Assay("own", 8, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 12, specimen: "Specimen/own") with { Conditions = [new("Condition/gastric")] })
            .Undetermined(Rule, 25).ShouldBeEmpty();

    private static PatientBuilder OfTwoTumours() => new PatientBuilder().Gastric().Breast()
        .Assayed(Preliminary() with { Conditions = [new("Condition/gastric")] })
        .Add(new TherapyFact
        {
            Source = new SourceRef("MedicationAdministration", "d10", "1", "MedicationAdministration"),
            When = Day(10),
            Drug = Trastuzumab,
            WasGiven = true,
            Conditions = [new("Condition/gastric")],
        });

    private static AssayFact Preliminary() =>
        Assay("p", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 2, specimen: "Specimen/p") with { Standing = FactStanding.Preliminary };

    private static PatientBuilder Pending() => new PatientBuilder().Gastric().Assayed(Preliminary());

    private static PatientBuilder Treated() => Pending().Doses(Trastuzumab, 10);
}
