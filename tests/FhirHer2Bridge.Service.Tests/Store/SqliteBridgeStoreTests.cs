using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public sealed class SqliteBridgeStoreTests : BridgeStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override async Task<IBridgeStore> OpenAsync() => await SqliteBridgeStore.OpenAsync(_folder.File("bridge.db"), default);
}
