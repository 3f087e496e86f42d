using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Tests.Settings;

public sealed class SettingsProblemsTests
{
    private const string Url = "https://ehr.example.org/fhir";
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        var (server, pull) = (new ServerSettings(), new PullSettings());

        (server.Retries, server.AttemptTimeout, server.MaxConnections).ShouldBe((5, TimeSpan.FromSeconds(100), 4));
        (server.MaxResponseMebibytes, server.AllowInsecureHttp).ShouldBe((256, false));
        (pull.Since, pull.Overlap, pull.PageSize, pull.MaxPages).ShouldBe((null, TimeSpan.FromMinutes(5), 200, 10_000));
        SettingsProblems.Of("Servers:main", new ServerSettings { BaseUrl = Url }).ShouldBeEmpty();
        SettingsProblems.Of("Pull", pull, Now).ShouldBeEmpty();
    }

    public static TheoryData<ServerSettings, string[]> Broken => new()
    {
        {
            new ServerSettings(),
            [
                "S:BaseUrl is not given; it must be given",
                "S:BaseUrl is not a plain http or https address (no user, query or fragment)",
            ]
        },
        {
            new ServerSettings { BaseUrl = "http://ehr.example.org/fhir" },
            [
                "S:BaseUrl is http://ehr.example.org/fhir/ and S:AllowInsecureHttp is false: "
                + "http to another machine is refused; use https, or set S:AllowInsecureHttp to true",
            ]
        },
        {
            new ServerSettings { BaseUrl = "https://user:word@ehr.example.org/fhir" },
            [
                "S:BaseUrl is not a plain http or https address (no user, query or fragment)",
            ]
        },
        {
            new ServerSettings { BaseUrl = Url, Retries = 21 },
            [
                "S:Retries is 21; it must lie between 0 and 20",
            ]
        },
        {
            new ServerSettings { BaseUrl = Url, RetryDelay = TimeSpan.Zero },
            [
                "S:RetryDelay is 00:00:00; it must lie between 00:00:00.1000000 and 00:01:00",
            ]
        },
        {
            new ServerSettings { BaseUrl = Url, TotalTimeout = TimeSpan.FromSeconds(30) },
            [
                "S:AttemptTimeout is 00:01:40 and S:TotalTimeout is 00:00:30: an attempt cannot last longer than all of them",
            ]
        },
        {
            new ServerSettings { BaseUrl = Url, AttemptTimeout = TimeSpan.FromSeconds(5) },
            [
                "S:ConnectTimeout is 00:00:15 and S:AttemptTimeout is 00:00:05: connecting is part of an attempt",
            ]
        },
        {
            new ServerSettings { BaseUrl = Url, BearerTokenFile = "token", BearerTokenVariable = "TOKEN" },
            [
                "S:BearerTokenFile is token and S:BearerTokenVariable is TOKEN: give one of them",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Invalid_Message_NamesTheKeyAndBothValues(ServerSettings server, string[] expected) =>
        SettingsProblems.Of("S", server).ShouldBe(expected);

    [Fact]
    public void InvalidPull_Message_NamesTheKeyAndBothValues()
    {
        var pull = new PullSettings
        {
            PageSize = 500,
            MaxEntriesPerPage = 100,
            Since = new DateOnly(2026, 1, 16),
            Overlap = TimeSpan.FromDays(3),
        };

        SettingsProblems.Of("Pull", pull, Now).ShouldBe(
        [
            "Pull:Overlap is 3.00:00:00; it must lie between 00:00:00 and 2.00:00:00",
            "Pull:PageSize is 500 and Pull:MaxEntriesPerPage is 100: the pages asked for would be refused",
            "Pull:Since is 2026-01-16 and today is 2026-01-15: nothing would be read",
        ]);
    }

    [Theory]
    [InlineData("HTTPS://EHR.Example.org:443/fhir", "https://ehr.example.org/fhir/")]
    [InlineData("https://ehr.example.org/fhir//", "https://ehr.example.org/fhir/")]
    [InlineData("https://ehr.example.org", "https://ehr.example.org/")]
    [InlineData("http://127.0.0.1:8080/FHIR/R4/", "http://127.0.0.1:8080/FHIR/R4/")]
    public void Normalise_Spellings_AreOne(string written, string expected) =>
        BaseAddress.Normalise(written).ShouldNotBeNull().AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData("/fhir")]
    [InlineData("ehr.example.org/fhir")]
    [InlineData("ftp://ehr.example.org/fhir")]
    [InlineData("https://ehr.example.org/fhir?x=1")]
    public void Normalise_NoBase_IsNull(string written) => BaseAddress.Normalise(written).ShouldBeNull();

    [Theory]
    [InlineData("http://localhost/fhir", false)]
    [InlineData("http://[::1]:8080/fhir", false)]
    [InlineData("http://10.0.0.5/fhir", true)]
    [InlineData("https://10.0.0.5/fhir", false)]
    public void IsInsecure_PlainHttpToAnotherMachine_IsTrue(string url, bool expected) =>
        BaseAddress.IsInsecure(new Uri(url)).ShouldBe(expected);
}
