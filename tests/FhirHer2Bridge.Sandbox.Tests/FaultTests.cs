using System.Net;
using FhirHer2Bridge.Sandbox.Faults;

namespace FhirHer2Bridge.Sandbox.Tests;

public sealed class FaultTests : SandboxTestBase
{
    [Fact]
    public async Task FailingPage_OnItsPage_FailsAndTheOthersPass()
    {
        Fill(6);
        var fault = Server.Faults.On(new FailingPage { Type = "Observation", Page = 2, Times = 1 });

        var first = await Get("Observation?_count=2");
        var failed = await Send(HttpMethod.Get, Link(first, "next")!);
        var retried = await Send(HttpMethod.Get, Link(first, "next")!);

        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        Ids(await Json(retried)).ShouldBe(["o2", "o3"]);
        fault.Fired.ShouldBe(1);
    }

    [Fact]
    public async Task FailingPage_OfAnotherType_IsNotThisOne()
    {
        Fill(6);
        Server.Faults.On(new FailingPage { Type = "Patient", Page = 1 });

        (await Pages("Observation?_count=2")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task DuplicatePage_Whole_IsServedTwice()
    {
        Fill(5);
        Server.Faults.On(new DuplicatePage { Page = 1 });

        (await Pages("Observation?_count=2")).ShouldBe([["o0", "o1"], ["o0", "o1"], ["o2", "o3"], ["o4"]]);
    }

    [Fact]
    public async Task DuplicatePage_OneRow_IsRepeatedOnTheNext()
    {
        Fill(4);
        Server.Faults.On(new DuplicatePage { Page = 1, Repeated = 1 });

        (await Pages("Observation?_count=2")).ShouldBe([["o0", "o1"], ["o1", "o2"], ["o3"]]);
    }

    [Theory]
    [InlineData("unavailable-with-retry-after,seconds=7", 503, "7")]
    [InlineData("unavailable-with-retry-after,status=429,seconds=60,asDate=true", 429, "Fri, 01 Mar 2024 08:01:00 GMT")]
    public async Task Unavailable_Once_SaysWhenToComeBack(string description, int status, string retryAfter)
    {
        Server.Faults.On(description);

        var busy = await Send(HttpMethod.Get, "Observation");
        var then = await Send(HttpMethod.Get, "Observation");

        ((int)busy.StatusCode).ShouldBe(status);
        busy.Headers.GetValues("Retry-After").Single().ShouldBe(retryAfter);
        then.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task LostResponse_OnAWrite_HasCommittedIt()
    {
        Server.Faults.On(new LostResponse());

        await Send(HttpMethod.Get, "Observation");
        await Should.ThrowAsync<HttpRequestException>(() => Send(HttpMethod.Post, "Observation", Observation("k")));

        Store.CountOf("Observation").ShouldBe(1);
        Server.Requests[^1].Aborted.ShouldBeTrue();
        (await Send(HttpMethod.Post, "Observation", Observation("k"))).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task LateVisibleRows_UntilReleased_AreReadableButNotFound()
    {
        Fill(2);
        var fault = Server.Faults.On(new LateVisibleRows { Ids = "o1" });

        var before = await Get("Observation");
        var read = await Send(HttpMethod.Get, "Observation/o1");
        fault.Release();
        var after = await Get("Observation");

        Ids(before).ShouldBe(["o0"]);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        Ids(after).ShouldBe(["o0", "o1"]);
    }

    [Fact]
    public async Task LateVisibleRows_WithADelay_AppearBehindTheCursor()
    {
        Fill(1);
        Server.Faults.On("late-visible-rows,delay=00:02:00");

        var early = await Get("Observation");
        Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await Get("Observation?_lastUpdated=le2024-03-01T08:00:00Z");

        Ids(early).ShouldBeEmpty();
        Ids(late).ShouldBe(["o0"]);
    }

    [Fact]
    public async Task ForeignHostNextLink_SwitchedOffAgain_PointsHome()
    {
        Fill(3);
        var fault = Server.Faults.On(new ForeignHostNextLink());

        var foreign = Link(await Get("Observation?_count=2"), "next");
        Server.Faults.Off(fault);
        var home = Link(await Get("Observation?_count=2"), "next");

        foreign.ShouldStartWith("http://fhir.invalid/fhir?_getpages=");
        home.ShouldStartWith(Server.Base.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public void Catalog_EveryFault_IsKnownByName()
    {
        FaultCatalog.Names.ShouldBe(
        [
            "duplicate-page", "failing-page", "foreign-host-next-link", "late-visible-rows", "lost-response",
            "unavailable-with-retry-after",
        ]);
        FaultCatalog.Names.Select(static name => FaultCatalog.Create(name).Name).ShouldBe(FaultCatalog.Names);
    }

    [Theory]
    [InlineData("no-such-fault")]
    [InlineData("failing-page,colour=red")]
    [InlineData("failing-page,page")]
    [InlineData("failing-page,page=two")]
    [InlineData("failing-page,fired=2")]
    public void Catalog_DescriptionNotUnderstood_IsRefused(string description) =>
        Should.Throw<ArgumentException>(() => FaultCatalog.Create(description));

    private void Fill(int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            Store.Put(Observation($"o{i}"));
        }
    }
}
