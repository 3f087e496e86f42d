using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Write;
using static FhirHer2Bridge.Service.Tests.Write.WriteHarness;

namespace FhirHer2Bridge.Service.Tests.Write;

public sealed class FlagWriterFailureTests
{
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Drain_WritingIsNotAllowed_KeepsTheFlagToSend(int status)
    {
        await using var harness = await OpenAsync(
            new StatefulFhirServer { Refuse = one => IsWrite(one) ? status : null });

        var report = await harness.SendAsync(Sample);

        report.ShouldBe(WriteReport.Nothing with { Postponed = 1 });
        var entry = (await harness.OutboxAsync()).ShouldHaveSingleItem();
        (entry.Parked, entry.LastError).ShouldBe((false, WriteErrors.NotAllowed));
    }

    [Fact]
    public async Task Drain_WritingAllowedAgain_SendsWhatWasKept()
    {
        await using var harness = await OpenAsync(new StatefulFhirServer { Refuse = one => IsWrite(one) ? 403 : null });
        await harness.SendAsync(Sample);
        harness.Server.Refuse = static _ => null;

        var report = await harness.DrainAsync();

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
        harness.Written.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drain_TheServerTakesNoSuchFlag_ParksItAndSendsTheOthers()
    {
        await using var harness = await OpenAsync();
        harness.Server.Refuse = one => one.Method == HttpMethod.Put && one.Address == harness.FlagAddress ? 422 : null;
        var other = Sample with { Code = "discordant-specimens" };
        await harness.PlanAsync(Sample);
        await harness.PlanAsync(other, harness.Keys.For(Anna, other.Code, other.Anchor));

        var report = await harness.DrainAsync();

        report.ShouldBe(WriteReport.Nothing with { Sent = 1, Parked = 1 });
        (await harness.OutboxAsync()).ShouldHaveSingleItem().Parked.ShouldBeTrue();
    }

    [Fact]
    public async Task Drain_ParkedEarlier_IsCountedAndNotSent()
    {
        await using var harness = await OpenAsync();
        harness.Server.Refuse = one => one.Method == HttpMethod.Put && one.Address == harness.FlagAddress ? 422 : null;
        await harness.SendAsync(Sample);
        var requests = harness.Server.Requests.Count;

        var report = await harness.DrainAsync();

        report.ShouldBe(WriteReport.Nothing with { Parked = 1 });
        report.IsComplete.ShouldBeFalse();
        harness.Server.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task Drain_ServerStopsAnswering_StopsAndKeepsTheRest()
    {
        await using var harness = await OpenAsync();
        var other = Sample with { Code = "discordant-specimens" };
        await harness.PlanAsync(Sample);
        await harness.PlanAsync(other, harness.Keys.For(Anna, other.Code, other.Anchor));
        harness.Server.Lose = one => one.Address == harness.FlagAddress && one.Method == HttpMethod.Get;

        var report = await harness.DrainAsync();

        report.ShouldBe(WriteReport.Nothing with { Postponed = 2 });
        harness.Written.ShouldBeEmpty();
        (await harness.OutboxAsync()).ShouldAllBe(entry => entry.LastError == WriteErrors.Unreachable && !entry.Parked);
    }

    public static TheoryData<bool, string> LostAnswers => new()
    {
        { true, "Device" },
        { true, "Observation" },
        { true, "Provenance" },
        { false, "Device" },
        { false, "Observation" },
        { false, "Provenance" },
    };

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task Drain_AnswerToAWriteWasLost_TheNextRunEndsWithEachOnce(bool clientIds, string type)
    {
        await using var harness = await OpenAsync(new StatefulFhirServer { NewIdStatus = clientIds ? null : 404 });
        harness.Server.Lose = one => IsWrite(one) && one.Address.StartsWith(type, StringComparison.Ordinal);
        await harness.SendAsync(Sample);
        harness.Server.Lose = static _ => false;

        var report = await harness.DrainAsync();

        report.IsComplete.ShouldBeTrue();
        harness.Written.Count.ShouldBe(1);
        harness.Server.All("Device").Count.ShouldBe(1);
        harness.Server.All("Provenance").Count.ShouldBe(1);
        (await harness.OutboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drain_AnswerLostAndThenOtherContent_IsOursToChange()
    {
        await using var harness = await OpenAsync();
        harness.Server.Lose = one => IsWrite(one) && one.Address == harness.FlagAddress;
        await harness.SendAsync(Sample);
        harness.Server.Lose = static _ => false;

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.ShouldBe(WriteReport.Nothing with { Sent = 1 });
        harness.Written.ShouldHaveSingleItem()["note"]![0]!["text"]!.ToString().ShouldBe("Another text.");
    }

    [Fact]
    public async Task Drain_ServerWithoutProvenance_SendsTheFlagAndAsksOnce()
    {
        await using var harness = await OpenAsync(
            new StatefulFhirServer { Refuse = one => one.Address.StartsWith("Provenance", StringComparison.Ordinal) ? 404 : null });
        await harness.SendAsync(Sample);

        var report = await harness.SendAsync(Sample with { Text = "Another text." });

        report.Sent.ShouldBe(1);
        harness.Server.Requests.Count(one => one.Address.StartsWith("Provenance", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Drain_ServerRefusedProvenanceOnce_IsAskedAgainAfterADay()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 1, 15, 7, 0, 0, TimeSpan.Zero));
        await using var harness = await OpenAsync(
            new StatefulFhirServer { Refuse = one => one.Address.StartsWith("Provenance", StringComparison.Ordinal) ? 404 : null });
        await SendAsync("First text.");
        harness.Server.Refuse = static _ => null;
        clock.Advance(TimeSpan.FromHours(23));
        await SendAsync("Second text.");
        var within = harness.Server.All("Provenance").Count;
        clock.Advance(TimeSpan.FromHours(2));

        await SendAsync("Third text.");

        within.ShouldBe(0);
        harness.Server.All("Provenance").Count.ShouldBe(1);

        async Task SendAsync(string text)
        {
            await harness.PlanAsync(Sample with { Text = text });
            (await harness.DrainAsync(clock)).Sent.ShouldBe(1);
        }
    }

    private static bool IsWrite(FhirRequest request) =>
        request.Method != HttpMethod.Get && !request.Address.EndsWith("/_search", StringComparison.Ordinal);
}
