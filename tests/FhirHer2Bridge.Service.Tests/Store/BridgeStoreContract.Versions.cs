using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public abstract partial class BridgeStoreContract
{
    private static readonly DateTimeOffset NextDay = StoreSamples.Noon.AddDays(1);

    [Fact]
    public async Task Commit_FirstFullRead_IsSeenAtNoMoment()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")) with { NeedsFullRead = true });
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o2")) with { NeedsFullRead = false, At = NextDay });

        (await ReadAsync(Anna)).Resources.Values.ShouldAllBe(resource => resource.FirstSeen == null);
    }

    [Fact]
    public async Task Commit_ResourceAfterTheFirstFullRead_IsSeenAtThatMoment()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o2")) with { At = NextDay.AddTicks(3) });
        await ReopenAsync();

        var resources = (await ReadAsync(Anna)).Resources;

        resources[new ResourceKey("Observation/o1")].FirstSeen.ShouldBeNull();
        var late = resources[new ResourceKey("Observation/o2")];
        late.FirstSeen.ShouldBe(NextDay.AddTicks(3));
        late.DatedFacts.ShouldAllBe(fact => fact.FirstSeen == NextDay.AddTicks(3));
        late.Facts.ShouldAllBe(fact => fact.FirstSeen == null);
    }

    [Fact]
    public async Task Commit_VersionThatSaysSomethingElse_KeepsTheOldOneAsReplaced()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1", "2", score: 0)) with { At = NextDay });
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1", "3", score: 1)) with { At = NextDay.AddDays(1) });
        await ReopenAsync();

        var memory = await ReadAsync(Anna);

        memory.Resources.Values.ShouldHaveSingleItem().FirstSeen.ShouldBe(NextDay.AddDays(1));
        memory.Replaced.Select(old => (old.Resource.Version, old.Resource.FirstSeen, old.ReplacedAt))
            .ShouldBe([("1", null, NextDay), ("2", NextDay, NextDay.AddDays(1))]);
        var fact = memory.Replaced[1].DatedFacts.ShouldHaveSingleItem().ShouldBeOfType<AssayFact>();
        (fact.Result, fact.FirstSeen, fact.ReplacedAt).ShouldBe((new AssayResult.Ihc(0), NextDay, NextDay.AddDays(1)));
    }

    [Fact]
    public async Task Commit_VersionThatSaysTheSame_ReplacesNothingAndKeepsItsMoment()
    {
        var first = StoreSamples.Resource("Observation/o1");
        var second = StoreSamples.Resource("Observation/o1", "2");
        await CommitAsync(Assessed(Anna));
        await CommitAsync(Assessed(Anna, first));

        await CommitAsync(Assessed(Anna, second with { Facts = [.. second.Facts.Select(fact => fact with { Updated = NextDay })] }) with { At = NextDay });

        var memory = await ReadAsync(Anna);
        memory.Replaced.ShouldBeEmpty();
        var stored = memory.Resources.Values.ShouldHaveSingleItem();
        (stored.Version, stored.FirstSeen).ShouldBe(("2", Noon));
    }

    [Fact]
    public async Task Commit_SameVersionReadDifferently_ReplacesNothing()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));

        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1", score: 0)) with { At = NextDay });

        var memory = await ReadAsync(Anna);
        memory.Replaced.ShouldBeEmpty();
        memory.Resources.Values.ShouldHaveSingleItem().FirstSeen.ShouldBeNull();
    }

    [Fact]
    public async Task Commit_ManyVersions_KeepsTheLatestTwenty()
    {
        foreach (var version in Enumerable.Range(1, 23))
        {
            await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1", $"{version}", version % 4)) with { At = Noon.AddDays(version) });
        }

        (await ReadAsync(Anna)).Replaced.Select(old => old.Resource.Version).ShouldBe(Enumerable.Range(3, 20).Select(version => $"{version}"));
    }

    [Fact]
    public async Task Commit_ResourceOfAnother_LeavesWhatItSaidAtTheFormerOwnerOnly()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));
        await CommitAsync(Assessed(Berta));

        await CommitAsync(Assessed(Berta, StoreSamples.Resource("Observation/o1", "2", score: 0)) with { At = NextDay });

        var former = (await ReadAsync(Anna)).Replaced.ShouldHaveSingleItem();
        (former.Resource.Version, former.ReplacedAt).ShouldBe(("1", NextDay));
        var owner = await ReadAsync(Berta);
        owner.Replaced.ShouldBeEmpty();
        owner.Resources.Values.ShouldHaveSingleItem().FirstSeen.ShouldBe(NextDay);
    }

    [Fact]
    public async Task Commit_RemovedResource_StaysAsReplaced()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));

        await CommitAsync(new PatientCommit { At = NextDay, Patient = Anna, Removed = [new ResourceKey("Observation/o1")] });

        (await ReadAsync(Anna)).Replaced.ShouldHaveSingleItem().ReplacedAt.ShouldBe(NextDay);
    }

    [Fact]
    public async Task SaveUnresolved_OfAHeldResource_StaysAsReplacedAtItsOwner()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));

        await Store.SaveUnresolvedAsync(Endpoint, StoreSamples.Resource("Observation/o1", "2"), Mrn, "17", NextDay, default);

        (await ReadAsync(Anna)).Replaced.ShouldHaveSingleItem().Resource.Version.ShouldBe("1");
    }

    [Fact]
    public async Task Commit_FormerVersionWithoutAnyFact_IsNotKept()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1") with { Facts = [] }));

        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1", "2")) with { At = NextDay });

        (await ReadAsync(Anna)).Replaced.ShouldBeEmpty();
    }
}
