using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Core.Tests.Tables;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>What a rule cannot see is said to be undetermined, and is waited for no longer than it may take.</summary>
public sealed class WhatIsNotKnownTests
{
    [Theory]
    [Trait("Row", "5/progression-arm")]
    [InlineData(ProgressionKind.Progression, true)]
    [InlineData(ProgressionKind.LocalRecurrence, true)]
    [InlineData(ProgressionKind.Metastasis, false)]
    public void Progression_WithoutADate_LeavesTheRulesThatAskForItUndetermined(ProgressionKind kind, bool asked)
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Every(Trastuzumab, 10, 115, 21).Add(Progressed(null, kind));

        foreach (var rule in new[] { "H2B-02", "H2B-06", "H2B-08", "H2B-09" })
        {
            patient.Undetermined(rule, 120).Contains("progression-not-dated").ShouldBe(asked, rule);
        }
    }

    [Fact]
    [Trait("Row", "7/F10")]
    [Trait("Row", "7/F11")]
    public void Progression_WithoutADateBesidePlasmaSamples_LeavesFallAndRiseUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Plasma("base", 5, 8).Every(Trastuzumab, 10, 115, 21)
            .Plasma("later", 110, 4).Add(Progressed(null, ProgressionKind.Progression));

        patient.Undetermined("H2B-10", 120).ShouldBe(["progression-not-dated"]);
        patient.Undetermined("H2B-11", 120).ShouldBe(["progression-not-dated"]);
    }

    /// <summary>The staging window of 90 days ends on day 90: a metastasis of 2021 may lie in it or not, one of January lies in it.</summary>
    [Theory]
    [InlineData(1, 3, false)]
    [InlineData(1, 12, true)]
    public void Progression_MetastasisOfADateThatMayBeStaging_IsUndetermined(int from, int to, bool asked)
    {
        var start = new DateTimeOffset(2021, from, 1, 0, 0, 0, TimeSpan.Zero);
        var time = new ClinicalTime(start, new DateTimeOffset(2021, to, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1), TimePrecision.Year, "2021");
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Add(Progressed(time, ProgressionKind.Metastasis));

        patient.Undetermined("H2B-08", 500).Contains("progression-not-dated").ShouldBe(asked);
    }

    /// <summary>First dose on day 10, look-ahead to day 24; pending since day 5, waited for until day 47.</summary>
    [Theory]
    [Trait("Row", "7/F07")]
    [InlineData(30, "", "pending")]
    [InlineData(47, "", "pending")]
    [InlineData(48, "high active", "")]
    public void Pending_ThatNeverReports_HidesTheMissingResultForTheGraceOnly(int day, string expected, string reason)
    {
        var patient = new PatientBuilder().Gastric().Gap("pending", 5).Every(Trastuzumab, 10, 115, 21);

        patient.Said(DrugWithoutResultRule.Code, day).ShouldBe(expected);
        string.Join('|', patient.Undetermined("H2B-07", day)).ShouldBe(reason);
    }

    [Fact]
    [Trait("Row", "7/F07")]
    public void Pending_NextDue_NamesTheEndOfTheWait() =>
        new PatientBuilder().Gastric().Gap("pending", 5).Every(Trastuzumab, 10, 115, 21).Only(DrugWithoutResultRule.Id).AsOf(40).NextDue.ShouldBe(Instant(48));

    /// <summary>Due on day 181; a report of day 170 says pending, which is waited for until day 212.</summary>
    [Theory]
    [Trait("Row", "7/F02")]
    [InlineData(181, "", "pending")]
    [InlineData(213, "moderate active", "")]
    public void Pending_BeforeTheLimit_HidesTheMissingReassessmentForTheGraceOnly(int day, string expected, string reason)
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Every(Trastuzumab, 10, 400, 21).Gap("pending", 170);

        patient.Said(TrastuzumabWithoutReassessmentRule.Code, day).ShouldBe(expected);
        string.Join('|', patient.Undetermined("H2B-02", day)).ShouldBe(reason);
    }

    [Fact]
    [Trait("Row", "7/F12")]
    public void Mismatch_WordsThatOneOfTheCodedResultsBearsOut_StayAMismatch()
    {
        var patient = new PatientBuilder().Gastric().Ihc("i", 0, 3, specimen: "Specimen/s").Ish("g", 0, false, specimen: "Specimen/s")
            .Assayed(Assay("t", 0, AssayMethod.Overall, new AssayResult.Stated(Her2Status.Positive), issued: 20, specimen: "Specimen/s") with { IsNarrative = true });

        patient.Said(IhcIshMismatchRule.Code, 30).ShouldBe("moderate active");
        patient.Said(ContradictoryCodingRule.Code, 30).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "7/F12")]
    public void Mismatch_BetweenCodedResultsBesideWordsAgainstThem_IsSaidToo()
    {
        var patient = new PatientBuilder().Gastric().Ihc("old", 0, 3, issued: 1, specimen: "Specimen/s")
            .Assayed(Assay("t", 0, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: 5, specimen: "Specimen/s") with { IsNarrative = true })
            .Ihc("i", 0, 3, issued: 40, specimen: "Specimen/s").Ish("g", 0, false, issued: 40, specimen: "Specimen/s");

        patient.Said(IhcIshMismatchRule.Code, 50).ShouldBe("moderate active");
        patient.Said(ContradictoryCodingRule.Code, 50).ShouldStartWith("low");
    }

    [Fact]
    [Trait("Row", "7/F12")]
    public void Mismatch_ThatOnlyOneOrgansTableSees_IsUndeterminedForAnUnknownTumour()
    {
        var patient = new PatientBuilder().Ihc("i", 0, 0, specimen: "Specimen/s").Ratio("g", 0, 2.5m, specimen: "Specimen/s");

        patient.Said(IhcIshMismatchRule.Code, 10).ShouldBeEmpty();
        patient.Unanswered(IhcIshMismatchRule.Id, 10).ShouldBe(["tumour-type-unknown"]);
    }

    /// <summary>A contradiction would be old news from day 366 on, and settled by a later result: so it is asked no longer.</summary>
    [Theory]
    [Trait("Row", "7/F12")]
    [InlineData(365, "rule-set-unverified")]
    [InlineData(366, "")]
    public void Mismatch_CountsOfUnverifiedRules_AreAskedAboutWhileTheyWouldMatter(int after, string reason) =>
        string.Join('|', OneSpecimen.Breast(-2000).Ihc(2).Counts("1.1", "2.0").Assess(after).Undetermined
            .Where(static one => one.Rule == IhcIshMismatchRule.Id).Select(static one => one.Reason)).ShouldBe(reason);

    [Theory]
    [Trait("Row", "7/F04")]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void Equivocal_ConcludedWithoutAGeneTestOnRecord_IsUndetermined(int score, bool asked)
    {
        var patient = new PatientBuilder().Gastric().Ihc("i", 0, score, specimen: "Specimen/s")
            .Assayed(Assay("c", 0, AssayMethod.Overall, new AssayResult.Stated(Her2Status.Negative), specimen: "Specimen/s"));

        patient.Unanswered(EquivocalWithoutReflexRule.Id, 60).ShouldBe(asked ? ["reflex-not-on-record"] : []);
        patient.Ish("g", 0, false, specimen: "Specimen/s").Unanswered(EquivocalWithoutReflexRule.Id, 60).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "7/F08")]
    public void Unanswered_TreatmentThatNamesNoTumour_MayMakeTheProgressionMatter() =>
        new PatientBuilder().Gastric().Tumour(TumourKind.Other).Doses(Trastuzumab, 10, 31, 52)
            .Add(Progressed(Day(150), ProgressionKind.Progression) with { Tumour = TumourKind.Gastric })
            .Unanswered(ProgressionWithoutRetestRule.Id, 200).ShouldBe(["dose-not-assigned"]);

    [Fact]
    [Trait("Row", "7/F08")]
    public void Unanswered_PositiveResultThatNamesNoTumour_MayMakeTheProgressionMatter() =>
        new PatientBuilder().Gastric().Breast().Ihc("a", 0, 3, specimen: "Specimen/a")
            .Add(Progressed(Day(150), ProgressionKind.Progression) with { Tumour = TumourKind.Gastric })
            .Unanswered(ProgressionWithoutRetestRule.Id, 200).ShouldBe(["tumour-not-assigned"]);

    [Fact]
    [Trait("Row", "7/F08")]
    public void Unanswered_AdministrationThatCouldNotBeRead_MayMakeTheProgressionMatter()
    {
        var patient = new PatientBuilder().Gastric().Ihc("a", 0, 0, specimen: "Specimen/a").Progression(150);

        patient.Unanswered(ProgressionWithoutRetestRule.Id, 200).ShouldBeEmpty();
        patient.Gap("product-not-read", 50, mayHideTest: false, mayHideDose: true).Unanswered(ProgressionWithoutRetestRule.Id, 200)
            .ShouldBe(["doses-not-read-through"]);
    }

    [Theory]
    [Trait("Row", "7/F08")]
    [InlineData(2, true)]
    [InlineData(0, false)]
    public void Unanswered_EquivocalThatNothingSettled_MayMakeTheProgressionMatter(int score, bool asked) =>
        new PatientBuilder().Gastric().Ihc("a", 0, score, specimen: "Specimen/a").Progression(150)
            .Unanswered(ProgressionWithoutRetestRule.Id, 200).ShouldBe(asked ? ["equivocal-unsettled"] : []);

    [Fact]
    [Trait("Row", "7/F08")]
    public void Unanswered_PositiveInPlasmaOnly_IsEverPositive() =>
        new PatientBuilder().Gastric()
            .Assayed(Assay("p", 0, AssayMethod.Ngs, new AssayResult.Gene(true)) with { Material = SpecimenKind.Plasma })
            .Progression(150).Said(ProgressionWithoutRetestRule.Code, 200).ShouldBe("moderate active");

    [Theory]
    [Trait("Row", "7/F06")]
    [InlineData(5)]
    [InlineData(120)]
    public void NewLine_AdministrationThatCouldNotBeRead_IsUndetermined(int day) =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Every(Trastuzumab, 10, 94, 21).Progression(100)
            .Gap("product-not-read", day, mayHideTest: false, mayHideDose: true).Unanswered(NewHer2LineRule.Id, 140).ShouldBe(["doses-not-read-through"]);

    [Theory]
    [InlineData("alteration-not-read", true)]
    [InlineData("undated-alteration", true)]
    [InlineData("text-not-read", false)]
    public void Alteration_ThatCouldNotBeReadOrPlaced_LeavesBothRulesUndetermined(string gap, bool asked)
    {
        var patient = new PatientBuilder().Gastric().Doses(Trastuzumab, 10).Gap(gap, null, mayHideTest: false);

        patient.Unanswered(ResistanceAlterationRule.Id, 60).ShouldBe(asked ? ["alteration-not-read"] : []);
        patient.Unanswered(SensitisingAlterationRule.Id, 60).ShouldBe(asked ? ["alteration-not-read"] : []);
    }

    [Fact]
    [Trait("Row", "7/F13")]
    public void Alteration_AfterAnAdministrationThatCouldNotBeRead_IsUndetermined() =>
        new PatientBuilder().Gastric().Altered("MET", 60, kind: AlterationKind.Amplification).Gap("product-not-read", 20, mayHideTest: false, mayHideDose: true)
            .Unanswered(ResistanceAlterationRule.Id, 80).ShouldBe(["doses-not-read-through"]);

    /// <summary>The positive retest of day 150 ends the first; the course goes on beyond the progression of day 300.</summary>
    [Fact]
    [Trait("Row", "7/F09")]
    public void Beyond_SecondProgressionInOneCourse_IsAnother() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Course(Trastuzumab, 10, null).Progression(100)
            .Ihc("b", 150, 3, specimen: "Specimen/b").Progression(300).Episodes(BeyondProgressionRule.Code, 340)
            .ShouldBe(["moderate resolved 129 to 150 reassessed", "moderate active 329"]);

    /// <summary>2.5 copies are amplified by the cut-off of 2.4, 2.1 with enough tumour DNA are not: lost, though within the noise band.</summary>
    [Theory]
    [Trait("Row", "7/F10")]
    [Trait("Row", "4f/numeric-only")]
    [InlineData(2.1, "moderate active")]
    [InlineData(2.45, "")]
    public void Fall_BelowTheCutOffWithoutACall_IsLost(decimal copies, string expected) =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Plasma("base", 5, 2.5m).Every(Trastuzumab, 10, 115, 21)
            .Plasma("later", 110, copies).Progression(110).Said(CopyNumberFallRule.Code, 115).ShouldBe(expected);

    [Fact]
    [Trait("Row", "7/F24")]
    public void Untreated_BecamePositiveInPlasmaWithoutAnyTissue_IsRaised() =>
        new PatientBuilder().Gastric().Plasma("n", 0, null, detected: false).Plasma("p", 200, null, detected: true)
            .Said(PositiveUntreatedRule.Code, 300).ShouldBe("moderate active");

    [Fact]
    [Trait("Row", "7/F19")]
    public void Late_ResultThatNamesNoTumour_IsUndeterminedWhereDosesWereGiven()
    {
        var late = Assay("n", 40, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: 42, specimen: "Specimen/n") with { FirstSeen = Instant(120) };

        new PatientBuilder().Gastric().Breast().Doses(Trastuzumab, 52).Assayed(late).Unanswered(BackdatedResultRule.Id, 130).ShouldBe(["tumour-not-assigned"]);
        new PatientBuilder().Gastric().Breast().Assayed(late).Unanswered(BackdatedResultRule.Id, 130).ShouldBeEmpty();
    }

    private static ProgressionFact Progressed(ClinicalTime? when, ProgressionKind kind) => new()
    {
        Source = new SourceRef("Observation", "pd", "1", "Observation.value"),
        When = when,
        Label = "worse",
        Kind = kind,
    };
}
