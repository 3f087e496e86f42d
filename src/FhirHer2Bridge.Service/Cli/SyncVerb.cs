using System.CommandLine;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Observability;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>sync</c>: one cycle. 0 complete, 2 incomplete, 3 configuration, 4 refused on reading.</summary>
internal static class SyncVerb
{
    public static Command Create(TimeProvider time)
    {
        var common = new CommonOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change; keep and write nothing." };
        var patient = new Option<string?>("--patient") { Description = "Read and assess this patient only.", HelpName = "ID" };
        var minutes = new Option<double?>("--max-minutes") { Description = "Stop reading after this time; the next cycle goes on." };
        var asOf = new Option<string?>("--as-of") { Description = "Assess for this moment (a date means its end).", HelpName = "DATE" };
        var command = new Command("sync", "Runs one cycle: reads what changed, assesses, writes flags.") { dryRun, patient, minutes, asOf };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = common.Load(parsed, time);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Clinical.TimeZone);
            var moment = parsed.GetValue(asOf) is { } literal ? AsOf.Parse(literal, zone) : AsOf.Now(time);
            if (moment is null)
            {
                await Console.Error.WriteLineAsync($"{RunErrors.Usage}: --as-of takes a date (2026-05-20) or an instant with an offset");
                return ExitCode.Usage;
            }

            if (parsed.GetValue(minutes) is <= 0)
            {
                await Console.Error.WriteLineAsync($"{RunErrors.Usage}: --max-minutes takes a number above 0");
                return ExitCode.Usage;
            }

            var request = new CycleRequest(moment)
            {
                Patient = parsed.GetValue(patient) is { } id ? new PatientKey(id) : null,
                DryRun = parsed.GetValue(dryRun),
            };
            return await RunAsync(settings, request, (parsed.GetValue(minutes), parsed.GetValue(common.Json)), time, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        BridgeSettings settings, CycleRequest request, (double? Minutes, bool Json) how, TimeProvider time, CancellationToken cancellationToken)
    {
        using var logging = BridgeLogging.ForCommand();
        using var scratch = request.DryRun ? new StoreCopy(settings.Store.File) : null;
        await using var runtime = await BridgeRuntime.OpenAsync(settings, scratch?.Path ?? settings.Store.File, time, logging, cancellationToken);
        foreach (var notice in runtime.Notices)
        {
            await Console.Error.WriteLineAsync(notice);
        }

        using var limit = how.Minutes is { } minutes
            ? new CancellationTokenSource(TimeSpan.FromMinutes(minutes), time)
            : new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var complete = true;
        foreach (var (name, cycle) in runtime.Cycles)
        {
            CycleReport report;
            try
            {
                report = await cycle.RunAsync(request, stop.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                report = new CycleReport(name) { OutOfTime = true };
            }

            complete &= report.IsComplete;
            await ReportText.WriteAsync(report, request, how.Json);
        }

        return complete ? ExitCode.Ok : ExitCode.Incomplete;
    }

    /// <summary>A dry run works on a copy, so that it can take the very same path.</summary>
    private sealed class StoreCopy : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fhirher2bridge-");

        public StoreCopy(string store)
        {
            Path = System.IO.Path.Combine(_folder.FullName, "store.db");
            if (!File.Exists(store))
            {
                return;
            }

            using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = store, Mode = SqliteOpenMode.ReadOnly }.ToString());
            using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
            from.Open();
            to.Open();
            from.BackupDatabase(to);
            if (File.Exists(store + ".key"))
            {
                File.Copy(store + ".key", Path + ".key");
            }
        }

        public string Path { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
