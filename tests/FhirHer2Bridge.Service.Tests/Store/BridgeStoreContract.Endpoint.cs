using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public abstract partial class BridgeStoreContract
{
    [Fact]
    public async Task RegisterEndpoint_SameBaseAgain_IsNothingNew()
    {
        await Store.RegisterEndpointAsync(Endpoint, Base, default);

        (await Store.ReadEndpointsAsync(default)).ShouldBe([Endpoint]);
    }

    [Fact]
    public async Task RegisterEndpoint_OtherBase_IsRefused()
    {
        var error = await Should.ThrowAsync<StoreException>(
            () => Store.RegisterEndpointAsync(Endpoint, "https://other.example/", default));

        error.Code.ShouldBe("H2B-STORE-001");
    }

    [Fact]
    public async Task Commit_EndpointNotRegistered_IsRefused()
    {
        var error = await Should.ThrowAsync<StoreException>(
            () => Store.CommitAsync("nowhere", new PatientCommit { At = StoreSamples.Noon, Patient = Anna }, default));

        error.Code.ShouldBe("H2B-STORE-007");
    }

    [Fact]
    public async Task ReadCursor_BeforeTheFirstWindow_IsNull()
    {
        var cursor = await Store.ReadCursorAsync(Endpoint, "Observation", default);

        cursor.ShouldBeNull();
    }

    [Fact]
    public async Task MoveCursor_Twice_IsTheLastPerType()
    {
        await Store.MoveCursorAsync(Endpoint, "Observation", new Cursor(Noon, Noon), default);
        await Store.MoveCursorAsync(Endpoint, "Patient", new Cursor(Noon, Noon), default);
        var last = new Cursor(Noon.AddMinutes(1).AddTicks(3), Noon.AddMinutes(6));
        await Store.MoveCursorAsync(Endpoint, "Observation", last, default);

        await ReopenAsync();

        (await Store.ReadCursorAsync(Endpoint, "Observation", default)).ShouldBe(last);
        (await Store.ReadCursorAsync(Endpoint, "Patient", default)).ShouldBe(new Cursor(Noon, Noon));
    }

    [Fact]
    public async Task SaveTrait_Twice_IsTheLast()
    {
        await Store.SaveTraitAsync(Endpoint, "client-ids", "unknown", default);
        await Store.SaveTraitAsync(Endpoint, "client-ids", "refused", default);

        var traits = await Store.ReadTraitsAsync(Endpoint, default);

        traits.ShouldBe([KeyValuePair.Create("client-ids", "refused")]);
    }

    [Fact]
    public async Task ReadProducts_SomeKnown_HasThoseOnly()
    {
        await Store.SaveProductAsync(Endpoint, StoreSamples.Resource("Medication/m1"), default);
        await Store.SaveProductAsync(Endpoint, StoreSamples.Resource("Medication/m1", "2"), default);
        await Store.SaveProductAsync(Endpoint, StoreSamples.Resource("Medication/m2"), default);

        var products = await Store.ReadProductsAsync(Endpoint, ["Medication/m1", "Medication/m3"], default);

        products.Keys.ShouldBe(["Medication/m1"]);
        products["Medication/m1"].Version.ShouldBe("2");
        products["Medication/m1"].Facts.ShouldBe(StoreSamples.Resource("Medication/m1", "2").Facts);
    }
}
