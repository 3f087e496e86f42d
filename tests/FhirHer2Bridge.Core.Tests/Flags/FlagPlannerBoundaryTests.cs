using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Flags;

/// <summary>What holds against what stands, one flag at a time.</summary>
public sealed class FlagPlannerBoundaryTests
{
    [Theory]
    [InlineData(FlagState.Active, FlagState.Active, true, "")]
    [InlineData(FlagState.Active, FlagState.Active, false, "Amend")]
    [InlineData(FlagState.Resolved, FlagState.Active, true, "Amend")]
    [InlineData(FlagState.Active, FlagState.Resolved, true, "Resolve")]
    [InlineData(FlagState.Resolved, FlagState.Resolved, true, "")]
    [InlineData(FlagState.Resolved, FlagState.Resolved, false, "Resolve")]
    public void Plan_StandingBesideWhatHolds_ChangesOnlyWhatDiffers(FlagState stands, FlagState holds, bool sameContent, string expected)
    {
        var flag = Flag() with { State = holds };
        var content = sameContent ? flag : flag with { Text = "other" };

        Names(Plan([flag], [Stands(stands, content)])).ShouldBe(expected);
    }

    [Fact]
    public void Plan_ContentNotKnown_IsWrittenAgain()
    {
        Names(Plan([Flag()], [Stands(FlagState.Active, null)])).ShouldBe("Amend");
        Names(Plan([Flag() with { State = FlagState.Resolved }], [Stands(FlagState.Resolved, null)])).ShouldBe("Resolve");
        Names(Plan([], [Stands(FlagState.Active, null)])).ShouldBe("", "nobody can say what it was that does not hold");
    }

    [Fact]
    public void Plan_OtherMembersOfTheSameEvent_AreNoOtherContent() =>
        Names(Plan([Flag() with { AnchorMembers = ["Observation/a", "Observation/b"] }], [Stands(FlagState.Active, Flag())])).ShouldBe("");

    [Fact]
    public void Plan_NothingStandsAndResolved_IsNotWritten() => Names(Plan([Flag() with { State = FlagState.Resolved }], [])).ShouldBe("");

    [Fact]
    public void Plan_StandsAndNoLongerHolds_IsWithdrawnUnlessNobodyCanTell()
    {
        var stands = Stands(FlagState.Active, Flag());

        Names(Plan([], [stands])).ShouldBe("Withdraw");
        Names(Plan([], [stands with { State = FlagState.Resolved }])).ShouldBe("Withdraw");
        Names(Plan([], [stands with { State = FlagState.Withdrawn }])).ShouldBe("");
        Names(Plan([], [stands with { Dismissed = true }])).ShouldBe("");
        Names(Plan([], [stands with { Code = "of-a-rule-not-asked" }])).ShouldBe("");
        Names(Plan([], [stands], new UndeterminedRule(new RuleId("H2B-99"), "r"))).ShouldBe("");
        Names(Plan([], [stands], new UndeterminedRule(new RuleId("H2B-98"), "r"))).ShouldBe("Withdraw");
    }

    [Theory]
    [InlineData("Observation/a", true)]
    [InlineData("Observation/a#2", true)]
    [InlineData("Observation/b", true)]
    [InlineData("Observation/b#3", true)]
    [InlineData("Observation/c", false)]
    [InlineData("Observation/a#", false)]
    [InlineData("Observation/a#x", false)]
    [InlineData("Observation/a#2x", false)]
    [InlineData("#2", false)]
    public void Plan_AnchorNumberedOrOfAnotherMember_IsTheSameEvent(string anchor, bool same)
    {
        var flag = Flag() with { AnchorMembers = ["Observation/a", "Observation/b"] };

        Names(Plan([flag], [Stands(FlagState.Active, flag with { Anchor = anchor }) with { Anchor = anchor }])).ShouldBe(same ? "" : "Raise Withdraw");
    }

    [Theory]
    [InlineData("#2", "#2")]
    [InlineData("a#2", "a")]
    [InlineData("a#", "a#")]
    [InlineData("a#x", "a#x")]
    public void Plan_AnchorThatOnlyLooksNumbered_IsItself(string standing, string anchor) =>
        Names(Plan([Flag() with { Anchor = anchor, AnchorMembers = [] }], [Stands(FlagState.Active, Flag() with { Anchor = standing, AnchorMembers = [] }) with { Anchor = standing }]))
            .ShouldBe("");

    [Fact]
    public void Plan_WithdrawnBefore_IsRaisedUnderTheNextNumber()
    {
        var withdrawn = Stands(FlagState.Withdrawn, Flag());

        Plan([Flag()], [withdrawn]).Single().Flag.Anchor.ShouldBe("Observation/a#2");
        Plan([Flag()], [withdrawn, withdrawn with { Key = "k2", Anchor = "Observation/a#2" }]).Single().Flag.Anchor.ShouldBe("Observation/a#3");
        Plan([Flag()], [withdrawn with { Code = "other" }]).Single().Flag.Anchor.ShouldBe("Observation/a");
        Plan([Flag()], [withdrawn with { Anchor = "Observation/z" }]).Single().Flag.Anchor.ShouldBe("Observation/a");
        Plan([Flag()], [withdrawn with { Anchor = null }]).Single().Flag.Anchor.ShouldBe("Observation/a");
    }

