using System.Text;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Tests.Write;

/// <summary>
/// A server in memory with the manners of real ones as switches; unset, it behaves as HAPI 8.2.0 was seen to
/// (a stale version is 409, an equal PUT keeps the version, a matching conditional create is 200).
/// </summary>
internal sealed class StatefulFhirServer : IFhirTransport
{
    private readonly Dictionary<string, JsonObject> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private int _nextId = 1000;
    private int _clock;

    public Uri Base { get; } = new("http://127.0.0.1/fhir/");

    public List<FhirRequest> Requests { get; } = [];

    /// <summary>Status for a PUT of a new id; null: clients may choose.</summary>
    public int? NewIdStatus { get; set; }

    public int StaleStatus { get; set; } = 409;

    /// <summary>Refuses references to resources it does not hold.</summary>
    public bool HoldsIntegrity { get; set; }

    /// <summary>Applied to every resource it stores.</summary>
    public Action<JsonObject>? Rewrite { get; set; }

    /// <summary>An answer instead of doing anything; null: go on.</summary>
    public Func<FhirRequest, int?> Refuse { get; set; } = static _ => null;

    /// <summary>Done, but the answer never arrives.</summary>
    public Func<FhirRequest, bool> Lose { get; set; } = static _ => false;

    /// <summary>Runs just before a request is worked on: another writer.</summary>
    public Action<FhirRequest>? Meanwhile { get; set; }

    /// <summary>Conditional creates always create, as two writers at once do on some servers.</summary>
    public bool IgnoresConditions { get; set; }

    public int PageSize { get; set; } = 50;

    public IEnumerable<FhirRequest> Writes => Requests.Where(one =>
        one.Method != HttpMethod.Get && !one.Address.EndsWith("/_search", StringComparison.Ordinal));

    public IReadOnlyList<JsonObject> All(string type) =>
        [.. _resources.Where(one => one.Key.StartsWith(type + "/", StringComparison.Ordinal)).Select(one => one.Value)];

    public JsonObject Put(string key, string json)
    {
        var resource = JsonNode.Parse(json)!.AsObject();
        Store(key, resource);
        return resource;
    }

    public void Edit(string key, Action<JsonObject> edit)
    {
        var resource = _resources[key].DeepClone().AsObject();
        edit(resource);
        Store(key, resource);
    }

    public void Delete(string key)
    {
        _resources.Remove(key);
        _deleted.Add(key);
    }

    /// <summary>What <c>metadata</c> answers; it is 404 otherwise.</summary>
    public void AnswerMetadataFrom(string key) => _resources["metadata"] = _resources[key];

    public Task<FhirResponse> SendAsync(FhirRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Meanwhile?.Invoke(request);
        var response = Refuse(request) is { } status ? Answer(request, status) : Work(request);
        return Lose(request)
            ? throw new FhirUnreachableException("H2B-PULL-000", "the answer was lost")
            : Task.FromResult(response);
    }

    private FhirResponse Work(FhirRequest request)
    {
        if (request.Method == HttpMethod.Put)
        {
            return Update(request);
        }

        if (request.Method == HttpMethod.Get)
        {
            return request.Address.Contains('?', StringComparison.Ordinal)
                ? Page(request, request.Address[(request.Address.IndexOf('?', StringComparison.Ordinal) + 1)..])
                : Read(request);
        }

        return request.Address.EndsWith("/_search", StringComparison.Ordinal)
            ? Page(request, Encoding.UTF8.GetString(request.Body!))
            : Create(request);
    }

    private FhirResponse Read(FhirRequest request) =>
        _resources.TryGetValue(request.Address, out var found) ? Answer(request, 200, found)
        : Answer(request, _deleted.Contains(request.Address) ? 410 : 404);

    private FhirResponse Update(FhirRequest request)
    {
        var body = JsonNode.Parse(request.Body!)!.AsObject();
        var standing = _resources.GetValueOrDefault(request.Address);
        if (standing is null && NewIdStatus is { } refused)
        {
            return Answer(request, refused);
        }

        if (request.IfMatch is { } match && match != $"W/\"{standing?["meta"]?["versionId"]}\"")
        {
            return Answer(request, StaleStatus);
        }

        if (Dangles(body))
        {
            return Answer(request, 400);
        }

        var isNew = standing is null;
        return Answer(request, isNew ? 201 : 200, Store(request.Address, body));
    }

    private FhirResponse Create(FhirRequest request)
    {
        var type = request.Address;
        var matches = request.IfNoneExist is { } condition && !IgnoresConditions
            ? Find(type, condition).ToList()
            : [];
        if (matches.Count > 0)
        {
            return matches.Count == 1 ? Answer(request, 200, matches[0]) : Answer(request, 412);
        }

        var body = JsonNode.Parse(request.Body!)!.AsObject();
        return Dangles(body)
            ? Answer(request, 400)
            : Answer(request, 201, Store($"{type}/{_nextId++}", body));
    }

    private FhirResponse Page(FhirRequest request, string query)
    {
        var type = request.Address.Split('/', '?')[^2] is "fhir" ? "Observation" : request.Address.Split('/', '?')[0];
        var offset = ServerQuery.Of(query, "_offset") is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var all = Find(type.StartsWith("http", StringComparison.Ordinal) ? "Observation" : type, query).ToList();
        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset" };
        if (all.Skip(offset).Take(PageSize).ToList() is { Count: > 0 } rows)
        {
            bundle["entry"] = new JsonArray([.. rows.Select(row => new JsonObject { ["resource"] = row.DeepClone() })]);
        }

        if (offset + PageSize < all.Count)
        {
            var next = $"{Base}Observation?{ServerQuery.Without(query, "_offset")}&_offset={offset + PageSize}";
            bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = next });
        }

        return Answer(request, 200, bundle);
    }

    private IEnumerable<JsonObject> Find(string type, string query) =>
        All(type).Where(resource => ServerQuery.Matches(resource, query));

    private bool Dangles(JsonObject body) => HoldsIntegrity
        && ServerQuery.References(body).Any(reference => !_resources.ContainsKey(reference));

    private JsonObject Store(string key, JsonObject body)
    {
        var standing = _resources.GetValueOrDefault(key);
        body["id"] = key.Split('/')[1];
        Rewrite?.Invoke(body);
        if (standing is not null && JsonNode.DeepEquals(ServerQuery.Unversioned(standing), ServerQuery.Unversioned(body)))
        {
            return standing;
        }

        var version = standing is null ? 1 : int.Parse((string)standing["meta"]!["versionId"]!, System.Globalization.CultureInfo.InvariantCulture) + 1;
        var meta = body["meta"] as JsonObject ?? [];
        meta["versionId"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        meta["lastUpdated"] = DateTimeOffset.UnixEpoch.AddSeconds(_clock++).ToString("O");
        body["meta"] = meta;
        _resources[key] = body;
        return body;
    }

    private FhirResponse Answer(FhirRequest request, int status, JsonObject? body = null) =>
        new(status, body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString()), new Uri(Base, request.Address));
}
