namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// Decides where a request may go: the configured origin (scheme, host, port) and nowhere else. A next link to another host
/// would carry our token there (hapi-fhir #138, #2885; SMART: a token is for its server only).
/// </summary>
internal static class OriginGuard
{
    /// <summary>The absolute address, or null when it leaves the origin of <paramref name="server"/>.</summary>
    /// <param name="server">The configured base.</param>
    /// <param name="against">What a relative address is relative to: the base, or the page that held the link.</param>
    /// <param name="address">Opaque text from us or from a page.</param>
    public static Uri? Resolve(Uri server, Uri against, string address) =>
        Uri.TryCreate(against, address, out var resolved) && IsSameOrigin(server, resolved) ? resolved : null;

    private static bool IsSameOrigin(Uri server, Uri address) =>
        address.IsAbsoluteUri
        && string.Equals(server.Scheme, address.Scheme, StringComparison.Ordinal)
        && string.Equals(server.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase)
        && server.Port == address.Port
        && address.UserInfo.Length == 0;
}
