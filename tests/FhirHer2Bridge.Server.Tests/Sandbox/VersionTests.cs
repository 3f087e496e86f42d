using System.Globalization;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>What a result said before, and when it came: rules 15 and 19 over HTTP. Days are counted back from today.</summary>
public sealed class VersionTests : SandboxTest
{
    private static DateOnly Today { get; } = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    [Trait("Row", "7/F15")]
    public async Task Sync_ResultEnteredInErrorAfterDoses_WritesTheFlagOnceWithItsDoses()
    {
        var bridge = await TreatedAsync();
        Put("Observation", "first", Result(100, "LA11843-2", "3+", "entered-in-error"));

        await bridge.SyncWholeAsync(Today);
        var flag = await FoundAsync("evidence-retracted-after-use");
        Server.ClearRequests();
        await bridge.SyncWholeAsync(Today);

        (flag.State, flag.Severity).ShouldBe(("active", "high"));
        flag.Json.ToJsonString().ShouldContain("Observation/first");
        flag.Json.ToJsonString().ShouldContain("MedicationAdministration/dose-38");
        Writes().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "7/F15")]
    public async Task Sync_ResultMovedToAnotherPatientAfterDoses_WritesTheFlagWithoutNamingIt()
    {
        var bridge = await TreatedAsync();
        Server.Store.Put(JsonNode.Parse("""{"resourceType":"Patient","id":"other"}""")!);
        Put("Observation", "first", Result(100, "LA11843-2", "3+").Replace("Patient/p1", "Patient/other", StringComparison.Ordinal));

        await bridge.SyncWholeAsync(Today);
        await bridge.SyncWholeAsync(Today);

        var flag = await FoundAsync("evidence-retracted-after-use");
        flag.Patient.ShouldBe("Patient/p1");
        flag.Json.ToJsonString().ShouldNotContain("Observation/first");
        flag.Json.ToJsonString().ShouldNotContain("other");
    }

    [Fact]
    [Trait("Row", "7/F19")]
    public async Task Sync_NegativeResultIssuedLongAgoArrivesAfterDoses_WritesTheFlag()
    {
        var bridge = await TreatedAsync();
        Put("Observation", "late", Result(70, "LA11841-6", "1+"));

        await bridge.SyncWholeAsync(Today);

        var flag = await FoundAsync("backdated-result");
        (flag.State, flag.Severity).ShouldBe(("active", "moderate"));
    }

    [Fact]
    [Trait("Row", "7/F19")]
    public async Task Sync_EverythingWithTheFirstRead_NothingIsLate()
    {
        Put("Observation", "late", Result(70, "LA11841-6", "1+"));

        await TreatedAsync();

        (await Client.FlagsAsync()).ShouldNotContain(static flag => flag.Code == "backdated-result");
    }

    [Fact]
    public async Task Sync_VersionThatDiffersInItsMetadataOnly_ReplacesNothing()
    {
        var bridge = await TreatedAsync();
        Put("Observation", "first", Result(100, "LA11843-2", "3+").Replace("\"status\"", "\"language\":\"en\",\"status\"", StringComparison.Ordinal));
        await bridge.SyncWholeAsync(Today);

        await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(bridge.Store, CancellationToken.None);
        var memory = (await store.ReadPatientAsync("hospital", new PatientKey("p1"), CancellationToken.None)).ShouldNotBeNull();

        memory.Replaced.ShouldBeEmpty();
        var stored = memory.Resources[new ResourceKey("Observation/first")];
        (stored.Version, stored.FirstSeen).ShouldBe(("2", null));
    }

    /// <summary>Positive 100 days ago; doses 80, 59 and 38 days ago; read.</summary>
    private async Task<Bridge> TreatedAsync()
    {
        var bridge = NewBridge();
        Server.Store.Put(JsonNode.Parse("""{"resourceType":"Patient","id":"p1"}""")!);
        Put("Observation", "first", Result(100, "LA11843-2", "3+"));
        foreach (var days in new[] { 80, 59, 38 })
        {
            Put("MedicationAdministration", $"dose-{days}", $$"""
                "status":"completed","subject":{"reference":"Patient/p1"},"effectiveDateTime":"{{Day(days)}}",
                "medicationCodeableConcept":{"text":"trastuzumab"}
                """);
        }

        await bridge.SyncWholeAsync(Today);
        return bridge;
    }

    private async Task<WrittenFlag> FoundAsync(string code) =>
        (await Client.FlagsAsync()).Where(flag => flag.Code == code).ShouldHaveSingleItem();

    private void Put(string type, string id, string members) =>
        Server.Store.Put(JsonNode.Parse($$"""{"resourceType":"{{type}}","id":"{{id}}",{{members}}}""")!);

    private static string Result(int daysAgo, string answer, string score, string status = "final") => $$"""
        "status":"{{status}}","subject":{"reference":"Patient/p1"},"effectiveDateTime":"{{Day(daysAgo)}}","issued":"{{Day(daysAgo)}}T12:00:00Z",
        "code":{"coding":[{"system":"http://loinc.org","code":"85319-2"}]},
        "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"{{answer}}"}],"text":"{{score}}"}
        """;

    private static string Day(int daysAgo) => Today.AddDays(-daysAgo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
