using System.Text.Json.Nodes;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>A bad resource costs itself, never the page.</summary>
public sealed class BadInputTests : SandboxTest
{
    private const string Result =
        """
        {"resourceType":"Observation","id":"bad","status":"final","subject":{"reference":"Patient/s0001-patient"},
         "code":{"coding":[{"system":"http://loinc.org","code":"85319-2"}]},"effectiveDateTime":"2021-02-01",
         "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA6577-6"}]}}
        """;

    private static readonly StoryCase Story = StoryCase.Load("0001-seed-gastric-case");
    private static readonly DateOnly DayOfChange = new(2021, 5, 21);

    private Bridge? _bridge;

    public static TheoryData<string, string, string> BadObservations { get; } = new()
    {
        { "missing subject", "subject", "null" },
        { "impossible date", "effectiveDateTime", "\"2021-02-30\"" },
        { "malformed status", "status", "7" },
        { "malformed subject", "subject", "[1]" },
        { "unknown answer", "valueCodeableConcept", """{"coding":[{"system":"urn:local","code":"??"}]}""" },
    };

    [Theory]
    [MemberData(nameof(BadObservations))]
    public async Task Sync_WithOneBadResult_NamesItAndUsesTheRestOfThePage(string what, string member, string value)
    {
        var bad = JsonNode.Parse(Result)!.AsObject();
        bad[member] = JsonNode.Parse(value);
        Server.Faults.On(new AddedEntries(Entry(bad)) { Type = "Observation", Times = 1 });

        var report = await SyncAsync();

        report.Issues.ShouldNotBeEmpty(what);
        report.Issues.Keys.ShouldAllBe(static code => code.StartsWith("H2B-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sync_WithANumberInAnUnknownUnit_NamesItAndUsesTheRestOfThePage()
    {
        var bad = JsonNode.Parse(Result)!.AsObject();
        bad.Remove("valueCodeableConcept");
        bad["code"] = JsonNode.Parse("""{"coding":[{"system":"http://loinc.org","code":"49683-6"}],"text":"HER2/CEP17 ratio"}""");
        bad["valueQuantity"] = JsonNode.Parse("""{"value":2.4,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}""");
        Server.Store.Put(bad);

        (await SyncAsync()).Issues.Keys.ShouldContain(IssueCodes.UnitUnknown.Code);
    }

    [Fact]
    public async Task Sync_WithAnUnknownCodeWhoseTextSpeaksOfHer2_ShowsTheGapAndUsesTheRestOfThePage()
    {
        var bad = JsonNode.Parse(Result)!.AsObject();
        bad.Remove("valueCodeableConcept");
        bad["code"] = JsonNode.Parse("""{"coding":[{"system":"urn:local","code":"X1","display":"Panel 7"}]}""");
        bad["valueString"] = "HER2: see the other report";
        Server.Store.Put(bad);

        await SyncAsync();

        var line = JsonNode.Parse((await _bridge!.LineAsync(Story.Patient))!)!;
        line["gaps"]!.AsArray().Select(static gap => (string?)gap!["code"]).ShouldContain(GapCodes.TextNotRead.Code);
    }

    [Theory]
    [InlineData("""{"resource":"not an object"}""")]
    [InlineData("""{"fullUrl":"urn:uuid:1"}""")]
    [InlineData("7")]
    [InlineData("""{"resource":{"resourceType":"Observation","id":"x","code":{"coding":"broken","coding":7}}}""")]
    [InlineData("""{"resource":{"id":"x"}}""")]
    public async Task Sync_WithAnEntryThatIsNoResource_NamesItAndUsesTheRestOfThePage(string entry)
    {
        Server.Faults.On(new AddedEntries(JsonNode.Parse(entry)) { Type = "Observation", Times = 1 });

        (await SyncAsync()).Issues.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Sync_WithAnotherResourceTypeThanAsked_NamesItAndUsesTheRestOfThePage()
    {
        Server.Faults.On(new AddedEntries(Entry(new JsonObject { ["resourceType"] = "Basic", ["id"] = "b" })) { Type = "Observation", Times = 1 });

        (await SyncAsync()).Issues.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Sync_WithAnAttachmentOf100Megabytes_NamesItAndUsesTheRestOfThePage()
    {
        Server.Store.Put(new JsonObject
        {
            ["resourceType"] = "DiagnosticReport",
            ["id"] = "huge",
            ["status"] = "final",
            ["subject"] = new JsonObject { ["reference"] = Story.Patient },
            ["code"] = JsonNode.Parse("""{"coding":[{"system":"http://loinc.org","code":"85319-2"}]}"""),
            ["presentedForm"] = new JsonArray(new JsonObject { ["contentType"] = "text/plain", ["data"] = new string('A', 134_217_728) }),
        });

        (await SyncAsync()).Issues.Keys.ShouldContain(IssueCodes.AttachmentTooLarge.Code);
    }

    private static JsonObject Entry(JsonObject resource) =>
        new() { ["resource"] = resource, ["search"] = new JsonObject { ["mode"] = "match" } };

    /// <summary>The story's own results, on the same pages, must still give its flag.</summary>
    private async Task<Service.Run.CycleReport> SyncAsync()
    {
        Load(Story, bundles: 9);
        _bridge = NewBridge();
        var report = await _bridge.SyncWholeAsync(DayOfChange);

        Server.Faults.Clear();
        var changed = (await Client.FlagsAsync()).Select(static flag => flag.Code);
        changed.ShouldContain("positive-to-negative");
        return report;
    }
}
