using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class HttpFhirTransportTests
{
    private static readonly FhirRequest Metadata = new(HttpMethod.Get, "metadata");

    [Fact]
    public async Task Send_ServerAsksToWait_SendsAgainAfterThat()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 1, 15, 8, 0, 0, TimeSpan.Zero));
        await using var pull = await PullHarness.StartAsync(settings: url => new ServerSettings { BaseUrl = url }, time: clock);
        pull.Server.Then(new ScriptedAnswer(503) { Headers = { ["Retry-After"] = "42" } }, new ScriptedAnswer(200, "{}"));

        var answer = pull.Transport.SendAsync(Metadata, CancellationToken.None);
        clock.Advance(await clock.WaitingAsync(length => length == TimeSpan.FromSeconds(42)));

        (await answer).Status.ShouldBe(200);
        pull.Server.Requests.Select(r => r.Headers["X-Request-Id"]).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/fhir/metadata")]
    [InlineData("//127.0.0.1:1/fhir/metadata")]
    [InlineData("https://ehr.example.org/fhir")]
    public async Task Send_AddressOnAnotherOrigin_IsRefusedUnsent(string address)
    {
        await using var pull = await PullHarness.StartAsync();

        var refused = await Should.ThrowAsync<FhirRefusedException>(
            () => pull.Transport.SendAsync(new FhirRequest(HttpMethod.Get, address), CancellationToken.None));

        refused.Code.ShouldBe(PullErrors.ForeignOrigin);
        pull.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_Redirect_IsAnAnswerAndNotFollowed()
    {
        await using var pull = await PullHarness.StartAsync();
        await using var foreign = await ScriptedFhirServer.StartAsync();
        pull.Server.Then(new ScriptedAnswer(307) { Headers = { ["Location"] = foreign.Base.AbsoluteUri, ["Set-Cookie"] = "a=b" } });
        pull.Server.Then(new ScriptedAnswer(200, "{}"));

        var answer = await pull.Transport.SendAsync(Metadata, CancellationToken.None);
        await pull.Transport.SendAsync(Metadata, CancellationToken.None);

        answer.Status.ShouldBe(307);
        foreign.Requests.ShouldBeEmpty();
        pull.Server.Requests[1].Headers.ShouldNotContainKey("Cookie");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Send_CompressedAnswer_IsReadAndLimitedByItsRealSize(string encoding)
    {
        await using var pull = await PullHarness.StartAsync(
            settings: url => new ServerSettings { BaseUrl = url, MaxResponseMebibytes = 1, Retries = 0 });
        pull.Server.Then(Compressed(encoding, 1024 * 1024), Compressed(encoding, 1024 * 1024 + 1));

        var fits = await pull.Transport.SendAsync(Metadata, CancellationToken.None);
        var bomb = await Should.ThrowAsync<FhirUnreachableException>(() => pull.Transport.SendAsync(Metadata, CancellationToken.None));

        fits.Body.Length.ShouldBe(1024 * 1024);
        bomb.Code.ShouldBe(PullErrors.TooLarge);
    }

    [Fact]
    public async Task Send_AnswerBreaksOff_IsNoAnswer()
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(new ScriptedAnswer(200, "{\"resourceType\":\"Bundle\"") { BreaksOff = true });

        var lost = await Should.ThrowAsync<FhirUnreachableException>(() => pull.Transport.SendAsync(Metadata, CancellationToken.None));

        lost.Code.ShouldBe(PullErrors.NoConnection);
    }

    [Fact]
    public async Task Send_NobodyListens_IsUnreachable()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var transport = new HttpFhirTransport(
            new ServerSettings { BaseUrl = $"http://127.0.0.1:{port}/fhir", Retries = 0 },
            TimeProvider.System,
            NullLogger<HttpFhirTransport>.Instance);

        var lost = await Should.ThrowAsync<FhirUnreachableException>(() => transport.SendAsync(Metadata, CancellationToken.None));

        lost.Code.ShouldBe(PullErrors.NoConnection);
    }

    [Fact]
    public async Task Send_CallerCancels_IsACancellation()
    {
        await using var pull = await PullHarness.StartAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => pull.Transport.SendAsync(Metadata, cancelled.Token));
    }

    [Fact]
    public async Task Send_Write_CarriesItsConditionsAndGivesTheVersion()
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(new ScriptedAnswer(201, "{}") { Headers = { ["ETag"] = "W/\"2\"", ["Location"] = "Observation/x/_history/2" } });

        var answer = await pull.Transport.SendAsync(
            new FhirRequest(HttpMethod.Put, "Observation/x") { Body = "{}"u8.ToArray(), IfMatch = "W/\"1\"", Prefer = "return=minimal" },
            CancellationToken.None);

        (answer.ETag, answer.Location).ShouldBe(("W/\"2\"", "Observation/x/_history/2"));
        answer.ServerDate.ShouldNotBeNull();
        var request = pull.Server.Requests.ShouldHaveSingleItem();
        request.Address.ShouldBe("/fhir/Observation/x");
        request.Headers["If-Match"].ShouldBe("W/\"1\"");
        request.Headers["Content-Type"].ShouldBe("application/fhir+json");
        request.Headers.ShouldNotContainKey("Cache-Control");
    }

    [Theory]
    [InlineData("Patient/p1", "Patient")]
    [InlineData("Observation?patient=p1", "Observation")]
    [InlineData("", "base")]
    [InlineData("http://127.0.0.1/fhir?_getpages=p1", "page")]
    [InlineData("?patient=p1", "base")]
    public void Label_Address_HoldsNoIdAndNoQuery(string address, string expected) => FhirMessages.Label(address).ShouldBe(expected);

    private static ScriptedAnswer Compressed(string encoding, int length)
    {
        using var body = new MemoryStream();
        using (Stream packed = encoding is "gzip"
            ? new GZipStream(body, CompressionLevel.Fastest)
            : new BrotliStream(body, CompressionLevel.Fastest))
        {
            packed.Write(new byte[length]);
        }

        return new ScriptedAnswer(200, body.ToArray()) { Headers = { ["Content-Encoding"] = encoding } };
    }
}
