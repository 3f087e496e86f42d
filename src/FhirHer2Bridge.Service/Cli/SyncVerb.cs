using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FhirHer2Bridge.Service.Observability;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>sync</c>: one cycle. 0 complete, 2 incomplete, 3 configuration, 4 refused on reading.</summary>
internal static class SyncVerb
{
    public static Command Create(TimeProvider time)
    {
        var common = new CommonOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change; keep and write nothing." };
        var patient = new Option<string?>("--patient") { Description = "Read and assess this patient only.", HelpName = "ID" };
        var minutes = new Option<double?>("--max-minutes") { HelpName = "MINUTES", CustomParser = Minutes, Description = "Ask for no further page after this time; the next cycle goes on from the last search that was read to its end." };
        var asOf = new AsOfOption();
        var command = new Command("sync", "Runs one cycle: reads what changed, assesses, writes flags.") { dryRun, patient, minutes, asOf.Option };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = common.Load(parsed, time);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Clinical.TimeZone);
            if (await asOf.ReadAsync(parsed, zone, time) is not { } moment)
            {
                return ExitCode.Usage;
            }

            var request = new CycleRequest(moment)
            {
                Patient = parsed.GetValue(patient) is { } id ? PatientId.Parse(id) : null,
                StopReadingAt = time.GetUtcNow() + (parsed.GetValue(minutes) is { } allowed ? TimeSpan.FromMinutes(allowed) : null),
                DryRun = parsed.GetValue(dryRun),
            };
            return await RunAsync(settings, request, parsed.GetValue(common.Json), time, cancellationToken);
        });
        return command;
    }

    private static double? Minutes(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 1440)
        {
            return minutes;
        }

        result.AddError($"--max-minutes is {text}; it takes a number above 0 and up to 1440");
        return null;
    }

    private static async Task<int> RunAsync(
        BridgeSettings settings, CycleRequest request, bool json, TimeProvider time, CancellationToken cancellationToken)
    {
        using var logging = BridgeLogging.ForCommand();
        using var scratch = request.DryRun ? StoreCopy.Of(settings.Store.File) : null;
        await using var runtime = await BridgeRuntime.OpenAsync(settings, scratch?.Path ?? settings.Store.File, time, logging, cancellationToken);
        foreach (var notice in runtime.Notices)
        {
            await Console.Error.WriteLineAsync(notice);
        }

        var complete = true;
        foreach (var (_, cycle) in runtime.Cycles)
        {
            var report = await cycle.RunAsync(request, cancellationToken);
            if (report.UnknownPatient)
            {
                await Console.Error.WriteLineAsync($"{RunErrors.UnknownPatient}: nothing about HER2 is known or was found for this patient");
                return ExitCode.UnknownPatient;
            }

            complete &= report.IsComplete;
            await ReportText.WriteAsync(report, request, json);
        }

        return complete ? ExitCode.Ok : ExitCode.Incomplete;
    }
}
