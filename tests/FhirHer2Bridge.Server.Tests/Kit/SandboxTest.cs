using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>A sandbox server, a client and the bridges a test makes, all ended with it.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private readonly List<IDisposable> _owned = [];

    private protected SandboxServer Server { get; private set; } = null!;

    private protected FhirClient Client { get; private set; } = null!;

    private protected virtual SandboxOptions Options => new();

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(Options, CancellationToken.None);
        Client = Own(new FhirClient(Server.Base, Options.BearerToken));
    }

    public async Task DisposeAsync()
    {
        _owned.ForEach(static one => one.Dispose());
        await Server.DisposeAsync();
    }

    private protected T Own<T>(T one)
        where T : IDisposable
    {
        _owned.Add(one);
        return one;
    }

    private protected Bridge NewBridge(StoryCase? story = null, TimeProvider? time = null) =>
        Own(new Bridge(Server.Base) { Overlay = story?.Overlay, Time = time ?? TimeProvider.System });

    /// <summary>Everything of a story that has arrived by a number of bundles.</summary>
    private protected void Load(StoryCase story, int bundles = int.MaxValue)
    {
        foreach (var bundle in story.Bundles.Take(bundles))
        {
            Server.Store.LoadBundle(bundle.ToUtf8());
        }
    }

    /// <summary>Requests that changed something, as the server saw them.</summary>
    private protected IEnumerable<RecordedRequest> Writes() => Server.Requests.Where(static request =>
        request.Method is "PUT" or "PATCH" or "DELETE"
        || (request.Method is "POST" && !request.Path.EndsWith("_search", StringComparison.Ordinal)));
}
