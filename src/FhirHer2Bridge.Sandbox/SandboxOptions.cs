namespace FhirHer2Bridge.Sandbox;

/// <summary>How one sandbox server behaves; the defaults are a permissive server with HAPI's page size.</summary>
public sealed record SandboxOptions
{
    /// <summary>Loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Rows per page where the client names no <c>_count</c>.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Rows per page at most, whatever <c>_count</c> asks.</summary>
    public int MaxPageSize { get; init; } = 200;

    /// <summary>The server's clock, for every <c>lastUpdated</c> and the Date header.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ClientIds ClientIds { get; init; }

    /// <summary>Status for a PUT of a new id where client ids are refused; HAPI answers 404, others 405.</summary>
    public int ClientIdsRefusedStatus { get; init; } = 404;

    /// <summary>Status for a stale <c>If-Match</c>; the specification says 412, HAPI answers 409.</summary>
    public int StaleVersionStatus { get; init; } = 412;

    /// <summary>The one token accepted; null asks for none. <c>/metadata</c> stays open, as on HAPI.</summary>
    public string? BearerToken { get; init; }

    /// <summary>Refuses every write over HTTP with 403; the store's own helpers still write.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Refuses references to resources not held (400) and deletes of referenced ones (409).</summary>
    public bool ReferentialIntegrity { get; init; }

    /// <summary>Ignores unknown search parameters instead of refusing them with 400.</summary>
    public bool Lenient { get; init; }

    /// <summary>Largest request body in bytes; more is answered 413.</summary>
    public long MaxBodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Requests remembered, the last ones (0 or more): a sandbox may stay up for days.</summary>
    public int RequestsKept { get; init; } = 10_000;

    /// <summary>Folder of <c>.json</c> and <c>.ndjson</c> files loaded before the server answers.</summary>
    public string? DataFolder { get; init; }
}

/// <summary>Whether a PUT may name an id the server does not hold.</summary>
public enum ClientIds
{
    Allowed,
    Refused,
}
