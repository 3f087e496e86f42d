using System.CommandLine;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>sandbox</c>: the FHIR server emulator alone, until Ctrl-C.</summary>
internal static class SandboxVerb
{
    public static Command Create(TimeProvider time)
    {
        var port = new Option<int>("--port") { Description = "Loopback port; 0 takes a free one.", DefaultValueFactory = static _ => 0 };
        var fault = new Option<string[]>("--fault") { Description = $"Switch a fault on: {string.Join(", ", FaultCatalog.Names)}; properties after commas.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var data = new Option<string?>("--data") { Description = "Folder of .json and .ndjson files to load.", HelpName = "DIR" };
        var command = new Command("sandbox", "Runs the FHIR R4 server emulator alone, on loopback, until Ctrl-C.") { port, fault, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            SandboxServer server;
            try
            {
                server = await SandboxServer.StartAsync(
                    new SandboxOptions { Port = parsed.GetValue(port), DataFolder = parsed.GetValue(data), Time = time }, cancellationToken);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{RunErrors.Usage}: {error.Message}");
                return ExitCode.Usage;
            }

            await using (server)
            {
                try
                {
                    foreach (var name in parsed.GetValue(fault) ?? [])
                    {
                        server.Faults.On(name);
                    }
                }
                catch (ArgumentException error)
                {
                    await Console.Error.WriteLineAsync($"{RunErrors.Usage}: {error.Message}");
                    return ExitCode.Usage;
                }

                await Console.Out.WriteLineAsync($"READY {server.Base.AbsoluteUri.TrimEnd('/')}");
                await Forever.WaitAsync(cancellationToken);
                return ExitCode.Ok;
            }
        });
        return command;
    }
}
