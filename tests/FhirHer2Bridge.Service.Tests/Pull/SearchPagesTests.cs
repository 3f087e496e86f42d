using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class SearchPagesTests
{
    [Fact]
    public async Task Read_ThreePages_ClosesWithTheTimeOfTheFirst()
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(
            Searchset.Of("a", "b").Next($"{pull.Server.Base}?_getpages=x&_getpagesoffset=2").Answer(),
            Searchset.Of("c").Next("?page=3").With("meta", null).Answer(),
            Searchset.Of("d").Answer());

        var result = await pull.ReadAsync();

        result.Closed.ShouldBeTrue(result.FailureText);
        result.ServerTime.ShouldBe(DateTimeOffset.Parse(Searchset.Time, System.Globalization.CultureInfo.InvariantCulture));
        (result.Pages, result.Rows).ShouldBe((3, 4));
        pull.Seen.ShouldBe(["Observation/a", "Observation/b", "Observation/c", "Observation/d"]);
        pull.Server.Requests.Select(r => $"{r.Method} {r.Address}").ShouldBe(
            ["POST /fhir/Observation/_search", "GET /fhir/?_getpages=x&_getpagesoffset=2", "GET /fhir/?page=3"]);
    }

    [Fact]
    public async Task Read_FirstRequest_IsAStrictUncachedForm()
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(Searchset.Of().Answer());

        await pull.ReadAsync();

        var request = pull.Server.Requests.ShouldHaveSingleItem();
        request.Body.ShouldBe("_lastUpdated=ge2026-01-15T07%3A00%3A00.000Z&_sort=_lastUpdated&_count=2");
        request.Headers["Content-Type"].ShouldBe("application/x-www-form-urlencoded");
        request.Headers["Prefer"].ShouldBe("handling=strict");
        request.Headers["Cache-Control"].ShouldBe("no-cache");
        request.Headers["Accept"].ShouldBe("application/fhir+json");
        request.Headers["X-Request-Id"].Length.ShouldBe(32);
    }

    [Theory]
    [InlineData(500, PullErrors.ServerFailing)]
    [InlineData(302, PullErrors.SearchRefused)]
    [InlineData(400, PullErrors.SearchRefused)]
    public async Task Read_MiddlePageFails_HandsOverRowsButDoesNotClose(int status, string code)
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(
            Searchset.Of("a").Next("?page=2").Answer(), new ScriptedAnswer(status) { Headers = { ["Location"] = "/elsewhere" } });

        var result = await pull.ReadAsync();

        result.Closed.ShouldBeFalse();
        result.FailureCode.ShouldBe(code);
        pull.Seen.ShouldBe(["Observation/a"]);
        pull.Server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("<html>sign in</html>")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[]")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[],\"entry\":[]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\"}]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[]}")]
    [InlineData("{\"resourceType\":\"OperationOutcome\"}")]
    [InlineData("")]
    public async Task Read_AnswerIsNoPage_DoesNotClose(string body)
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(new ScriptedAnswer(200, body));

        var result = await pull.ReadAsync();

        result.FailureCode.ShouldBe(PullErrors.NotAPage);
    }

    [Fact]
    public async Task Read_NextLinkToAnotherOrigin_SendsNothingThere()
    {
        await using var pull = await PullHarness.StartAsync();
        await using var foreign = await ScriptedFhirServer.StartAsync();
        pull.Server.Then(Searchset.Of("a").Next($"{foreign.Base}?page=2").Answer());

        var result = await pull.ReadAsync();

        result.FailureCode.ShouldBe(PullErrors.ForeignOrigin);
        foreign.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_NextLinkRepeats_Stops()
    {
        await using var pull = await PullHarness.StartAsync();
        var looping = Searchset.Of("a").Next($"{pull.Server.Base}?page=2").Answer();
        pull.Server.Then(looping, looping, looping);

        var result = await pull.ReadAsync();

        result.FailureCode.ShouldBe(PullErrors.RepeatedLink);
        pull.Server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(410)]
    [InlineData(404)]
    public async Task Read_NextLinkForgotten_StartsOnceMore(int status)
    {
        await using var pull = await PullHarness.StartAsync();
        var first = Searchset.Of("a").Next("?page=2").Answer();
        pull.Server.Then(first, new ScriptedAnswer(status), first, Searchset.Of("b").Answer());

        var result = await pull.ReadAsync();

        result.Closed.ShouldBeTrue(result.FailureText);
        result.Pages.ShouldBe(2);
        pull.Seen.ShouldBe(["Observation/a", "Observation/a", "Observation/b"]);
    }

    [Fact]
    public async Task Read_NextLinkForgottenTwice_DoesNotClose()
    {
        await using var pull = await PullHarness.StartAsync();
        var first = Searchset.Of("a").Next("?page=2").Answer();
        pull.Server.Then(first, new ScriptedAnswer(410), first, new ScriptedAnswer(410));

        var result = await pull.ReadAsync();

        result.FailureCode.ShouldBe(PullErrors.SearchForgotten);
        pull.Server.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Read_ServerRefusesUsInPlainText_Throws(int status)
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(new ScriptedAnswer(status, "Unauthorized") { ContentType = "text/plain" });

        var refused = await Should.ThrowAsync<FhirRefusedException>(() => pull.ReadAsync());

        refused.Code.ShouldBe(PullErrors.AccessRefused);
    }

    [Fact]
    public async Task Read_MorePagesThanAllowed_Stops()
    {
        await using var pull = await PullHarness.StartAsync(new PullSettings { MaxPages = 2 });
        pull.Server.Then(
            Searchset.Of("a").Next("?page=2").Answer(), Searchset.Of("b").Next("?page=3").Answer(), Searchset.Of("c").Answer());

        var result = await pull.ReadAsync();

        result.FailureCode.ShouldBe(PullErrors.TooManyPages);
        pull.Server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(501)]
    public async Task Read_PostSearchNotOffered_SearchesInTheUrlAndRemembers(int status)
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(new ScriptedAnswer(status), Searchset.Of("a").Answer(), Searchset.Of("a").Answer());

        var first = await pull.ReadAsync();
        var second = await pull.ReadAsync();

        first.Closed.ShouldBeTrue(first.FailureText);
        second.Closed.ShouldBeTrue(second.FailureText);
        pull.Server.Requests.Select(r => r.Method).ShouldBe(["POST", "GET", "GET"]);
        pull.Server.Requests[1].Address.ShouldStartWith("/fhir/Observation?_lastUpdated=ge2026-01-15T07%3A00%3A00.000Z&");
    }

    [Fact]
    public async Task Read_HandlerFails_IsNotSwallowed()
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(Searchset.Of("a").Answer());

        var read = pull.Pages.ReadAsync(
            PullHarness.Observations, (_, _) => throw new InvalidOperationException("store"), CancellationToken.None);

        await Should.ThrowAsync<InvalidOperationException>(() => read);
    }
}
