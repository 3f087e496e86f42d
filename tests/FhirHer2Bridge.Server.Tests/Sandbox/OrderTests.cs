using System.Text.Json.Nodes;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>MedicationRequest: read where the server offers it, done without where it does not.</summary>
public sealed class OrderTests : SandboxTest
{
    private static readonly StoryCase Story = StoryCase.Load("0001-seed-gastric-case");
    private static readonly DateOnly Day = new(2021, 5, 21);

    [Fact]
    public async Task Sync_OrderOfAReferencedHer2DrugAlone_BringsThePatientInScope()
    {
        var bridge = NewBridge();
        Order("Patient/ordered");

        await bridge.SyncWholeAsync(Day);

        var order = (await FactsAsync(bridge, "ordered")).OfType<OrderFact>().ShouldHaveSingleItem();
        (order.Active, order.Product).ShouldBe((true, new ResourceKey("Medication/t")));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Sync_ServerWithoutOrders_IsCompleteAndSaysSoAtTheNextStart(int status)
    {
        var bridge = NewBridge();
        Load(Story, bundles: 9);
        Order("Patient/ordered");
        Server.Faults.On(new FailingPage { Type = "MedicationRequest", Page = 1, Status = status });

        var report = await bridge.SyncWholeAsync(Day);

        report.IsComplete.ShouldBeTrue();
        report.NotOffered.ShouldBe(["MedicationRequest"]);
        (await Client.FlagsAsync()).Count.ShouldBe(1);
        (await NoticesAsync(bridge)).ShouldContain(static notice => notice.Contains("does not offer MedicationRequest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sync_ServerThatOffersOrdersLater_ReadsThemFromTheBeginning()
    {
        var bridge = NewBridge();
        Load(Story, bundles: 9);
        Order("Patient/s0001-patient");
        Server.Faults.On(new FailingPage { Type = "MedicationRequest", Page = 1, Status = 404 });
        await bridge.SyncWholeAsync(Day);
        Server.Faults.Clear();

        await bridge.SyncWholeAsync(Day);

        (await FactsAsync(bridge, "s0001-patient")).OfType<OrderFact>().Count().ShouldBe(1);
        (await NoticesAsync(bridge)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sync_OrdersFailForAnotherReason_IsIncomplete()
    {
        var bridge = NewBridge();
        Server.Faults.On(new FailingPage { Type = "MedicationRequest", Page = 1, Status = 500 });

        var report = await bridge.SyncAsync(Day);

        report.IsComplete.ShouldBeFalse();
        report.NotOffered.ShouldBeEmpty();
    }

    /// <summary>The window was read and one patient's search was refused: the others are not asked any more, so all of it is read again.</summary>
    [Fact]
    public async Task Sync_OrdersOfOnePatientRefused_AreReadFromTheBeginningByTheNextCycle()
    {
        var bridge = NewBridge();
        Load(Story, bundles: 9);
        Server.Faults.On(new SecondSearchRefused());

        var report = await bridge.SyncAsync(Day);

        report.NotOffered.ShouldBe(["MedicationRequest"]);
        (await CursorAsync(bridge)).ShouldBe(DateTimeOffset.UnixEpoch);
        Server.Faults.Clear();
        await bridge.SyncWholeAsync(Day);
        (await CursorAsync(bridge)).ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }

    private static async Task<DateTimeOffset> CursorAsync(Bridge bridge)
    {
        await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(bridge.Store, CancellationToken.None);
        return (await store.ReadCursorAsync("hospital", "MedicationRequest", CancellationToken.None)).ShouldNotBeNull().Since;
    }

    private void Order(string patient)
    {
        Server.Store.Put(JsonNode.Parse($$"""{"resourceType":"Patient","id":"{{patient["Patient/".Length..]}}"}""")!);
        Server.Store.Put(JsonNode.Parse("""{"resourceType":"Medication","id":"t","code":{"text":"trastuzumab"}}""")!);
        Server.Store.Put(JsonNode.Parse(
            $$"""
            {"resourceType":"MedicationRequest","id":"r1","status":"active","intent":"order","subject":{"reference":"{{patient}}"},
             "authoredOn":"2021-05-01","medicationReference":{"reference":"Medication/t"} }
            """)!);
    }

    private static async Task<List<Fact>> FactsAsync(Bridge bridge, string patient)
    {
        await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(bridge.Store, CancellationToken.None);
        var memory = (await store.ReadPatientAsync("hospital", new PatientKey(patient), CancellationToken.None)).ShouldNotBeNull();
        return [.. memory.Resources.Values.SelectMany(static resource => resource.Facts)];
    }

    private static async Task<IReadOnlyList<string>> NoticesAsync(Bridge bridge)
    {
        await using var runtime = await BridgeRuntime.OpenAsync(
            bridge.Settings, bridge.Store, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        return runtime.Notices;
    }

    /// <summary>The first search is the window of changes, the second that of a patient.</summary>
    private sealed class SecondSearchRefused : Fault
    {
        private int _searches;

        public override Answer? Before(FaultRequest request) =>
            request is { Interaction: Interaction.Search, Type: "MedicationRequest" } && ++_searches == 2
                ? Answer.Outcome(403, "forbidden", "not of this patient")
                : null;
    }
}
