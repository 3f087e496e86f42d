using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public abstract partial class BridgeStoreContract
{
    [Fact]
    public async Task Purge_Unknown_IsFalse()
    {
        (await Store.PurgeAsync(Endpoint, Anna, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Purge_PatientInScope_LeavesNothingOfThePatientAndAllOfOthers()
    {
        foreach (var (patient, key, mrn) in new[] { (Anna, "a", "17"), (Berta, "b", "18") })
        {
            await IdentifyAsync(patient, (Mrn, mrn));
            await CommitAsync(StoreSamples.Raise(patient, "v1-" + key) with { Resources = [StoreSamples.Resource("Observation/" + key)] });
            await Store.SaveUnresolvedAsync(Endpoint, StoreSamples.Resource("Observation/u" + key), Mrn, mrn, StoreSamples.Noon, default);
        }

        var known = await Store.PurgeAsync(Endpoint, Anna, default);

        known.ShouldBeTrue();
        (await Store.ReadScopeAsync(Endpoint, default)).ShouldBe(["p2"]);
        (await Store.OwnerOfAsync(Endpoint, new ResourceKey("Observation/a"), default)).ShouldBeNull();
        (await Store.FindPatientsAsync(Endpoint, Mrn, "17", default)).ShouldBeEmpty();
        (await OutboxAsync(includeParked: true)).ShouldHaveSingleItem().Patient.ShouldBe(Berta);
        (await Store.ReadUnresolvedAsync(Endpoint, default)).ShouldHaveSingleItem().IdentifierValue.ShouldBe("18");
        (await ReadAsync(Berta)).Resources.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Purge_PatientWithReplacedVersions_ForgetsThem()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1", "2", score: 0)));

        await Store.PurgeAsync(Endpoint, Anna, default);
        await CommitAsync(Assessed(Anna));

        (await ReadAsync(Anna)).Replaced.ShouldBeEmpty();
    }

    [Fact]
    public async Task Purge_Survivor_TakesTheRecordsMergedIntoIt()
    {
        await Store.SavePatientIdentityAsync(Endpoint, Anna, [(Mrn, "17")], Berta.Value, default);
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));
        await CommitAsync(Assessed(Berta));

        await Store.PurgeAsync(Endpoint, Berta, default);

        (await Store.ReadScopeAsync(Endpoint, default)).ShouldBeEmpty();
        (await Store.FindPatientsAsync(Endpoint, Mrn, "17", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Purge_ReadAgain_StartsAfresh()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a"));
        await Store.PurgeAsync(Endpoint, Anna, default);

        await CommitAsync(new PatientCommit { At = StoreSamples.Noon, Patient = Anna });

        var memory = await ReadAsync(Anna);
        (memory.Flags.Count, memory.Resources.Count, memory.LastAssessmentJson).ShouldBe((0, 0, null));
    }
}
