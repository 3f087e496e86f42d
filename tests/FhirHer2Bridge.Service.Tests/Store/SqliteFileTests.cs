using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;
using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Tests.Store;

public sealed class SqliteFileTests : IDisposable
{
    private const string Endpoint = "site";

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("bridge.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_SecondWriter_IsRefusedUntilTheFirstEnds()
    {
        var first = await OpenAsync();
        var error = await Should.ThrowAsync<StoreException>(OpenAsync);
        await first.DisposeAsync();

        await using var second = await OpenAsync();

        error.Code.ShouldBe("H2B-STORE-002");
        (await second.ReadEndpointsAsync(default)).ShouldBe([Endpoint]);
    }

    [Fact]
    public async Task OpenReadOnly_BesideAWriter_SeesWhatIsCommittedAndChangesNothing()
    {
        await using var writer = await OpenAsync();
        await using var reader = await SqliteBridgeStore.OpenReadOnlyAsync(Path, default);
        await writer.CommitAsync(Endpoint, new PatientCommit { At = StoreSamples.Noon, Patient = new PatientKey("p1") }, default);

        var scope = await reader.ReadScopeAsync(Endpoint, default);
        var error = await Should.ThrowAsync<StoreException>(() => reader.SaveTraitAsync(Endpoint, "a", "b", default));

        scope.ShouldBe(["p1"]);
        error.Code.ShouldBe("H2B-STORE-008");
    }

    [Fact]
    public async Task OpenReadOnly_AfterTheWriterEnded_Reads()
    {
        await (await OpenAsync()).DisposeAsync();

        await using var reader = await SqliteBridgeStore.OpenReadOnlyAsync(Path, default);

        (await reader.ReadEndpointsAsync(default)).ShouldBe([Endpoint]);
    }

    [Fact]
    public async Task OpenReadOnly_NoStore_IsRefusedAndNoneIsMade()
    {
        var error = await Should.ThrowAsync<StoreException>(() => SqliteBridgeStore.OpenReadOnlyAsync(Path, default));

        error.Code.ShouldBe("H2B-STORE-005");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefused()
    {
        await (await OpenAsync()).DisposeAsync();
        await ScalarAsync("PRAGMA user_version = 99");

        var writing = await Should.ThrowAsync<StoreException>(OpenAsync);
        var reading = await Should.ThrowAsync<StoreException>(() => SqliteBridgeStore.OpenReadOnlyAsync(Path, default));

        (writing.Code, reading.Code).ShouldBe(("H2B-STORE-003", "H2B-STORE-003"));
    }

    [Fact]
    public async Task Open_AnotherProgramsDatabase_IsRefusedAndUntouched()
    {
        await ScalarAsync("CREATE TABLE theirs (x)");
        var before = await File.ReadAllBytesAsync(Path);

        var error = await Should.ThrowAsync<StoreException>(OpenAsync);

        error.Code.ShouldBe("H2B-STORE-004");
        (await File.ReadAllBytesAsync(Path)).ShouldBe(before);
    }

    [Fact]
    public async Task Open_NotADatabase_IsRefused()
    {
        await File.WriteAllTextAsync(Path, new string('x', 5000));

        var error = await Should.ThrowAsync<StoreException>(OpenAsync);

        error.Code.ShouldBe("H2B-STORE-004");
    }

    [Fact]
    public async Task Open_PathIsAFolder_IsRefused()
    {
        Directory.CreateDirectory(Path);

        var error = await Should.ThrowAsync<StoreException>(OpenAsync);

        error.Code.ShouldBe("H2B-STORE-010");
    }

    [Fact]
    public async Task ReadPatient_FactOfAnUnknownKind_IsRefusedNotSkipped()
    {
        await using (var store = await OpenAsync())
        {
            var commit = new PatientCommit { Patient = new PatientKey("p1"), At = StoreSamples.Noon, Resources = [StoreSamples.Resource("Observation/o1")] };
            await store.CommitAsync(Endpoint, commit, default);
        }

        await ScalarAsync("""UPDATE resource SET facts = replace(facts, '"assay"', '"horoscope"')""");
        await using var again = await OpenAsync();
        var error = await Should.ThrowAsync<StoreException>(() => again.ReadPatientAsync(Endpoint, new PatientKey("p1"), default));

        error.Code.ShouldBe("H2B-STORE-006");
    }

    [Fact]
    public async Task Open_Always_KeepsAWriteAheadLogAndAVersion()
    {
        await (await OpenAsync()).DisposeAsync();

        (await ScalarAsync("PRAGMA journal_mode")).ShouldBe("wal");
        (await ScalarAsync("PRAGMA user_version")).ShouldBe((long)Schema.Version);
    }

    [Fact]
    public async Task Open_StoreOfTheFirstSchema_KeepsItsFactsAndReadsEveryPatientAgain()
    {
        await using (var store = await OpenAsync())
        {
            var commit = new PatientCommit { Patient = new PatientKey("p1"), At = StoreSamples.Noon, Resources = [StoreSamples.Resource("Observation/o1")], AssessmentJson = "{}" };
            await store.CommitAsync(Endpoint, commit, default);
            (await store.ReadDueAsync(Endpoint, DateTimeOffset.UnixEpoch, default)).ShouldBeEmpty();
        }

        foreach (var table in (string[])["resource", "unresolved", "product"])
        {
            await ScalarAsync($"ALTER TABLE {table} DROP COLUMN issues");
        }

        await ScalarAsync("ALTER TABLE resource DROP COLUMN first_seen");
        await ScalarAsync("DROP TABLE lookup");
        await ScalarAsync("DROP TABLE replaced");
        await ScalarAsync("PRAGMA user_version = 1");
        await using var upgraded = await OpenAsync();

        (await upgraded.ReadDueAsync(Endpoint, DateTimeOffset.UnixEpoch, default)).ShouldBe([new PatientKey("p1")]);
        var memory = await upgraded.ReadPatientAsync(Endpoint, new PatientKey("p1"), default);
        memory.ShouldNotBeNull().NeedsFullRead.ShouldBeTrue();
        memory.Resources.Values.ShouldHaveSingleItem().Facts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Purge_Patient_LeavesNoByteInAnyFile()
    {
        await using var store = await OpenAsync();
        var patient = new PatientKey("rosalind-77");
        await store.SavePatientIdentityAsync(Endpoint, patient, [("urn:mrn", "mrn-4711")], replacedBy: null, default);
        foreach (var round in Enumerable.Range(0, 5))
        {
            var resources = Enumerable.Range(0, 20).Select(n => StoreSamples.Resource($"Observation/rosalind-77-{n}", $"{round}", score: round % 4));
            await store.CommitAsync(Endpoint, StoreSamples.Raise(patient, "v1-a", $"Text {round}") with { Resources = [.. resources] }, default);
        }

        await store.PurgeAsync(Endpoint, patient, default);

        foreach (var file in Directory.EnumerateFiles(_folder.Path))
        {
            var text = await ReadSharedAsync(file);
            text.ShouldNotContain("rosalind-77", Case.Sensitive, System.IO.Path.GetFileName(file));
            text.ShouldNotContain("mrn-4711", Case.Sensitive, System.IO.Path.GetFileName(file));
        }
    }

    private static async Task<string> ReadSharedAsync(string file)
    {
        if (file.EndsWith(".lock", StringComparison.Ordinal))
        {
            return "";
        }

        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private async Task<SqliteBridgeStore> OpenAsync()
    {
        var store = await SqliteBridgeStore.OpenAsync(Path, default);
        await store.RegisterEndpointAsync(Endpoint, "https://fhir.example/r4/", default);
        return store;
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
