using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Tests.Store;

public abstract partial class BridgeStoreContract
{
    private const string Mrn = "urn:mrn";

    [Fact]
    public async Task FindPatients_SystemAndValue_BothCount()
    {
        await IdentifyAsync(Anna, (Mrn, "17"));
        await IdentifyAsync(Berta, (null, "17"));

        var withSystem = await Store.FindPatientsAsync(Endpoint, Mrn, "17", default);
        var without = await Store.FindPatientsAsync(Endpoint, system: null, "17", default);
        var otherSystem = await Store.FindPatientsAsync(Endpoint, "urn:other", "17", default);

        withSystem.ShouldBe([Anna]);
        without.ShouldBe([Berta]);
        otherSystem.ShouldBeEmpty();
    }

    [Fact]
    public async Task FindPatients_TwoHolders_AreBothSaid()
    {
        await IdentifyAsync(Anna, (Mrn, "17"));
        await IdentifyAsync(Berta, (Mrn, "17"));

        var found = await Store.FindPatientsAsync(Endpoint, Mrn, "17", default);

        found.ShouldBe([Anna, Berta]);
    }

    [Fact]
    public async Task FindPatients_HolderMergedIntoTheOther_IsTheSurvivorOnce()
    {
        await Store.SavePatientIdentityAsync(Endpoint, Anna, [(Mrn, "17")], Berta.Value, default);
        await IdentifyAsync(Berta, (Mrn, "17"));

        var found = await Store.FindPatientsAsync(Endpoint, Mrn, "17", default);

        found.ShouldBe([Berta]);
    }

    [Fact]
    public async Task SavePatientIdentity_Again_ReplacesTheIdentifiers()
    {
        await IdentifyAsync(Anna, (Mrn, "17"));

        await IdentifyAsync(Anna, (Mrn, "18"));

        (await Store.FindPatientsAsync(Endpoint, Mrn, "17", default)).ShouldBeEmpty();
        (await Store.FindPatientsAsync(Endpoint, Mrn, "18", default)).ShouldBe([Anna]);
    }

    [Fact]
    public async Task Survivor_Chain_IsFollowedToItsEnd()
    {
        await ReplaceAsync("a", "b");
        await ReplaceAsync("b", "c");

        var survivor = await Store.SurvivorAsync(Endpoint, new PatientKey("a"), default);

        survivor.ShouldBe(new PatientKey("c"));
    }

    [Theory]
    [InlineData("a", "b", "a")]
    [InlineData("a", "b", "b")]
    [InlineData("a", "a", "a")]
    public async Task Survivor_ChainThatClosesOnItself_IsTheSamePatient(string from, string to, string back)
    {
        await ReplaceAsync(from, to);
        await ReplaceAsync(to, back);

        var survivor = await Store.SurvivorAsync(Endpoint, new PatientKey(from), default);

        survivor.ShouldBe(new PatientKey(from));
    }

    [Fact]
    public async Task Survivor_NeverSeen_IsTheSamePatient()
    {
        var survivor = await Store.SurvivorAsync(Endpoint, Anna, default);

        survivor.ShouldBe(Anna);
    }

    [Fact]
    public async Task SaveUnresolved_Again_ReplacesTheVersion()
    {
        await Store.SaveUnresolvedAsync(Endpoint, StoreSamples.Resource("Observation/o1"), Mrn, "17", default);
        await Store.SaveUnresolvedAsync(Endpoint, StoreSamples.Resource("Observation/o1", "2"), identifierSystem: null, "18", default);

        var unresolved = (await Store.ReadUnresolvedAsync(Endpoint, default)).ShouldHaveSingleItem();

        (unresolved.Resource.Version, unresolved.IdentifierSystem, unresolved.IdentifierValue).ShouldBe(("2", null, "18"));
        unresolved.Resource.Facts.ShouldBe(StoreSamples.Resource("Observation/o1", "2").Facts);
    }

    [Fact]
    public async Task SaveUnresolved_HeldByAPatient_LeavesThatPatientWhoOwesAnAssessment()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));

        await Store.SaveUnresolvedAsync(Endpoint, StoreSamples.Resource("Observation/o1", "2"), Mrn, "17", default);

        (await ReadAsync(Anna)).Resources.ShouldBeEmpty();
        (await DueAsync(DateTimeOffset.MinValue)).ShouldBe([Anna]);
    }

    [Fact]
    public async Task Commit_UnresolvedResource_IsResolved()
    {
        await Store.SaveUnresolvedAsync(Endpoint, StoreSamples.Resource("Observation/o1"), Mrn, "17", default);
        await Store.SaveUnresolvedAsync(Endpoint, StoreSamples.Resource("Observation/o2"), Mrn, "17", default);

        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));

        (await Store.ReadUnresolvedAsync(Endpoint, default)).ShouldHaveSingleItem().Resource.Key.Value.ShouldBe("Observation/o2");
    }

    [Fact]
    public async Task Commit_RemovedResourceThatIsUnresolved_StaysUnresolved()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));
        await Store.SaveUnresolvedAsync(Endpoint, StoreSamples.Resource("Observation/o1", "2"), Mrn, "17", default);

        await CommitAsync(Assessed(Anna) with { Removed = [new ResourceKey("Observation/o1")] });

        (await Store.ReadUnresolvedAsync(Endpoint, default)).Count.ShouldBe(1);
    }

    private Task IdentifyAsync(PatientKey patient, params (string? System, string Value)[] identifiers) =>
        Store.SavePatientIdentityAsync(Endpoint, patient, identifiers, replacedBy: null, default);

    private Task ReplaceAsync(string patient, string by) =>
        Store.SavePatientIdentityAsync(Endpoint, new PatientKey(patient), [], by, default);

    [Fact]
    public async Task LookUp_Saved_IsForgottenAfterADayAndWithItsPatient()
    {
        await Store.SavePatientIdentityAsync(Endpoint, Anna, [(null, "mrn-1")], replacedBy: null, default);
        await Store.SaveLookUpAsync(Endpoint, null, "mrn-1", Noon, default);
        await Store.SaveLookUpAsync(Endpoint, "urn:mrn", "mrn-1", Noon, default);
        await ReopenAsync();

        (await Store.ReadLookUpAsync(Endpoint, null, "mrn-1", default)).ShouldBe(Noon);
        (await Store.ReadLookUpAsync(Endpoint, "urn:mrn", "mrn-2", default)).ShouldBeNull();
        await Store.PurgeAsync(Endpoint, Anna, default);
        (await Store.ReadLookUpAsync(Endpoint, null, "mrn-1", default)).ShouldBeNull();
        (await Store.ReadLookUpAsync(Endpoint, "urn:mrn", "mrn-1", default)).ShouldBe(Noon);
        await Store.SaveLookUpAsync(Endpoint, "urn:mrn", "mrn-2", Noon.AddDays(1), default);
        (await Store.ReadLookUpAsync(Endpoint, "urn:mrn", "mrn-1", default)).ShouldBeNull();
    }
}
