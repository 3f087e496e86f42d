using System.Net;

namespace FhirHer2Bridge.Sandbox.Tests;

public sealed class PagingTests : SandboxTestBase
{
    [Fact]
    public async Task Pages_FollowedToTheEnd_GiveEveryRowOnce()
    {
        Fill(7);

        var pages = await Pages("Observation?_count=3");

        pages.Select(static page => page.Length).ShouldBe([3, 3, 1]);
        pages.SelectMany(static page => page).ShouldBe(["o0", "o1", "o2", "o3", "o4", "o5", "o6"]);
    }

    [Fact]
    public async Task NextLink_OfAPage_IsOpaqueAndOnTheBase()
    {
        Fill(3);

        var next = Link(await Get("Observation?_count=2&patient=p1"), "next")!;

        next.ShouldStartWith(Server.Base.ToString().TrimEnd('/') + "?_getpages=");
        next.ShouldNotContain("patient");
    }

    [Fact]
    public async Task Page_CountTooLarge_IsCappedWithoutWord()
    {
        Fill(12);

        (await Pages("Observation?_count=1000")).Select(static page => page.Length).ShouldBe([10, 2]);
        (await Pages("Observation")).Select(static page => page.Length).ShouldBe([5, 5, 2]);
    }

    [Fact]
    public async Task Page_UnknownToken_IsGone()
    {
        var answer = await Send(HttpMethod.Get, "?_getpages=unknown&_getpagesoffset=2");

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Page_RowChangedMeanwhile_ShowsTheCurrentVersion()
    {
        Fill(3);
        var next = Link(await Get("Observation?_count=2"), "next")!;
        Store.Put(Observation("o2", code: "changed"));
        Store.Put(Observation("o9"));

        var page = await Get(next);

        Ids(page).ShouldBe(["o2"]);
        page["entry"]![0]!["resource"]!["meta"]!["versionId"]!.GetValue<string>().ShouldBe("2");
    }

    protected override SandboxOptions Options() => base.Options() with { PageSize = 5, MaxPageSize = 10 };

    private void Fill(int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            Store.Put(Observation($"o{i}"));
        }
    }
}
