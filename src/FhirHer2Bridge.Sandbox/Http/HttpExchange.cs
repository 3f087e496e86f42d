using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FhirHer2Bridge.Sandbox.Http;

/// <summary>Between ASP.NET Core and <see cref="FhirRequest"/> / <see cref="Answer"/>.</summary>
internal static class HttpExchange
{
    public const string Root = "/fhir";

    public static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    /// <exception cref="FhirException">404 outside the base, 400 malformed JSON, 415 another format.</exception>
    public static FhirRequest Read(HttpRequest http, ReadOnlySpan<byte> body)
    {
        if (!http.Path.StartsWithSegments(Root, StringComparison.Ordinal, out var rest))
        {
            throw FhirException.NotFound("the base of this server is /fhir");
        }

        var parameters = Parameter.Decode(http.QueryString.Value ?? string.Empty);
        var form = http.HasFormContentType;
        if (form)
        {
            parameters = [.. parameters, .. Parameter.Decode(System.Text.Encoding.UTF8.GetString(body))];
        }

        var path = rest.Value?.Trim('/') ?? string.Empty;
        return new(http.Method, Base(http), path, parameters, form ? null : Json(http, body))
        {
            IfMatch = http.Headers.IfMatch,
            IfNoneMatch = http.Headers.IfNoneMatch,
            IfNoneExist = http.Headers["If-None-Exist"],
            Prefer = http.Headers["Prefer"],
        };
    }

    public static async Task SendAsync(HttpContext context, Answer answer, DateTimeOffset now)
    {
        if (answer.Aborted)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Text is { } text)
        {
            response.ContentType = "text/plain;charset=utf-8";
            await response.WriteAsync(text, context.RequestAborted);
        }
        else if (answer.Body is { } body)
        {
            response.ContentType = "application/fhir+json;charset=UTF-8";
            await response.Body.WriteAsync(FhirJson.Bytes(body), context.RequestAborted);
        }
    }

    /// <summary>What the log keeps of a request.</summary>
    public static RecordedRequest Record(HttpRequest http, Answer answer, DateTimeOffset now, long bodyLength) =>
        new(
            http.Method,
            http.Path.StartsWithSegments(Root, StringComparison.Ordinal, out var rest)
                ? rest.Value!.Trim('/')
                : http.Path.Value!,
            http.QueryString.Value ?? string.Empty,
            answer.Status,
            now,
            bodyLength)
        {
            Aborted = answer.Aborted,
            Headers = http.Headers
                .Where(static header => !header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(
                    static header => header.Key,
                    static header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase),
        };

    private static string Base(HttpRequest http) => UriHelper.BuildAbsolute(http.Scheme, http.Host, Root);

    private static JsonObject? Json(HttpRequest http, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        if (http.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new FhirException(415, "not-supported", "only JSON is spoken here");
        }

        try
        {
            return FhirJson.Parse(body);
        }
        catch (JsonException)
        {
            throw FhirException.Invalid("the body is not one well-formed JSON object");
        }
    }
}
