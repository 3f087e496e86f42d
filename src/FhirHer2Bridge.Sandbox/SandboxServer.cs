using System.Net;
using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Interactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FhirHer2Bridge.Sandbox;

/// <summary>A FHIR R4 server in this process, on loopback only, whose faults can be switched.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly SandboxOptions _options;
    private readonly RequestLog _log;
    private readonly Dispatcher _dispatcher;
    private readonly WebApplication _app;

    private SandboxServer(SandboxOptions options)
    {
        _options = options;
        _log = new RequestLog(options.RequestsKept);
        Store = new SandboxStore(options.Time);
        _dispatcher = new Dispatcher(Store, options, Faults);
        _app = Build(options);
        _app.UseResponseCompression();
        _app.Run(AnswerAsync);
    }

    /// <summary>The FHIR base with its trailing slash.</summary>
    public Uri Base { get; private set; } = new("http://127.0.0.1/fhir/");

    public SandboxStore Store { get; }

    public FaultSet Faults { get; } = new();

    /// <summary>The last requests answered, oldest first: <see cref="SandboxOptions.RequestsKept"/> at most.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.All;

    /// <summary>Loads the data folder, if one is named, and starts to listen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A page size below 1 or above the largest, or less than no request kept.</exception>
    /// <exception cref="IOException">The port is taken, or the data folder cannot be read.</exception>
    /// <exception cref="InvalidDataException">A data file is not FHIR JSON or was refused.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PageSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.PageSize, options.MaxPageSize, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.RequestsKept, nameof(options));
        var server = new SandboxServer(options);
        try
        {
            if (options.DataFolder is { } folder)
            {
                DataFolder.Load(server.Store, folder);
            }

            await server._app.StartAsync(ct);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Base = new Uri(new Uri(addresses.Addresses.Single()), "fhir/");
        return server;
    }

    public void ClearRequests() => _log.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build(SandboxOptions options)
    {
        // Empty on purpose: no configuration, environment or logging of the surrounding process reaches the sandbox.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddResponseCompression(static compression =>
            compression.MimeTypes = ["application/fhir+json"]);
        return builder.Build();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (answer, length) = await DecideAsync(context);
        var now = _options.Time.GetUtcNow();
        _log.Add(HttpExchange.Record(context.Request, answer, now, length));
        await HttpExchange.SendAsync(context, answer, now);
    }

    private async Task<(Answer Answer, long Length)> DecideAsync(HttpContext context)
    {
        var http = context.Request;
        if (!Authorised(http))
        {
            // HAPI's own refusal: plain text, which a client must not parse as an OperationOutcome.
            return (new Answer(401) { Text = "a bearer token is needed" }.With("WWW-Authenticate", "Bearer"), 0);
        }

        byte[] body = [];
        try
        {
            body = await HttpExchange.BodyAsync(context);
            return (_dispatcher.Handle(HttpExchange.Read(http, body)), body.Length);
        }
        catch (FhirException refused)
        {
            return (Answer.Outcome(refused.Status, refused.Code, refused.Message), body.Length);
        }
        catch (BadHttpRequestException broken)
        {
            return (Answer.Outcome(broken.StatusCode, "too-costly", "the body could not be taken"), body.Length);
        }
    }

    private bool Authorised(HttpRequest http) =>
        _options.BearerToken is not { } token
        || http.Path.Value is HttpExchange.Root + "/metadata"
        || http.Headers.Authorization == $"Bearer {token}";
}
