using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Run;

/// <summary>
/// One cycle: pull → extract → assess → commit → move the cursors → write. A crash between any two steps repeats work and
/// skips none.
/// </summary>
internal sealed class BridgeCycle(
    EndpointSession endpoint, IBridgeStore store, PatientAssessor assessor, FlagWriter writer, ILogger<BridgeCycle> logger)
{
    /// <exception cref="FhirRefusedException">The server refuses us on reading (401, 403).</exception>
    public async Task<CycleReport> RunAsync(CycleRequest request, CancellationToken cancellationToken)
    {
        var report = new CycleReport(endpoint.Name);
        await store.RegisterEndpointAsync(endpoint.Name, endpoint.Transport.Base.AbsoluteUri, cancellationToken);
        var products = new ProductCatalogue(endpoint, store);
        var router = new ResourceRouter(endpoint, store, endpoint.Options, products, report);
        var changes = new ChangeCollector(endpoint, store, router, products, report);

        if (request.Patient is { } only)
        {
            await changes.ReadPatientAsync(only, request.StopReadingAt, cancellationToken);
            report.UnknownPatient = !await router.IsInScopeAsync(only, cancellationToken);
        }
        else
        {
            await changes.ReadWindowsAsync(request.StopReadingAt, cancellationToken);
            await ReadEnteringAsync(changes, router, request, cancellationToken);
        }

        report.Resources = router.Touched.Sum(static touched => touched.Resources.Count);
        var windows = request.Patient is null ? changes.NextCursors : null;
        foreach (var touched in router.Touched.Where(touched => !report.UnknownPatient && (request.Patient is null || touched.Patient == request.Patient)).ToList())
        {
            await AssessAsync(touched, request, windows, report, cancellationToken);
        }

        if (request.DryRun)
        {
            return report;
        }

        foreach (var (type, cursor) in changes.NextCursors)
        {
            await store.MoveCursorAsync(endpoint.Name, type, cursor, cancellationToken);
        }

        report.Written = await writer.DrainAsync(endpoint.Name, cancellationToken);
        RunLog.CycleEnded(logger, endpoint.Name, report.Assessed, report.Written.Sent, report.IsComplete);
        return report;
    }

    /// <summary>Patients that entered scope are read in full; patients that are due are assessed though nothing came.</summary>
    private async Task ReadEnteringAsync(ChangeCollector changes, ResourceRouter router, CycleRequest request, CancellationToken cancellationToken)
    {
        foreach (var due in await store.ReadDueAsync(endpoint.Name, request.AsOf.Instant, cancellationToken))
        {
            var memory = await store.ReadPatientAsync(endpoint.Name, due, cancellationToken);
            router.Touch(due).NeedsFullRead |= memory is { NeedsFullRead: true };
        }

        var read = new HashSet<string>(StringComparer.Ordinal);
        while (!changes.IsOver(request.StopReadingAt) && router.Touched.FirstOrDefault(touched => touched.NeedsFullRead && read.Add(touched.Patient.Value)) is { } entering)
        {
            await changes.ReadPatientAsync(entering.Patient, request.StopReadingAt, cancellationToken);
        }
    }

    private async Task AssessAsync(
        TouchedPatient touched, CycleRequest request, IReadOnlyDictionary<string, Cursor>? windows, CycleReport report, CancellationToken cancellationToken)
    {
        try
        {
            var assessment = await assessor.AssessAsync(touched, request.AsOf, windows, cancellationToken);
            if (assessment is null)
            {
                report.AssessedLater++;
                return;
            }

            report.Assessed++;
            foreach (var change in assessment.Changes)
            {
                var kind = $"{change.GetType().Name.ToLowerInvariant()} {change.Flag.Code}";
                report.Planned[kind] = report.Planned.GetValueOrDefault(kind) + 1;
            }
        }
        catch (Exception fault) when (fault is AdoptionException or FhirUnreachableException)
        {
            await assessor.KeepAsync(touched, cancellationToken);
            report.FullReadsOpen++;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException or FhirRefusedException))
        {
            // One patient's trouble is theirs: the facts are kept, the others go on, and it is tried again (style C.8).
            RunLog.Quarantined(logger, RunErrors.Quarantined, fault.GetType().Name);
            await assessor.KeepAsync(touched, cancellationToken);
            report.Quarantined++;
        }
    }
}
