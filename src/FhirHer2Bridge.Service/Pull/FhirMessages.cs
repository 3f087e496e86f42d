using System.Net.Http.Headers;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>Turns an interaction into an HTTP request, and an HTTP response into an answer.</summary>
internal static class FhirMessages
{
    private const string FhirJson = "application/fhir+json";

    public static HttpRequestMessage Request(FhirRequest request, Uri address, string requestId)
    {
        var message = new HttpRequestMessage(request.Method, address);
        var headers = message.Headers;
        headers.Accept.Add(new MediaTypeWithQualityHeaderValue(FhirJson));
        headers.Add("X-Request-Id", requestId);
        if (IsReading(request))
        {
            // HAPI answers a repeated search from a cache of 60 s: a new resource would be missing.
            headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        }

        Add(headers, "If-Match", request.IfMatch);
        Add(headers, "If-None-Exist", request.IfNoneExist);
        Add(headers, "Prefer", request.Prefer);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType ?? FhirJson);
        }

        return message;
    }

    /// <summary>The answer. <paramref name="now"/> dates a Retry-After date where the server gives no Date.</summary>
    public static async Task<FhirResponse> ResponseAsync(
        HttpResponseMessage message, Uri address, long limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        new((int)message.StatusCode, await BoundedBody.ReadAsync(message.Content, limit, cancellationToken), address)
        {
            ETag = message.Headers.ETag?.ToString(),
            Location = message.Headers.Location?.OriginalString,
            ServerDate = message.Headers.Date,
            RetryAfter = RetryAfter.Read(First(message.Headers, "Retry-After"), message.Headers.Date ?? now),
        };

    /// <summary>What a log may say of an address: the resource type of a relative one, else "page".</summary>
    public static string Label(string address)
    {
        var type = address.Split('/', '?')[0];
        return type.Length == 0 ? "base" : type.All(char.IsAsciiLetter) ? type : "page";
    }

    private static bool IsReading(FhirRequest request) =>
        request.Method == HttpMethod.Get || request.Address.EndsWith("/_search", StringComparison.Ordinal);

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
