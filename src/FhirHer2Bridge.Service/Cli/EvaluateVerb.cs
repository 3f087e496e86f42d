using System.CommandLine;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Documents;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>evaluate</c>: files in, one JSON line per patient out; no server, no store. 2 where an input is no FHIR JSON, or none was found.</summary>
internal static class EvaluateVerb
{
    public static Command Create(TimeProvider time)
    {
        var common = new CommonOptions();
        var path = new Argument<string>("PATH") { Description = "A Bundle, a resource or NDJSON; a folder of them (one dataset); - for standard input." };
        var asOf = new AsOfOption();
        var command = new Command("evaluate", "Assesses files: one JSON line per patient.") { path, asOf.Option, common.Config };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = common.Load(parsed, time);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Clinical.TimeZone);
            if (await asOf.ReadAsync(parsed, zone, time) is not { } moment)
            {
                return ExitCode.Usage;
            }

            var target = parsed.GetValue(path)!;
            if (target is not "-" && !File.Exists(target) && !Directory.Exists(target))
            {
                await Console.Error.WriteLineAsync($"{RunErrors.Usage}: {target} does not exist");
                return ExitCode.Usage;
            }

            var options = new ExtractOptions(BridgeRuntime.ReadTerms(settings.Clinical), zone, PdfText: PdfToText.From(settings.Text, time));
            var files = await ReadAsync(target, cancellationToken);
            if (files.Count == 0)
            {
                await Console.Error.WriteLineAsync($"{RunErrors.NothingToRead}: {target} holds no .json or .ndjson file");
                return ExitCode.Incomplete;
            }

            var dataset = DatasetReader.Read(files, options);
            foreach (var line in DatasetAssessment.Lines(dataset, AssessmentPolicy.From(settings), moment))
            {
                await Console.Out.WriteLineAsync(line);
            }

            List<ExtractIssue> notJson = [.. dataset.Unreadable, .. dataset.Broken];
            foreach (var issue in notJson)
            {
                await Console.Error.WriteLineAsync($"{issue.Code}: {issue.Source.Id} {issue.Source.Path} {issue.Message}".Replace("  ", " ", StringComparison.Ordinal));
            }

            return notJson.Count == 0 ? ExitCode.Ok : ExitCode.Incomplete;
        });
        return command;
    }

    private static async Task<List<(string Name, ReadOnlyMemory<byte> Utf8)>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path is "-")
        {
            using var buffer = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(buffer, cancellationToken);
            return [("standard input", buffer.ToArray())];
        }

        IEnumerable<string> files = File.Exists(path)
            ? [path]
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(static file => Path.GetExtension(file) is ".json" or ".ndjson").Order(StringComparer.Ordinal);
        var read = new List<(string, ReadOnlyMemory<byte>)>();
        foreach (var file in files)
        {
            read.Add((Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellationToken)));
        }

        return read;
    }
}
