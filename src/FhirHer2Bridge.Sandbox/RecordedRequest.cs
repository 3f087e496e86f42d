using System.Collections.ObjectModel;

namespace FhirHer2Bridge.Sandbox;

/// <summary>One request as the server saw it and what it answered.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the base, without a leading slash: <c>Observation/_search</c>.</param>
/// <param name="Query">Query string with its question mark, or empty.</param>
/// <param name="Status">The status decided on, also where the connection was then cut.</param>
/// <param name="Time">The sandbox's clock when the answer was decided.</param>
/// <param name="BodyLength">Bytes of the request body.</param>
public sealed record RecordedRequest(
    string Method, string Path, string Query, int Status, DateTimeOffset Time, long BodyLength)
{
    /// <summary>Request headers but Authorization, by name in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>True where the client never saw the answer.</summary>
    public bool Aborted { get; init; }
}
