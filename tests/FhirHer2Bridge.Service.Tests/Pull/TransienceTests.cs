using System.Security.Authentication;
using FhirHer2Bridge.Service.Pull;
using Polly.Timeout;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class TransienceTests
{
    [Theory]
    [InlineData(200, false)]
    [InlineData(304, false)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(409, false)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    public void ShouldRetry_RepeatableRequest_FollowsTheStatus(int status, bool expected) =>
        Transience.ShouldRetry(Answer(status), null, repeatable: true).ShouldBe(expected);

    [Theory]
    [InlineData(503, 1, true)]
    [InlineData(429, 0, true)]
    [InlineData(503, null, false)]
    [InlineData(429, null, false)]
    [InlineData(500, 1, false)]
    [InlineData(504, 1, false)]
    public void ShouldRetry_OtherRequest_OnlyWhenAskedToWait(int status, int? seconds, bool expected)
    {
        var answer = Answer(status) with { RetryAfter = seconds is { } wait ? TimeSpan.FromSeconds(wait) : null };

        Transience.ShouldRetry(answer, null, repeatable: false).ShouldBe(expected);
    }

    public static TheoryData<Exception, bool, bool> Faults => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), true, true },
        { new HttpRequestException(HttpRequestError.NameResolutionError), true, true },
        { new TaskCanceledException("connect", new TimeoutException()), true, true },
        { new HttpRequestException(HttpRequestError.ResponseEnded), true, false },
        { new HttpRequestException("reset", new IOException()), true, false },
        { new IOException(), true, false },
        { new InvalidDataException(), true, false },
        { new TimeoutRejectedException(), true, false },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, inner: new AuthenticationException()), false, false },
        { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded), false, false },
        { new TaskCanceledException(), false, false },
        { new FhirUnreachableException(PullErrors.TooLarge, "large"), false, false },
        { new FhirRefusedException(PullErrors.TokenUnavailable, "token"), false, false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void ShouldRetry_Fault_OnlyWhereItIsSafe(Exception fault, bool repeatable, bool other)
    {
        Transience.ShouldRetry(null, fault, repeatable: true).ShouldBe(repeatable);
        Transience.ShouldRetry(null, fault, repeatable: false).ShouldBe(other);
    }

    private static FhirResponse Answer(int status) => new(status, [], new Uri("http://127.0.0.1/"));
}
