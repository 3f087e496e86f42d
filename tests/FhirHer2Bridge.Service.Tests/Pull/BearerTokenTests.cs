using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class BearerTokenTests : IDisposable
{
    private static readonly FhirRequest Metadata = new(HttpMethod.Get, "metadata");

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Send_TokenFileChanges_UsesTheNewOneAtOnce()
    {
        await using var pull = await StartAsync();
        pull.Server.Then(new ScriptedAnswer(200), new ScriptedAnswer(200));

        await File.WriteAllTextAsync(_file, "first\n");
        await pull.Transport.SendAsync(Metadata, CancellationToken.None);
        await File.WriteAllTextAsync(_file, "second\n");
        await pull.Transport.SendAsync(Metadata, CancellationToken.None);

        pull.Server.Requests.Select(r => r.Headers["Authorization"]).ShouldBe(["Bearer first", "Bearer second"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("one\ntwo")]
    public async Task Send_TokenIsNoToken_SendsNothingAndDoesNotRepeatIt(string content)
    {
        await using var pull = await StartAsync();
        await File.WriteAllTextAsync(_file, content);

        var refused = await Should.ThrowAsync<FhirRefusedException>(() => pull.Transport.SendAsync(Metadata, CancellationToken.None));

        refused.Code.ShouldBe(PullErrors.TokenUnavailable);
        refused.Message.ShouldNotContain("two");
        pull.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_TokenFileIsGone_SendsNothing()
    {
        await using var pull = await StartAsync();
        File.Delete(_file);

        await Should.ThrowAsync<FhirRefusedException>(() => pull.Transport.SendAsync(Metadata, CancellationToken.None));

        pull.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_NextLinkToAnotherOrigin_KeepsTheToken()
    {
        await using var pull = await StartAsync();
        await using var foreign = await ScriptedFhirServer.StartAsync();
        await File.WriteAllTextAsync(_file, "secret");
        pull.Server.Then(Searchset.Of("a").Next(foreign.Base.AbsoluteUri).Answer());

        await pull.ReadAsync();

        pull.Server.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe("Bearer secret");
        foreign.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_VariableIsNotSet_Refuses()
    {
        var token = new BearerToken(new ServerSettings { BearerTokenVariable = "FHIRHER2BRIDGE_TEST_ABSENT" });

        await Should.ThrowAsync<FhirRefusedException>(async () => await token.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_NothingConfigured_IsNull()
    {
        var token = new BearerToken(new ServerSettings());

        var header = await token.ReadAsync(CancellationToken.None);

        header.ShouldBeNull();
    }

    private Task<PullHarness> StartAsync() =>
        PullHarness.StartAsync(settings: url => new ServerSettings { BaseUrl = url, BearerTokenFile = _file, Retries = 0 });
}
