using FhirHer2Bridge.Service.Observability;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;
using Quartz;

namespace FhirHer2Bridge.Service.Run;

/// <summary>One scheduled cycle of one server. Quartz never runs it beside itself.</summary>
[DisallowConcurrentExecution]
internal sealed class CycleJob(
    BridgeRuntime runtime, BridgeSettings settings, BridgeHealth health, IHostApplicationLifetime lifetime, ILogger<CycleJob> logger) : IJob
{
    public const string Endpoint = "endpoint";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.MergedJobDataMap.GetString(Endpoint)!;
        var cycle = runtime.Cycles.Single(pair => string.Equals(pair.Name, name, StringComparison.Ordinal)).Cycle;
        try
        {
            var report = await cycle.RunAsync(new CycleRequest(AsOf.Now(health.Time)), cancellationToken);
            foreach (var reason in report.Incomplete())
            {
                RunLog.Incomplete(logger, name, reason);
            }

            // A cycle in which nothing at all could be read is a failure; one that lacks a part is incomplete.
            Settle(name, failed: report.Windows.TrueForAll(static window => !window.Closed), report.ReadComplete);
        }
        catch (FhirRefusedException refused)
        {
            RunLog.Failed(logger, refused.Code, name, nameof(FhirRefusedException));
            health.Stop(ExitCode.Refused);
            lifetime.StopApplication();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            RunLog.Failed(logger, (fault as StoreException)?.Code ?? RunErrors.Internal, name, fault.GetType().Name);
            Settle(name, failed: true, complete: false);
        }
    }

    private void Settle(string name, bool failed, bool complete)
    {
        var failures = health.CycleEnded(name, failed, complete);
        if (failures >= settings.Schedule.FailureBudget)
        {
            RunLog.BudgetSpent(logger, RunErrors.BudgetSpent, failures);
            health.Stop(ExitCode.BudgetSpent);
            lifetime.StopApplication();
        }
    }
}
