using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>terms</c>: what the terminology of this build holds, and whether a site's overlay fits on it. 0 fits, 3 refused.</summary>
internal static class TermsVerb
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Command Create()
    {
        var overlay = new Option<string?>("--overlay") { Description = "A site's codes, to be checked on top.", HelpName = "FILE" };
        var json = new CommonOptions().Json;
        var command = new Command("terms", "Checks the embedded terminology and an overlay, and counts their entries.") { overlay, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? text = null;
            if (parsed.GetValue(overlay) is { } file)
            {
                try
                {
                    text = await File.ReadAllTextAsync(file, cancellationToken);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    await Console.Error.WriteLineAsync($"{RunErrors.Usage}: --overlay {file} cannot be read: {error.Message}");
                    return ExitCode.Usage;
                }
            }

            var check = Check(text);
            await (parsed.GetValue(json) ? Console.Out.WriteLineAsync(JsonSerializer.Serialize(check, Names)) : SayAsync(check));
            foreach (var problem in check.Problems)
            {
                await Console.Error.WriteLineAsync(problem.ToString());
            }

            return check.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Configuration;
        });
        return command;
    }

    /// <summary>A refused overlay leaves the embedded files as they are: they are counted, and it is not.</summary>
    private static TermsVerdict Check(string? overlay)
    {
        try
        {
            var terms = Terms.Embedded;
            try
            {
                return TermsVerdict.Fits(overlay is null ? terms : terms.WithOverlay(overlay));
            }
            catch (TermsException refused)
            {
                return TermsVerdict.Fits(terms) with { Problems = refused.Problems };
            }
        }
        catch (TermsException broken)
        {
            return new TermsVerdict("", [], broken.Problems);
        }
    }

    private static async Task SayAsync(TermsVerdict check)
    {
        foreach (var file in check.Files)
        {
            await Console.Out.WriteLineAsync($"{file.File} {file.Version}, checked on {file.CheckedOn}");
            foreach (var table in file.Tables)
            {
                var inactive = table.Inactive == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {table.Inactive} not verified and not in use");
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {table.Table}: {table.Active}{inactive}"));
            }
        }

        await Console.Out.WriteLineAsync(check.Problems.Count == 0
            ? $"version {check.Version}: no problem"
            : string.Create(CultureInfo.InvariantCulture, $"refused: {check.Problems.Count} problem(s)"));
    }

    private sealed record TermsVerdict(string Version, IReadOnlyList<TermsContents> Files, IReadOnlyList<TermProblem> Problems)
    {
        public static TermsVerdict Fits(Terms terms) => new(terms.Version, terms.Contents, []);
    }
}
