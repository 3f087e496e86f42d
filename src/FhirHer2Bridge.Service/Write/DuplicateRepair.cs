using FhirHer2Bridge.Fhir.Compose;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Leaves one copy under a key: the others are entered in error under a key of their own (fhir-design 3.5 B).</summary>
internal sealed class DuplicateRepair(FhirCalls calls)
{
    private readonly OwnFlagSearch _search = new(calls);

    /// <summary>The one copy under the key; null where there is none.</summary>
    /// <exception cref="WriteRefusedException">A copy that lost could not be ended.</exception>
    internal async Task<OwnFlag?> KeepOneAsync(string key, CancellationToken cancellationToken)
    {
        var copies = await _search.ByKeyAsync(key, cancellationToken);
        foreach (var loser in copies.Skip(1))
        {
            var response = await calls.PutAsync(
                $"Observation/{loser.Flag.Id}", SupersededComposer.Supersede(loser.Resource), loser.Flag.Version, cancellationToken);

            // Conflict: the other writer sees the same winner and is ending it too; the next look will tell.
            if (!response.IsSuccess && response.Status is not (404 or 409 or 410 or 412))
            {
                throw new WriteRefusedException(response.Status);
            }
        }

        return copies.Count == 0 ? null : copies[0].Flag;
    }
}
