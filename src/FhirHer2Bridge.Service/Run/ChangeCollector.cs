using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>Reads every type's window of changes, then every patient entering scope in full.</summary>
internal sealed class ChangeCollector(
    EndpointSession endpoint, IBridgeStore store, ResourceRouter router, ProductCatalogue products, CycleReport report)
{
    /// <summary>Closed windows and the cursor each leads to; moved by the caller once every patient is committed.</summary>
    public Dictionary<string, Cursor> NextCursors { get; } = new(StringComparer.Ordinal);

    /// <summary>All windows. A window that did not close costs its type; the others go on.</summary>
    public async Task ReadWindowsAsync(CancellationToken cancellationToken)
    {
        foreach (var type in ChangeWindow.Types)
        {
            var cursor = await store.ReadCursorAsync(endpoint.Name, type, cancellationToken);
            var failuresBefore = products.Failures.Count;
            var window = await endpoint.Pages.ReadAsync(
                ChangeWindow.For(type, cursor, endpoint.Pull), router.RouteAsync, cancellationToken);
            if (window.Closed && products.Failures.Count > failuresBefore)
            {
                var failure = products.Failures[^1];
                window = window with { FailureCode = failure.FailureCode, FailureText = "a product it names could not be looked up" };
            }

            report.Windows.Add(window);
            report.Count(window);
            if (window.Closed)
            {
                NextCursors[type] = ChangeWindow.Next(window, endpoint.Pull.Overlap);
            }
        }

        await router.RetryWaitingAsync(cancellationToken);
    }

    /// <summary>Everything the server holds of one patient. What it does not give is not taken for deleted.</summary>
    public async Task ReadPatientAsync(PatientKey patient, CancellationToken cancellationToken)
    {
        report.FullReads++;
        var touched = router.Touch(patient);
        var failuresBefore = products.Failures.Count;
        var windows = await endpoint.Patients.ReadAsync(patient, router.RouteAsync, cancellationToken);
        windows.ToList().ForEach(report.Count);
        foreach (var window in windows.Where(static window => window.Closed))
        {
            touched.FullReads[window.ResourceType] = window.ServerTime!.Value;
        }

        if (products.Failures.Count > failuresBefore)
        {
            touched.FullReads.Remove("MedicationAdministration");
        }

        foreach (var window in windows.Where(static window => !window.Closed))
        {
            report.Count(window.FailureCode!);
        }

        touched.NeedsFullRead = touched.FullReads.Count < windows.Count;
        if (touched.NeedsFullRead)
        {
            report.FullReadsOpen++;
        }
    }
}
