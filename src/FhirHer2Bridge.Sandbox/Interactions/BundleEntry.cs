using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Json;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>One entry of a transaction or batch, as the request it stands for.</summary>
internal sealed record BundleEntry(string? FullUrl, FhirRequest Request)
{
    /// <summary>The condition of a conditional create or update, or null.</summary>
    public string? Condition { get; private init; }

    public bool Creates => Request.Method is "POST" or "PUT";

    public bool ShowsResource => Request.Method is "GET" || Request.Prefers("return=representation");

    /// <exception cref="FhirException">400: an entry without a request.</exception>
    public static BundleEntry Of(JsonNode? node, FhirRequest outer)
    {
        if (node is not JsonObject entry || entry["request"] is not JsonObject asked)
        {
            throw FhirException.Invalid("an entry has no request");
        }

        var method = FhirJson.Text(asked, "method") ?? string.Empty;
        var url = FhirJson.Text(asked, "url") ?? string.Empty;
        var root = outer.Base + "/";
        var relative = url.StartsWith(root, StringComparison.Ordinal) ? url[root.Length..] : url;
        var (path, query) = relative.Split('?', 2) is [var left, var right] ? (left, right) : (relative, string.Empty);
        var ifNoneExist = FhirJson.Text(asked, "ifNoneExist");
        var body = (entry["resource"] as JsonObject)?.DeepClone().AsObject();
        var request = new FhirRequest(method, outer.Base, path.Trim('/'), Parameter.Decode(query), body)
        {
            IfMatch = FhirJson.Text(asked, "ifMatch"),
            IfNoneExist = ifNoneExist,
            IfNoneMatch = FhirJson.Text(asked, "ifNoneMatch"),
            Prefer = outer.Prefer,
        };
        var updates = method is "PUT" && query.Length > 0;
        return new(FhirJson.Text(entry, "fullUrl"), request) { Condition = updates ? query : ifNoneExist };
    }
}
