using System.Text;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class PageLedgerTests
{
    private static readonly Uri Base = new("http://127.0.0.1:8080/fhir/");
    private static readonly DateTimeOffset Time = new(2026, 1, 15, 8, 0, 0, 250, TimeSpan.Zero);

    private readonly PageLedger _ledger = new(PullHarness.Observations, new PullSettings { MaxEntriesPerPage = 5 }, Base);

    [Theory]
    [InlineData("error")]
    [InlineData("fatal")]
    [InlineData("odd")]
    public void Close_OutcomeOfAnError_IsIncomplete(string severity)
    {
        var rows = Accept(Searchset.Of("a").Outcome(severity));

        rows.ShouldHaveSingleItem();
        _ledger.Close().FailureCode.ShouldBe(PullErrors.PartialPage);
    }

    [Fact]
    public void Close_OutcomeOfAWarning_ClosesAndCountsTowardsTheTotal()
    {
        Accept(Searchset.Of("a").Outcome("warning").With("total", 2));

        var result = _ledger.Close();

        result.Closed.ShouldBeTrue(result.FailureText);
        result.Warnings.ShouldBe(1);
    }

    [Fact]
    public void Close_FewerRowsThanAnnounced_IsIncomplete()
    {
        Accept(Searchset.Of("a", "b").With("total", 3));
        Accept(Searchset.Of("a", "b"));

        var result = _ledger.Close();

        result.FailureCode.ShouldBe(PullErrors.TotalShort);
    }

    [Fact]
    public void Accept_DroppedAndIncludedRows_AreToldApart()
    {
        var rows = Accept(Searchset.Of()
            .Row("Observation", "old", lastUpdated: "2026-01-15T06:59:59Z")
            .Row("Observation", "new", lastUpdated: "2026-01-15T08:00:00+01:00")
            .Row("Patient", "stray")
            .Row("Specimen", "s", "include")
            .Row("Device", "d", mode: null));

        rows.ShouldNotBeNull();
        rows.Select(row => row.Id).ShouldBe(["new", "s", "d"]);
        _ledger.Close().Dropped.ShouldBe(2);
    }

    [Fact]
    public void Accept_EntriesWithoutResource_CostThemselves()
    {
        var rows = Accept(Searchset.Of("a").Entry("text").Entry(null).Entry(new JsonObject { ["resource"] = 5 }));

        rows.ShouldHaveSingleItem().Id.ShouldBe("a");
        var result = _ledger.Close();
        result.Closed.ShouldBeTrue(result.FailureText);
        result.Damaged.ShouldBe(3);
    }

    [Fact]
    public void Accept_TooManyEntries_IsNoPage()
    {
        var rows = Accept(Searchset.Of("a", "b", "c", "d", "e", "f"));

        rows.ShouldBeNull();
        _ledger.Close().FailureCode.ShouldBe(PullErrors.TooManyPages);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/fhir/Observation?_count=2&_sort=_lastUpdated")]
    [InlineData("http://127.0.0.1:8080/fhir/Observation?code=x")]
    public void Accept_SelfLinkLacksAParameter_FailsBeforeAnyRow(string self)
    {
        var rows = Accept(Searchset.Of("a").Link("self", self));

        rows.ShouldBeNull();
        _ledger.Close().FailureCode.ShouldBe(PullErrors.ParameterIgnored);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/fhir/Observation/_search")]
    [InlineData("http://127.0.0.1:8080/fhir/Observation?_lastUpdated=ge2026-01-15T07%3A00%3A00Z")]
    [InlineData("Observation?_lastUpdated=ge2026-01-15&_sort=_lastUpdated")]
    public void Accept_SelfLinkSaysNothingOrEnough_IsTaken(string self)
    {
        var rows = Accept(Searchset.Of("a").Link("self", self));

        rows.ShouldHaveSingleItem();
    }

    [Fact]
    public void Accept_OrderIgnoredAndPaged_Fails()
    {
        var rows = Accept(Searchset.Of("a").Link("self", "?_lastUpdated=ge2026").Next("?page=2"));

        rows.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-01-15T08:00:00.250Z", "2026-01-15T08:00:00Z", "2026-01-15T08:00:00.250Z")]
    [InlineData(null, "2026-01-15T08:00:00Z", "2026-01-15T07:59:59Z")]
    [InlineData("2026-01-15T08:00:00", "2026-01-15T08:00:00Z", "2026-01-15T07:59:59Z")]
    [InlineData("2026-01-16T08:00:00Z", "2026-01-15T08:00:00Z", "2026-01-15T07:59:59Z")]
    [InlineData("2026-01-15T08:00:00.250Z", null, "2026-01-15T08:00:00.250Z")]
    public void Close_TimeOfPageAndHeader_TakesTheSafeOne(string? page, string? header, string expected)
    {
        Accept(Searchset.Of().With("meta", new JsonObject { ["lastUpdated"] = page }), Parse(header));

        _ledger.Close().ServerTime.ShouldBe(Parse(expected));
    }

    [Fact]
    public void Close_NoTimeAtAll_IsIncomplete()
    {
        Accept(Searchset.Of().With("meta", null), date: null);

        _ledger.Close().FailureCode.ShouldBe(PullErrors.NoServerTime);
    }

    [Theory]
    [InlineData("https://127.0.0.1:8080/fhir/?p=2")]
    [InlineData("http://127.0.0.1:8081/fhir/?p=2")]
    [InlineData("http://127.0.0.1.evil.example:8080/fhir/?p=2")]
    [InlineData("//evil.example/fhir/?p=2")]
    [InlineData("http://user@127.0.0.1:8080/fhir/?p=2")]
    [InlineData("http://127.0.0.1:8080@evil.example/?p=2")]
    [InlineData("file:///fhir/page2")]
    [InlineData("\\\\evil.example\\fhir")]
    public void Follow_AnotherOrigin_IsRefused(string next)
    {
        _ledger.Follow(next, new Uri(Base, "Observation/_search")).ShouldBeNull();
        _ledger.Close().FailureCode.ShouldBe(PullErrors.ForeignOrigin);
    }

    [Theory]
    [InlineData("/fhir?_getpages=a%2Fb", "http://127.0.0.1:8080/fhir?_getpages=a%2Fb")]
    [InlineData("?ct=a%3D%3D&x=%7C", "http://127.0.0.1:8080/fhir/Observation/_search?ct=a%3D%3D&x=%7C")]
    [InlineData("HTTP://127.0.0.1:8080/fhir?p=2", "http://127.0.0.1:8080/fhir?p=2")]
    public void Follow_SameOrigin_IsResolvedAgainstThePage(string next, string expected)
    {
        var address = _ledger.Follow(next, new Uri(Base, "Observation/_search"));

        address.ShouldNotBeNull().AbsoluteUri.ShouldBe(expected);
    }

    private static DateTimeOffset? Parse(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private IReadOnlyList<PageEntry>? Accept(Searchset page) => Accept(page, Time);

    private IReadOnlyList<PageEntry>? Accept(Searchset page, DateTimeOffset? date) => _ledger.Accept(
        new FhirResponse(200, Encoding.UTF8.GetBytes(page.ToString()), new Uri(Base, "Observation/_search")) { ServerDate = date }, out _);
}
