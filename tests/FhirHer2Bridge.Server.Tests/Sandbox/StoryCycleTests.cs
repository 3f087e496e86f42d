using System.Text.Json.Nodes;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

public sealed class StoryCycleTests : SandboxTest
{
    /// <summary>What only the reading of one resource found (H2B-READ-…) is a gap of <c>evaluate</c>, and the stored line leaves it out.</summary>
    private static readonly string[] ReadingIssuesNotStored = ["0118-code-against-words"];

    public static TheoryData<string> Names { get; } = [.. StoryCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sync_AtEveryStepOfAStory_LeavesTheExpectedFlagsOnTheServer(string name)
    {
        var story = StoryCase.Load(name);
        var bridge = NewBridge(story);
        var played = new StoryOnServer(story, Client, bridge);

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

    private static string? Evaluated(StoryCase story, StoryStep step, Bridge bridge)
    {
        var options = new ExtractOptions(BridgeRuntime.ReadTerms(bridge.Settings.Clinical), TimeZoneInfo.Utc);
        var dataset = DatasetReader.Read(
            story.UpTo(step).Select(static bundle => (bundle.Name, (ReadOnlyMemory<byte>)bundle.ToUtf8())), options);
        var asOf = AsOf.Parse($"{step.AsOf:yyyy-MM-dd}", TimeZoneInfo.Utc)!;
        return DatasetAssessment.Lines(dataset, AssessmentPolicy.From(bridge.Settings), asOf)
            .Select(static line => JsonNode.Parse(line)!)
            .Where(line => (string?)line["patient"] == story.Patient)
            .Select(line => ReadingIssuesNotStored.Contains(story.Name, StringComparer.Ordinal) ? WithoutReadingIssues(line) : line)
            .Select(static line => line.ToJsonString())
            .SingleOrDefault();
    }

    private static JsonNode WithoutReadingIssues(JsonNode line)
    {
        var gaps = line["gaps"]!.AsArray();
        foreach (var issue in gaps.Where(static gap => ((string)gap!["code"]!).StartsWith("H2B-READ-", StringComparison.Ordinal)).ToList())
        {
            gaps.Remove(issue);
        }

        return line;
    }
}
