using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Service.Write;
using static FhirHer2Bridge.Service.Tests.Write.WriteHarness;

namespace FhirHer2Bridge.Service.Tests.Write;

public sealed class FlagWriterTests
{
    private static readonly Flag Resolved = Sample with
    {
        State = FlagState.Resolved,
        End = new DateTimeOffset(2024, 9, 1, 0, 0, 0, TimeSpan.Zero),
        Reason = "reassessed",
    };

    [Fact]
    public async Task Drain_NothingWaits_AsksNothing()
    {
        await using var harness = await OpenAsync();

        var report = await harness.DrainAsync();

        report.ShouldBe(WriteReport.Nothing);
        harness.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drain_NewFlag_PutsDeviceFlagAndProvenanceOnce()
    {
        await using var harness = await OpenAsync();

        var report = await harness.SendAsync(Sample);

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
        harness.Server.Writes.Select(one => one.Address.Split('/')[0]).ShouldBe(["Device", "Observation", "Provenance"]);
        harness.Server.Writes.ElementAt(1).Address.ShouldBe(harness.FlagAddress);
        var provenance = harness.Server.All("Provenance").ShouldHaveSingleItem();
        provenance["entity"]![0]!["what"]!["identifier"]!["value"]!.ToString().ShouldBe("Observation/o2/_history/1");
        provenance["activity"]!["coding"]![0]!["code"]!.ToString().ShouldBe("CREATE");
        (await harness.OutboxAsync()).ShouldBeEmpty();
        (await harness.FlagsAsync())[0].OnServer.ShouldNotBeNull().Version.ShouldBe("1");
    }

    [Fact]
    public async Task Drain_SameContentAgain_WritesNothing()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);
        var writes = harness.Server.Writes.Count();

        var report = await harness.SendAsync(Sample);

