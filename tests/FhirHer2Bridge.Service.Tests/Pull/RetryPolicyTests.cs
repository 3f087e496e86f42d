using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class RetryPolicyTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 15, 8, 0, 0, TimeSpan.Zero));
    private readonly List<TimeSpan> _waits = [];
    private int _attempts;

    [Fact]
    public async Task Execute_FailsThenAnswers_GivesTheAnswer()
    {
        var answer = Run(Build(), attempt => Answer(attempt < 3 ? 503 : 200));

        await LetItWaitAsync(2);

        (await answer).Status.ShouldBe(200);
        _attempts.ShouldBe(3);
        _waits.ShouldAllBe(wait => wait > TimeSpan.Zero && wait <= RetryPolicy.LongestBackoff);
    }

    [Fact]
    public async Task Execute_KeepsFailing_GivesTheLastAnswerAfterFiveRetries()
    {
        var answer = Run(Build(), _ => Answer(500));

        await LetItWaitAsync(5);

        (await answer).Status.ShouldBe(500);
        _attempts.ShouldBe(6);
    }

    [Fact]
    public async Task Execute_ServerAsksToWait_WaitsExactlySo()
    {
        var wish = TimeSpan.FromSeconds(77);

        var answer = Run(Build(), attempt => attempt == 1 ? Answer(429) with { RetryAfter = wish } : Answer(200));
        await _clock.WaitingAsync(length => length == wish);
        _clock.Advance(wish - TimeSpan.FromSeconds(1));
        _attempts.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await answer).Status.ShouldBe(200);
        _waits.ShouldBe([wish]);
    }

    [Fact]
    public async Task Execute_NotRepeatable_IsSentOnce()
    {
        var answer = await Run(Build(), _ => Answer(500), repeatable: false);

        answer.Status.ShouldBe(500);
        _attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Execute_NotRepeatableAndNoConnection_IsSentAgain()
    {
        var answer = Run(
            Build(),
            attempt => attempt == 1 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : Answer(201),
            repeatable: false);

        await LetItWaitAsync(1);

        (await answer).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Execute_AttemptHangs_IsCutAfterItsTime()
    {
        var server = new ServerSettings { Retries = 0 };
        var answer = RunAsync(RetryPolicy.Build(server, _clock), async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, token);
            return Answer(200);
        });

        await _clock.WaitingAsync(length => length == server.AttemptTimeout);
        _clock.Advance(server.AttemptTimeout);

        await Should.ThrowAsync<TimeoutRejectedException>(() => answer);
    }

    [Fact]
    public async Task Execute_ServerDown_OpensTheCircuitAndClosesItAgain()
    {
        var pipeline = RetryPolicy.Build(new ServerSettings { Retries = 0 }, _clock);
        for (var failure = 0; failure < RetryPolicy.BreakAfterFailures; failure++)
        {
            await Run(pipeline, _ => Answer(503));
        }

        await Should.ThrowAsync<BrokenCircuitException>(() => Run(pipeline, _ => Answer(200)));
        _attempts.ShouldBe(RetryPolicy.BreakAfterFailures);

        _clock.Advance(RetryPolicy.BreakFor);
        (await Run(pipeline, _ => Answer(200))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Execute_OneStubbornSearch_DoesNotOpenTheCircuit()
    {
        var pipeline = Build();
        var stubborn = Run(pipeline, _ => Answer(500));
        await LetItWaitAsync(5);
        await stubborn;

        var other = await Run(pipeline, _ => Answer(200));

        other.Status.ShouldBe(200);
    }

    private static FhirResponse Answer(int status) => new(status, [], new Uri("http://127.0.0.1/"));

    private ResiliencePipeline<FhirResponse> Build() =>
        RetryPolicy.Build(new ServerSettings(), _clock, (_, _, wait) => _waits.Add(wait));

    private Task<FhirResponse> Run(ResiliencePipeline<FhirResponse> pipeline, Func<int, FhirResponse> script, bool repeatable = true) =>
        RunAsync(pipeline, (attempt, _) => Task.FromResult(script(attempt)), repeatable);

    private async Task<FhirResponse> RunAsync(
        ResiliencePipeline<FhirResponse> pipeline, Func<int, CancellationToken, Task<FhirResponse>> script, bool repeatable = true)
    {
        var context = ResilienceContextPool.Shared.Get(CancellationToken.None);
        context.Properties.Set(RetryPolicy.Repeatable, repeatable);
        return await pipeline.ExecuteAsync(async call => await script(++_attempts, call.CancellationToken), context);
    }

    /// <summary>Lets each backoff pass as soon as it is being waited for; the limits of time are longer than any of them.</summary>
    private async Task LetItWaitAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            _clock.Advance(await _clock.WaitingAsync(length => length <= RetryPolicy.LongestBackoff));
        }
    }
}
