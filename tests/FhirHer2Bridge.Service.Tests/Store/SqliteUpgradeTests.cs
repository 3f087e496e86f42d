using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;
using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Tests.Store;

/// <summary>A store that an earlier version wrote.</summary>
public sealed class SqliteUpgradeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("bridge.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_StoreOfTheFirstVersion_KeepsItsResourcesAsSeenAtNoMoment()
    {
        await WriteFirstVersionAsync();

        await using var store = await SqliteBridgeStore.OpenAsync(Path, default);

        var memory = (await store.ReadPatientAsync("site", new PatientKey("p1"), default)).ShouldNotBeNull();
        var resource = memory.Resources.Values.ShouldHaveSingleItem();
        (resource.Version, resource.FirstSeen, resource.Facts.Count).ShouldBe(("7", null, 1));
        memory.Replaced.ShouldBeEmpty();
    }

    [Fact]
    public async Task OpenReadOnly_StoreOfTheFirstVersion_AsksForASync()
    {
        await WriteFirstVersionAsync();

        var error = await Should.ThrowAsync<StoreException>(() => SqliteBridgeStore.OpenReadOnlyAsync(Path, default));

        error.Code.ShouldBe("H2B-STORE-011");
    }

    private async Task WriteFirstVersionAsync()
    {
        await using var stream = typeof(Schema).Assembly.GetManifestResourceStream("schema/0001.sql").ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = await reader.ReadToEndAsync() +
            """
            ;
            PRAGMA user_version = 1;
            INSERT INTO endpoint VALUES ('site', 'https://fhir.example/r4/');
            INSERT INTO patient (endpoint, id) VALUES ('site', 'p1');
            INSERT INTO resource VALUES ('site', 'Patient/p1', 'p1', '7', '[{"fact":"death","source":["Patient","p1","7","deceasedBoolean"],"standing":"final"}]', '[]');
            """;
        await command.ExecuteNonQueryAsync();
    }
}
