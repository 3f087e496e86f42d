using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>What became of each product asked for.</summary>
internal sealed record ProductsRead
{
    public HashSet<ResourceKey> Returned { get; } = [];

    /// <summary>The server answered completely and did not give these. That is not deletion.</summary>
    public HashSet<ResourceKey> NotReturned { get; } = [];

    /// <summary>Not known: their search was not answered completely.</summary>
    public HashSet<ResourceKey> NotRead { get; } = [];

    /// <summary>The searches that were not closed.</summary>
    public List<WindowResult> Failures { get; } = [];

    public void Add(IEnumerable<ResourceKey> batch, HashSet<ResourceKey> returned, WindowResult window)
    {
        var missing = window.Closed ? NotReturned : NotRead;
        foreach (var key in batch)
        {
            (returned.Contains(key) ? Returned : missing).Add(key);
        }

        if (!window.Closed)
        {
            Failures.Add(window);
        }
    }
}
