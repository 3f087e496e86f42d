using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Fhir.R4;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>What the hospital's own programs do: load, look, delete. Plain HTTP, nothing of the bridge's reading.</summary>
internal sealed class FhirClient : IDisposable
{
    private readonly HttpClient _http;

    public FhirClient(Uri server, string? token = null)
    {
        _http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.CacheControl = new CacheControlHeaderValue { NoCache = true };

        // Read-only servers of the kit let a loader pass by this header.
        _http.DefaultRequestHeaders.Add("X-Loader", "1");
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public async Task LoadAsync(StoryBundle bundle) => await LoadAsync(bundle.ToUtf8());

    public async Task LoadAsync(byte[] bundle)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "", bundle);
        status.ShouldBeOneOf([200, 201], body?.ToJsonString() ?? "no body");
    }

    public async Task PutAsync(JsonObject resource)
    {
        var (status, body) = await SendAsync(
            HttpMethod.Put,
            $"{(string?)resource["resourceType"]}/{(string?)resource["id"]}",
            JsonSerializer.SerializeToUtf8Bytes(resource));
        status.ShouldBeOneOf([200, 201], body?.ToJsonString() ?? "no body");
    }

    public async Task<JsonObject> GetAsync(string address)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, address, null);
        status.ShouldBe(200, address);
        return body!;
    }

    public async Task<int> DeleteAsync(string address) => (await SendAsync(HttpMethod.Delete, address, null)).Status;

    public async Task<(int Status, JsonObject? Body)> SendAsync(HttpMethod method, string address, byte[]? body)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        }

        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null);
    }

    /// <summary>Every resource a search gives, all pages.</summary>
    public async Task<IReadOnlyList<JsonObject>> SearchAsync(string address)
    {
        var found = new List<JsonObject>();
        for (string? next = address; next is not null;)
        {
            var page = await GetAsync(next);
            found.AddRange((page["entry"] as JsonArray ?? []).Select(static entry => entry!["resource"]!.AsObject()));
            next = (page["link"] as JsonArray ?? [])
                .Where(static link => (string?)link!["relation"] is "next")
                .Select(static link => (string?)link!["url"])
                .FirstOrDefault();
        }

        return found;
    }

    /// <summary>Every flag Observation on the server, in a fixed order.</summary>
    public async Task<IReadOnlyList<WrittenFlag>> FlagsAsync()
    {
        var found = await SearchAsync($"Observation?category={Her2Canonical.Bridge}%7C{Her2Canonical.FlagCategory}&_count=50");
        return
        [
            .. found.Select(WrittenFlag.Read)
                .OrderBy(static flag => flag.Patient, StringComparer.Ordinal)
                .ThenBy(static flag => flag.Code, StringComparer.Ordinal)
                .ThenBy(static flag => flag.Key, StringComparer.Ordinal),
        ];
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A flag as the server holds it.</summary>
internal sealed record WrittenFlag(
    string Key, string Id, string? Version, string Patient, string Code, string Severity, string State, JsonObject Json)
{
    private const string SeverityPrefix = "severity-";

    /// <summary>What a reader of the flag is told.</summary>
    public string Said => $"{Patient} {Code} {Severity} {State}";

    public static WrittenFlag Read(JsonObject json)
    {
        var flag = FlagReader.Read(JsonSerializer.SerializeToElement(json)).ShouldNotBeNull("the resource is no flag");
        var severity = json["component"]!.AsArray()
            .Select(static component => (string?)component!["valueCodeableConcept"]?["coding"]?[0]?["code"])
            .Single(static code => code?.StartsWith(SeverityPrefix, StringComparison.Ordinal) == true)!;
        return new WrittenFlag(
            flag.Key,
            flag.Id,
            flag.Version,
            $"Patient/{flag.Patient!.Value.Value}",
            flag.Code!,
            severity[SeverityPrefix.Length..],
            flag.State.ToString().ToLowerInvariant(),
            json);
    }
}
