using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Tests.Store;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Service.Tests.Cli;

/// <summary>Exit codes and the words on standard error, through the real process (design section 4).</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("{}", "H2B-RUN-006: Servers is empty")]
    [InlineData("""{"Servers": {"main": {}}}""", "H2B-RUN-006: Servers:main:BaseUrl is not given")]
    [InlineData("""{"Servers": {"main": {"BaseUrl": "http://ehr.example.org/fhir"}}}""", "http://ehr.example.org/fhir/ and Servers:main:AllowInsecureHttp is false")]
    [InlineData("""{"Schedule": {"Interval": "00:00:05"}}""", "Schedule:Interval is 00:00:05; the shortest is 00:00:10")]
    [InlineData("""{"Rules": {"Thresholds": {"H2B-02": {"max-days-since-test": 1000}}}}""", "max-days-since-test is 1000; the card allows 90 to 365 days")]
    [InlineData("""{"Shedule": {}}""", "unknown key Shedule; did you mean Schedule?")]
    [InlineData("""{"Schedule": {"Cron": "0/2 * * * * ?"}}""", "Schedule:Cron is 0/2 * * * * ?; cycles would start 00:00:02 apart; the shortest is 00:00:10")]
    public async Task Sync_WrongSettings_Is3AndNamesTheKey(string json, string expected)
    {
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), json);

        var ending = await BridgeProcess.RunAsync(_folder.Path, "sync");

        ending.Code.ShouldBe(3, ending.Errors);
        ending.Errors.ShouldContain(expected);
        ending.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_WrongSettings_Is3()
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path);

        ending.Code.ShouldBe(3, ending.Errors);
        ending.Errors.ShouldContain("Servers is empty");
    }

    [Theory]
    [InlineData("sink")]
    [InlineData("sync", "--as-of", "yesterday", "--server", "http://127.0.0.1:9/fhir")]
    [InlineData("evaluate", "nowhere.json")]
    [InlineData("sandbox", "--fault", "no-such-fault")]
    public async Task CommandLine_NotUsable_Is64(params string[] arguments)
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, arguments);

        ending.Code.ShouldBe(64, ending.Errors);
        ending.Errors.ShouldContain("H2B-RUN-007");
    }

    [Theory]
    [InlineData("--port is 70000; it takes a whole number from 0 to 65535", "sandbox", "--port", "70000")]
    [InlineData("--port is abc; it takes a whole number from 0 to 65535", "sandbox", "--port", "abc")]
    [InlineData("--fault: no fault is called 'nofault'", "sandbox", "--fault", "nofault")]
    [InlineData("--max-minutes is soon; it takes a number above 0 and up to 1440", "sync", "--max-minutes", "soon")]
    [InlineData("--max-minutes is 0; it takes a number above 0 and up to 1440", "sync", "--max-minutes", "0")]
    [InlineData("'perhaps'", "sync", "--dry-run=perhaps")]
    public async Task CommandLine_WrongValue_Is64AndSaysWhatIsTaken(string expected, params string[] arguments)
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, arguments);

        ending.Code.ShouldBe(64, ending.Errors);
        ending.Errors.ShouldContain(expected);
        ending.Errors.ShouldNotContain("System.");
        ending.Errors.ShouldNotContain("(Parameter");
    }

    [Theory]
    [InlineData("history", "p1")]
    [InlineData("replay")]
    public async Task StoreThatIsNotThere_Is3AndCoded(params string[] verb)
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, [.. verb, "--store", "none.db"]);

        ending.Code.ShouldBe(3, ending.Errors);
        ending.Errors.ShouldContain("H2B-STORE-005");
    }

    [Fact]
    public async Task Evaluate_OneFileIsNoFhir_Is2AndTheOtherIsAssessed()
    {
        var story = StoryCase.Load(StoryCase.Names[0]);
        var data = Directory.CreateDirectory(_folder.File("data")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(data, "1.json"), story.Bundles[0].ToUtf8());
        await File.WriteAllTextAsync(Path.Combine(data, "2.json"), "{\"resourceType\": \"Observation\", ");

        var ending = await BridgeProcess.RunAsync(_folder.Path, "evaluate", data, "--as-of", "2021-01-08");

        ending.Code.ShouldBe(2, ending.Errors);
        ending.Errors.ShouldContain("H2B-READ-001: 2.json");
        var lines = ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(AssessmentLineReader.Read).ToList();
        lines.Single(line => line.Patient == story.Patient).Status.Value.ShouldBe("positive");
        lines.Single(line => line.Patient is null).Gaps.ShouldHaveSingleItem().Code.ShouldBe("H2B-READ-001");
    }

    [Theory]
    [InlineData("{\"resourceType\": \"Banana\"}")]
    [InlineData("{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {\"resourceType\": \"Obzervation\"}}]}")]
    [InlineData("{\"resourceType\": \"Bundle\", \"entry\": [null]}")]
    public async Task Evaluate_NoResourceOfR4_Is2AndSaysWhere(string content)
    {
        await File.WriteAllTextAsync(_folder.File("1.json"), content);

        var ending = await BridgeProcess.RunAsync(_folder.Path, "evaluate", "1.json");

        ending.Code.ShouldBe(2, ending.Errors);
        ending.Errors.ShouldContain("H2B-READ-002: 1.json");
    }

    [Fact]
    public async Task Evaluate_FolderWithoutFiles_Is2AndSaysSo()
    {
        Directory.CreateDirectory(_folder.File("empty"));

        var ending = await BridgeProcess.RunAsync(_folder.Path, "evaluate", "empty");

        ending.Code.ShouldBe(2, ending.Errors);
        ending.Errors.ShouldContain("H2B-RUN-010: empty");
        ending.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Evaluate_EmptyBundle_Is0()
    {
        await File.WriteAllTextAsync(_folder.File("1.json"), "{\"resourceType\": \"Bundle\", \"type\": \"collection\"}");

        var ending = await BridgeProcess.RunAsync(_folder.Path, "evaluate", "1.json");

        ending.Code.ShouldBe(0, ending.Errors);
        ending.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sync_ServerAway_Is2AndSaysWhich()
    {
        await File.WriteAllTextAsync(
            _folder.File("appsettings.json"), """{"Servers": {"main": {"BaseUrl": "http://127.0.0.1:9/fhir", "Retries": 0}}}""");

        var ending = await BridgeProcess.RunAsync(_folder.Path, "sync");

        ending.Code.ShouldBe(2, ending.Errors);
        ending.Errors.ShouldContain("incomplete: ");
    }

    [Theory]
    [InlineData("no store at all")]
    [InlineData(null)]
    public async Task SyncDryRun_StoreCannotBeUsed_EndsAsWithoutDryRunAndLeavesNothing(string? content)
    {
        var store = _folder.File("bridge.db");
        if (content is null)
        {
            Directory.CreateDirectory(store);
        }
        else
        {
            await File.WriteAllTextAsync(store, content);
        }

        var temporary = Directory.CreateDirectory(_folder.File("tmp")).FullName;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TMPDIR"] = temporary, ["TMP"] = temporary };
        string[] sync = ["sync", "--server", "http://127.0.0.1:9/fhir", "--store", store];

        var dry = await BridgeProcess.RunAsync(_folder.Path, environment, [.. sync, "--dry-run"]);
        var wet = await BridgeProcess.RunAsync(_folder.Path, sync);

        dry.Code.ShouldBe(3, dry.Errors);
        (dry.Code, Code(dry)).ShouldBe((wet.Code, Code(wet)));
        Directory.EnumerateDirectories(temporary, "fhirher2bridge-*").ShouldBeEmpty();

        static string Code(Ending ending) => ending.Errors[ending.Errors.IndexOf("H2B-STORE", StringComparison.Ordinal)..].Split(':')[0];
    }

    [Fact]
    public async Task SyncDryRun_WithoutAStore_SaysNothingOfASecretAndKeepsNothing()
    {
        using var sandbox = BridgeProcess.Start(_folder.Path, "sandbox");
        var server = (await sandbox.ReadLineAsync()).ShouldNotBeNull()["READY ".Length..];

        var ending = await BridgeProcess.RunAsync(_folder.Path, "sync", "--server", server, "--store", _folder.File("new.db"), "--dry-run");

        ending.Code.ShouldBe(0, ending.Errors);
        ending.Errors.ShouldNotContain("secret");
        Directory.EnumerateFiles(_folder.Path, "new.db*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("FHIRHER2BRIDGE_SECRET")]
    [InlineData("FHIRHER2BRIDGE_SITE__A__SECRET")]
    public async Task Sync_SecretInAVariableWithOurPrefix_IsNoUnknownKey(string variable)
    {
        using var sandbox = BridgeProcess.Start(_folder.Path, "sandbox");
        var server = (await sandbox.ReadLineAsync()).ShouldNotBeNull()["READY ".Length..];
        await File.WriteAllTextAsync(
            _folder.File("appsettings.json"),
            $$$"""{"Servers": {"main": {"BaseUrl": "{{{server}}}", "BearerTokenVariable": "FHIRHER2BRIDGE_TOKEN"}}, "Rules": {"Disabled": []}}""");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["FHIRHER2BRIDGE_Store__SecretVariable"] = variable,
            ["FHIRHER2BRIDGE_Pull__PageSize"] = "50",
            [variable] = "0123456789abcdef0123456789abcdef",
            ["FHIRHER2BRIDGE_TOKEN"] = "let-me-in",
        };

        var ending = await BridgeProcess.RunAsync(_folder.Path, environment, "sync");
        environment["FHIRHER2BRIDGE_SECERT"] = "x";
        var misspelt = await BridgeProcess.RunAsync(_folder.Path, environment, "sync");

        ending.Code.ShouldBe(0, ending.Errors);
        File.Exists(_folder.File("fhirher2bridge.db.key")).ShouldBeFalse();
        misspelt.Code.ShouldBe(3, misspelt.Errors);
        misspelt.Errors.ShouldContain("SECERT");
    }

    [Fact]
    public async Task Sandbox_Started_PrintsReadyWithItsBase()
    {
        using var sandbox = BridgeProcess.Start(_folder.Path, "sandbox");

        var line = await sandbox.ReadLineAsync();

        line.ShouldNotBeNull().ShouldStartWith("READY http://127.0.0.1:");
        var ending = await BridgeProcess.RunAsync(_folder.Path, "sync", "--server", line["READY ".Length..]);
        ending.Code.ShouldBe(0, ending.Errors);
    }

    public void Dispose() => _folder.Dispose();
}
