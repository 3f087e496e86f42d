using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>
/// Brings one flag to the server: looks at what stands, writes only a difference, under the version looked at; on a conflict
/// looks again (fhir-design 3.5).
/// </summary>
internal sealed class FlagDelivery(WriteSession session, WriteManner manner, TimeProvider clock)
{
    private const int MostAttempts = 5;

    private readonly StandingLook _look = new(session);

    internal async Task<Delivery> DeliverAsync(OutboxEntry entry, Flag flag, CancellationToken cancellationToken)
    {
        IReadOnlySet<ResourceKey>? gone = null;
        string? told = null;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var (isDeleted, standing) = await _look.AtAsync(entry, told, cancellationToken);
            if (isDeleted || (standing is not null && IsSomebodyElses(standing, entry)))
            {
                return new Delivery.Dismissed();
            }

            if (standing is null && flag.State != FlagState.Active)
            {
                return new Delivery.NeverNeeded();
            }

            var body = FlagComposer.Observation(flag, Context(entry, standing, gone ?? new HashSet<ResourceKey>()));
            if (standing is not null && string.Equals(standing.ContentHash, CanonicalContent.Hash(body), StringComparison.Ordinal))
            {
                return new Delivery.Unchanged(standing);
            }

            var response = await SendAsync(entry, standing, body, cancellationToken);
            switch (response.Status)
            {
                case 200 when standing is null && !session.ClientIds && !IsWhatWeSent(response, body):
                    told = FhirCalls.IdOf(response, "Observation");
                    break;
                case >= 200 and < 300:
                    return await SentAsync(entry, standing, response, body, cancellationToken);
                case 404 or 405 when standing is null && session.ClientIds:
                    session.ClientIds = false;
                    break;
                case 404 or 410 when standing is not null:
                case 409 or 412:
                    break;
                case 400 or 422 when gone is null:
                    gone = await EvidenceCheck.GoneAsync(session.Calls, flag, cancellationToken);
                    if (gone.Count == 0)
                    {
                        return new Delivery.NotSent(WriteErrors.Refused, Park: true);
                    }

                    break;
                default:
                    throw new WriteRefusedException(response.Status);
            }
        }

        return new Delivery.NotSent(WriteErrors.Conflict, Park: false);
    }

    private Task<FhirResponse> SendAsync(OutboxEntry entry, OwnFlag? standing, byte[] body, CancellationToken cancellationToken)
    {
        if (standing is not null)
        {
            return session.Calls.PutAsync($"Observation/{standing.Id}", body, standing.Version, cancellationToken);
        }

        return session.ClientIds
            ? session.Calls.PutAsync(
                $"Observation/{FlagIds.OfObservation(entry.FlagKey)}", body, version: null, cancellationToken)
            : session.Calls.CreateAsync(
                "Observation", body, $"identifier={StandingLook.Condition(entry.FlagKey)}", cancellationToken);
    }

    private async Task<Delivery> SentAsync(
        OutboxEntry entry, OwnFlag? standing, FhirResponse response, byte[] body, CancellationToken cancellationToken)
    {
        var id = FhirCalls.IdOf(response, "Observation") ?? standing?.Id ?? FlagIds.OfObservation(entry.FlagKey);
        var now = FhirCalls.Json(response) is { } echoed && FlagReader.Read(echoed) is { Version: not null } read
            ? read
            : await _look.ReadAsync(id, cancellationToken)
                ?? throw new WriteRefusedException(response.Status);
        session.Rewrites |= !string.Equals(now.ContentHash, CanonicalContent.Hash(body), StringComparison.Ordinal);
        var activity = (entry.Flag.State, standing) switch
        {
            (FlagState.Withdrawn, _) => FlagActivity.Nullify,
            (_, null) => FlagActivity.Create,
            _ => FlagActivity.Update,
        };
        return new Delivery.Sent(now, activity, MayHaveATwin: standing is null && !session.ClientIds);
    }

    /// <summary>
    /// Changed by neither a bridge nor the server: not what we last saw there, not as any bridge sealed it (another replica,
    /// or our own write whose answer was lost), and on a server that keeps what it is given.
    /// </summary>
    private bool IsSomebodyElses(OwnFlag standing, OutboxEntry entry) =>
        !standing.IsSealed
        && !string.Equals(standing.ContentHash, entry.OnServer?.ContentHash, StringComparison.Ordinal)
        && (standing.ShowsAnotherHand || !session.Rewrites);

    /// <summary>A conditional create answers 200 with the resource that matched, which may be an older one.</summary>
    private static bool IsWhatWeSent(FhirResponse response, byte[] body) =>
        FhirCalls.Json(response) is { } echoed
        && FlagReader.Read(echoed) is { } flag
        && string.Equals(flag.ContentHash, CanonicalContent.Hash(body), StringComparison.Ordinal);

    private WriteContext Context(OutboxEntry entry, OwnFlag? standing, IReadOnlySet<ResourceKey> gone) => new()
    {
        FlagKey = entry.FlagKey,
        Id = standing?.Id ?? (session.ClientIds ? FlagIds.OfObservation(entry.FlagKey) : null),
        Device = session.Device,
        Issued = clock.GetUtcNow(),
        SoftwareVersion = manner.SoftwareVersion,
        RulesetVersion = manner.RulesetVersion,
        StandsFinal = standing?.StandsFinal ?? false,
        ProfileHeld = session.ProfileHeld,
        Gone = gone,
    };
}
