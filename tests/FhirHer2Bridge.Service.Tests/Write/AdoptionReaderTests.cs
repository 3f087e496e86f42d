using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Service.Write;
using static FhirHer2Bridge.Service.Tests.Write.WriteHarness;

namespace FhirHer2Bridge.Service.Tests.Write;

public sealed class AdoptionReaderTests
{
    [Fact]
    public async Task Read_StoreLost_GivesTheFlagsBackAndTheNextRunWritesNothing()
    {
        await using var before = await OpenAsync();
        await before.SendAsync(Sample);
        await using var after = await OpenAsync(before.Server);
        var writes = before.Server.Writes.Count();

        var adopted = await new AdoptionReader(after.Server).ReadAsync(Anna, default);

        var record = adopted.ShouldHaveSingleItem();
        record.Standing.Key.ShouldBe(before.Key);
        record.Standing.State.ShouldBe(FlagState.Active);
        record.Standing.Anchor.ShouldBeNull();
        record.Standing.Evidence.ShouldBe([new ResourceKey("Observation/o2"), new ResourceKey("Observation/o1")]);
        record.Standing.Dismissed.ShouldBeFalse();
        await after.PlanAsync(Sample, record.Standing.Key, record);
        (await after.DrainAsync()).ShouldBe(WriteReport.Nothing with { Unchanged = 1 });
        before.Server.Writes.Count().ShouldBe(writes);
    }

    [Fact]
    public async Task Read_SecretLostToo_WritesUnderTheOldKeyAndId()
    {
        await using var before = await OpenAsync(new StatefulFhirServer { NewIdStatus = 404 });
        await before.SendAsync(Sample);
        await using var after = await OpenAsync(before.Server);
        var record = (await new AdoptionReader(after.Server).ReadAsync(Anna, default)).Single();
        await after.PlanAsync(Sample with { Text = "Another text." }, record.Standing.Key, record);

        var report = await after.DrainAsync();

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
        before.Written.ShouldHaveSingleItem()["meta"]!["versionId"]!.ToString().ShouldBe("2");
    }

    [Fact]
    public async Task Read_ManyPages_GivesThemAll()
    {
        await using var harness = await OpenAsync();
        for (var n = 0; n < 5; n++)
        {
            await harness.PlanAsync(Sample, harness.Keys.For(Anna, Sample.Code, $"anchor-{n}"));
        }

        await harness.DrainAsync();
        harness.Server.PageSize = 2;

        var adopted = await new AdoptionReader(harness.Server).ReadAsync(Anna, default);

        adopted.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Read_OtherPatientsAndForeignObservations_AreNotAdopted()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);

        var adopted = await new AdoptionReader(harness.Server).ReadAsync(new PatientKey("berta"), default);

        adopted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_ClosedByAPerson_IsDismissed()
    {
        await using var harness = await OpenAsync();
        await harness.SendAsync(Sample);
        harness.Server.Edit(harness.FlagAddress, flag => flag["status"] = "cancelled");

        var adopted = await new AdoptionReader(harness.Server).ReadAsync(Anna, default);

        adopted.ShouldHaveSingleItem().Standing.Dismissed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public async Task Read_SearchRefused_IsAFailureAndNotNothing(int status)
    {
        var server = new StatefulFhirServer { Refuse = _ => status };

        var failure = await Should.ThrowAsync<AdoptionException>(() => new AdoptionReader(server).ReadAsync(Anna, default));

        failure.Message.ShouldStartWith(WriteErrors.AdoptionUnread);
        failure.Message.ShouldNotContain("anna");
    }

    [Fact]
    public async Task Read_PatientIdNeverStandsInAnAddress()
    {
        var server = new StatefulFhirServer();

        await new AdoptionReader(server).ReadAsync(Anna, default);

        server.Requests.ShouldAllBe(request => !request.Address.Contains("anna", StringComparison.Ordinal));
    }
}
