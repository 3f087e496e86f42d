using System.CommandLine;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>
/// <c>history PATIENT</c>: one patient's timeline from the store, as last assessed, or as it could have been known at a moment. 6
/// unknown patient.
/// </summary>
internal static class HistoryVerb
{
    /// <summary>What a reader must know of a history "as known at".</summary>
    private const string FirstReadNote = "what came with the patient's first full read counts as known from its issue";

    public static Command Create(TimeProvider time)
    {
        var common = new CommonOptions();
        var patient = new Argument<string>("PATIENT") { Description = "The patient's id on the server." };
        var svg = new Option<string?>("--svg") { Description = "Write the timeline as SVG to this file.", HelpName = "FILE" };
        var knownAt = new Option<string?>("--known-at") { Description = "Only what could have been known at this moment (a date means its end).", HelpName = "DATE" };
        var asOf = new Option<string?>("--as-of") { Description = "With --known-at: assess for this earlier moment.", HelpName = "DATE" };
        var command = new Command("history", "Shows the timeline of one patient from the store.") { patient, svg, knownAt, asOf };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = common.Load(parsed, time);
            if (!TryMoments(parsed.GetValue(knownAt), parsed.GetValue(asOf), settings, out var moments))
            {
                await Console.Error.WriteLineAsync(
                    $"{RunErrors.Usage}: --known-at and --as-of take a date (2026-05-20) or an instant with an offset; --as-of goes with --known-at and is not after it");
                return ExitCode.Usage;
            }

            await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(settings.Store.File, cancellationToken);
            var endpoints = await StoredPatients.EndpointsAsync(store, settings, parsed.GetValue(common.Server) is not null, cancellationToken);
            if (await StoredPatients.FindAsync(store, endpoints, PatientId.Parse(parsed.GetValue(patient)!), cancellationToken) is not { } found)
            {
                return ExitCode.UnknownPatient;
            }

            var view = moments is { } at
                ? await KnownAtAsync(store, found.Endpoint, found.Memory, AssessmentPolicy.From(settings), at, cancellationToken)
                : Last(found.Memory);
            await ShowAsync(view, parsed.GetValue(svg), parsed.GetValue(common.Json), cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }

    private static bool TryMoments(string? knownAt, string? asOf, BridgeSettings settings, out (AsOf KnownAt, AsOf AsOf)? moments)
    {
        moments = null;
        if (knownAt is null)
        {
            return asOf is null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Clinical.TimeZone);
        if (AsOf.Parse(knownAt, zone) is not { } known || AsOf.Parse(asOf ?? knownAt, zone) is not { } assessed || assessed.Instant > known.Instant)
        {
            return false;
        }

        moments = (known, assessed);
        return true;
    }

    private static View Last(PatientMemory memory)
    {
        var episodes = memory.Flags.Select(static flag => flag.Standing.Content).OfType<Flag>().ToList();
        var withdrawn = episodes.FindAll(static flag => flag.State == FlagState.Withdrawn);
        return new View(
            memory.LastAssessmentJson!, StoredLine.With(memory.LastAssessmentJson!, withdrawn), $"HER2 history of {Name(memory.Patient)}", episodes);
    }

    private static async Task<View> KnownAtAsync(
        IBridgeStore store, string endpoint, PatientMemory memory, AssessmentPolicy policy, (AsOf KnownAt, AsOf AsOf) at, CancellationToken cancellationToken)
    {
        var assessment = await StoredAssessment.KnownAtAsync(store, endpoint, memory, policy, at.KnownAt, at.AsOf, cancellationToken);
        var line = AssessmentLine.Write(assessment, at.AsOf.Literal);
        return new View(
            line,
            StoredLine.KnownAt(line, at.KnownAt.Literal, FirstReadNote),
            $"HER2 history of {Name(memory.Patient)} as known at {at.KnownAt.Literal} ({FirstReadNote})",
            [.. assessment.Flags]);
    }

    private static string Name(PatientKey patient) => $"Patient/{patient.Value}";

    private static async Task ShowAsync(View view, string? svg, bool json, CancellationToken cancellationToken)
    {
        var record = AssessmentLineReader.Read(view.Line);
        if (svg is not null)
        {
            await File.WriteAllTextAsync(svg, TimelineSvg.Draw(record, view.Title, view.Episodes), cancellationToken);
        }

        if (json)
        {
            await Console.Out.WriteLineAsync(view.Json);
        }
        else
        {
            TimelineText.Write(Terminal.Open(), record, view.Title, view.Episodes);
        }
    }

    private sealed record View(string Line, string Json, string Title, IReadOnlyList<Flag> Episodes);
}
