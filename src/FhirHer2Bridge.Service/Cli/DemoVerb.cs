using System.CommandLine;
using FhirHer2Bridge.Service.Demo;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>demo</c>: the whole path in one command, then up until Ctrl-C unless <c>--once</c>.</summary>
internal static class DemoVerb
{
    public static Command Create(TimeProvider time)
    {
        var once = new Option<bool>("--once") { Description = "End when everything was shown." };
        var output = new Option<string?>("--output") { Description = "Folder for the timelines (default: a new temporary one).", HelpName = "DIR" };
        var command = new Command("demo", "Shows the whole path on published cases: a FHIR server, cycles over HTTP, flags, timelines.") { once, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetValue(output) is { } named
                ? Directory.CreateDirectory(named)
                : Directory.CreateTempSubdirectory("fhirher2bridge-demo-");
            await new DemoRun(Terminal.Open(), time).RunAsync(folder.FullName, stayUp: !parsed.GetValue(once), cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }
}
