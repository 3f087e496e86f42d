using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace FhirHer2Bridge.Kit;

/// <summary>A real HTTP server on this machine that gives the answers of a script, in order, and remembers what was asked.</summary>
internal sealed class ScriptedFhirServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ScriptedAnswer> _script = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();

    private ScriptedFhirServer(WebApplication app) => _app = app;

    /// <summary>The base to configure, with a trailing slash.</summary>
    public Uri Base => new($"{_app.Urls.Single()}/fhir/");

    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    public static async Task<ScriptedFhirServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new ScriptedFhirServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Adds answers; when none is left the server answers 599.</summary>
    public void Then(params ReadOnlySpan<ScriptedAnswer> answers)
    {
        foreach (var answer in answers)
        {
            _script.Enqueue(answer);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        _requests.Enqueue(new ScriptedRequest(
            context.Request.Method,
            context.Request.GetEncodedPathAndQuery(),
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync(context.RequestAborted)));
        var answer = _script.TryDequeue(out var next) ? next : new ScriptedAnswer(599);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.BreaksOff)
        {
            context.Response.ContentLength = answer.Body.Length + 1;
        }

        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        if (answer.BreaksOff)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}

/// <summary>What was asked.</summary>
internal sealed record ScriptedRequest(string Method, string Address, Dictionary<string, string> Headers, string Body);

/// <summary>What is answered.</summary>
internal sealed record ScriptedAnswer(int Status, byte[] Body)
{
    public ScriptedAnswer(int status, string body = "")
        : this(status, Encoding.UTF8.GetBytes(body))
    {
    }

    public string ContentType { get; init; } = "application/fhir+json";

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The connection is cut before the announced end.</summary>
    public bool BreaksOff { get; init; }
}
