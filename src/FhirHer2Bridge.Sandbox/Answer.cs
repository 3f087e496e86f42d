using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox;

/// <summary>What the server is about to send; faults may replace it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The resource sent, or null for none.</param>
public sealed record Answer(int Status, JsonObject? Body = null)
{
    /// <summary>A plain-text body instead of a resource.</summary>
    public string? Text { get; init; }

    public ImmutableDictionary<string, string> Headers { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The connection is cut instead of anything being sent.</summary>
    public bool Aborted { get; init; }

    /// <summary>An OperationOutcome with one issue.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Issue type of the R4 value set.</param>
    /// <param name="diagnostics">What happened.</param>
    public static Answer Outcome(int status, string code, string diagnostics) => new(status, new JsonObject
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject
        {
            ["severity"] = status < 400 ? "information" : "error",
            ["code"] = code,
            ["diagnostics"] = diagnostics,
        }),
    });

    public Answer With(string header, string value) => this with { Headers = Headers.SetItem(header, value) };
}