    [Fact]
    public void Plan_AdoptedWithoutAnAnchor_IsMatchedByEvidenceOnly()
    {
        var adopted = Stands(FlagState.Active, Flag()) with { Anchor = null, Evidence = [new ResourceKey("Observation/a")] };

        Names(Plan([Flag()], [adopted])).ShouldBe("");
        Names(Plan([Flag()], [adopted with { Evidence = [new ResourceKey("Observation/q")] }])).ShouldBe("Raise Withdraw");
        Names(Plan([Flag()], [adopted with { Code = "code-2" }])).ShouldBe("Raise Withdraw");
    }

    [Fact]
    public void Plan_TwoThatHoldAndOneThatStands_EachIsMatchedOnce()
    {
        var second = Flag() with { Anchor = "Observation/b", AnchorMembers = ["Observation/a", "Observation/b"] };

        Names(Plan([Flag(), second], [Stands(FlagState.Active, Flag())])).ShouldBe("Raise");
    }

    [Fact]
    public void StrongerFlag_OpenOnTheSameTumour_SilencesUntilItEnds()
    {
        // 03 (given after a negative result) is open: 02 on the same course adds nothing until the status is positive again.
        var patient = new PatientBuilder().Gastric().Ihc("t", 0, 0, specimen: "Specimen/t").Every(Trastuzumab, 5, 320, 21);

        patient.AsOf(250).Flags.Select(static flag => flag.Code).ShouldContain("her2-drug-after-negative");
        patient.AsOf(250).Flags.Select(static flag => flag.Code).ShouldNotContain("trastuzumab-without-reassessment");
    }

    [Fact]
    public void Assess_SeveralFlags_AreInOrderOfTheirStartThenCodeThenAnchor()
    {
        var flags = new PatientBuilder().Gastric(-3).Ihc("a", 0, 1, specimen: "Specimen/a").Ish("i", 0, true, specimen: "Specimen/a")
            .Ihc("b", 0, 1, specimen: "Specimen/b").Ish("j", 0, true, specimen: "Specimen/b").Gap("value-not-read", 0)
            .Doses(Trastuzumab, 5).Doses(Deruxtecan, 5).AsOf(6).Flags;

        flags.Select(static flag => (flag.Start, flag.Code, flag.Anchor)).ShouldBe(
            flags.Select(static flag => (flag.Start, flag.Code, flag.Anchor)).OrderBy(static key => key.Start)
                .ThenBy(static key => key.Code, StringComparer.Ordinal).ThenBy(static key => key.Anchor, StringComparer.Ordinal));
        flags.Count(static flag => flag.Code == "ihc-ish-mismatch").ShouldBe(2);
        flags.Select(static flag => flag.Start).Distinct().Count().ShouldBeGreaterThan(1);
        flags.Where(static flag => flag.Start == Instant(0)).Select(static flag => flag.Code).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void RuleBook_TwoOfOneName_IsRefusedAndWithoutLeavesOut()
    {
        var rules = RuleBook.Default.Rules;

        Should.Throw<ArgumentException>(() => new RuleBook([.. rules, rules[0]])).ParamName.ShouldBe("rules");
        var rest = RuleBook.Default.Without(new HashSet<string>(StringComparer.Ordinal) { rules[0].Card.Id.Value });
        rest.Rules.Count.ShouldBe(rules.Count - 1);
        rest.Rules.ShouldNotContain(rules[0]);
        rest.CodesInForce.Keys.ShouldNotContain(rules[0].Card.Codes[0]);
        rules.Select(static rule => rule.Card.Id.Value).ShouldBeInOrder();
        rules.Count.ShouldBe(typeof(FlagRule).Assembly.GetTypes().Count(static type => type.IsSubclassOf(typeof(FlagRule)) && !type.IsAbstract));
    }

    private static EquatableArray<FlagChange> Plan(Flag[] flags, StandingFlag[] standing, params UndeterminedRule[] undetermined) => FlagPlanner.Plan(
        flags.ToEquatableArray(),
        standing,
        undetermined.ToEquatableArray(),
        new Dictionary<string, RuleId>(StringComparer.Ordinal) { ["code"] = new("H2B-99"), ["code-2"] = new("H2B-97") });

    private static string Names(EquatableArray<FlagChange> changes) => string.Join(' ', changes.Select(static change => change.GetType().Name));

    private static Flag Flag() => new()
    {
        Patient = new("p1"),
        Rule = new("H2B-99"),
        Code = "code",
        Anchor = "Observation/a",
        AnchorMembers = ["Observation/a"],
        Severity = FlagSeverity.Low,
        State = FlagState.Active,
        Effective = Day(0),
        Start = Instant(0),
        Text = "text",
        Evidence = [new SourceRef("Observation", "a", "1", "Observation")],
    };

    private static StandingFlag Stands(FlagState state, Flag? content) => new()
    {
        Key = "k1",
        Code = "code",
        Anchor = content?.Anchor ?? "Observation/a",
        State = state,
        Evidence = [new ResourceKey("Observation/a")],
        Content = content,
    };
}
