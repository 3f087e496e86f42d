using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Service;
using FhirHer2Bridge.Service.Cli;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Hapi;

/// <summary>HAPI FHIR with other manners, each a server of its own.</summary>
[Collection(OneHapiAtATime.Name)]
public sealed class HapiVariantTests
{
    private static readonly StoryCase Story = StoryCase.Load("0001-seed-gastric-case");
    private static readonly DateOnly DayOfChange = new(2021, 5, 21);

    [HapiFact]
    public async Task Sync_WhereClientIdsAreRefused_CreatesTheFlagOnceByCondition()
    {
        await using var hapi = await HapiServer.StartAsync(("HAPI_CLIENT_IDS", "not_allowed"));
        using var client = new FhirClient(hapi.Base);
        using var bridge = new Bridge(hapi.Base);
        await client.LoadAsync(Story.AsCreates(9));

        await bridge.SyncWholeAsync(DayOfChange);
        var before = (await client.FlagsAsync()).ShouldHaveSingleItem();
        await bridge.SyncWholeAsync(DayOfChange.AddDays(1));
        bridge.Lose();
        await bridge.SyncWholeAsync(DayOfChange.AddDays(1));

        var after = (await client.FlagsAsync()).ShouldHaveSingleItem();
        before.Code.ShouldBe("positive-to-negative");
        before.Id.ShouldNotStartWith("her2flag-");
        (after.Id, after.Version).ShouldBe((before.Id, before.Version));
        (await client.SearchAsync("Device?_count=50")).Count.ShouldBe(1);
    }

    [HapiFact]
    public async Task Sync_WithPagesOfFiveBehindAToken_ReadsEverythingAndWithoutTheTokenNothing()
    {
        await using var hapi = await HapiServer.StartAsync(("HAPI_PAGE", "5"), ("HAPI_TOKEN", "let-me-in"));
        using var client = new FhirClient(hapi.Base, "let-me-in");
        using var stranger = new Bridge(hapi.Base);
        using var bridge = new Bridge(hapi.Base) { Token = "let-me-in" };
        foreach (var bundle in Story.Bundles.Take(9))
        {
            await client.LoadAsync(bundle);
        }

        await Should.ThrowAsync<FhirRefusedException>(() => stranger.SyncAsync(DayOfChange));
        (await ExitAsync(hapi, stranger)).ShouldBe(ExitCode.Refused);
        var report = await bridge.SyncWholeAsync(DayOfChange);
        var before = (await client.FlagsAsync()).ShouldHaveSingleItem();
        await bridge.SyncWholeAsync(DayOfChange);

        report.Windows.ShouldContain(static window => window.Pages > 1);
        (await client.FlagsAsync()).ShouldHaveSingleItem().Version.ShouldBe(before.Version);
    }

    [HapiFact]
    public async Task Sync_OfAServerThatTakesNoWrites_EndsWithTwoAndKeepsTheFlagToSend()
    {
        await using var hapi = await HapiServer.StartAsync(("HAPI_READ_ONLY", "1"));
        using var client = new FhirClient(hapi.Base);
        using var bridge = new Bridge(hapi.Base);
        foreach (var bundle in Story.Bundles.Take(9))
        {
            await client.LoadAsync(bundle);
        }

        var exit = await ExitAsync(hapi, bridge);

        exit.ShouldBe(ExitCode.Incomplete);
        (await client.FlagsAsync()).ShouldBeEmpty();
        await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(bridge.Store, CancellationToken.None);
        var endpoint = (await store.ReadEndpointsAsync(CancellationToken.None)).ShouldHaveSingleItem();
        var kept = (await store.ReadOutboxAsync(endpoint, includeParked: true, CancellationToken.None)).ShouldHaveSingleItem();
        (kept.Flag.Code, kept.Parked).ShouldBe(("positive-to-negative", false));
    }

    [HapiFact]
    public async Task Sync_OfTwoBridgesWithOneSecret_LeavesEachFlagOnce()
    {
        await using var hapi = await HapiServer.StartAsync();
        using var client = new FhirClient(hapi.Base);
        using var first = new Bridge(hapi.Base);
        using var second = new Bridge(hapi.Base);
        foreach (var bundle in Story.Bundles.Take(8))
        {
            await client.LoadAsync(bundle);
        }

        await first.SyncWholeAsync(new DateOnly(2021, 5, 14));
        second.ShareSecretOf(first);
        await second.SyncWholeAsync(new DateOnly(2021, 5, 14));
        await client.LoadAsync(Story.Bundles[8]);

        await Task.WhenAll(first.SyncAsync(new DateOnly(2021, 5, 21)), second.SyncAsync(new DateOnly(2021, 5, 21)));
        await first.SyncWholeAsync(new DateOnly(2021, 5, 21));
        await second.SyncWholeAsync(new DateOnly(2021, 5, 21));

        (await client.FlagsAsync()).Select(static flag => flag.Code).ShouldBe(["equivocal-without-reflex", "positive-to-negative"]);
    }

    private static Task<int> ExitAsync(HapiServer hapi, Bridge bridge) => CommandLine.RunAsync(
        ["sync", "--server", hapi.Base.AbsoluteUri, "--store", bridge.Store, "--as-of", $"{DayOfChange:yyyy-MM-dd}"],
        TimeProvider.System);
}
