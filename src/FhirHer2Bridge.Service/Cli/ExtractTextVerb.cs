using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>extract-text</c>: JSON lines of texts in, JSON lines of the HER2 results they state out. A line that is no JSON costs only itself.</summary>
internal static class ExtractTextVerb
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "JSON lines {\"id\",\"text\",\"language\"?}; - for standard input." };
        var command = new Command("extract-text", "Reads HER2 results from narrative: one JSON line per text.") { path };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var target = parsed.GetValue(path)!;
            if (target is not "-" && !File.Exists(target))
            {
                await Console.Error.WriteLineAsync($"{RunErrors.Usage}: {target} does not exist");
                return ExitCode.Usage;
            }

            using var reader = target is "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(target);
            var number = 0;
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                number++;
                if (line.AsSpan().IsWhiteSpace())
                {
                    continue;
                }

                if (Read(line) is not var (id, text))
                {
                    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{RunErrors.NotATextLine}: line {number} is no JSON object with the strings id and text; it was passed over"));
                    continue;
                }

                await Console.Out.WriteLineAsync(TextResultJson.Line(id, text));
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static (string Id, string Text)? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                && json.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? (id.GetString()!, text.GetString()!)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
