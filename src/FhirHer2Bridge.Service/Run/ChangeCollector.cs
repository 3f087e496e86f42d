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

    /// <summary>
    /// All windows, as far as they can be read before <paramref name="stopAt"/>. A window that did not close costs its type; the
    /// others go on.
    /// </summary>
    public async Task ReadWindowsAsync(DateTimeOffset? stopAt, CancellationToken cancellationToken)
    {
        foreach (var type in ChangeWindow.Types)
        {
            var cursor = await store.ReadCursorAsync(endpoint.Name, type, cancellationToken);
            var failuresBefore = LookUpFailures.Count();
            var window = await endpoint.Pages.ReadAsync(
                ChangeWindow.For(type, cursor, endpoint.Pull), router.RouteAsync, () => IsOver(stopAt), cancellationToken);
            if (window.NotOffered)
            {
                report.NotOffered.Add(type);
                NextCursors[type] = ChangeWindow.FromTheBeginning(endpoint.Pull);
                continue;
            }

            if (window.Closed && LookUpFailures.Skip(failuresBefore).LastOrDefault() is { } failure)
            {
                window = window with { FailureCode = failure.FailureCode, FailureText = "a product or patient it names could not be looked up" };
            }

            report.Windows.Add(window);
            report.Count(window);
            if (window.Closed)
            {
                NextCursors[type] = ChangeWindow.Next(window, endpoint.Pull.Overlap);
            }
        }

        await OfferedTypes.RememberAsync(store, endpoint.Name, report.NotOffered, cancellationToken);
        if (IsOver(stopAt))
        {
            // Whoever arrived must be seen again by what waits for them.
            NextCursors.Remove("Patient");
            return;
        }

        await RetryWaitingAsync(cancellationToken);
    }

    /// <summary>The time for reading is up; said in the report.</summary>
    public bool IsOver(DateTimeOffset? stopAt)
    {
        report.OutOfTime |= endpoint.Time.GetUtcNow() >= stopAt;
        return report.OutOfTime;
    }

    private IEnumerable<WindowResult> LookUpFailures => products.Failures.Concat(router.SubjectFailures);

    /// <summary>What waited for its patient. Where a look-up failed nothing read is known to be complete.</summary>
    private async Task RetryWaitingAsync(CancellationToken cancellationToken)
    {
        var failuresBefore = LookUpFailures.Count();
        await router.RetryWaitingAsync(cancellationToken);
        if (LookUpFailures.Skip(failuresBefore).ToList() is { Count: > 0 } failures)
        {
            report.Windows.AddRange(failures);
            NextCursors.Clear();
        }
    }

    /// <summary>Everything the server holds of one patient. What it does not give is not taken for deleted.</summary>
    public async Task ReadPatientAsync(PatientKey patient, DateTimeOffset? stopAt, CancellationToken cancellationToken)
    {
        report.FullReads++;
        var touched = router.Touch(patient);
        var failuresBefore = products.Failures.Count;
        var read = await endpoint.Patients.ReadAsync(patient, report.NotOffered, NextCursors.Keys, router.RouteAsync, () => IsOver(stopAt), cancellationToken);
        foreach (var window in read.Where(static window => window.NotOffered))
        {
            // Nobody is asked for them in this cycle any more: the next one must read what was written meanwhile.
            report.NotOffered.Add(window.ResourceType);
            NextCursors[window.ResourceType] = ChangeWindow.FromTheBeginning(endpoint.Pull);
        }

        var windows = read.Where(static window => !window.NotOffered).ToList();
        windows.ForEach(report.Count);
        foreach (var window in windows.Where(static window => window.Closed))
        {
            touched.FullReads[window.ResourceType] = window.ServerTime!.Value;
        }

        await RecordSearches.LearnAsync(store, endpoint.Name, touched.FullReads.Keys, cancellationToken);
        touched.Withheld.UnionWith(windows.Where(window => window.IsCutShort && NextCursors.ContainsKey(window.ResourceType))
            .Select(static window => window.ResourceType));
        if (products.Failures.Count > failuresBefore)
        {
            touched.FullReads.Remove("MedicationAdministration");
            touched.FullReads.Remove(ChangeWindow.Orders);
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
