using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Fhir.R4;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Says on the server which versions of which sources a flag's version rests on; once per version.</summary>
internal sealed class ProvenanceWriter(WriteSession session, FlagKeys keys, TimeProvider clock)
{
    /// <param name="flag">The flag as written.</param>
    /// <param name="standing">What stands on the server.</param>
    /// <param name="activity">What was done to it.</param>
    /// <param name="isNew">It was written just now; false: look first whether an earlier attempt said it already.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="WriteRefusedException">Refused; the flag itself stands.</exception>
    internal async Task EnsureAsync(
        Flag flag, OwnFlag standing, FlagActivity activity, bool isNew, CancellationToken cancellationToken)
    {
        if (!session.TakesProvenance)
        {
            return;
        }

        var key = keys.ForProvenance(standing.Key, standing.Version ?? standing.ContentHash);
        var id = session.ClientIds ? FlagIds.OfProvenance(key) : null;
        var context = new ProvenanceContext(key, id, standing.Id, session.Device, clock.GetUtcNow());
        if (id is not null && !isNew)
        {
            var earlier = await session.Calls.GetAsync($"Provenance/{id}", cancellationToken);
            if (earlier.IsSuccess)
            {
                return;
            }
        }

        var body = ProvenanceComposer.Provenance(flag.Evidence, activity, context);
        var response = id is not null
            ? await session.Calls.PutAsync($"Provenance/{id}", body, version: null, cancellationToken)
            : await session.Calls.CreateAsync("Provenance", body, $"_tag={Her2Canonical.ProvenanceKey}|{key}", cancellationToken);
        switch (response.Status)
        {
            case >= 200 and < 300:

            // More than one matched the condition: it is there.
            case 412:
                return;

            // A server without Provenance: the flag's own references remain, and it is asked once a day.
            case 404 or 405 or 501:
                session.TakesProvenance = false;
                session.RefusedProvenance = true;
                return;
            default:
                throw new WriteRefusedException(response.Status);
        }
    }
}
