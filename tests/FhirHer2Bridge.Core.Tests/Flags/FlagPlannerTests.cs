using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Flags;

public sealed class FlagPlannerTests
{
    [Fact]
    public void Plan_NothingStands_RaisesOnlyWhatIsActive()
    {
        var changes = Lost().AsOf(300).Changes;
        var ended = Lost().Ihc("c", 295, 3, specimen: "Specimen/c").AsOf(300).Changes;

        changes.ShouldHaveSingleItem().ShouldBeOfType<FlagChange.Raise>();
        ended.Select(static change => change.Flag.Code).ShouldBe(["negative-to-positive"]);
    }

    [Fact]
    public void Plan_AssessedTwice_ChangesNothing()
    {
        var first = Lost().AsOf(300);

        Lost().AsOf(310, null, Standing(first)).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_EpisodeEnded_Resolves()
    {
        var standing = Standing(Lost().AsOf(300));

        Lost().Ihc("c", 400, 3, specimen: "Specimen/c").AsOf(401, null, standing).Changes
            .Select(static change => change.GetType().Name).Order(StringComparer.Ordinal).ShouldBe(["Raise", "Resolve"]);
    }

    [Fact]
    public void Plan_EvidenceWithdrawn_Withdraws()
    {
        var standing = Standing(Lost().AsOf(300));
        var healed = new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a");

        var change = healed.AsOf(300, null, standing).Changes.ShouldHaveSingleItem().ShouldBeOfType<FlagChange.Withdraw>();

        change.Flag.State.ShouldBe(FlagState.Withdrawn);
        change.Key.ShouldBe("k0");
    }

    [Fact]
    public void Plan_RuleUndetermined_KeepsTheStandingFlag()
    {
        var treated = new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 32, 200, 21)
            .Only(TrastuzumabWithoutReassessmentRule.Id);
        var standing = Standing(treated.AsOf(190));

        treated.Gap("text-not-read", 100).AsOf(190, null, standing).Changes.ShouldBeEmpty();
        treated.AsOf(190, Completeness.Unknown, standing).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_WithdrawnFlagHoldsAgain_IsANewFlag()
    {
        var standing = Standing(Lost().AsOf(300)).Select(static s => s with { State = FlagState.Withdrawn }).ToArray();

        var raise = Lost().AsOf(300, null, standing).Changes.ShouldHaveSingleItem().ShouldBeOfType<FlagChange.Raise>();

        raise.Flag.Anchor.ShouldBe("Observation/b#2");
    }

    [Fact]
    public void Plan_LateMemberSortsFirst_KeepsTheFlag()
    {
        var standing = Standing(Lost().AsOf(300));

        var changes = Lost().Ish("a-late-gene-test", 200, amplified: false, specimen: "Specimen/b").AsOf(300, null, standing).Changes;

        changes.ShouldHaveSingleItem().ShouldBeOfType<FlagChange.Amend>().Flag.Anchor.ShouldBe("Observation/b");
    }

    [Fact]
    public void Plan_AdoptedFlag_IsMatchedByItsEvidence()
    {
        var adopted = new StandingFlag
        {
            Key = "k0",
            Code = "positive-to-negative",
            State = FlagState.Active,
            Evidence = [new ResourceKey("Observation/b")],
        };

        Lost().AsOf(300, null, adopted).Changes.ShouldHaveSingleItem().ShouldBeOfType<FlagChange.Amend>().Key.ShouldBe("k0");
    }

    [Fact]
    public void Plan_DismissedByAPerson_IsLeftAlone()
    {
        var standing = Standing(Lost().AsOf(300)).Select(static s => s with { Dismissed = true }).ToArray();

        Lost().Ihc("c", 400, 3, specimen: "Specimen/c").AsOf(401, null, standing).Changes
            .ShouldHaveSingleItem().Flag.Code.ShouldBe("negative-to-positive");
    }

    private static PatientBuilder Lost() =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 200, 0, specimen: "Specimen/b");

    private static StandingFlag[] Standing(PatientAssessment assessment) =>
        [.. assessment.Changes.Select(static (change, i) => new StandingFlag
        {
            Key = $"k{i}",
            Code = change.Flag.Code,
            Anchor = change.Flag.Anchor,
            State = change.Flag.State,
            Evidence = change.Flag.Evidence.Select(static source => source.Key).ToEquatableArray(),
            Content = change.Flag,
        })];
}
