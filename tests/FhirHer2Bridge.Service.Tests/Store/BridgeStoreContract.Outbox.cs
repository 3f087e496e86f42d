using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public abstract partial class BridgeStoreContract
{
    private static readonly ServerCopy Copy = new("f1", "1", "hash-1");

    [Fact]
    public async Task ReadOutbox_Drafts_ComeOldestFirstWithTheirContent()
    {
        await CommitAsync(StoreSamples.Raise(Berta, "v1-b"));
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));

        await ReopenAsync();
        var entries = await OutboxAsync();

        entries.Select(entry => entry.FlagKey).ShouldBe(["v1-b", "v1-a"]);
        var last = entries[1];
        last.Flag.ShouldBe(StoreSamples.Flag(Anna));
        (last.Patient, last.Attempts, last.Parked, last.LastError, last.OnServer).ShouldBe((Anna, 0, false, null, null));
        (await ReadAsync(Anna)).Flags.ShouldHaveSingleItem().Waiting.ShouldBeTrue();
    }

    [Fact]
    public async Task Commit_OtherContentForAWaitingFlag_ReplacesItInPlace()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        var first = (await OutboxAsync()).Single();
        await Store.PostponeAsync(Endpoint, first, "H2B-HTTP-422", park: true, default);

        await CommitAsync(StoreSamples.Raise(Anna, "v1-a", "Another text."));

        var entry = (await OutboxAsync()).ShouldHaveSingleItem();
        entry.Id.ShouldBe(first.Id);
        entry.Flag.Text.ShouldBe("Another text.");
        (entry.Attempts, entry.Parked, entry.LastError).ShouldBe((0, false, null));
    }

    [Fact]
    public async Task Commit_SameContentForAParkedFlag_LeavesItParked()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        await Store.PostponeAsync(Endpoint, (await OutboxAsync()).Single(), "H2B-HTTP-422", park: true, default);

        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));

        (await OutboxAsync()).ShouldBeEmpty();
        (await OutboxAsync(includeParked: true)).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Commit_FlagNoLongerConcluded_DropsItsUnsentEntry()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        await CommitAsync(StoreSamples.Raise(Berta, "v1-b"));

        await CommitAsync(Assessed(Anna) with { Flags = [] });

        (await OutboxAsync()).ShouldHaveSingleItem().FlagKey.ShouldBe("v1-b");
    }

    [Fact]
    public async Task Confirm_SentContent_RemovesTheEntryAndKnowsTheServerCopy()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));

        await Store.ConfirmAsync(Endpoint, (await OutboxAsync()).Single(), Copy, default);

        (await OutboxAsync(includeParked: true)).ShouldBeEmpty();
        var flag = (await ReadAsync(Anna)).Flags.ShouldHaveSingleItem();
        (flag.OnServer, flag.Waiting).ShouldBe((Copy, false));
    }

    [Fact]
    public async Task Confirm_ContentReplacedMeanwhile_KeepsTheNewerEntryAndKnowsTheServerCopy()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        var sent = (await OutboxAsync()).Single();
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a", "Newer."));

        await Store.ConfirmAsync(Endpoint, sent, Copy, default);

        var entry = (await OutboxAsync()).ShouldHaveSingleItem();
        entry.Flag.Text.ShouldBe("Newer.");
        entry.OnServer.ShouldBe(Copy);
    }

    [Fact]
    public async Task Confirm_FlagDroppedMeanwhile_IsRememberedAndOwesAnAssessment()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        var sent = (await OutboxAsync()).Single();
        await CommitAsync(Assessed(Anna) with { Flags = [] });

        await Store.ConfirmAsync(Endpoint, sent, Copy, default);

        var flag = (await ReadAsync(Anna)).Flags.ShouldHaveSingleItem();
        flag.ShouldBe(StoreSamples.Record("v1-a", StoreSamples.Flag(Anna)) with { OnServer = Copy });
        (await DueAsync(DateTimeOffset.MinValue)).ShouldBe([Anna]);
    }

    [Fact]
    public async Task Confirm_PatientPurgedMeanwhile_StaysForgotten()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        var sent = (await OutboxAsync()).Single();
        await Store.PurgeAsync(Endpoint, Anna, default);

        await Store.ConfirmAsync(Endpoint, sent, Copy, default);

        (await Store.ReadPatientAsync(Endpoint, Anna, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Postpone_NotParked_IsTriedAgainWithItsReason()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));

        await Store.PostponeAsync(Endpoint, (await OutboxAsync()).Single(), "H2B-HTTP-503", park: false, default);
        await Store.PostponeAsync(Endpoint, (await OutboxAsync()).Single(), "H2B-HTTP-504", park: false, default);

        var entry = (await OutboxAsync()).ShouldHaveSingleItem();
        (entry.Attempts, entry.LastError, entry.Parked).ShouldBe((2, "H2B-HTTP-504", false));
    }

    [Fact]
    public async Task Postpone_Parked_IsShownOnlyWhenAskedFor()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));

        await Store.PostponeAsync(Endpoint, (await OutboxAsync()).Single(), "H2B-HTTP-422", park: true, default);

        (await OutboxAsync()).ShouldBeEmpty();
        (await OutboxAsync(includeParked: true)).ShouldHaveSingleItem().Parked.ShouldBeTrue();
    }

    [Fact]
    public async Task Postpone_ContentReplacedMeanwhile_LeavesTheNewerEntry()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        var sent = (await OutboxAsync()).Single();
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a", "Newer."));

        await Store.PostponeAsync(Endpoint, sent, "H2B-HTTP-422", park: true, default);

        (await OutboxAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Dismiss_WaitingEntry_IsRemovedAndTheFlagIsLeftAlone()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));

        await Store.DismissAsync(Endpoint, (await OutboxAsync()).Single(), default);

        (await OutboxAsync(includeParked: true)).ShouldBeEmpty();
        (await ReadAsync(Anna)).Flags.ShouldHaveSingleItem().Standing.Dismissed.ShouldBeTrue();
    }

    [Fact]
    public async Task Drop_WaitingEntry_IsRemovedAndNothingStandsOnTheServer()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        await Store.ConfirmAsync(Endpoint, (await OutboxAsync()).Single(), Copy, default);
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a", "Another text."));

        await Store.DropAsync(Endpoint, (await OutboxAsync()).Single(), default);

        (await OutboxAsync(includeParked: true)).ShouldBeEmpty();
        var flag = (await ReadAsync(Anna)).Flags.ShouldHaveSingleItem();
        flag.OnServer.ShouldBeNull();
        flag.Standing.Dismissed.ShouldBeFalse();
    }
}
