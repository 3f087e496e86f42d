using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Fhir.R4;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Looks at what stands on the server under a flag's key, by id where one is known, else by identifier.</summary>
internal sealed class StandingLook(WriteSession session)
{
    private readonly DuplicateRepair _repair = new(session.Calls);

    /// <summary>The criterion of an exact search for a flag ("system|value").</summary>
    internal static string Condition(string key) => $"{Her2Canonical.FlagKey}|{key}";

    /// <param name="entry">The flag to be written.</param>
    /// <param name="told">The id a conditional create pointed to; null before one did.</param>
    internal async Task<(bool IsDeleted, OwnFlag? Standing)> AtAsync(
        OutboxEntry entry, string? told, CancellationToken cancellationToken)
    {
        var known = told ?? entry.OnServer?.Id ?? (session.ClientIds ? FlagIds.OfObservation(entry.FlagKey) : null);
        if (known is not null)
        {
            var response = await session.Calls.GetAsync($"Observation/{known}", cancellationToken);
            switch (response.Status)
            {
                // A tombstone: somebody deleted it, and a PUT would bring it back to life.
                case 410:
                    return (true, null);
                case 200:
                    var flag = FhirCalls.Json(response) is { } resource ? FlagReader.Read(resource) : null;
                    if (flag?.IsSuperseded != true)
                    {
                        // Without our key it is no longer ours to touch.
                        return flag is null ? (true, null) : (false, flag);
                    }

                    break;
                case 404 when session.ClientIds:
                    return (false, null);
                case 404:
                    break;
                default:
                    throw new WriteRefusedException(response.Status);
            }
        }

        return (false, await _repair.KeepOneAsync(entry.FlagKey, cancellationToken));
    }

    /// <summary>One flag by id; null where it is not there, or not ours.</summary>
    internal async Task<OwnFlag?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var response = await session.Calls.GetAsync($"Observation/{id}", cancellationToken);
        return response.IsSuccess && FhirCalls.Json(response) is { } resource ? FlagReader.Read(resource) : null;
    }
}
