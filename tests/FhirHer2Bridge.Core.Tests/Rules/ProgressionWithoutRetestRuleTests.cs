using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F08")]
public sealed class ProgressionWithoutRetestRuleTests
{
    private const string Code = ProgressionWithoutRetestRule.Code;

    private static RuleId Id => ProgressionWithoutRetestRule.Id;

    [Theory]
    [Trait("Row", "5/retest-grace")]
    [InlineData(341, "")]
    [InlineData(342, "moderate active 342")]
    [InlineData(343, "moderate active 342")]
    public void Evaluate_NoTest_FiresWhenTheGraceIsOver(int day, string expected) =>
        string.Join('|', OncePositive().Progression(300).Episodes(Code, day)).ShouldBe(expected);

    [Theory]
    [InlineData(271, true)]
    [InlineData(272, false)]
    [InlineData(342, false)]
    public void Evaluate_TestAround_CountsFromFourWeeksBefore(int collected, bool fires) =>
        OncePositive().Progression(300).Ihc("t", collected, 2, specimen: "Specimen/t").Episodes(Code, 342).Length.ShouldBe(fires ? 1 : 0);

    [Fact]
    public void Evaluate_TestReportedLate_Clears() =>
        OncePositive().Progression(300).Ihc("t", 330, 0, issued: 350, specimen: "Specimen/t").Episodes(Code, 360)
            .ShouldBe(["moderate resolved 342 to 350 reassessed"]);

    [Fact]
    public void Evaluate_DrugGivenInTheGrace_IsAnotherRulesBusiness() =>
        OncePositive().Progression(300).Doses(Trastuzumab, 342).Episodes(Code, 342).ShouldBeEmpty();

    [Fact]
    public void Evaluate_DrugGivenLater_Clears() =>
        OncePositive().Progression(300).Doses(Trastuzumab, 343).Episodes(Code, 350).ShouldBe(["moderate resolved 342 to 343 treatment-began"]);

    [Fact]
    public void Evaluate_PriorHer2Drug_IsModerate() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Doses(Trastuzumab, 20).Progression(300)
            .Episodes(Code, 342).ShouldBe(["moderate active 342"]);

    [Theory]
    [InlineData(1, "low active 342")]
    [InlineData(0, "")]
    public void Evaluate_GastricNegativeTestedOnce_IsLowWithIhcOneOnly(int score, string expected) =>
        string.Join('|', new PatientBuilder().Gastric().Ihc("n", 0, score, specimen: "Specimen/n").Progression(300).Episodes(Code, 342)).ShouldBe(expected);

