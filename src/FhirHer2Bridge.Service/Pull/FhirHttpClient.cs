using System.Net;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>Builds the one client of a server, with its limits.</summary>
internal static class FhirHttpClient
{
    // Long enough to reuse connections within a cycle, short enough to notice that the server's name moved.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);

    public static HttpClient Create(ServerSettings server)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect followed for us would take headers to an origin nobody configured.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            ConnectTimeout = server.ConnectTimeout,
            MaxConnectionsPerServer = server.MaxConnections,
            PooledConnectionLifetime = ConnectionLifetime,
        };

        // The pipeline times attempts; a second clock here would cut them short without a code.
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
