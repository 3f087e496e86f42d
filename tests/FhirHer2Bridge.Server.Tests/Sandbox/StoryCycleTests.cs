using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

public sealed class StoryCycleTests : SandboxTest
{
    private readonly StoryClock _clock = new();

    public static TheoryData<string> Names { get; } = [.. StoryCase.Names];

    /// <summary>When something was first seen, or replaced, matters to some rules: server and bridge can live in the time of the story.</summary>
    private protected override SandboxOptions Options => new() { Time = _clock };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sync_AtEveryStepOfAStory_LeavesTheExpectedFlagsOnTheServer(string name)
    {
        var story = StoryCase.Load(name);
        var bridge = NewBridge(story, _clock);
        var played = new StoryOnServer(story, Client, bridge, _clock);

        foreach (var step in story.Steps)
        {
            await played.StepAsync(step);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sync_AtEveryStepOfAStory_SaysWhatEvaluateSays(string name)
    {
        var story = StoryCase.Load(name);
        var bridge = NewBridge(story);
        var played = new StoryOnServer(story, Client, bridge);

        foreach (var step in story.Steps)
        {
            await played.ArriveAsync(step);
            await bridge.SyncWholeAsync(step.AsOf);
            if (step.ServerOnly)
            {
                continue;
            }

            var line = await bridge.LineAsync(story.Patient);

            JsonNode.Parse(line ?? "null")?.ToJsonString().ShouldBe(Evaluated(story, step, bridge), $"as of {step.AsOf:yyyy-MM-dd}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sync_OfAStoryAmongFlawedResources_SaysWhatEvaluateSays(string name)
    {
        var story = StoryCase.Load(name);
        var bridge = NewBridge(story);
        var flawed = Flawed(story.Patient);
        var step = story.Steps[^1];
        Load(story);
        foreach (var resource in flawed)
        {
            Server.Store.Put(resource);
        }

        await bridge.SyncWholeAsync(step.AsOf);
        var line = JsonNode.Parse((await bridge.LineAsync(story.Patient)).ShouldNotBeNull())!;

        line.ToJsonString().ShouldBe(Evaluated(story, step, bridge, flawed));
        var gaps = line["gaps"]!.AsArray().Select(static gap => (string?)gap!["code"]).ToList();
        gaps.ShouldContain(IssueCodes.UnitUnknown.Code);
        gaps.ShouldContain(IssueCodes.DateImpossible.Code);
        gaps.ShouldContain(IssueCodes.ReferenceUnresolved.Code);
        gaps.ShouldContain(IssueCodes.Modified.Code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sync_AgainOverUnchangedData_SendsNoWrite(string name)
    {
        var story = StoryCase.Load(name);
        var bridge = NewBridge(story);
        Load(story);
        await bridge.SyncWholeAsync(story.Steps[^1].AsOf);
        Server.ClearRequests();

        await bridge.SyncWholeAsync(story.Steps[^1].AsOf);
        await bridge.SyncWholeAsync(story.Steps[^1].AsOf.AddDays(1));

        Writes().ShouldBeEmpty();
    }

    /// <summary>What real servers hold beside: each has something that cannot be read as hoped.</summary>
    private static List<JsonNode> Flawed(string patient) =>
    [
        JsonNode.Parse($$$"""
            {"resourceType":"Observation","id":"flaw-unit","status":"final","subject":{"reference":"{{{patient}}}"},"effectiveDateTime":"2020-02-01",
             "code":{"coding":[{"system":"http://loinc.org","code":"49683-6"}],"text":"HER2/CEP17 ratio"},
             "valueQuantity":{"value":2.4,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}}
            """)!,
        JsonNode.Parse($$$"""
            {"resourceType":"Observation","id":"flaw-date","status":"final","subject":{"reference":"{{{patient}}}"},"effectiveDateTime":"2021-02-30",
             "code":{"text":"Weight"},"valueString":"71 kg"}
            """)!,
        JsonNode.Parse($$$"""
            {"resourceType":"Specimen","id":"flaw-parent","subject":{"reference":"{{{patient}}}"},"parent":[{"reference":"https://elsewhere.example.org/fhir/Specimen/1"}]}
            """)!,
        JsonNode.Parse($$$"""
            {"resourceType":"MedicationAdministration","id":"flaw-modifier","status":"completed","subject":{"reference":"{{{patient}}}"},
             "modifierExtension":[{"url":"urn:x","valueBoolean":true}],"medicationCodeableConcept":{"text":"Paracetamol"},"effectiveDateTime":"2021-01-05"}
            """)!,
    ];

    private static string? Evaluated(StoryCase story, StoryStep step, Bridge bridge, IReadOnlyList<JsonNode>? added = null)
    {
        var options = new ExtractOptions(BridgeRuntime.ReadTerms(bridge.Settings.Clinical), TimeZoneInfo.Utc);
        var dataset = DatasetReader.Read(
            [
                .. story.UpTo(step).Select(static bundle => (bundle.Name, (ReadOnlyMemory<byte>)bundle.ToUtf8())),
                .. (added ?? []).Select(static one => ("added", (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(one))),
            ],
            options);
        var asOf = AsOf.Parse($"{step.AsOf:yyyy-MM-dd}", TimeZoneInfo.Utc)!;
        return DatasetAssessment.Lines(dataset, AssessmentPolicy.From(bridge.Settings), asOf)
            .Select(static line => JsonNode.Parse(line)!)
            .Where(line => (string?)line["patient"] == story.Patient)
            .Select(static line => line.ToJsonString())
            .SingleOrDefault();
    }
}
