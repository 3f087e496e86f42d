using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Service;
using FhirHer2Bridge.Service.Cli;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>Servers that ask for a token, take no writes, or choose the ids themselves.</summary>
public sealed class ServerMannersTests
{
    private static readonly StoryCase Story = StoryCase.Load("0001-seed-gastric-case");
    private static readonly DateOnly DayOfChange = new(2021, 5, 21);

    [Fact]
    public async Task Sync_WithoutTheTokenAsked_EndsWithFour()
    {
        await using var server = await StartAsync(new SandboxOptions { BearerToken = "let-me-in" });
        using var bridge = new Bridge(server.Base);

        await Should.ThrowAsync<FhirRefusedException>(() => bridge.SyncAsync(DayOfChange));
        var exit = await CommandLine.RunAsync(
            ["sync", "--server", server.Base.AbsoluteUri, "--store", bridge.Store + ".cli"], TimeProvider.System);

        exit.ShouldBe(ExitCode.Refused);
    }

    [Fact]
    public async Task Sync_WithTheTokenAsked_WritesTheFlag()
    {
        await using var server = await StartAsync(new SandboxOptions { BearerToken = "let-me-in" });
        using var bridge = new Bridge(server.Base) { Token = "let-me-in" };
        using var client = new FhirClient(server.Base, "let-me-in");

        await bridge.SyncWholeAsync(DayOfChange);

        (await client.FlagsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sync_OfAReadOnlyServer_KeepsTheFlagAndSendsItLater()
    {
        await using var closed = await StartAsync(new SandboxOptions { ReadOnly = true });
        using var bridge = new Bridge(closed.Base);
        var exit = await CommandLine.RunAsync(
            ["sync", "--server", closed.Base.AbsoluteUri, "--store", bridge.Store, "--as-of", $"{DayOfChange:yyyy-MM-dd}"], TimeProvider.System);
        var port = closed.Base.Port;
        await closed.DisposeAsync();

        await using var open = await StartAsync(new SandboxOptions { Port = port });
        using var client = new FhirClient(open.Base);
        var later = await CommandLine.RunAsync(
            ["sync", "--server", open.Base.AbsoluteUri, "--store", bridge.Store, "--as-of", $"{DayOfChange:yyyy-MM-dd}"], TimeProvider.System);

        exit.ShouldBe(ExitCode.Incomplete);
        later.ShouldBe(ExitCode.Ok);
        (await client.FlagsAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task Sync_WhereClientIdsAreRefused_CreatesEachFlagOnceByCondition(int status)
    {
        await using var server = await StartAsync(new SandboxOptions { ClientIds = ClientIds.Refused, ClientIdsRefusedStatus = status });
        using var bridge = new Bridge(server.Base);
        using var client = new FhirClient(server.Base);

        await bridge.SyncWholeAsync(DayOfChange);
        server.ClearRequests();
        await bridge.SyncWholeAsync(DayOfChange);
        bridge.Lose();
        await bridge.SyncWholeAsync(DayOfChange);

        var flag = (await client.FlagsAsync()).ShouldHaveSingleItem();
        flag.Id.ShouldNotStartWith("her2flag-");
        server.Requests.ShouldNotContain(static request => request.Method == "PUT" && request.Status < 300);
        server.Requests.ShouldNotContain(static request => request.Method == "POST" && request.Path == "Observation" && request.Status == 201);
    }

    private static async Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        var server = await SandboxServer.StartAsync(options, CancellationToken.None);
        foreach (var bundle in Story.Bundles.Take(9))
        {
            server.Store.LoadBundle(bundle.ToUtf8());
        }

        return server;
    }
}