    [Fact]
    public void Evaluate_GastricNegativeTestedTwice_IsSilent() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 1, specimen: "Specimen/n").Ihc("m", 100, 1, specimen: "Specimen/m").Progression(300)
            .Episodes(Code, 342).ShouldBeEmpty();

    [Theory]
    [InlineData(ProgressionKind.Metastasis, "moderate active 342")]
    [InlineData(ProgressionKind.LocalRecurrence, "moderate active 342")]
    [InlineData(ProgressionKind.Progression, "")]
    public void Evaluate_BreastNegative_FirstReturnOnly(ProgressionKind kind, string expected) =>
        string.Join('|', BreastNegative().Add(Worse(300, kind, "liver")).Episodes(Code, 342)).ShouldBe(expected);

    [Fact]
    public void Evaluate_BreastNegativeSecondReturn_IsSilent() =>
        BreastNegative().Add(Worse(200, ProgressionKind.Metastasis, "liver")).Ihc("t", 205, 0, specimen: "Specimen/t")
            .Add(Worse(300, ProgressionKind.Metastasis, "lung")).Episodes(Code, 342).ShouldBeEmpty();

    [Theory]
    [InlineData(89, 0)]
    [InlineData(90, 0)]
    [InlineData(91, 1)]
    public void Evaluate_MetastasisAtStaging_IsNoProgression(int day, int expected) =>
        BreastNegative().Add(Worse(day, ProgressionKind.Metastasis, "liver")).Episodes(Code, day + 42).Length.ShouldBe(expected);

    [Fact]
    public void Evaluate_SameMetastasisRecordedAgain_IsNoProgression() =>
        BreastNegative().Add(Worse(20, ProgressionKind.Metastasis, "liver")).Add(Worse(300, ProgressionKind.Metastasis, "liver"))
            .Episodes(Code, 342).ShouldBeEmpty();

    [Fact]
    public void Evaluate_WorseAgainWhileOpen_IsOneFlag() =>
        OncePositive().Progression(300).Progression(320).Progression(400).Episodes(Code, 500).ShouldBe(["moderate active 342"]);

    [Fact]
    public void Evaluate_WorseAfterARetest_IsAnother() =>
        OncePositive().Progression(300).Ihc("t", 360, 0, specimen: "Specimen/t").Progression(500).Episodes(Code, 600)
            .ShouldBe(["moderate resolved 342 to 360 reassessed", "moderate active 542"]);

    [Fact]
    public void Evaluate_Death_NeverFiresAfterwards() =>
        OncePositive().Progression(300).Death(341).Episodes(Code, 400).ShouldBeEmpty();

    [Fact]
    public void Evaluate_NotReadThrough_IsUndetermined()
    {
        var patient = OncePositive().Progression(300);

        patient.Unanswered(Id, 342, new Completeness(Instant(341), Instant(400))).ShouldBe(["tests-not-read-through"]);
        patient.Unanswered(Id, 342, new Completeness(Instant(400), Instant(341))).ShouldBe(["doses-not-read-through"]);
    }

    [Fact]
    public void Evaluate_SomethingUnread_IsUndetermined()
    {
        OncePositive().Progression(300).Gap("text-not-read", 310).Unanswered(Id, 342).ShouldBe(["text-not-read"]);
        OncePositive().Progression(300).Gap("medication-unresolved", 310, mayHideTest: false, mayHideDose: true).Unanswered(Id, 342)
            .ShouldBe(["doses-not-read-through"]);
    }

    [Fact]
    public void Evaluate_TumourTypeUnknownAndReadingsDiffer_IsUndetermined() =>
        new PatientBuilder().Ihc("n", 0, 0, specimen: "Specimen/n").Add(Worse(300, ProgressionKind.Metastasis, "liver")).Unanswered(Id, 342)
            .ShouldBe(["tumour-type-unknown"]);

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_SeveralTumoursAndNoneNamed_IsUndetermined() =>
        BreastNegative().Gastric().Add(Worse(300, ProgressionKind.Metastasis, "liver")).Unanswered(Id, 342).ShouldContain("progression-not-assigned");

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_SeveralTumoursAndOneNamed_IsAboutThatOne()
    {
        var named = Worse(300, ProgressionKind.Metastasis, "liver") with { Conditions = [new ResourceKey("Condition/breast")] };

        new PatientBuilder().Gastric().Breast().Add(named).AsOf(342).Flags.Single(static flag => flag.Code == Code).Tumour.ShouldBe(TumourKind.Breast);
    }

    [Fact]
    public void Flag_Text_NamesTheEventAndTheLastTest()
    {
        var flag = OncePositive().Progression(300).AsOf(342).Flags.Single(static flag => flag.Code == Code);

        flag.Text.ShouldBe("worsened on 2021-10-31; no HER2 test of this tumour from then on is on record, and no HER2-directed dose. "
            + "Last HER2 result negative on 2021-04-14 (IHC 0).");
        flag.Evidence.Select(static e => e.Key.Value).ShouldBe(["Observation/pd300", "Observation/n"]);
    }

    [Fact]
    public void SeedCase_WithoutAscitesResult_FiresOnDay476()
    {
        var patient = OncePositive().Doses(Trastuzumab, 60, 81, 102).Progression(434);

        patient.Episodes(Code, 475).ShouldBeEmpty();
        patient.Episodes(Code, 476).ShouldBe(["moderate active 476"]);
    }

    private static PatientBuilder OncePositive() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Ihc("n", 100, 0, specimen: "Specimen/n");

    private static PatientBuilder BreastNegative() => new PatientBuilder().Breast().Ihc("n", 0, 0, specimen: "Specimen/n");

    private static ProgressionFact Worse(int day, ProgressionKind kind, string label) => new()
    {
        Source = new SourceRef("Condition", FormattableString.Invariant($"w{day}"), "1", "Condition.code"),
        When = Day(day),
        Label = label,
        Kind = kind,
    };

    [Fact]
    public void Evaluate_WorseLongAfterTheFirstBecameHistorical_IsAnother() =>
        OncePositive().Progression(300).Progression(1200).Episodes(Code, 1300)
            .ShouldBe(["moderate resolved 342 to 666 historical", "moderate active 1242"]);

    /// <summary>What was left open years ago does not leave the new progression open.</summary>
    [Fact]
    public void Evaluate_WorseLongAfterOneThatCouldNotBeTold_IsJudgedByItself() =>
        OncePositive().Progression(300).Gap("text-not-read", 310).Progression(1200).Episodes(Code, 1300).ShouldBe(["moderate active 1242"]);

    /// <summary>With day precision nobody knows which came first; the drug was stopped and nobody tested again.</summary>
    [Theory]
    [InlineData(147, "")]
    [InlineData(148, "moderate active 148")]
    [InlineData(460, "moderate active 148")]
    public void Evaluate_ProgressionOnTheDayOfTheLastDose_FiresWhenTheCourseIsOver(int day, string expected)
    {
        var patient = TreatedThrough(105).Progression(105);

        string.Join('|', patient.Episodes(Code, day)).ShouldBe(expected);
        patient.Episodes(TrastuzumabWithoutReassessmentRule.Code, day).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_OneDoseAfterTheProgression_FollowsRule02()
    {
        var patient = TreatedThrough(105).Progression(112).Doses(Trastuzumab, 126);

        patient.Episodes(TrastuzumabWithoutReassessmentRule.Code, 300).ShouldBe(["high resolved 155 to 169 treatment-stopped"]);
        patient.Episodes(Code, 168).ShouldBeEmpty();
        patient.Episodes(Code, 300).ShouldBe(["moderate active 169"]);
        patient.AsOf(300).Flags.Single(static flag => flag.Code == Code).Text
            .ShouldContain("The last HER2-directed dose was on 2021-05-10.");
    }

    [Fact]
    public void Evaluate_TreatedAgainAndStoppedAgain_FiresAgain() =>
        OncePositive().Progression(300).Doses(Trastuzumab, 343).Episodes(Code, 400)
            .ShouldBe(["moderate resolved 342 to 343 treatment-began", "moderate active 386"]);

    [Fact]
    public void Evaluate_ProgressionAgainOnTheDrug_IsTheOneLeftUnanswered()
    {
        var patient = TreatedThrough(105).Progression(90).Progression(100);

        patient.AsOf(200).Flags.Single(static flag => flag.Code == Code).Anchor.ShouldBe("Observation/pd100");
    }

    private static PatientBuilder TreatedThrough(int last) =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Every(Trastuzumab, 0, last, 21);

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_FirstMetastasisOfTheBreastAfterOneOfTheStomach_Fires()
    {
        var patient = BreastNegative().Gastric()
            .Add(Worse(200, ProgressionKind.Metastasis, "liver") with { Conditions = [new ResourceKey("Condition/gastric")] })
            .Add(Worse(300, ProgressionKind.Metastasis, "lung") with { Conditions = [new ResourceKey("Condition/breast")] });

        patient.AsOf(342).Flags.Single(static flag => flag.Code == Code).Tumour.ShouldBe(TumourKind.Breast);
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Evaluate_FirstMetastasisAfterOneThatNamesNoTumour_Fires() =>
        BreastNegative().Gastric().Add(Worse(200, ProgressionKind.Metastasis, "liver"))
            .Add(Worse(300, ProgressionKind.Metastasis, "lung") with { Conditions = [new ResourceKey("Condition/breast")] })
            .AsOf(342).Flags.ShouldContain(static flag => flag.Code == Code);

    [Theory]
    [Trait("Row", "4e/several-primaries")]
    [InlineData(TumourKind.Breast, true)]
    [InlineData(TumourKind.Gastric, false)]
    public void Evaluate_RecurrenceThatNamesItsOrgan_IsOfTheTumourOfThatOrgan(TumourKind organ, bool fires)
    {
        var patient = BreastNegative().Gastric().Add(Worse(300, ProgressionKind.LocalRecurrence, "back") with { Tumour = organ });

        patient.AsOf(342).Flags.Any(static flag => flag.Code == Code).ShouldBe(fires);
        patient.Unanswered(Id, 342).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_RecurrenceOfAnOrganWithoutATumourOnRecord_IsUndetermined() =>
        BreastNegative().Add(Worse(300, ProgressionKind.LocalRecurrence, "back") with { Tumour = TumourKind.Gastric }).Unanswered(Id, 342)
            .ShouldBe(["progression-not-assigned"]);
}
