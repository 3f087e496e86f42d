using System.CommandLine;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>history PATIENT</c>: one patient's timeline from the store. 6 unknown patient.</summary>
internal static class HistoryVerb
{
    public static Command Create(TimeProvider time)
    {
        var common = new CommonOptions();
        var patient = new Argument<string>("PATIENT") { Description = "The patient's id on the server." };
        var svg = new Option<string?>("--svg") { Description = "Write the timeline as SVG to this file.", HelpName = "FILE" };
        var command = new Command("history", "Shows the timeline of one patient from the store.") { patient, svg };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = common.Load(parsed, time);
            var id = parsed.GetValue(patient)!;
            var known = await FindAsync(settings, parsed.GetValue(common.Server) is not null, PatientId.Parse(id), cancellationToken);
            if (known.Count != 1)
            {
                var where = known.Count == 0
                    ? "the store does not know this patient"
                    : $"this patient id is known in several endpoints ({string.Join(", ", known.Keys)}); name one with --server";
                await Console.Error.WriteLineAsync($"{RunErrors.UnknownPatient}: {where}");
                return ExitCode.UnknownPatient;
            }

            await ShowAsync(known.Values.Single(), parsed.GetValue(svg), parsed.GetValue(common.Json), cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<SortedDictionary<string, PatientMemory>> FindAsync(
        BridgeSettings settings, bool named, PatientKey patient, CancellationToken cancellationToken)
    {
        var known = new SortedDictionary<string, PatientMemory>(StringComparer.Ordinal);
        if (!File.Exists(settings.Store.File))
        {
            return known;
        }

        await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(settings.Store.File, cancellationToken);
        var endpoints = await store.ReadEndpointsAsync(cancellationToken);
        foreach (var endpoint in endpoints.Where(endpoint => !named || settings.Servers.ContainsKey(endpoint)))
        {
            if (await store.ReadPatientAsync(endpoint, patient, cancellationToken) is { LastAssessmentJson: not null } memory)
            {
                known[endpoint] = memory;
            }
        }

        return known;
    }

    private static async Task ShowAsync(PatientMemory memory, string? svg, bool json, CancellationToken cancellationToken)
    {
        var episodes = memory.Flags.Select(static flag => flag.Standing.Content).OfType<Flag>().ToList();
        var withdrawn = episodes.FindAll(static flag => flag.State == FlagState.Withdrawn);
        var record = AssessmentLineReader.Read(memory.LastAssessmentJson!);
        var title = $"HER2 history of {record.Patient}";
        if (svg is not null)
        {
            await File.WriteAllTextAsync(svg, TimelineSvg.Draw(record, title, episodes), cancellationToken);
        }

        if (json)
        {
            await Console.Out.WriteLineAsync(StoredLine.With(memory.LastAssessmentJson!, withdrawn));
        }
        else
        {
            TimelineText.Write(Terminal.Open(), record, title, episodes);
        }
    }
}
