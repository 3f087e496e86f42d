using System.Text.Json.Nodes;
using FhirHer2Bridge.Server.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>Rows that name their patient by an identifier only.</summary>
public sealed class WaitingRowsTests : SandboxTest
{
    private static readonly DateOnly Day = new(2021, 7, 8);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Sync_AgainOverRowsThatWait_AsksNoMoreThanWithoutThem(int patientsPerIdentifier)
    {
        var without = await RequestsOfTheSecondCycleAsync(0, 0);

        (await RequestsOfTheSecondCycleAsync(12, patientsPerIdentifier)).ShouldBe(without);
    }

    [Fact]
    public async Task Sync_AfterThePatientArrived_GivesThemWhatWaited()
    {
        var bridge = NewBridge();
        Put(Result(1));
        var before = await bridge.SyncWholeAsync(Day);
        await bridge.SyncWholeAsync(Day);
        Put(Patient("p1", 1));

        var after = await bridge.SyncWholeAsync(Day);

        (before.Unresolved, after.Unresolved).ShouldBe((1, 0));
        ((string?)JsonNode.Parse((await bridge.LineAsync("Patient/p1")).ShouldNotBeNull())!["status"]!["value"]).ShouldBe("positive");
    }

    [Fact]
    public async Task Sync_ADayLater_AsksForTheIdentifierOnceMore()
    {
        var bridge = NewBridge();
        Put(Result(1));
        await bridge.SyncWholeAsync(Day);
        Server.ClearRequests();

        await bridge.SyncAsync($"{Day:yyyy-MM-dd}", new ShiftedTime(TimeSpan.FromHours(23)), stopReadingAt: null);
        var within = PatientSearches();
        Server.ClearRequests();
        await bridge.SyncAsync($"{Day:yyyy-MM-dd}", new ShiftedTime(TimeSpan.FromHours(25)), stopReadingAt: null);

        (PatientSearches() - within).ShouldBe(1);
    }

    private async Task<int> RequestsOfTheSecondCycleAsync(int rows, int patientsPerIdentifier)
    {
        // Within the overlap a Patient is seen again, and whoever waits for its identifier may ask again.
        var bridge = Own(new Bridge(Server.Base) { Overlap = TimeSpan.Zero });
        for (var row = 0; row < rows; row++)
        {
            Put(row % 2 == 0 ? Dose(row) : Tumour(row));
            for (var patient = 0; patient < patientsPerIdentifier; patient++)
            {
                Put(Patient($"p{row}-{patient}", row));
            }
        }

        await bridge.SyncWholeAsync(Day);
        Server.ClearRequests();
        var report = await bridge.SyncWholeAsync(Day);

        report.Unresolved.ShouldBe(patientsPerIdentifier == 1 ? 0 : rows);
        return Server.Requests.Count;
    }

    private int PatientSearches() => Server.Requests.Count(static request => request.Path is "Patient/_search");

    private void Put(string resource) => Server.Store.Put(JsonNode.Parse(resource)!);

    private static string Patient(string id, int number) =>
        $$$"""{"resourceType":"Patient","id":"{{{id}}}","identifier":[{"system":"urn:mrn","value":"mrn-{{{number}}}"}]}""";

    private static string Result(int number) =>
        $$$"""
        {"resourceType":"Observation","id":"r{{{number}}}","status":"final","effectiveDateTime":"2021-02-01",
         "subject":{"identifier":{"system":"urn:mrn","value":"mrn-{{{number}}}"}},
         "code":{"coding":[{"system":"http://loinc.org","code":"85319-2"}]},
         "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA11843-2"}]}}
        """;

    private static string Dose(int number) =>
        $$$"""
        {"resourceType":"MedicationAdministration","id":"d{{{number}}}","status":"completed","effectiveDateTime":"2021-02-01",
         "subject":{"identifier":{"system":"urn:mrn","value":"mrn-{{{number}}}"}},
         "medicationReference":{"reference":"Medication/m{{{number}}}"}}
        """;

    private static string Tumour(int number) =>
        $$$"""
        {"resourceType":"Condition","id":"t{{{number}}}","onsetDateTime":"2020-02-01",
         "subject":{"identifier":{"system":"urn:mrn","value":"mrn-{{{number}}}"}},
         "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"C16.9"}]}}
        """;

    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
