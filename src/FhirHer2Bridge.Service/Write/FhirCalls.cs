using System.Text;
using System.Text.Json;
using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Write;

/// <summary>The few interactions of writing, over the one transport.</summary>
internal sealed class FhirCalls(IFhirTransport transport)
{
    private const string FhirJson = "application/fhir+json";
    private const string WithContent = "return=representation";

    internal Uri Base => transport.Base;

    internal Task<FhirResponse> GetAsync(string address, CancellationToken cancellationToken) =>
        transport.SendAsync(new FhirRequest(HttpMethod.Get, address), cancellationToken);

    /// <summary>With a version: refused where another one stands (412, on HAPI 409).</summary>
    internal Task<FhirResponse> PutAsync(string address, byte[] body, string? version, CancellationToken cancellationToken) =>
        transport.SendAsync(
            new FhirRequest(HttpMethod.Put, address)
            {
                Body = body,
                ContentType = FhirJson,
                IfMatch = version is null ? null : $"W/\"{version}\"",
                Prefer = WithContent,
            },
            cancellationToken);

    /// <summary>Never sent twice by the transport: a lost answer is resolved by looking, in the next attempt.</summary>
    internal Task<FhirResponse> CreateAsync(string type, byte[] body, string condition, CancellationToken cancellationToken) =>
        transport.SendAsync(
            new FhirRequest(HttpMethod.Post, type)
            {
                Body = body,
                ContentType = FhirJson,
                IfNoneExist = condition,
                Prefer = WithContent,
                Repeatable = false,
            },
            cancellationToken);

    internal async Task<FhirResponse> SearchAsync(
        string type, IReadOnlyList<(string Name, string Value)> criteria, CancellationToken cancellationToken)
    {
        var form = string.Join('&', criteria.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}"));
        var posted = await transport.SendAsync(
            new FhirRequest(HttpMethod.Post, $"{type}/_search")
            {
                Body = Encoding.UTF8.GetBytes(form),
                ContentType = "application/x-www-form-urlencoded",
            },
            cancellationToken);

        // Only our own keys and server ids are asked for here: nothing in the address names a person.
        return posted.Status is 404 or 405 or 415 or 501
            ? await transport.SendAsync(new FhirRequest(HttpMethod.Get, $"{type}?{form}"), cancellationToken)
            : posted;
    }

    /// <summary>The answer as JSON; null where it is not.</summary>
    internal static JsonElement? Json(FhirResponse response) => Json(response.Body);

    /// <inheritdoc cref="Json(FhirResponse)"/>
    internal static JsonElement? Json(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The logical id in the resource or in the Location header ("…/Observation/1/_history/1").</summary>
    internal static string? IdOf(FhirResponse response, string type)
    {
        if (Json(response) is { } body && string.Equals(body.Text("resourceType"), type, StringComparison.Ordinal))
        {
            return body.Text("id");
        }

        var parts = response.Location?.Split('/') ?? [];
        var at = Array.LastIndexOf(parts, type);
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : null;
    }
}
