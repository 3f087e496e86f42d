using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox.Tests;

/// <summary>One running sandbox per test and a plain client in front of it.</summary>
public abstract class SandboxTestBase : IAsyncLifetime
{
    private SandboxServer? _server;
    private HttpClient? _client;

    protected ManualTime Clock { get; } = new(new DateTimeOffset(2024, 3, 1, 8, 0, 0, TimeSpan.Zero));

    protected SandboxServer Server => _server!;

    protected SandboxStore Store => Server.Store;

    protected HttpClient Client => _client!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(Options(), CancellationToken.None);
        _client = ClientOf(_server);
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    protected static JsonObject Observation(string? id = null, string patient = "p1", string code = "85319-2")
    {
        var resource = JsonNode.Parse(
            $$"""
            {
              "resourceType": "Observation",
              "identifier": [{"system": "urn:sys", "value": "{{id}}"}],
              "status": "final",
              "code": {"coding": [{"system": "http://loinc.org", "code": "{{code}}"}]},
              "subject": {"reference": "Patient/{{patient}}"},
              "valueQuantity": {"value": 2.20}
            }
            """)!.AsObject();
        if (id is not null)
        {
            resource["id"] = id;
        }

        return resource;
    }

    protected static JsonObject Patient(string id) => new() { ["resourceType"] = "Patient", ["id"] = id };

    protected static async Task<JsonObject> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

    protected static string[] Ids(JsonObject bundle) =>
        [.. (bundle["entry"] as JsonArray ?? []).Select(static entry => entry!["resource"]!["id"]!.GetValue<string>())];

    protected static string? Link(JsonObject bundle, string relation) =>
        bundle["link"]!.AsArray()
            .Where(link => string.Equals(link!["relation"]!.GetValue<string>(), relation, StringComparison.Ordinal))
            .Select(static link => link!["url"]!.GetValue<string>())
            .FirstOrDefault();

    private static HttpClient ClientOf(SandboxServer server) => new() { BaseAddress = server.Base };

    protected virtual SandboxOptions Options() => new() { Time = Clock };

    protected Task<HttpResponseMessage> Send(
        HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }

    protected async Task<JsonObject> Get(string path) => await Json(await Send(HttpMethod.Get, path));

    protected async Task<List<string[]>> Pages(string path)
    {
        var pages = new List<string[]>();
        for (string? link = path; link is not null;)
        {
            var page = await Get(link);
            pages.Add(Ids(page));
            link = Link(page, "next");
        }

        return pages;
    }
}