        report.ShouldBe(WriteReport.Nothing with { Unchanged = 1 });
        harness.Server.Writes.Count().ShouldBe(writes);
    }

    [Fact]
    public async Task Drain_Resolved_AmendsTheSameResourceUnderItsVersion()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);

        var report = await harness.SendAsync(Resolved);

        report.Sent.ShouldBe(1);
        harness.Server.Writes.Last(one => one.Address.StartsWith("Observation", StringComparison.Ordinal)).IfMatch.ShouldBe("W/\"1\"");
        var flag = harness.Written.ShouldHaveSingleItem();
        flag["status"]!.ToString().ShouldBe("amended");
        flag["valueCodeableConcept"]!["coding"]![0]!["code"]!.ToString().ShouldBe("resolved");
        harness.Server.All("Provenance").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Drain_Withdrawn_IsEnteredInErrorAndNullified()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);

        await harness.SendAsync(Sample with { State = FlagState.Withdrawn, Reason = "evidence-changed" });

        harness.Written.ShouldHaveSingleItem()["status"]!.ToString().ShouldBe("entered-in-error");
        harness.Server.All("Provenance")[^1]["activity"]!["coding"]![0]!["code"]!.ToString().ShouldBe("NULLIFY");
    }

    [Theory]
    [InlineData(FlagState.Resolved)]
    [InlineData(FlagState.Withdrawn)]
    public async Task Drain_EndedBeforeItWasEverSent_WritesNoFlag(FlagState state)
    {
        await using var harness = await OpenAsync();

        var report = await harness.SendAsync(Resolved with { State = state });

        report.IsComplete.ShouldBeTrue();
        harness.Written.ShouldBeEmpty();
        (await harness.OutboxAsync()).ShouldBeEmpty();
        (await harness.FlagsAsync())[0].Standing.Dismissed.ShouldBeFalse();
    }

    [Fact]
    public async Task Drain_NoEvidence_IsRefusedAndParked()
    {
        await using var harness = await OpenAsync();

        var report = await harness.SendAsync(Sample with { Evidence = [] });

        report.ShouldBe(WriteReport.Nothing with { Refused = 1 });
        (await harness.OutboxAsync()).ShouldHaveSingleItem().LastError.ShouldBe(WriteErrors.NotComposable);
        harness.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drain_EvidenceOfAnotherPatient_IsNeverWritten()
    {
        await using var harness = await OpenAsync();
        await MoveAsync(harness, "Observation/o1", "berta");

        var report = await harness.SendAsync(Sample);

        report.ShouldBe(WriteReport.Nothing with { Refused = 1 });
        (await harness.OutboxAsync()).ShouldHaveSingleItem().LastError.ShouldBe(WriteErrors.TwoSubjects);
        harness.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drain_WithdrawnAsASourceMovedToAnotherPatient_RepeatsNothingOfThatPatient()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);
        await MoveAsync(harness, "Observation/o1", "berta");

        await harness.SendAsync(Sample with { State = FlagState.Withdrawn, Reason = "evidence-changed" });

        var flag = harness.Written.ShouldHaveSingleItem();
        flag["status"]!.ToString().ShouldBe("entered-in-error");
        flag["derivedFrom"]!.AsArray().ShouldHaveSingleItem()!["reference"]!.ToString().ShouldBe("Observation/o2");
    }

    [Fact]
    public async Task Drain_ProfileOnTheServer_IsNamed()
    {
        await using var harness = await OpenAsync();
        harness.Server.Put(
            "StructureDefinition/flag",
            """{"resourceType":"StructureDefinition","url":"https://fhirher2bridge.example/fhir/StructureDefinition/her2-flag-observation"}""");

        await harness.SendAsync(Sample);

        harness.Written[0]["meta"]!["profile"]![0]!.ToString().ShouldEndWith("/her2-flag-observation");
    }

    [Theory]
    [InlineData(nameof(ProfileUse.Always), true)]
    [InlineData(nameof(ProfileUse.Never), false)]
    [InlineData(nameof(ProfileUse.Auto), false)]
    public async Task Drain_ProfileNotOnTheServer_IsNamedOnlyWhenTold(string use, bool named)
    {
        var settings = new WriteSettings { Instance = "site-a", Profile = Enum.Parse<ProfileUse>(use) };
        await using var harness = await OpenAsync(settings: settings);

        await harness.SendAsync(Sample);

        (harness.Written[0]["meta"]!["profile"] is not null).ShouldBe(named);
    }

    [Fact]
    public async Task Drain_SourceIsGone_NamesItByIdentifier()
    {
        await using var harness = await OpenAsync(new StatefulFhirServer { HoldsIntegrity = true });
        harness.Server.Delete("Observation/o1");

        var report = await harness.SendAsync(Sample);

        report.Sent.ShouldBe(1);
        var sources = harness.Written[0]["derivedFrom"]!.AsArray();
        sources[0]!["reference"]!.ToString().ShouldBe("Observation/o2");
        sources[1]!["reference"].ShouldBeNull();
        sources[1]!["identifier"]!["value"]!.ToString().ShouldBe("Observation/o1");
    }

    [Fact]
    public async Task Drain_SourceGoneAndNothingNew_WritesNothing()
    {
        await using var harness = await OpenAsync(new StatefulFhirServer { HoldsIntegrity = true });
        harness.Server.Delete("Observation/o1");
        await harness.SendAsync(Sample);
        var writes = harness.Server.Writes.Count();

        var report = await harness.SendAsync(Sample);

        report.Unchanged.ShouldBe(1);
        harness.Server.Writes.Count().ShouldBe(writes);
    }

    private static Task MoveAsync(WriteHarness harness, string resource, string patient) => harness.Store.CommitAsync(
        Endpoint,
        new Service.Store.PatientCommit
        {
            At = Store.StoreSamples.Noon,
            Patient = new PatientKey(patient),
            Resources = [Store.StoreSamples.Resource(resource, version: "9")],
            AssessmentJson = "{}",
        },
        default);
}
