using System.CommandLine;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>The verbs, and the exit code each ending has (design section 4).</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TimeProvider time)
    {
        var root = new RootCommand("Keeps each patient's HER2 history from a FHIR R4 server and writes flags back to it. It flags; it never advises to stop or start a drug.");
        var run = RunVerb.Create(time);
        root.Subcommands.Add(run);
        root.Subcommands.Add(SyncVerb.Create(time));
        root.Subcommands.Add(DemoVerb.Create(time));
        root.Subcommands.Add(EvaluateVerb.Create(time));
        root.Subcommands.Add(ExtractTextVerb.Create());
        root.Subcommands.Add(HistoryVerb.Create(time));
        root.Subcommands.Add(ReplayVerb.Create(time));
        root.Subcommands.Add(TermsVerb.Create());
        root.Subcommands.Add(SandboxVerb.Create(time));
        foreach (var option in run.Options.Where(option => !root.Options.Any(known => string.Equals(known.Name, option.Name, StringComparison.Ordinal))))
        {
            root.Options.Add(option);
        }

        root.SetAction(run.Action is System.CommandLine.Invocation.AsynchronousCommandLineAction action
            ? action.InvokeAsync
            : throw new InvalidOperationException("The verb run has no asynchronous action."));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"{RunErrors.Usage}: {error.Message}");
            }

            return ExitCode.Usage;
        }

        // run, sandbox and demo are meant to be stopped; a sync or an evaluation that was stopped is not complete.
        var whenStopped = parsed.CommandResult.Command.Name is "sync" or "evaluate" ? ExitCode.Incomplete : ExitCode.Ok;
        return await GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }), whenStopped);
    }

    private static async Task<int> GuardAsync(Func<Task<int>> verb, int whenStopped)
    {
        try
        {
            return await verb();
        }
        catch (SettingsException error)
        {
            foreach (var problem in error.Problems)
            {
                await Console.Error.WriteLineAsync($"{RunErrors.Settings}: {problem}");
            }

            return ExitCode.Configuration;
        }
        catch (StoreException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Configuration;
        }
        catch (FhirRefusedException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            return whenStopped;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The last net: the type and place of our fault, never its text, which may quote data.
            await Console.Error.WriteLineAsync($"{RunErrors.Internal}: {fault.GetType().Name} {fault.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
            return ExitCode.Internal;
        }
    }
}
