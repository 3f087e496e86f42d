using System.Text;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>A row that is not strict JSON is a gap of its patient, behind a server as in a file.</summary>
public sealed class BrokenRowTests : SandboxTest
{
    private const string NoReassessment = "trastuzumab-without-reassessment";
    private const string Id = "broken-row";

    private static readonly StoryCase Reminded = StoryCase.Load("0003-no-test-on-resection");
    private static readonly StoryCase Retracted = StoryCase.Load("0005-retracted-negative-result");
    private static readonly DateOnly Day185 = new(2021, 7, 8);

    private static string Unrelated(string type, string patient) =>
        $$$"""
        {"resourceType":"{{{type}}}","id":"{{{Id}}}","status":"{{{(type is "MedicationAdministration" ? "completed" : "final")}}}",
         "subject":{"reference":"{{{patient}}}"},"code":{"text":"Weight"},"medicationCodeableConcept":{"text":"Paracetamol"},
         "effectiveDateTime":"2021-06-30"}
        """;

    [Theory]
    [InlineData("Observation")]
    [InlineData("DiagnosticReport")]
    public async Task Sync_WithATestThatRepeatsAKey_ClaimsNoAbsenceUntilItCanBeRead(string type)
    {
        var bridge = NewBridge();
        Load(Reminded, bundles: 11);
        Server.Store.Put(JsonNode.Parse(Unrelated(type, Reminded.Patient))!);
        var fault = Server.Faults.On(new RepeatedKey(Id));

        var report = await bridge.SyncWholeAsync(Day185);
        var during = await FlagsAsync(fault);

        during.ShouldNotContain(static flag => flag.Code == NoReassessment);
        report.Issues.Keys.ShouldContain(IssueCodes.NotJson.Code);
        var line = (await LineAsync(bridge, Reminded)).ShouldNotBeNull();
        line["gaps"]!.AsArray().ShouldContain(static gap => (string?)gap!["code"] == GapCodes.NotJson.Code);
        line["undetermined"]!.AsArray().ShouldContain(static rule => (string?)rule!["reason"] == GapCodes.NotJson.Code);
        Said(line).ShouldBe(Said(Evaluated(Reminded, 11, Unrelated(type, Reminded.Patient), isBroken: true)));

        Server.Store.Put(JsonNode.Parse(Unrelated(type, Reminded.Patient))!);
        await bridge.SyncWholeAsync(Day185);

        (await Client.FlagsAsync()).Select(static flag => flag.Code).ShouldContain(NoReassessment);
        Said((await LineAsync(bridge, Reminded)).ShouldNotBeNull())
            .ShouldBe(Said(Evaluated(Reminded, 11, Unrelated(type, Reminded.Patient), isBroken: false)));
    }

    [Fact]
    public async Task Sync_WithADoseThatRepeatsAKey_SaysWhatEvaluateSays()
    {
        const string Dose = "MedicationAdministration";
        var bridge = NewBridge();
        Load(Reminded, bundles: 11);
        Server.Store.Put(JsonNode.Parse(Unrelated(Dose, Reminded.Patient))!);
        Server.Faults.On(new RepeatedKey(Id));

        await bridge.SyncWholeAsync(Day185);

        var line = (await LineAsync(bridge, Reminded)).ShouldNotBeNull();
        line["gaps"]!.AsArray().ShouldContain(static gap => (string?)gap!["code"] == GapCodes.NotJson.Code);
        Said(line).ShouldBe(Said(Evaluated(Reminded, 11, Unrelated(Dose, Reminded.Patient), isBroken: true)));
    }

    [Fact]
    public async Task Sync_WhereAResultCanNoLongerBeRead_LeavesTheFlagThatRestsOnIt()
    {
        var bridge = NewBridge();
        Load(Retracted, bundles: 2);
        await bridge.SyncWholeAsync(Retracted.Steps[1].AsOf);
        var before = (await Client.FlagsAsync()).ShouldHaveSingleItem();
        Server.Store.Put(Server.Store.Read("Observation", "s0005-second-ihc").ShouldNotBeNull().ToNode());
        var fault = Server.Faults.On(new RepeatedKey("s0005-second-ihc"));
        Server.ClearRequests();

        await bridge.SyncWholeAsync(Retracted.Steps[1].AsOf);

        Writes().ShouldBeEmpty();
        (await FlagsAsync(fault)).ShouldHaveSingleItem().Said.ShouldBe(before.Said);
    }

    [Fact]
    public async Task Sync_WithABrokenRowWhosePatientCannotBeTold_NamesItAndKeepsNothing()
    {
        var bridge = NewBridge();
        Load(Reminded, bundles: 11);
        Server.Store.Put(JsonNode.Parse(Unrelated("Observation", "Group/g1"))!);
        var fault = Server.Faults.On(new RepeatedKey(Id));

        var report = await bridge.SyncWholeAsync(Day185);

        report.Issues.Keys.ShouldContain(IssueCodes.NotJson.Code);
        (await FlagsAsync(fault)).Select(static flag => flag.Code).ShouldContain(NoReassessment);
    }

    private async Task<IReadOnlyList<WrittenFlag>> FlagsAsync(Fault fault)
    {
        Server.Faults.Off(fault);
        return await Client.FlagsAsync();
    }

    private static async Task<JsonNode?> LineAsync(Bridge bridge, StoryCase story) =>
        await bridge.LineAsync(story.Patient) is { } line ? JsonNode.Parse(line) : null;

    private static string Said(JsonNode line) => line.ToJsonString();

    private static JsonNode Evaluated(StoryCase story, int bundles, string row, bool isBroken)
    {
        var added = $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{row}}}]}""";
        var files = story.Bundles.Take(bundles).Select(static bundle => (bundle.Name, (ReadOnlyMemory<byte>)bundle.ToUtf8()))
            .Append(("added", Encoding.UTF8.GetBytes(isBroken ? RepeatedKey.Break(added, Id) : added)));
        var dataset = DatasetReader.Read(files, new ExtractOptions(BridgeRuntime.ReadTerms(new()), TimeZoneInfo.Utc));
        return DatasetAssessment.Lines(dataset, AssessmentPolicy.From(new()), AsOf.Parse($"{Day185:yyyy-MM-dd}", TimeZoneInfo.Utc)!)
            .Select(static line => JsonNode.Parse(line)!)
            .Single(line => (string?)line["patient"] == story.Patient);
    }
}
