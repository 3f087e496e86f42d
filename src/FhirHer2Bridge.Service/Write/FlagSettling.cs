using System.Runtime.CompilerServices;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Tells the store what became of each entry, and looks for twins of what was created by condition only.</summary>
internal sealed class FlagSettling(
    IBridgeStore store, WriteSession session, WriteManner manner, TimeProvider clock, ILogger logger)
{
    private readonly Queue<(OutboxEntry Entry, Flag Flag, Delivery.Sent Sent)> _created = new();
    private readonly DuplicateRepair _repair = new(session.Calls);
    private readonly ProvenanceWriter _provenance = new(session, manner.Keys, clock);

    internal async Task<WriteReport> SettleAsync(
        OutboxEntry entry, Flag flag, Delivery delivery, CancellationToken cancellationToken)
    {
        switch (delivery)
        {
            case Delivery.Sent { MayHaveATwin: true } sent:
                // Stays in the outbox until the look for twins: after a crash the next run finds it by its key.
                _created.Enqueue((entry, flag, sent));
                return WriteReport.Nothing;
            case Delivery.Sent sent:
                await ConfirmAsync(entry, flag, sent.Standing, sent.Activity, cancellationToken);
                return WriteReport.Nothing with { Sent = 1 };
            case Delivery.Unchanged { Standing: var standing }:
                await UnchangedAsync(entry, flag, standing, cancellationToken);
                return WriteReport.Nothing with { Unchanged = 1 };
            case Delivery.Dismissed:
                await store.DismissAsync(session.Endpoint, entry, cancellationToken);
                logger.Dismissed(entry.FlagKey);
                return WriteReport.Nothing with { Dismissed = 1 };
            case Delivery.NeverNeeded:
                await store.DropAsync(session.Endpoint, entry, cancellationToken);
                return WriteReport.Nothing with { Unchanged = 1 };
            case Delivery.NotSent { Code: var code, Park: var park }:
                await store.PostponeAsync(session.Endpoint, entry, code, park, cancellationToken);
                logger.NotSent(entry.FlagKey, code, park);
                return park ? WriteReport.Nothing with { Parked = 1 } : WriteReport.Nothing with { Postponed = 1 };
            default:
                throw new InvalidOperationException("A delivery without an end.");
        }
    }

    internal async Task<WriteReport> RefuseAsync(OutboxEntry entry, string code, CancellationToken cancellationToken)
    {
        await store.PostponeAsync(session.Endpoint, entry, code, park: true, cancellationToken);
        logger.NotSent(entry.FlagKey, code, parked: true);
        return WriteReport.Nothing with { Refused = 1 };
    }

    /// <summary>Created, and not yet looked at again.</summary>
    internal IEnumerable<OutboxEntry> Unsettled => _created.Select(static one => one.Entry);

    /// <summary>One wait for all, then one look each (fhir-design 3.5 B).</summary>
    internal async IAsyncEnumerable<WriteReport> SettleTwinsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_created.Count > 0 && manner.Settings.VerifyDelay > TimeSpan.Zero)
        {
            await Task.Delay(manner.Settings.VerifyDelay, clock, cancellationToken);
        }

        while (_created.TryPeek(out var created))
        {
            var report = await SettleTwinAsync(created.Entry, created.Flag, created.Sent, cancellationToken);
            _created.Dequeue();
            yield return report;
        }
    }

    private async Task<WriteReport> SettleTwinAsync(
        OutboxEntry entry, Flag flag, Delivery.Sent sent, CancellationToken cancellationToken)
    {
        try
        {
            // Not visible to the search yet: what we wrote and read back stands all the same.
            var winner = await _repair.KeepOneAsync(entry.FlagKey, cancellationToken) ?? sent.Standing;
            if (string.Equals(winner.ContentHash, sent.Standing.ContentHash, StringComparison.Ordinal))
            {
                await ConfirmAsync(entry, flag, winner, sent.Activity, cancellationToken);
                return WriteReport.Nothing with { Sent = 1 };
            }

            // Another writer's copy won with other content: compare with it and update it.
            var again = await new FlagDelivery(session, manner, clock).DeliverAsync(entry, flag, cancellationToken);
            return await SettleAsync(entry, flag, again, cancellationToken);
        }
        catch (WriteRefusedException refused) when (!refused.StopsDraining)
        {
            return await SettleAsync(
                entry, flag, new Delivery.NotSent(refused.Code, Park: !refused.IsTransient), cancellationToken);
        }
    }

    /// <summary>
    /// What we confirmed before (or adopted) has its Provenance. Anything else is an earlier attempt whose answer was lost,
    /// or another replica's write, and is made sure of.
    /// </summary>
    private async Task UnchangedAsync(OutboxEntry entry, Flag flag, OwnFlag standing, CancellationToken cancellationToken)
    {
        if (!string.Equals(entry.OnServer?.ContentHash, standing.ContentHash, StringComparison.Ordinal))
        {
            var activity = flag.State == FlagState.Withdrawn ? FlagActivity.Nullify
                : entry.OnServer is null ? FlagActivity.Create
                : FlagActivity.Update;
            await _provenance.EnsureAsync(flag, standing, activity, isNew: false, cancellationToken);
        }

        await store.ConfirmAsync(session.Endpoint, entry, Copy(standing), cancellationToken);
    }

    private async Task ConfirmAsync(
        OutboxEntry entry, Flag flag, OwnFlag standing, FlagActivity activity, CancellationToken cancellationToken)
    {
        await _provenance.EnsureAsync(flag, standing, activity, isNew: true, cancellationToken);
        await store.ConfirmAsync(session.Endpoint, entry, Copy(standing), cancellationToken);
    }

    private static ServerCopy Copy(OwnFlag standing) => new(standing.Id, standing.Version, standing.ContentHash);
}
