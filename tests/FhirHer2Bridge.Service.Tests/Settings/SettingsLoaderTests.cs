using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Tests.Store;
using FhirHer2Bridge.Service.Write;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirHer2Bridge.Service.Tests.Settings;

public sealed class SettingsLoaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    /// <summary>The settings file, and what the start says about it: the key, the value given and the one allowed.</summary>
    public static TheoryData<string, string[]> Wrong => new()
    {
        { """{"Servers": {"main": {}}}""", ["Servers:main:BaseUrl is not given", "it must be given"] },
        {
            """{"Servers": {"main": {"BaseUrl": "http://ehr.example.org/fhir"}}}""",
            ["Servers:main:BaseUrl is http://ehr.example.org/fhir/", "Servers:main:AllowInsecureHttp is false"]
        },
        { """{"Servers": {"main": {"BaseUrl": "https://a.example/fhir", "Retries": 99}}}""", ["Servers:main:Retries is 99", "between 0 and 20"] },
        { """{"Pull": {"PageSize": 0}}""", ["Pull:PageSize is 0", "between 1 and 5000"] },
        { """{"Pull": {"Since": "2027-01-01"}}""", ["Pull:Since is 2027-01-01", "today is 2026-01-15"] },
        { """{"Schedule": {"Interval": "00:00:09"}}""", ["Schedule:Interval is 00:00:09", "shortest is 00:00:10"] },
        { """{"Schedule": {"Cron": "every day"}}""", ["Schedule:Cron is every day", "0 0/15 * * * ?"] },
        { """{"Schedule": {"Cron": "0/2 * * * * ?"}}""", ["Schedule:Cron is 0/2 * * * * ?", "start 00:00:02 apart", "shortest is 00:00:10"] },
        { """{"Schedule": {"Cron": "0,55 0,59 0,23 * * ?"}}""", ["Schedule:Cron is 0,55 0,59 0,23 * * ?", "start 00:00:05 apart"] },
        { """{"Schedule": {"Cron": "0 0 0 30 2 ?"}}""", ["Schedule:Cron is 0 0 0 30 2 ?"] },
        { """{"Schedule": {"FailureBudget": 0}}""", ["Schedule:FailureBudget is 0", "between 1 and 1000"] },
        { """{"Clinical": {"TimeZone": "Europe/Atlantis"}}""", ["Clinical:TimeZone is Europe/Atlantis", "Europe/Helsinki"] },
        {
            """{"Store": {"SecretFile": "secret.txt", "SecretVariable": "SECRET"}}""",
            ["Store:SecretFile is secret.txt", "Store:SecretVariable is SECRET", "give one"]
        },
        { """{"Web": {"Listen": "everywhere"}}""", ["Web:Listen is everywhere", "http://127.0.0.1:5090"] },
        { """{"Write": {"Instance": "a b"}}""", ["Write:Instance is 'a b'", "1 to 53"] },
        {
            """{"Rules": {"Thresholds": {"H2B-02": {"max-days-since-test": 9}}}}""",
            ["Rules:Thresholds:H2B-02:max-days-since-test is 9", "90 to 365 days"]
        },
        { """{"Rules": {"Thresholds": {"H2B-02": {"max-days": 180}}}}""", ["Rules:Thresholds:H2B-02 names max-days;", "max-days-since-test"] },
        { """{"Rules": {"Thresholds": {"H2B-99": {"a": 1}}}}""", ["Rules:Thresholds names H2B-99", "H2B-01, H2B-02, H2B-03, H2B-04"] },
        {
            """{"Rules": {"Thresholds": {"H2B-12": {"plasma-amplified-copies@assay a": 50}}}}""",
            ["Rules:Thresholds:H2B-12:plasma-amplified-copies@assay a is 50", "2.0 to 20 copies"]
        },
        {
            """{"Rules": {"Thresholds": {"H2B-12": {"gastric-six-copies@assay a": 1}}}}""",
            ["Rules:Thresholds:H2B-12 names gastric-six-copies@assay a;", "gastric-six-copies"]
        },
        { """{"Rules": {"Disabled": ["H2B-99"]}}""", ["Rules:Disabled names H2B-99", "H2B-01, H2B-02, H2B-03, H2B-04"] },
        { """{"Server": {}}""", ["unknown key Server; did you mean Servers?"] },
        { """{"Servers": {"main": {"BaseUrl": "https://a.example/fhir", "Timeout": 5}}}""", ["unknown key Servers:main:Timeout with the value 5"] },
        { """{"Schedule": {"Interval": "soon"}}""", ["Schedule:Interval is soon; it must be a duration such as 00:15:00"] },
        { """{"Write": {"MinimumSeverity": "urgent"}}""", ["Write:MinimumSeverity is urgent; it must be one of", "Moderate"] },
        { """{"Pull": """, ["appsettings.json cannot be read"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Invalid_Message_NamesTheKeyAndBothValues(string json, string[] expected)
    {
        var problem = Should.Throw<SettingsException>(() => Load(json)).Message;

        expected.ShouldAllBe(words => problem.Contains(words, StringComparison.Ordinal), problem);
    }

    [Fact]
    public void Wrong_SeveralKinds_AreAllListed()
    {
        var problems = Should.Throw<SettingsException>(() => Load("""
            {
              "Servers": {"m": {"BaseUrl": "https://a.example/fhir", "Bogus": 7, "Retries": 99, "AllowInsecureHttp": "maybe"}},
              "PageSize": 50,
              "Pull": {"PagSize": 50, "MaxPages": "abc", "Overlap": "3.00:00:00"},
              "Web": "here",
              "Store": {"File": {"Name": "a.db"}}
            }
            """)).Problems;

        problems.ShouldBe(
        [
            "unknown key PageSize with the value 50; did you mean Pull:PageSize?",
            "Pull:MaxPages is abc; it must be a whole number",
            "unknown key Pull:PagSize with the value 50; did you mean Pull:PageSize?",
            "Servers:m:AllowInsecureHttp is maybe; it must be true or false",
            "unknown key Servers:m:Bogus with the value 7",
            "Store:File has keys of its own; it must be a text",
            "Web is here; it must be a section with keys of its own",
            "Servers:m:Retries is 99; it must lie between 0 and 20",
            "Pull:Overlap is 3.00:00:00; it must lie between 00:00:00 and 2.00:00:00",
        ],
        ignoreOrder: true);
    }

    [Theory]
    [InlineData("BearerToken")]
    [InlineData("BearerTokn")]
    [InlineData("ClientSecert")]
    [InlineData("Password")]
    public void UnknownKey_ThatMayCarryASecret_IsNamedWithoutItsValue(string key)
    {
        var problem = Should.Throw<SettingsException>(
            () => Load($$$"""{"Servers": {"main": {"BaseUrl": "https://a.example/fhir", "{{{key}}}": "hunter2"} } }""")).Message;

        problem.ShouldContain($"unknown key Servers:main:{key} with the value (not shown)");
        problem.ShouldNotContain("hunter2");
    }

    [Fact]
    public void UnknownKey_LongValue_IsNotShown() =>
        Should.Throw<SettingsException>(() => Load($$"""{"Note": "{{new string('x', 41)}}" }""")).Message
            .ShouldContain("unknown key Note with the value (not shown)");

    [Theory]
    [InlineData("0/10 * * * * ?")]
    [InlineData("0 0 3 29 2 ?")]
    [InlineData("0 0/15 8-18 ? * MON-FRI")]
    public void Cron_TenSecondsApartOrMore_IsAccepted(string cron) =>
        Load($$$"""{"Schedule": {"Cron": "{{{cron}}}" }}""").Schedule.Cron.ShouldBe(cron);

    [Fact]
    public void ServerOption_PlainHttpToAnotherMachine_SaysWhatToDo()
    {
        var problem = Should.Throw<SettingsException>(() => SettingsLoader.Load(Write("{}"), "http://ehr.example.org/fhir", null, Now))
            .Problems.ShouldHaveSingleItem();

        problem.ShouldStartWith("--server is http://ehr.example.org/fhir/: http to another machine is refused; use https");
        problem.ShouldContain("--config");
        problem.ShouldContain("Servers:NAME:AllowInsecureHttp");
    }

    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        var settings = Load("{}");

        settings.Servers.ShouldBeEmpty();
        (settings.Schedule.Interval, settings.Schedule.Cron, settings.Schedule.FailureBudget).ShouldBe((TimeSpan.FromMinutes(15), null, 20));
        (settings.Store.File, settings.Store.SecretFile, settings.Store.SecretVariable).ShouldBe(("fhirher2bridge.db", null, null));
        (settings.Clinical.TimeZone, settings.Clinical.Overlay).ShouldBe(("UTC", null));
        (settings.Rules.Disabled.Count, settings.Rules.Thresholds.Count).ShouldBe((0, 0));
        (settings.Write.Instance, settings.Write.MinimumSeverity, settings.Write.Profile).ShouldBe(("site", FlagSeverity.Moderate, ProfileUse.Auto));
        settings.Web.Listen.ShouldBe("http://127.0.0.1:5090");
    }

    [Fact]
    public void Load_EveryKey_IsBound()
    {
        var settings = Load("""
            {
              "Servers": {"main": {"BaseUrl": "https://a.example/fhir", "MaxConnections": 2, "RetryDelay": "00:00:02", "BearerTokenFile": "t"}},
              "Pull": {"Since": "2020-01-01", "Overlap": "00:10:00", "PageSize": 50, "MaxPages": 5, "MaxEntriesPerPage": 60},
              "Write": {"Instance": "north", "MinimumSeverity": "High", "VerifyDelay": "00:00:03", "Profile": "Never"},
              "Schedule": {"Interval": "00:01:00", "Cron": "0 0/15 * * * ?", "FailureBudget": 3},
              "Store": {"File": "a.db", "SecretVariable": "SECRET"},
              "Clinical": {"TimeZone": "Europe/Helsinki"},
              "Rules": {"Disabled": ["H2B-05"], "Thresholds": {"H2B-02": {"max-days-since-test": 200}}},
              "Web": {"Listen": "http://127.0.0.1:9"}
            }
            """);

        var server = settings.Servers["main"];
        (server.MaxConnections, server.RetryDelay, server.BearerTokenFile).ShouldBe((2, TimeSpan.FromSeconds(2), "t"));
        (settings.Pull.Since, settings.Pull.PageSize, settings.Pull.MaxPages).ShouldBe((new DateOnly(2020, 1, 1), 50, 5));
        (settings.Write.Instance, settings.Write.MinimumSeverity, settings.Write.Profile).ShouldBe(("north", FlagSeverity.High, ProfileUse.Never));
        (settings.Schedule.Interval, settings.Schedule.Cron, settings.Schedule.FailureBudget).ShouldBe((TimeSpan.FromMinutes(1), "0 0/15 * * * ?", 3));
        (settings.Store.File, settings.Store.SecretVariable, settings.Clinical.TimeZone).ShouldBe(("a.db", "SECRET", "Europe/Helsinki"));
        settings.Rules.Disabled.ShouldBe(["H2B-05"]);
        settings.Rules.Thresholds["H2B-02"]["max-days-since-test"].ShouldBe(200m);
        settings.Web.Listen.ShouldBe("http://127.0.0.1:9");
    }

    [Fact]
    public void ServerOption_WithoutConfiguredServer_IsTheOnlyOne()
    {
        var settings = SettingsLoader.Load(Write("{}"), "https://A.example/fhir", "b.db", Now);

        settings.Servers.Values.ShouldHaveSingleItem().BaseUrl.ShouldBe("https://a.example/fhir/");
        settings.Store.File.ShouldBe("b.db");
    }

    [Fact]
    public void ServerOption_NoAddress_IsNamed() =>
        Should.Throw<SettingsException>(() => SettingsLoader.Load(Write("{}"), "a.example", null, Now))
            .Message.ShouldContain("--server is a.example; it must be an absolute http or https address");

    [Fact]
    public async Task Open_NoServer_SaysWhichKeyIsMissing()
    {
        var opening = () => BridgeRuntime.OpenAsync(Load("{}"), _folder.File("a.db"), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

        (await Should.ThrowAsync<SettingsException>(opening)).Message.ShouldContain("Servers is empty: name a FHIR server (Servers:NAME:BaseUrl)");
    }

    public void Dispose() => _folder.Dispose();

    private BridgeSettings Load(string json) => SettingsLoader.Load(Write(json), null, null, Now);

    private string Write(string json)
    {
        var file = _folder.File("appsettings.json");
        File.WriteAllText(file, json);
        return file;
    }
}
