using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Service.Tests.Store;

namespace FhirHer2Bridge.Service.Tests.Cli;

/// <summary><c>replay</c> and <c>history --known-at</c> over a real store, through the real process.</summary>
public sealed class StoredFactsTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Corrected = StoreSamples.Noon.AddDays(100);

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("bridge.db");

    /// <summary>Positive with the first read on 2024-03-12, a dose on 2024-04-02, corrected to negative on 2024-06-20.</summary>
    public async Task InitializeAsync()
    {
        await using var store = await SqliteBridgeStore.OpenAsync(Path, default);
        await store.RegisterEndpointAsync("site", "https://fhir.example/r4/", default);
        await CommitAsync(store, StoreSamples.Noon, StoreSamples.Resource("Observation/o1"), Dose());
        await CommitAsync(store, Corrected, StoreSamples.Resource("Observation/o1", "2", score: 0));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2024-06-19", "positive")]
    [InlineData("2024-06-20", "negative")]
    public async Task History_KnownAt_TellsWhatCouldHaveBeenKnownThen(string knownAt, string status)
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, "history", "p1", "--store", Path, "--known-at", knownAt, "--json");

        ending.Code.ShouldBe(0, ending.Errors);
        var line = JsonDocument.Parse(ending.Output).RootElement;
        line.GetProperty("status").GetProperty("value").GetString().ShouldBe(status);
        line.GetProperty("asOf").GetString().ShouldBe(knownAt);
        line.GetProperty("knownAt").GetString().ShouldBe(knownAt);
        line.GetProperty("knownNote").GetString().ShouldNotBeNull().ShouldContain("first full read");
    }

    [Fact]
    public async Task History_KnownAtLaterThanAsOf_AssessesForTheEarlierMoment()
    {
        var ending = await BridgeProcess.RunAsync(
            _folder.Path, "history", "p1", "--store", Path, "--known-at", "2024-12-31", "--as-of", "2024-03-20", "--json");

        ending.Code.ShouldBe(0, ending.Errors);
        var line = JsonDocument.Parse(ending.Output).RootElement;
        line.GetProperty("courses").GetArrayLength().ShouldBe(0);
        line.GetProperty("status").GetProperty("value").GetString().ShouldBe("negative");
    }

    [Fact]
    public async Task History_KnownAt_SaysInTextAndPictureWhatTheFirstReadCountsAs()
    {
        var picture = _folder.File("p1.svg");

        var ending = await BridgeProcess.RunAsync(_folder.Path, "history", "p1", "--store", Path, "--known-at", "2024-06-19", "--svg", picture);

        ending.Code.ShouldBe(0, ending.Errors);
        ending.Output.ReplaceLineEndings(" ").ShouldContain("as known at 2024-06-19");
        (await File.ReadAllTextAsync(picture)).ShouldContain("first full read counts as known from its issue");
    }

    [Theory]
    [InlineData("--as-of", "2024-06-19")]
    [InlineData("--known-at", "yesterday")]
    [InlineData("--known-at", "2024-06-19", "--as-of", "2024-06-20")]
    public async Task History_MomentsThatCannotBe_Is64(params string[] options)
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, ["history", "p1", "--store", Path, .. options]);

        ending.Code.ShouldBe(64, ending.Errors);
        ending.Errors.ShouldContain("H2B-RUN-007");
    }

    [Fact]
    public async Task History_UnknownPatient_Is6()
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, "history", "MRN4711", "--store", Path);

        ending.Code.ShouldBe(6, ending.Errors);
        ending.Errors.ShouldContain("H2B-RUN-009");
        ending.Errors.ShouldNotContain("MRN4711");
    }

    [Fact]
    public async Task Replay_RuleNotAppliedBefore_SaysWhatItWouldAddAndChangesNoByte()
    {
        var before = await File.ReadAllBytesAsync(Path);

        var ending = await BridgeProcess.RunAsync(_folder.Path, "replay", "--store", Path, "--rules", "H2B-15", "--as-of", "2024-07-01", "--json");

        ending.Code.ShouldBe(0, ending.Errors);
        var line = JsonDocument.Parse(ending.Output).RootElement;
        line.GetProperty("patient").GetString().ShouldBe("Patient/p1");
        var change = line.GetProperty("changes").EnumerateArray().ToList().ShouldHaveSingleItem();
        (change.GetProperty("change").GetString(), change.GetProperty("code").GetString()).ShouldBe(("add", "evidence-retracted-after-use"));
        (await File.ReadAllBytesAsync(Path)).ShouldBe(before);
    }

    [Fact]
    public async Task Replay_Text_CountsAndSaysThatNothingWasWritten()
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, "replay", "--store", Path, "--as-of", "2024-07-01", "--patient", "p1");

        ending.Code.ShouldBe(0, ending.Errors);
        ending.Output.ShouldContain("add evidence-retracted-after-use (H2B-15, high)");
        ending.Output.ShouldContain("Nothing was written.");
    }

    [Fact]
    public async Task History_KnownAt_ShowsWhatCouldNotBeReadThen()
    {
        await using (var store = await SqliteBridgeStore.OpenAsync(Path, default))
        {
            var late = StoreSamples.Resource("Observation/o2") with
            {
                Issues = [new Gap("unknown-unit", "The unit is not known here.", new SourceRef("Observation", "o2", "1", "valueQuantity"))],
            };
            await CommitAsync(store, Corrected.AddDays(10), late);
        }

        (await GapsAsync("2024-06-25")).ShouldBeEmpty();
        (await GapsAsync("2024-07-02")).ShouldBe(["unknown-unit"]);

        async Task<string?[]> GapsAsync(string knownAt)
        {
            var ending = await BridgeProcess.RunAsync(_folder.Path, "history", "p1", "--store", Path, "--known-at", knownAt, "--json");
            ending.Code.ShouldBe(0, ending.Errors);
            return [.. JsonDocument.Parse(ending.Output).RootElement.GetProperty("gaps").EnumerateArray().Select(static gap => gap.GetProperty("code").GetString())];
        }
    }

    /// <summary>As a cycle would: what its evidence says now is not known.</summary>
    [Fact]
    public async Task Replay_FlagWhoseEvidenceCanNoLongerBeRead_IsNotWithdrawn()
    {
        var patient = new PatientKey("p1");
        var flag = StoreSamples.Flag(patient);
        var evidence = flag.Evidence[0];
        await using (var store = await SqliteBridgeStore.OpenAsync(Path, default))
        {
            await store.CommitAsync("site", StoreSamples.Raise(patient, "k1"), default);
        }

        (await ClosedAsync()).ShouldContain(flag.Code);
        await using (var store = await SqliteBridgeStore.OpenAsync(Path, default))
        {
            var broken = new GapFact { Source = evidence, Code = "not-json", Reason = "not read", MayHideTest = true };
            await CommitAsync(store, Corrected.AddDays(10), new StoredResource(evidence.Key, "9", [broken]));
        }

        (await ClosedAsync()).ShouldNotContain(flag.Code);

        async Task<List<string?>> ClosedAsync()
        {
            var ending = await BridgeProcess.RunAsync(_folder.Path, "replay", "--store", Path, "--as-of", "2024-07-10", "--patient", "p1", "--json");
            ending.Code.ShouldBe(0, ending.Errors);
            return [.. JsonDocument.Parse(ending.Output).RootElement.GetProperty("changes").EnumerateArray()
                .Where(static change => change.GetProperty("change").GetString() == "close").Select(static change => change.GetProperty("code").GetString())];
        }
    }

    [Theory]
    [InlineData(6, "replay", "--patient", "nobody")]
    [InlineData(64, "replay", "--rules", "H2B-99")]
    [InlineData(3, "replay", "--store", "nowhere.db")]
    public async Task Replay_WhatCannotBeDone_HasItsExitCode(int code, params string[] arguments)
    {
        string[] store = arguments.Contains("--store") ? [] : ["--store", Path];

        var ending = await BridgeProcess.RunAsync(_folder.Path, [.. arguments, .. store]);

        ending.Code.ShouldBe(code, ending.Errors);
    }

    private static Task CommitAsync(SqliteBridgeStore store, DateTimeOffset at, params StoredResource[] resources) => store.CommitAsync(
        "site",
        new PatientCommit
        {
            Patient = new PatientKey("p1"),
            At = at,
            Resources = resources,
            FullReads = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal)
            {
                ["Observation"] = at,
                ["DiagnosticReport"] = at,
                ["Specimen"] = at,
                ["MedicationAdministration"] = at,
            },
            NeedsFullRead = false,
            AssessmentJson = "{}",
        },
        default);

    private static StoredResource Dose()
    {
        var start = StoreSamples.Noon.Date.AddDays(21);
        var fact = new TherapyFact
        {
            Source = new SourceRef("MedicationAdministration", "d1", "1", "medication"),
            When = new ClinicalTime(new(start, TimeSpan.Zero), new(start.AddDays(1), TimeSpan.Zero), TimePrecision.Day, "2024-04-02"),
            Drug = new Drug("trastuzumab", DrugClass.Trastuzumab),
            WasGiven = true,
        };
        return new StoredResource(new ResourceKey("MedicationAdministration/d1"), "1", [fact]);
    }
}
