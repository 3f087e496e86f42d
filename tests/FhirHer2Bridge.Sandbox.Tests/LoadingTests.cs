using System.Text;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox.Tests;

public sealed class LoadingTests : IDisposable
{
    private const string Collection =
        """
        {"resourceType": "Bundle", "type": "collection", "entry": [
          {"fullUrl": "urn:uuid:0001", "resource": {"resourceType": "Patient", "id": "p1"}},
          {"fullUrl": "urn:uuid:0002", "resource": {"resourceType": "Observation", "valueQuantity": {"value": 4.0},
            "subject": {"reference": "urn:uuid:0001"},
            "performer": [{"reference": "Practitioner?identifier=urn:npi|1"}]}}]}
        """;

    private const string Practitioner =
        """{"resourceType": "Practitioner", "id": "dr", "identifier": [{"system": "urn:npi", "value": "1"}]}""";

    private const string Devices =
        """
        {"resourceType": "Device", "id": "d1"}

        {"resourceType": "Device", "id": "d2"}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-loading");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void LoadBundle_Collection_KeepsIdsAndRewritesReferences()
    {
        var store = new SandboxStore(TimeProvider.System);

        var entries = store.LoadBundle(Encoding.UTF8.GetBytes(Collection));
        var observation = store.Search("Observation", static _ => true).Single();

        entries.ShouldBe(2);
        observation.ToNode()["subject"]!["reference"]!.GetValue<string>().ShouldBe("Patient/p1");
        observation.Json!.Value.GetRawText().ShouldContain("4.0");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"resourceType": "Patient"}""")]
    [InlineData("""{"resourceType": "Bundle", "type": "transaction", "entry": [{}]}""")]
    [InlineData("""{"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {"id": "x"}}]}""")]
    public void LoadBundle_NotLoadable_SaysSo(string text)
    {
        var store = new SandboxStore(TimeProvider.System);

        Should.Throw<InvalidDataException>(() => store.LoadBundle(Encoding.UTF8.GetBytes(text)));

        store.Count.ShouldBe(0);
    }

    [Fact]
    public async Task DataFolder_PatientsNamingPractitioners_FindThem()
    {
        Write("a.json", Collection);
        Write("b.json", Practitioner);
        Write("c.ndjson", Devices);

        await using var server = await SandboxServer.StartAsync(
            new() { DataFolder = _folder.FullName }, CancellationToken.None);
        var observation = server.Store.Search("Observation", static _ => true).Single().ToNode();

        server.Store.CountOf("Device").ShouldBe(2);
        observation["performer"]![0]!["reference"]!.GetValue<string>().ShouldBe("Practitioner/dr");
    }

    [Fact]
    public async Task DataFolder_BrokenFile_StopsTheStartByItsName()
    {
        Write("broken.json", "{");

        var refusal = await Should.ThrowAsync<InvalidDataException>(
            () => SandboxServer.StartAsync(new() { DataFolder = _folder.FullName }, CancellationToken.None));

        refusal.Message.ShouldStartWith("broken.json:");
    }

    [Fact]
    public void Put_WithATimeOfItsOwn_IsWrittenEvenUnchanged()
    {
        var store = new SandboxStore(TimeProvider.System);
        var patient = JsonNode.Parse("""{"resourceType":"Patient","id":"p1"}""")!;
        var old = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

        store.Put(patient);
        var written = store.Put(patient, old);

        (written.Version, written.LastUpdated).ShouldBe((2, old));
        store.Put(patient).Version.ShouldBe(2);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
