using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>The time for reading is up between two pages.</summary>
public sealed class OutOfTimeTests : SandboxTest
{
    private static readonly StoryCase Story = StoryCase.Load("0003-no-test-on-resection");
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(14)]
    public async Task Sync_WhoseTimeIsUpBetweenPages_StopsThereAndLosesNothing(int pages)
    {
        var bridge = Own(new Bridge(Server.Base) { PageSize = 2 });
        Load(Story, bundles: 11);

        var report = await bridge.SyncAsync("2021-07-08", new TimeByRequests(() => Server.Requests.Count), Start.AddMinutes(pages));
        var searches = Server.Requests.Count(static request => request.Method is "GET" or "POST" && !request.Path.StartsWith("Device", StringComparison.Ordinal));
        var during = await Client.FlagsAsync();
        await bridge.SyncWholeAsync(new DateOnly(2021, 7, 8));

        report.OutOfTime.ShouldBeTrue();
        report.IsComplete.ShouldBeFalse();
        report.Windows.Where(static window => !window.Closed).ShouldAllBe(static window => window.FailureCode == PullErrors.OutOfTime);
        report.Incomplete().Select(static line => line.Split(':')[0]).Concat(report.Issues.Keys).ShouldContain(PullErrors.OutOfTime);
        report.Incomplete().ShouldContain(static line => line.StartsWith(RunErrors.OutOfTime, StringComparison.Ordinal));
        searches.ShouldBeLessThanOrEqualTo(pages + 2);
        during.ShouldBeEmpty();
        (await Client.FlagsAsync()).Select(static flag => flag.Code)
            .ShouldBe(["equivocal-without-reflex", "no-retest-after-surgery", "trastuzumab-without-reassessment"]);
    }

    /// <summary>Each request takes a minute.</summary>
    private sealed class TimeByRequests(Func<int> requests) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Start.AddMinutes(requests());
    }
}
