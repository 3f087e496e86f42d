using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Observability;
using FhirHer2Bridge.Service.Settings;
using Quartz;

namespace FhirHer2Bridge.Service.Run;

/// <summary>The service: one Quartz job per server, never beside itself, and the health endpoints.</summary>
internal static class HostedBridge
{
    /// <returns>0 stopped, 4 refused by the server, 5 failure budget spent.</returns>
    public static async Task<int> RunAsync(BridgeSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(settings.Web.Listen);
        builder.Services.AddRoutingCore();
        builder.Logging.AddBridgeLogging();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<BridgeHealth>();

        // The store is opened before the host, so that a wrong setting stops the start with its own exit code.
        using var logging = BridgeLogging.ForService();
        await using var runtime = await BridgeRuntime.OpenAsync(settings, settings.Store.File, time, logging, cancellationToken);
        builder.Services.AddSingleton(runtime);
        AddSchedule(builder.Services, settings, runtime);

        await using var app = builder.Build();
        app.MapHealth();
        StartupReport.Write(app.Services.GetRequiredService<ILoggerFactory>(), settings, runtime, RuleBook.Default);
        var health = app.Services.GetRequiredService<BridgeHealth>();
        await app.RunAsync(cancellationToken);
        return health.ExitCode;
    }

    private static void AddSchedule(IServiceCollection services, BridgeSettings settings, BridgeRuntime runtime)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            foreach (var (name, _) in runtime.Cycles)
            {
                var key = new JobKey(name, "cycles");
                quartz.AddJob<CycleJob>(job => job.WithIdentity(key).UsingJobData(CycleJob.Endpoint, name));
                quartz.AddTrigger(trigger =>
                {
                    trigger.ForJob(key).WithIdentity(name, "cycles").StartNow();
                    if (settings.Schedule.Cron is { } cron)
                    {
                        trigger.WithCronSchedule(cron);
                    }
                    else
                    {
                        trigger.WithSimpleSchedule(schedule => schedule.WithInterval(settings.Schedule.Interval).RepeatForever());
                    }
                });
            }
        });
        services.AddQuartzHostedService(static options => options.WaitForJobsToComplete = true);
    }
}
