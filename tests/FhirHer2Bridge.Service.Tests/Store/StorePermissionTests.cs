using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public sealed class StorePermissionTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_NewStore_IsReadableByItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Path.Combine(_folder.Path, "new", "bridge.db");
        await using var store = await SqliteBridgeStore.OpenAsync(path, default);
        await store.RegisterEndpointAsync("site", "https://fhir.example/", default);
        EndpointSecret.BesideStore(path);

        var files = Directory.EnumerateFiles(_folder.File("new")).ToDictionary(file => Path.GetFileName(file), File.GetUnixFileMode, StringComparer.Ordinal);

        files.Keys.ShouldBe(["bridge.db", "bridge.db-shm", "bridge.db-wal", "bridge.db.key", "bridge.db.lock"], ignoreOrder: true);
        files.Values.ShouldAllBe(mode => mode == OwnerOnly);
        File.GetUnixFileMode(_folder.File("new")).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Open_StoreReadableByOthers_IsNarrowedAndItsFolderKept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = _folder.File("bridge.db");
        await File.WriteAllBytesAsync(path, []);
        File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        var folder = File.GetUnixFileMode(_folder.Path);

        await using var store = await SqliteBridgeStore.OpenAsync(path, default);

        File.GetUnixFileMode(path).ShouldBe(OwnerOnly);
        File.GetUnixFileMode(_folder.Path).ShouldBe(folder);
    }
}
