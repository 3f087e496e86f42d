using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>Nothing new on the server: time alone, a lost store, a second bridge.</summary>
public sealed class QuietCycleTests : SandboxTest
{
    private const string NoReassessment = "trastuzumab-without-reassessment";

    /// <summary>What this patient has on both days.</summary>
    private static readonly string[] Others = ["equivocal-without-reflex", "no-retest-after-surgery"];

    private static readonly StoryCase Story = StoryCase.Load("0003-no-test-on-resection");
    private static readonly DateOnly Day175 = new(2021, 6, 28);
    private static readonly DateOnly Day185 = new(2021, 7, 8);

    [Fact]
    public async Task Sync_BeforeAndAfterDay180WithoutAChange_RaisesExactlyOneReminder()
    {
        var bridge = NewBridge();
        Load(Story, bundles: 11);

        await bridge.SyncWholeAsync(Day175);
        var before = await Client.FlagsAsync();
        await bridge.SyncWholeAsync(Day185);
        var after = await Client.FlagsAsync();

        before.Select(static flag => flag.Code).ShouldBe(Others);
        after.Select(static flag => (flag.Code, flag.State)).ShouldBe([.. Others.Select(static code => (code, "active")), (NoReassessment, "active")]);
    }

    [Fact]
    public async Task Sync_OneDayLaterWithoutAThresholdCrossed_SendsNoWrite()
    {
        var bridge = NewBridge();
        Load(Story, bundles: 11);
        await bridge.SyncWholeAsync(Day185);
        Server.ClearRequests();

        await bridge.SyncWholeAsync(Day185.AddDays(1));

        Writes().ShouldBeEmpty();
    }

    [Fact]
    public async Task Sync_AfterStoreAndKeyAreLost_WritesNoNewFlag()
    {
        var bridge = NewBridge();
        Load(Story, bundles: 11);
        await bridge.SyncWholeAsync(Day185);
        var before = await Client.FlagsAsync();

        bridge.Lose();
        Server.ClearRequests();
        await bridge.SyncWholeAsync(Day185.AddDays(1));
        await bridge.SyncWholeAsync(Day185.AddDays(1));

        var after = await Client.FlagsAsync();
        after.Select(static flag => (flag.Id, flag.Version)).ShouldBe(before.Select(static flag => (flag.Id, flag.Version)));
        Writes().ShouldAllBe(static request => request.Path.StartsWith("Device/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sync_OfTwoBridgesWithOneSecret_LeavesEachFlagOnce()
    {
        var first = NewBridge();
        var second = NewBridge();
        Load(Story, bundles: 11);
        await first.SyncWholeAsync(Day175);
        second.ShareSecretOf(first);
        await second.SyncWholeAsync(Day175);

        await Task.WhenAll(first.SyncWholeAsync(Day185), second.SyncWholeAsync(Day185));
        await first.SyncWholeAsync(Day185);
        await second.SyncWholeAsync(Day185);

        (await Client.FlagsAsync()).Select(static flag => flag.Code).ShouldBe([.. Others, NoReassessment]);
    }

    [Fact]
    public async Task Sync_AfterTheStoreIsLostAndTheFlagNoLongerHolds_WithdrawsItOnTheServer()
    {
        var story = StoryCase.Load("0005-retracted-negative-result");
        var bridge = NewBridge();
        Load(story, bundles: 2);
        await bridge.SyncWholeAsync(story.Steps[1].AsOf);
        var before = (await Client.FlagsAsync()).ShouldHaveSingleItem();
        bridge.Lose();
        Load(story);

        await bridge.SyncWholeAsync(story.Steps[2].AsOf);

        var after = (await Client.FlagsAsync()).ShouldHaveSingleItem();
        before.State.ShouldBe("active");
        (after.Id, after.State).ShouldBe((before.Id, "withdrawn"));
    }

    [Fact]
    public async Task Sync_AfterTheStoreIsLostAndTheFlagEnded_ResolvesItOnTheServer()
    {
        var bridge = NewBridge();
        Load(Story, bundles: 11);
        await bridge.SyncWholeAsync(Day185);
        bridge.Lose();
        Load(Story);

        await bridge.SyncWholeAsync(Story.Steps[^1].AsOf);
        await bridge.SyncWholeAsync(Story.Steps[^1].AsOf);

        (await Client.FlagsAsync()).Single(static flag => flag.Code == NoReassessment).State.ShouldBe("resolved");
    }
}
