using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Looks at a flag's evidence immediately before it is written (fhir-design 8, row 17).</summary>
internal sealed class EvidenceCheck(IBridgeStore store)
{
    /// <summary>
    /// The flag as it may be written; null where its evidence belongs to another patient. A withdrawn flag (a source moved
    /// to another patient) is written without that source: nothing of the other patient is repeated.
    /// </summary>
    internal async Task<Flag?> OfOnePatientAsync(string endpoint, Flag flag, CancellationToken cancellationToken)
    {
        var patient = await store.SurvivorAsync(endpoint, flag.Patient, cancellationToken);
        List<SourceRef> own = [];
        foreach (var source in flag.Evidence)
        {
            if (await store.OwnerOfAsync(endpoint, source.Key, cancellationToken) is not { } owner
                || await store.SurvivorAsync(endpoint, owner, cancellationToken) == patient)
            {
                own.Add(source);
            }
        }

        if (own.Count == flag.Evidence.Count)
        {
            return flag;
        }

        return flag.State == FlagState.Withdrawn ? flag with { Evidence = own.ToEquatableArray() } : null;
    }

    /// <summary>Sources that exist no more on the server: read one by one, as a search that finds nothing proves nothing.</summary>
    internal static async Task<IReadOnlySet<ResourceKey>> GoneAsync(FhirCalls calls, Flag flag, CancellationToken cancellationToken)
    {
        HashSet<ResourceKey> gone = [];
        var named = flag.Evidence.Select(static source => source.Key);
        foreach (var key in flag.Focus is { } focus ? named.Append(focus).Distinct() : named.Distinct())
        {
            var response = await calls.GetAsync(key.Value, cancellationToken);
            if (response.Status is 404 or 410)
            {
                gone.Add(key);
            }
        }

        return gone;
    }
}
