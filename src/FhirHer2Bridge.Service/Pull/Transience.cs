using System.Security.Authentication;
using Polly.Timeout;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>Is it worth sending again, and is it safe? Pure, over an answer or a fault.</summary>
internal static class Transience
{
    /// <summary>
    /// A repeatable request is sent again on 408, 429, 500, 502, 503, 504 and on any connection fault. One that is not
    /// repeatable only when the server surely did nothing: 429 or 503 with Retry-After, or no connection was made.
    /// </summary>
    public static bool ShouldRetry(FhirResponse? response, Exception? fault, bool repeatable) =>
        response is not null
            ? IsFailing(response.Status) && (repeatable || (response.Status is 429 or 503 && response.RetryAfter is not null))
            : fault is not null && (repeatable ? IsConnectionFault(fault) : IsBeforeSending(fault));

    /// <summary>Speaks of the server's health rather than of this request; too many open the circuit. 429 is a healthy answer.</summary>
    public static bool IsServerDown(FhirResponse? response, Exception? fault) =>
        response is not null ? response.Status is 500 or 502 or 503 or 504 : fault is not null && IsConnectionFault(fault);

    /// <summary>Statuses that may be another one in a moment.</summary>
    public static bool IsFailing(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    private static bool IsConnectionFault(Exception fault) =>
        fault switch
        {
            HttpRequestException { InnerException: AuthenticationException } => false,
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => false,
            HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException => true,
            _ => IsConnectTimeout(fault),
        };

    private static bool IsBeforeSending(Exception fault) =>
        fault is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
        || IsConnectTimeout(fault);

    /// <summary>The handler reports its connect timeout as a cancellation with this inside; ours carries none.</summary>
    public static bool IsConnectTimeout(Exception fault) => fault is OperationCanceledException { InnerException: TimeoutException };
}
