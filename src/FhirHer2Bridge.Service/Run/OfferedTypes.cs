using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>Which optional types a server was seen to offer; learnt in every cycle, so that one offered later is read from then on.</summary>
internal static class OfferedTypes
{
    private const string Trait = "orders";
    private const string Read = "read";
    private const string NotOffered = "not-offered";

    public static async Task RememberAsync(
        IBridgeStore store, string endpoint, IReadOnlyCollection<string> notOffered, CancellationToken cancellationToken)
    {
        var now = notOffered.Contains(ChangeWindow.Orders, StringComparer.Ordinal) ? NotOffered : Read;
        var traits = await store.ReadTraitsAsync(endpoint, cancellationToken);
        if (!string.Equals(traits.GetValueOrDefault(Trait), now, StringComparison.Ordinal))
        {
            await store.SaveTraitAsync(endpoint, Trait, now, cancellationToken);
        }
    }

    /// <summary>What an operator should read at start.</summary>
    public static async Task<IReadOnlyList<string>> NoticesAsync(IBridgeStore store, string endpoint, CancellationToken cancellationToken)
    {
        var traits = await store.ReadTraitsAsync(endpoint, cancellationToken);
        return traits.GetValueOrDefault(Trait) is NotOffered
            ? [$"{endpoint} does not offer {ChangeWindow.Orders}: orders are not read, and doses alone say whether a patient is treated."]
            : [];
    }
}
