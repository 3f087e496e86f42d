using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Json;
using FhirHer2Bridge.Sandbox.Search;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>Create, update and delete, plain and conditional. Callers hold the store's unit of work.</summary>
internal sealed partial class WriteHandler(SandboxStore store, SandboxOptions options)
{
    /// <exception cref="FhirException">400 wrong body, 412 the condition matches several.</exception>
    public Answer Create(FhirRequest request, Route route)
    {
        var body = Body(request, route.Type);
        return request.IfNoneExist is { } condition && Matching(route.Type, Parameter.Decode(condition)) is { } match
            ? Written(request, match, 200)
            : Written(request, store.Write(route.Type, request.PromisedId ?? store.NewId(route.Type), body), 201);
    }

    /// <exception cref="FhirException">400, 404 or 405 (client ids refused), 409 or 412 (stale version).</exception>
    public Answer Update(FhirRequest request, Route route)
    {
        var body = Body(request, route.Type);
        var id = FhirJson.Text(body, "id");
        if (route.Id.Length == 0)
        {
            return Matching(route.Type, request.Parameters) is { } match
                ? Replace(request, route with { Id = match.Id }, body)
                : Written(request, store.Write(route.Type, request.PromisedId ?? store.NewId(route.Type), body), 201);
        }

        if (!string.Equals(id, route.Id, StringComparison.Ordinal) || !IdShape().IsMatch(route.Id))
        {
            throw FhirException.Invalid("the id in the body must be a legal id and the one in the URL");
        }

        return Replace(request, route, body);
    }

    /// <exception cref="FhirException">409 or 412: stale version.</exception>
    public Answer Delete(FhirRequest request, Route route)
    {
        CheckVersion(request, store.Read(route.Type, route.Id));
        var removed = store.Remove(route.Type, route.Id);
        return removed is null ? new(204) : new Answer(204).With("ETag", removed.ETag);
    }

    /// <summary>The one resource a condition names, or null for none.</summary>
    /// <exception cref="FhirException">412: several, or a condition that would match everything.</exception>
    public StoredResource? Matching(string type, IReadOnlyList<Parameter> condition)
    {
        var query = SearchQuery.Parse(type, condition, options);
        if (query.Filters.Count == 0)
        {
            throw new FhirException(412, "invalid", "the condition names no search parameter");
        }

        return query.Run(store) switch
        {
            [] => null,
            [var only] => only,
            _ => throw new FhirException(412, "multiple-matches", "the condition matches several resources"),
        };
    }

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}$", RegexOptions.None, 1000)]
    private static partial Regex IdShape();

    private static JsonObject Body(FhirRequest request, string type)
    {
        var body = request.Body ?? throw FhirException.Invalid("a resource is expected in the body");
        return string.Equals(FhirJson.Text(body, "resourceType"), type, StringComparison.Ordinal)
            ? body
            : throw FhirException.Invalid("the resourceType of the body is not the one in the URL");
    }

    private static Answer Written(FhirRequest request, StoredResource row, int status)
    {
        var answer = new Answer(status, request.Prefers("return=minimal") ? null : row.ToNode());
        var location = $"{request.Base}/{row.Reference}/_history/{row.Version}";
        return ReadHandler.Tagged(answer, row).With("Location", location);
    }

    private Answer Replace(FhirRequest request, Route route, JsonObject body)
    {
        var known = store.Versions(route.Type, route.Id);
        if (known.Count == 0 && options.ClientIds == ClientIds.Refused)
        {
            throw new FhirException(
                options.ClientIdsRefusedStatus, "not-found", "resources cannot be created under a client's id");
        }

        var current = store.Read(route.Type, route.Id);
        CheckVersion(request, current);
        return Written(request, store.Write(route.Type, route.Id, body), current is null ? 201 : 200);
    }

    private void CheckVersion(FhirRequest request, StoredResource? current)
    {
        if (request.IfMatch is { } wanted && !string.Equals(wanted.Trim(), current?.ETag, StringComparison.Ordinal))
        {
            throw new FhirException(options.StaleVersionStatus, "conflict", "the version is not the current one");
        }
    }
}
