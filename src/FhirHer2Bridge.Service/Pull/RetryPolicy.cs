using FhirHer2Bridge.Service.Settings;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>From outside in: total time, retries, circuit breaker, time of one attempt.</summary>
internal static class RetryPolicy
{
    public static readonly ResiliencePropertyKey<bool> Repeatable = new("fhir.repeatable");

    /// <summary>Waits between attempts grow to this; a server's own Retry-After is obeyed beyond it.</summary>
    public static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    /// <summary>Two whole rounds of retries all failing, not one stubborn search, open the circuit.</summary>
    public const int BreakAfterFailures = 12;

    public static readonly TimeSpan BreakFor = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BreakWithin = TimeSpan.FromMinutes(5);
    private const double BreakRatio = 0.9;

    /// <param name="server">Timeouts and the number of retries.</param>
    /// <param name="time">Drives every wait.</param>
    /// <param name="onRetry">Told the attempt just lost (from 1), its status if it had one, and the wait.</param>
    public static ResiliencePipeline<FhirResponse> Build(
        ServerSettings server, TimeProvider time, Action<int, int?, TimeSpan>? onRetry = null)
    {
        var builder = new ResiliencePipelineBuilder<FhirResponse> { TimeProvider = time };
        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = server.TotalTimeout });
        if (server.Retries > 0)
        {
            builder.AddRetry(Retry(server, onRetry));
        }

        builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<FhirResponse>
        {
            FailureRatio = BreakRatio,
            MinimumThroughput = BreakAfterFailures,
            SamplingDuration = BreakWithin,
            BreakDuration = BreakFor,
            ShouldHandle = static attempt =>
                ValueTask.FromResult(Transience.IsServerDown(attempt.Outcome.Result, attempt.Outcome.Exception)),
        });
        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = server.AttemptTimeout });
        return builder.Build();
    }

    private static RetryStrategyOptions<FhirResponse> Retry(ServerSettings server, Action<int, int?, TimeSpan>? onRetry) => new()
    {
        MaxRetryAttempts = server.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = server.RetryDelay,
        MaxDelay = LongestBackoff,
        ShouldHandle = static attempt => ValueTask.FromResult(Transience.ShouldRetry(
            attempt.Outcome.Result,
            attempt.Outcome.Exception,
            attempt.Context.Properties.GetValue(Repeatable, defaultValue: false))),
        DelayGenerator = static attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter),
        OnRetry = attempt =>
        {
            onRetry?.Invoke(attempt.AttemptNumber + 1, attempt.Outcome.Result?.Status, attempt.RetryDelay);
            return default;
        },
    };
}
