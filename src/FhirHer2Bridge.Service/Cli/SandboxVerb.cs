using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>sandbox</c>: the FHIR server emulator alone, until Ctrl-C.</summary>
internal static class SandboxVerb
{
    public static Command Create(TimeProvider time)
    {
        var port = new Option<int>("--port") { Description = "Loopback port; 0 takes a free one.", DefaultValueFactory = static _ => 0, CustomParser = Port, HelpName = "PORT" };
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
                    // The parameter is one of the code, which says nothing to the person at the command line.
                    var parameter = $" (Parameter '{error.ParamName}')";
                    await Console.Error.WriteLineAsync($"{RunErrors.Usage}: --fault: {error.Message.Replace(parameter, "", StringComparison.Ordinal)}");
                    return ExitCode.Usage;
                }

                await Console.Out.WriteLineAsync($"READY {server.Base.AbsoluteUri.TrimEnd('/')}");
                await Forever.WaitAsync(cancellationToken);
                return ExitCode.Ok;
            }
        });
        return command;
    }

    private static int Port(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort)
        {
            return port;
        }

        result.AddError($"--port is {text}; it takes a whole number from 0 to {IPEndPoint.MaxPort.ToString(CultureInfo.InvariantCulture)}");
        return 0;
    }
}
