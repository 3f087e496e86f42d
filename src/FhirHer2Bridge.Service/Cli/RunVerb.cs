using System.CommandLine;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>run</c>, the default: the hosted service, until stopped.</summary>
internal static class RunVerb
{
    public static Command Create(TimeProvider time)
    {
        var common = new CommonOptions();
        var command = new Command("run", "Runs the service: cycles on a schedule, health endpoints, until stopped.");
        common.AddTo(command, json: false);
        command.SetAction((parsed, cancellationToken) => HostedBridge.RunAsync(common.Load(parsed, time), time, cancellationToken));
        return command;
    }
}
