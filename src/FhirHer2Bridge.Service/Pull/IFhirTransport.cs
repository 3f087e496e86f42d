namespace FhirHer2Bridge.Service.Pull;

/// <summary>The only door to the server. Reading and writing pass through it; it retries what is safe to repeat.</summary>
public interface IFhirTransport
{
    /// <summary>
    /// Sends one interaction. Any HTTP status is an answer; no answer (after retries) is a <see cref="FhirUnreachableException"/>.
    /// The address must be relative to the base or absolute on its origin, else <see cref="FhirRefusedException"/> and nothing
    /// is sent. 401 and 403 are answers here; readers turn them into that exception.
    /// </summary>
    Task<FhirResponse> SendAsync(FhirRequest request, CancellationToken cancellationToken);

    /// <summary>The configured base, with a trailing slash.</summary>
    Uri Base { get; }
}

/// <summary>An interaction as data.</summary>
/// <param name="Method">The HTTP verb.</param>
/// <param name="Address">Relative to the base ("Observation/_search", "" for a transaction), or an absolute next link.</param>
public sealed record FhirRequest(HttpMethod Method, string Address)
{
    public byte[]? Body { get; init; }

    /// <summary>"application/fhir+json" or "application/x-www-form-urlencoded".</summary>
    public string? ContentType { get; init; }

    public string? IfMatch { get; init; }

    public string? IfNoneExist { get; init; }

    public string? Prefer { get; init; }

    /// <summary>May be sent again when the answer was lost: reads, searches, PUT with a client id.</summary>
    public bool Repeatable { get; init; } = true;
}

public sealed record FhirResponse(int Status, byte[] Body, Uri Address)
{
    public string? ETag { get; init; }

    public string? Location { get; init; }

    /// <summary>The Date header: the server's clock.</summary>
    public DateTimeOffset? ServerDate { get; init; }

    /// <summary>How long the server asked us to wait, already capped; null: it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;
}

/// <summary>No usable answer: connection, timeout, circuit open, or a 5xx/429 that outlived every retry.</summary>
public sealed class FhirUnreachableException(string code, string message, Exception? inner = null) : Exception($"{code}: {message}", inner)
{
    public string Code { get; } = code;

    /// <summary>The message without its code; holds no patient data.</summary>
    public string Reason { get; } = message;
}
