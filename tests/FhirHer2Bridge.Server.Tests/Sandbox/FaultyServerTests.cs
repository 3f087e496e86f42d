using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>What servers do wrong, with a whole cycle over it.</summary>
public sealed class FaultyServerTests : SandboxTest
{
    private const string Reminder = "trastuzumab-without-reassessment";

    private static readonly StoryCase Reminded = StoryCase.Load("0003-no-test-on-resection");
    private static readonly StoryCase Changed = StoryCase.Load("0001-seed-gastric-case");
    private static readonly DateOnly Day175 = new(2021, 6, 28);
    private static readonly DateOnly Day185 = new(2021, 7, 8);
    private static readonly DateOnly DayOfChange = new(2021, 5, 21);

    [Fact]
    public async Task Sync_WithAFailingMiddlePage_IsIncompleteAndRaisesNoReminder()
    {
        var bridge = Own(new Bridge(Server.Base) { PageSize = 2 });
        Load(Reminded, bundles: 11);
        await bridge.SyncWholeAsync(Day175);
        var fault = Server.Faults.On(new FailingPage { Type = "Observation", Page = 2 });

        var report = await bridge.SyncAsync(Day185);
        var during = await Client.FlagsAsync();
        Server.Faults.Off(fault);
        await bridge.SyncWholeAsync(Day185);

        report.IsComplete.ShouldBeFalse();
        during.ShouldNotContain(static flag => flag.Code == Reminder);
        (await Client.FlagsAsync()).Count(static flag => flag.Code == Reminder).ShouldBe(1);
    }

    [Fact]
    public async Task Sync_WithAFailingMiddlePageOnTheFirstLoad_RaisesNoReminderAndLaterExactlyOne()
    {
        var bridge = Own(new Bridge(Server.Base) { PageSize = 2 });
        Load(Reminded, bundles: 11);
        var fault = Server.Faults.On(new FailingPage { Type = "Observation", Page = 2 });

        var report = await bridge.SyncAsync(Day185);
        var during = await Client.FlagsAsync();
        Server.Faults.Off(fault);
        await bridge.SyncWholeAsync(Day185);

        report.IsComplete.ShouldBeFalse();
        during.ShouldNotContain(static flag => flag.Code == Reminder);
        (await Client.FlagsAsync()).Count(static flag => flag.Code == Reminder).ShouldBe(1);
    }

    [Fact]
    public async Task Sync_WithAFailingMiddlePage_ClosesNoStandingReminder()
    {
        var bridge = Own(new Bridge(Server.Base) { PageSize = 2 });
        Load(Reminded, bundles: 11);
        await bridge.SyncWholeAsync(Day185);
        Server.ClearRequests();
        Server.Faults.On(new FailingPage { Type = "MedicationAdministration", Page = 2 });

        var report = await bridge.SyncAsync(Day185.AddDays(200));

        report.IsComplete.ShouldBeFalse();
        Writes().ShouldBeEmpty();
        (await Client.FlagsAsync()).Single(static flag => flag.Code == Reminder).State.ShouldBe("active");
    }

    [Theory]
    [InlineData("lost-response,type=Observation")]
    [InlineData("lost-response,type=Device")]
    [InlineData("lost-response,type=Provenance")]
    [InlineData("lost-response,reads=true,times=3")]
    [InlineData("duplicate-page")]
    [InlineData("duplicate-page,page=2,repeated=1")]
    [InlineData("unavailable-with-retry-after,times=1")]
    [InlineData("unavailable-with-retry-after,type=Observation,status=429,asDate=true")]
    public async Task Sync_UnderAPassingFault_LeavesEachFlagOnce(string fault)
    {
        var bridge = Own(new Bridge(Server.Base) { PageSize = 3 });
        Load(Changed, bundles: 9);
        Server.Faults.On(fault);

        await bridge.SyncAsync(DayOfChange);
        await bridge.SyncAsync(DayOfChange);
        await bridge.SyncWholeAsync(DayOfChange);
        Server.Faults.Clear();

        (await Client.FlagsAsync()).Select(static flag => flag.Said)
            .ShouldBe([$"{Changed.Patient} positive-to-negative high active"]);
    }

    [Fact]
    public async Task Sync_WithRowsThatBecomeVisibleLate_ReadsThemWithTheNextWindow()
    {
        var bridge = NewBridge();
        Load(Changed, bundles: 8);
        await bridge.SyncWholeAsync(DayOfChange.AddDays(-1));
        Load(Changed, bundles: 9);
        var late = Server.Faults.On(new LateVisibleRows { Ids = IdsOf(Changed.Bundles[8]) });

        await bridge.SyncAsync(DayOfChange);
        var during = await Client.FlagsAsync();
        late.Release();
        await bridge.SyncWholeAsync(DayOfChange);

        during.Select(static flag => (flag.Code, flag.State)).ShouldBe([("equivocal-without-reflex", "active")]);
        (await Client.FlagsAsync()).Select(static flag => (flag.Code, flag.State))
            .ShouldBe([("equivocal-without-reflex", "resolved"), ("positive-to-negative", "active")]);
    }

    [Fact]
    public async Task Sync_WithANextLinkToAnotherHost_DoesNotFollowItAndIsIncomplete()
    {
        var bridge = Own(new Bridge(Server.Base) { PageSize = 2 });
        Load(Reminded, bundles: 11);
        Server.Faults.On(new ForeignHostNextLink());

        var report = await bridge.SyncAsync(Day185);

        report.Windows.Where(static window => !window.Closed).ShouldNotBeEmpty();
        (await Client.FlagsAsync()).ShouldBeEmpty();
    }

    private static string IdsOf(StoryBundle bundle) =>
        string.Join(' ', bundle.Resources.Select(static resource => (string?)resource["id"]));
}
