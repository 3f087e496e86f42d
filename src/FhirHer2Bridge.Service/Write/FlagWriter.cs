using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>
/// Drains the outbox of one endpoint. Whatever happens between two steps, the next run looks at the server and comes to the
/// same end: an entry leaves the outbox only when the server was seen to hold it.
/// </summary>
internal sealed class FlagWriter(
    IBridgeStore store, IFhirTransport transport, WriteManner manner, TimeProvider clock, ILogger<FlagWriter> logger)
{
    /// <summary>Sends what waits, oldest first. Nothing waiting: no request at all.</summary>
    /// <exception cref="StoreException">The store failed; nothing is lost.</exception>
    public async Task<WriteReport> DrainAsync(string endpoint, CancellationToken cancellationToken)
    {
        var entries = await store.ReadOutboxAsync(endpoint, includeParked: true, cancellationToken);
        var waiting = entries.Where(static entry => !entry.Parked).ToList();
        var report = WriteReport.Nothing with { Parked = entries.Count - waiting.Count };
        if (waiting.Count > 0)
        {
            report += await SendAsync(endpoint, waiting, cancellationToken);
        }

        logger.Drained(
            endpoint, report.Sent, report.Unchanged, report.Postponed, report.Parked, report.Dismissed, report.Refused);
        return report;
    }

    private async Task<WriteReport> SendAsync(string endpoint, List<OutboxEntry> waiting, CancellationToken cancellationToken)
    {
        WriteSession session;
        try
        {
            session = await new SessionOpener(store, transport, manner, clock).OpenAsync(endpoint, cancellationToken);
        }
        catch (FhirUnreachableException)
        {
            return await StopAsync(endpoint, waiting, WriteErrors.Unreachable, cancellationToken);
        }
        catch (WriteRefusedException refused)
        {
            return await StopAsync(endpoint, waiting, refused.Code, cancellationToken);
        }

        var report = await SendAsync(session, waiting, cancellationToken);
        await RememberAsync(session, cancellationToken);
        return report;
    }

    private async Task<WriteReport> SendAsync(
        WriteSession session, List<OutboxEntry> waiting, CancellationToken cancellationToken)
    {
        var settling = new FlagSettling(store, session, manner, clock, logger);
        var left = new Queue<OutboxEntry>(waiting);
        var report = WriteReport.Nothing;
        try
        {
            while (left.TryPeek(out var entry))
            {
                report += await OneAsync(session, settling, entry, cancellationToken);
                left.Dequeue();
            }

            await foreach (var settled in settling.SettleTwinsAsync(cancellationToken))
            {
                report += settled;
            }

            return report;
        }
        catch (FhirUnreachableException)
        {
            return report + await StopAsync(
                session.Endpoint, [.. settling.Unsettled, .. left], WriteErrors.Unreachable, cancellationToken);
        }
        catch (WriteRefusedException refused)
        {
            return report + await StopAsync(
                session.Endpoint, [.. settling.Unsettled, .. left], refused.Code, cancellationToken);
        }
    }

    private async Task<WriteReport> OneAsync(
        WriteSession session, FlagSettling settling, OutboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var flag = await new EvidenceCheck(store).OfOnePatientAsync(session.Endpoint, entry.Flag, cancellationToken);
            if (flag is null)
            {
                return await settling.RefuseAsync(entry, WriteErrors.TwoSubjects, cancellationToken);
            }

            var delivery = await new FlagDelivery(session, manner, clock).DeliverAsync(entry, flag, cancellationToken);
            return await settling.SettleAsync(entry, flag, delivery, cancellationToken);
        }
        catch (ArgumentException)
        {
            return await settling.RefuseAsync(entry, WriteErrors.NotComposable, cancellationToken);
        }
        catch (WriteRefusedException refused) when (!refused.StopsDraining)
        {
            return await settling.SettleAsync(
                entry, entry.Flag, new Delivery.NotSent(refused.Code, Park: !refused.IsTransient), cancellationToken);
        }
    }

    private async Task<WriteReport> StopAsync(
        string endpoint, List<OutboxEntry> kept, string code, CancellationToken cancellationToken)
    {
        foreach (var entry in kept)
        {
            await store.PostponeAsync(endpoint, entry, code, park: false, cancellationToken);
        }

        logger.Stopped(endpoint, code, kept.Count);
        return WriteReport.Nothing with { Postponed = kept.Count };
    }

    private async Task RememberAsync(WriteSession session, CancellationToken cancellationToken)
    {
        await store.SaveTraitAsync(
            session.Endpoint, WriteSession.ClientIdsTrait, session.ClientIds ? "yes" : "no", cancellationToken);
        if (session.Rewrites)
        {
            await store.SaveTraitAsync(session.Endpoint, WriteSession.RewritesTrait, "yes", cancellationToken);
        }

        if (session.RefusedProvenance)
        {
            logger.NoProvenance(session.Endpoint);
            await store.SaveTraitAsync(session.Endpoint, WriteSession.ProvenanceTrait, Instants.ToText(clock.GetUtcNow()), cancellationToken);
        }
    }
}
