using System.Text.Json.Nodes;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Write;
using static FhirHer2Bridge.Service.Tests.Write.WriteHarness;

namespace FhirHer2Bridge.Service.Tests.Write;

/// <summary>People at the site, other replicas, and servers with manners of their own.</summary>
public sealed class FlagWriterRivalTests
{
    [Theory]
    [InlineData("status", "\"cancelled\"")]
    [InlineData("status", "\"entered-in-error\"")]
    [InlineData("performer", """[{"reference":"Practitioner/x"}]""")]
    [InlineData("effectiveDateTime", "\"2020\"")]
    public async Task Drain_SomebodyChangedTheFlag_LeavesItForGood(string member, string value)
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);
        harness.Server.Edit(harness.FlagAddress, flag => flag[member] = JsonNode.Parse(value));
        var writes = harness.Server.Writes.Count();

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.ShouldBe(WriteReport.Nothing with { Dismissed = 1 });
        harness.Server.Writes.Count().ShouldBe(writes);
        (await harness.FlagsAsync())[0].Standing.Dismissed.ShouldBeTrue();
    }

    [Fact]
    public async Task Drain_SomebodyDeletedTheFlag_DoesNotBringItBack()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);
        harness.Server.Delete(harness.FlagAddress);

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.ShouldBe(WriteReport.Nothing with { Dismissed = 1 });
        harness.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drain_ServerMergedThePatients_TheFlagStaysOurs()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);
        harness.Server.Edit(harness.FlagAddress, flag => flag["subject"]!["reference"] = "Patient/survivor");

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
    }

    [Fact]
    public async Task Drain_ServerRewritesWhatItIsGiven_TheFlagStaysOurs()
    {
        await using var harness = await OpenAsync(
            new StatefulFhirServer { Rewrite = static resource => resource.Remove("interpretation") });
        await harness.SendAsync(Sample);

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
    }

    [Theory]
    [InlineData(409)]
    [InlineData(412)]
    public async Task Drain_AnotherReplicaWroteMeanwhile_LooksAgainAndWrites(int stale)
    {
        await using var harness = await OpenAsync(new StatefulFhirServer { StaleStatus = stale });
        await harness.SendAsync(Sample);
        var rivals = 1;
        harness.Server.Meanwhile = request =>
        {
            if (request.IfMatch is not null && rivals-- > 0)
            {
                harness.Server.Edit(harness.FlagAddress, flag => flag["issued"] = "2026-01-01T00:00:00Z");
            }
        };

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
    }

    [Fact]
    public async Task Drain_TheFlagKeepsChanging_IsPostponedAfterFiveLooks()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);
        var second = 0;
        harness.Server.Meanwhile = request =>
        {
            if (request.IfMatch is not null)
            {
                harness.Server.Edit(harness.FlagAddress, flag => flag["issued"] = $"2026-01-01T00:00:{second++:D2}Z");
            }
        };

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.ShouldBe(WriteReport.Nothing with { Postponed = 1 });
        second.ShouldBe(5);
        (await harness.OutboxAsync()).ShouldHaveSingleItem().LastError.ShouldBe(WriteErrors.Conflict);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(422)]
    public async Task Drain_ClientIdsRefused_CreatesByConditionAndRemembers(int status)
    {
        await using var harness = await OpenAsync(new StatefulFhirServer { NewIdStatus = status });
        await harness.SendAsync(Sample);

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
        harness.Written.ShouldHaveSingleItem()["id"]!.ToString().ShouldBe("1001");
        harness.Server.All("Device").Count.ShouldBe(1);
        harness.Server.All("Provenance").Count.ShouldBe(2);
        harness.Server.Requests.Count(one => one.Address == "Device/her2bridge-site-a" && one.Method == HttpMethod.Put).ShouldBe(1);
        (await harness.Store.ReadTraitsAsync(Endpoint, default))["write.client-ids"].ShouldBe("no");
    }

    [Fact]
    public async Task Drain_MetadataStatesNoClientIds_DoesNotTry()
    {
        await using var harness = await OpenAsync();
        harness.Server.Put(
            "metadata/x",
            """{"resourceType":"CapabilityStatement","rest":[{"resource":[{"type":"Observation","updateCreate":false}]}]}""");
        harness.Server.AnswerMetadataFrom("metadata/x");

        var report = await harness.SendAsync(Sample);

        report.Sent.ShouldBe(1);
        harness.Server.Writes.ShouldAllBe(one => one.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task Drain_TwoWritersCreatedTheSameFlag_TheOldestStaysAndTheOtherIsSuperseded()
    {
        await using var harness = await OpenAsync(new StatefulFhirServer { NewIdStatus = 404, IgnoresConditions = true });
        var once = true;
        harness.Server.Meanwhile = request =>
        {
            if (request is { Address: "Observation", Method.Method: "POST" } && once)
            {
                once = false;
                var body = JsonNode.Parse(request.Body!)!;
                harness.Server.Put("Observation/500", body.ToJsonString());
            }
        };

        var report = await harness.SendAsync(Sample);

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
        var flags = harness.Written.ToDictionary(one => one["id"]!.ToString(), StringComparer.Ordinal);
        flags["500"]["status"]!.ToString().ShouldBe("final");
        flags["1001"]["status"]!.ToString().ShouldBe("entered-in-error");
        flags["1001"]["identifier"]![0]!["value"]!.ToString().ShouldBe($"{harness.Key}{OwnFlag.SupersededMark}1001");
        (await harness.FlagsAsync())[0].OnServer!.Id.ShouldBe("500");
    }

    [Fact]
    public async Task Drain_TwoBridgesWithOneSecret_OneFlag()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync(first.Server);
        await first.SendAsync(Sample);

        var report = await second.SendAsync(Sample);

        report.ShouldBe(WriteReport.Nothing with { Unchanged = 1 });
        first.Written.Count.ShouldBe(1);
        first.Server.All("Provenance").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drain_CreatedByCondition_LooksForATwinAfterTheServersIndexHadTime()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 1, 15, 7, 0, 0, TimeSpan.Zero));
        await using var harness = await OpenAsync(
            new StatefulFhirServer { NewIdStatus = 404 }, new WriteSettings { Instance = "site-a" });
        await harness.PlanAsync(Sample);

        var draining = harness.DrainAsync(clock);
        await clock.WaitingAsync(wait => wait == TimeSpan.FromSeconds(2));
        (await harness.OutboxAsync()).Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(2));

        (await draining).ShouldBe(WriteReport.Nothing with { Sent = 1 });
        (await harness.OutboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drain_TwoCopiesStandAlready_KeepsTheOldest()
    {
        await using var harness = await OpenAsync(new StatefulFhirServer { NewIdStatus = 404 });
        await harness.SendAsync(Sample);
        var copy = harness.Written[0].ToJsonString();
        harness.Server.Put("Observation/2000", copy);
        await using var other = await OpenAsync(harness.Server);

        var report = await other.SendAsync(Sample);

        report.ShouldBe(WriteReport.Nothing with { Unchanged = 1 });
        harness.Written.Single(one => (string?)one["id"] is "2000")["status"]!.ToString().ShouldBe("entered-in-error");
    }
}
