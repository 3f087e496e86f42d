using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Hapi;

/// <summary>The whole cycle against HAPI FHIR with its default manners.</summary>
[Collection(OneHapiAtATime.Name)]
public sealed class HapiCycleTests(SharedHapi hapi) : IClassFixture<SharedHapi>, IDisposable
{
    private const string NoReassessment = "trastuzumab-without-reassessment";

    private readonly FhirClient? _client = HapiFolder.SkipReason is null ? new FhirClient(hapi.Base) : null;

    private FhirClient Client => _client!;

    /// <summary>The patients' stories. The short ones of single rules (0101 and up) run against the sandbox.</summary>
    public static TheoryData<string> Names { get; } = [.. Stories];

    internal static IEnumerable<string> Stories => StoryCase.Names.Where(static name => name.StartsWith("00", StringComparison.Ordinal));

    [HapiTheory]
    [MemberData(nameof(Names))]
    public async Task Sync_AtEveryStepOfAStory_LeavesTheExpectedFlagsAndASecondRunWritesNothing(string name)
    {
        var story = StoryCase.Load(name);
        using var bridge = NewBridge(story.Overlay);
        var played = new StoryOnServer(story, Client, bridge);

        foreach (var step in story.Steps)
        {
            await played.StepAsync(step);
        }

        var before = await VersionsAsync();
        await bridge.SyncWholeAsync(story.Steps[^1].AsOf);
        (await VersionsAsync()).ShouldBe(before);
    }

    [HapiTheory]
    [InlineData("0002-trastuzumab-after-negative-resection")]
    [InlineData("0003-no-test-on-resection")]
    public async Task Sync_OfAStoryInThreeSpellings_WritesTheSameFlags(string name)
    {
        var told = new List<(string Spelling, IReadOnlyList<(string, string, string)> Flags)>();
        foreach (var spelling in Enum.GetValues<StorySpelling>())
        {
            var story = StoryCase.Load(name).Spelled(spelling).Prefixed($"{(int)spelling}s-");
            using var bridge = NewBridge();
            var played = new StoryOnServer(story, Client, bridge);
            foreach (var step in story.TellingSteps())
            {
                await played.StepAsync(step);
            }

            var flags = (await Client.FlagsAsync()).Where(flag => flag.Patient == story.Patient);
            told.Add(($"{spelling}", [.. flags.Select(static flag => (flag.Code, flag.Severity, flag.State)).Order()]));
        }

        told[0].Flags.ShouldNotBeEmpty();
        told[1].Flags.ShouldBe(told[0].Flags);
        told[2].Flags.ShouldBe(told[0].Flags);
    }

    [HapiFact]
    public async Task Sync_AfterAStoryChanged_WritesExactlyTheNewFlag()
    {
        var story = StoryCase.Load("0002-trastuzumab-after-negative-resection").Prefixed("new-");
        using var bridge = NewBridge();
        await LoadAsync(story, 9);
        await bridge.SyncWholeAsync(new DateOnly(2021, 5, 21));
        var before = await FlagsOfAsync(story);

        await Client.LoadAsync(story.Bundles[9]);
        await bridge.SyncWholeAsync(new DateOnly(2021, 6, 23));

        var after = await FlagsOfAsync(story);
        before.Select(static flag => flag.Code).ShouldBe(["positive-to-negative"]);
        after.ExceptBy(before.Select(static flag => flag.Key), static flag => flag.Key)
            .Select(static flag => flag.Code).ShouldBe(["her2-drug-after-negative"]);
        after.Single(static flag => flag.Code is "positive-to-negative").Version.ShouldBe(before[0].Version);
    }

    [HapiFact]
    public async Task Sync_AfterStoreAndKeyAreLost_WritesNoNewFlag()
    {
        var story = StoryCase.Load("0003-no-test-on-resection").Prefixed("lost-");
        using var bridge = NewBridge();
        await LoadAsync(story, 11);
        await bridge.SyncWholeAsync(new DateOnly(2021, 7, 8));
        var before = await VersionsAsync();

        bridge.Lose();
        await bridge.SyncWholeAsync(new DateOnly(2021, 7, 9));

        (await FlagsOfAsync(story)).Select(static flag => flag.Code)
            .ShouldBe(["equivocal-without-reflex", "no-retest-after-surgery", NoReassessment]);
        (await VersionsAsync()).Where(flag => before.Exists(known => known.Id == flag.Id)).Count().ShouldBe(before.Count);
    }

    [HapiFact]
    public async Task Delete_OfASourceThatOnlyOurProvenanceNames_IsAllowed()
    {
        var story = StoryCase.Load("0003-no-test-on-resection").Prefixed("del-");
        using var bridge = NewBridge();
        await LoadAsync(story, 11);
        await bridge.SyncWholeAsync(new DateOnly(2021, 7, 8));
        var flag = (await FlagsOfAsync(story)).Single(static flag => flag.Code == NoReassessment);

        var dose = story.Bundles[5].Resources.Single(static resource => (string?)resource["id"] is "del-s0003-trastuzumab-03")
            .DeepClone().AsObject();
        var name = $"MedicationAdministration/{(string?)dose["id"]}";
        flag.Json.ToJsonString().ShouldContain($"\"{name}\"");

        dose["status"] = "entered-in-error";
        await Client.PutAsync(dose);
        await bridge.SyncWholeAsync(new DateOnly(2021, 7, 8));
        var amended = (await FlagsOfAsync(story)).Single(static flag => flag.Code == NoReassessment);
        var provenance = string.Join(' ', (await Client.SearchAsync($"Provenance?target=Observation/{flag.Id}")).Select(static one => one.ToJsonString()));

        amended.Id.ShouldBe(flag.Id);
        amended.Json.ToJsonString().ShouldNotContain($"\"{name}\"");
        provenance.ShouldContain($"\"{name}/_history/");
        (await Client.DeleteAsync(name)).ShouldBeOneOf(200, 204);
        await bridge.SyncWholeAsync(new DateOnly(2021, 7, 8));
        (await FlagsOfAsync(story)).Single(static flag => flag.Code == NoReassessment).Version.ShouldBe(amended.Version);
    }

    public void Dispose() => _client?.Dispose();

    /// <summary>Everything here arrives while a test runs: a short overlap spares reading the other tests' patients again.</summary>
    private Bridge NewBridge(string? overlay = null) => new(hapi.Base) { Overlay = overlay, Overlap = TimeSpan.FromSeconds(2) };

    private async Task LoadAsync(StoryCase story, int bundles)
    {
        foreach (var bundle in story.Bundles.Take(bundles))
        {
            await Client.LoadAsync(bundle);
        }
    }

    private async Task<List<WrittenFlag>> FlagsOfAsync(StoryCase story) =>
        [.. (await Client.FlagsAsync()).Where(flag => flag.Patient == story.Patient)];

    private async Task<List<(string Id, string? Version)>> VersionsAsync() =>
        [.. (await Client.FlagsAsync()).Select(static flag => (flag.Id, flag.Version))];
}
