using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>What a cycle did, for a person or a program. Counts and codes; nothing about a patient.</summary>
internal static class ReportText
{
    public static async Task WriteAsync(CycleReport report, CycleRequest request, bool json)
    {
        if (json)
        {
            await Console.Out.WriteLineAsync(Json(report, request));
            return;
        }

        var written = report.Written;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Endpoint}: {report.Windows.Sum(static w => w.Rows)} rows read, {report.Resources} concern HER2, {report.Assessed} patients assessed as of {request.AsOf.Literal}"));
        foreach (var (kind, count) in report.Planned)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {kind}: {count}"));
        }

        await Console.Out.WriteLineAsync(request.DryRun
            ? "  dry run: nothing kept, nothing written"
            : string.Create(CultureInfo.InvariantCulture, $"  flags written: {written.Sent}, unchanged: {written.Unchanged}, dismissed at the site: {written.Dismissed}"));
        foreach (var (code, count) in report.Issues)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {code}: {count} resource(s); see docs/errors.md"));
        }

        foreach (var type in report.NotOffered)
        {
            await Console.Out.WriteLineAsync($"  {type}: not offered by this server; not read");
        }

        if (report.AssessedLater > 0)
        {
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  {report.AssessedLater} patient(s) were already assessed for a later moment: left as they are"));
        }

        if (report.Unresolved > 0)
        {
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  {report.Unresolved} resource(s) about a patient who could not be identified yet; kept"));
        }

        foreach (var reason in report.Incomplete())
        {
            await Console.Error.WriteLineAsync($"incomplete: {reason}");
        }
    }

    private static string Json(CycleReport report, CycleRequest request) => JsonSerializer.Serialize(new
    {
        endpoint = report.Endpoint,
        asOf = request.AsOf.Literal,
        dryRun = request.DryRun,
        complete = report.IsComplete,
        rows = report.Windows.Sum(static w => w.Rows),
        resources = report.Resources,
        assessed = report.Assessed,
        fullReads = report.FullReads,
        notOffered = report.NotOffered,
        unresolved = report.Unresolved,
        planned = report.Planned,
        sent = report.Written.Sent,
        unchanged = report.Written.Unchanged,
        postponed = report.Written.Postponed,
        parked = report.Written.Parked,
        dismissed = report.Written.Dismissed,
        issues = report.Issues,
        incomplete = report.Incomplete(),
    });
}
