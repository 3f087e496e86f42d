using System.Security.Authentication;
using FhirHer2Bridge.Service.Settings;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>The door over HTTP: one client with limits, one pipeline of retries, one fence around the origin.</summary>
internal sealed class HttpFhirTransport : IFhirTransport, IDisposable
{
    private readonly ServerSettings _server;
    private readonly TimeProvider _time;
    private readonly ILogger<HttpFhirTransport> _logger;
    private readonly HttpClient _client;
    private readonly BearerToken _token;
    private readonly ResiliencePipeline<FhirResponse> _pipeline;

    public HttpFhirTransport(ServerSettings server, TimeProvider time, ILogger<HttpFhirTransport> logger)
    {
        _server = server;
        _time = time;
        _logger = logger;
        Base = BaseAddress.Normalise(server.BaseUrl)
            ?? throw new ArgumentException("Server settings were not validated: BaseUrl is no base.", nameof(server));
        _client = FhirHttpClient.Create(server);
        _token = new BearerToken(server);
        _pipeline = RetryPolicy.Build(server, time, (attempt, status, wait) => PullLog.Retrying(_logger, attempt, status, wait));
    }

    public Uri Base { get; }

    public void Dispose() => _client.Dispose();

    public async Task<FhirResponse> SendAsync(FhirRequest request, CancellationToken cancellationToken)
    {
        var address = OriginGuard.Resolve(Base, Base, request.Address)
            ?? throw new FhirRefusedException(PullErrors.ForeignOrigin, "the address leaves the configured server; nothing was sent");
        var response = await GuardedAsync(request, address, cancellationToken);
        return Transience.IsFailing(response.Status)
            ? throw new FhirUnreachableException(PullErrors.ServerFailing, $"the server answered {response.Status} to every attempt")
            : response;
    }

    private async Task<FhirResponse> GuardedAsync(FhirRequest request, Uri address, CancellationToken cancellationToken)
    {
        var requestId = Guid.NewGuid().ToString("N");
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RetryPolicy.Repeatable, request.Repeatable);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (attempt, call) =>
                    await call.Self.AttemptAsync(call.Request, call.Address, call.Id, attempt.CancellationToken),
                context,
                (Self: this, Request: request, Address: address, Id: requestId));
        }
        catch (BrokenCircuitException fault)
        {
            throw new FhirUnreachableException(PullErrors.CircuitOpen, "the server kept failing; requests are held back", fault);
        }
        catch (TimeoutRejectedException fault)
        {
            throw new FhirUnreachableException(PullErrors.TimedOut, "the server did not answer in time", fault);
        }
        catch (HttpRequestException fault) when (fault.InnerException is AuthenticationException)
        {
            throw new FhirUnreachableException(PullErrors.NoTls, "no TLS connection", fault);
        }
        catch (OperationCanceledException fault) when (Transience.IsConnectTimeout(fault))
        {
            throw NoConnection(fault);
        }
        catch (HttpRequestException fault)
        {
            throw NoConnection(fault);
        }
        catch (IOException fault)
        {
            throw NoConnection(fault);
        }
        catch (InvalidDataException fault)
        {
            throw NoConnection(fault);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<FhirResponse> AttemptAsync(FhirRequest request, Uri address, string requestId, CancellationToken cancellationToken)
    {
        using var message = FhirMessages.Request(request, address, requestId);
        message.Headers.Authorization = await _token.ReadAsync(cancellationToken);
        using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var response = await FhirMessages.ResponseAsync(
            answer, address, _server.MaxResponseBytes, _time.GetUtcNow(), cancellationToken);
        PullLog.Answered(
            _logger, request.Method.Method, FhirMessages.Label(request.Address), response.Status, response.Body.Length, requestId);
        return response;
    }

    private static FhirUnreachableException NoConnection(Exception fault) =>
        new(PullErrors.NoConnection, "no connection, or the answer broke off", fault);
}
