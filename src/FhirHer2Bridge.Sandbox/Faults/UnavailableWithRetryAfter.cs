using System.Globalization;

namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>The server is busy and says when to come back.</summary>
public sealed class UnavailableWithRetryAfter : Fault
{
    public UnavailableWithRetryAfter() => Times = 1;

    /// <summary>503, or 429 for a quota.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Seconds in Retry-After.</summary>
    public int Seconds { get; init; } = 1;

    /// <summary>Says a date instead of seconds; both are legal (RFC 9110, 10.2.3).</summary>
    public bool AsDate { get; init; }

    public override Answer? Before(FaultRequest request)
    {
        if (!Concerns(request) || !Fire())
        {
            return null;
        }

        var after = AsDate
            ? request.Now.AddSeconds(Seconds).ToString("R", CultureInfo.InvariantCulture)
            : Seconds.ToString(CultureInfo.InvariantCulture);
        return Answer.Outcome(Status, "throttled", "the server is busy").With("Retry-After", after);
    }
}
