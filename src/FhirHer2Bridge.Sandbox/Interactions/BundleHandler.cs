using System.Globalization;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>Transactions (all or nothing, references rewritten) and batches (each entry for itself).</summary>
/// <param name="store">Where it is written.</param>
/// <param name="writes">Resolves conditions.</param>
/// <param name="handle">Handles one entry as a request of its own.</param>
/// <param name="verify">Checks a transaction as a whole before it is kept.</param>
internal sealed class BundleHandler(
    SandboxStore store,
    WriteHandler writes,
    Func<FhirRequest, Answer> handle,
    Action<IReadOnlyList<StoredResource>> verify)
{
    // R4 http.html#trules: deletes, then creates, then updates, then reads.
    private static readonly string[] Order = ["DELETE", "POST", "PUT", "GET"];

    /// <exception cref="FhirException">400 neither transaction nor batch, or an entry's refusal.</exception>
    public Answer Handle(FhirRequest request)
    {
        var bundle = request.Body ?? throw FhirException.Invalid("a Bundle is expected in the body");
        var entries = (bundle["entry"] as JsonArray ?? []).Select(entry => BundleEntry.Of(entry, request)).ToArray();
        var type = FhirJson.Text(bundle, "type");
        var answers = type switch
        {
            "transaction" => Transaction(entries),
            "batch" => [.. entries.Select(entry => handle(entry.Request))],
            _ => throw FhirException.Invalid("the Bundle is neither a transaction nor a batch"),
        };
        return new(200, new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = $"{type}-response",
            ["entry"] = new JsonArray([.. answers.Zip(entries, JsonNode? (answer, entry) => Entry(answer, entry))]),
        });
    }

    private static JsonObject Entry(Answer answer, BundleEntry entry)
    {
        var response = new JsonObject
        {
            ["status"] = string.Create(
                CultureInfo.InvariantCulture, $"{answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}"),
        };
        if (answer.Headers.TryGetValue("Location", out var location))
        {
            response["location"] = location[(entry.Request.Base.Length + 1)..];
        }

        if (answer.Headers.TryGetValue("ETag", out var tag))
        {
            response["etag"] = tag;
        }

        if (answer.Headers.TryGetValue("Last-Modified", out var modified))
        {
            response["lastModified"] =
                FhirJson.Instant(DateTimeOffset.Parse(modified, CultureInfo.InvariantCulture));
        }

        var result = new JsonObject { ["response"] = response };
        if (answer is { Status: >= 400, Body: { } outcome })
        {
            response["outcome"] = outcome;
        }
        else if (answer.Body is { } body && entry.ShowsResource)
        {
            result["resource"] = body;
        }

        return result;
    }

    private Answer[] Transaction(BundleEntry[] entries) => store.Atomically(
        () =>
        {
            var named = Promise(entries);
            var names = named.Where(static n => n.Entry.FullUrl is not null && n.Reference is not null)
                .GroupBy(static n => n.Entry.FullUrl!, StringComparer.Ordinal)
                .ToDictionary(static g => g.Key, static g => g.First().Reference!, StringComparer.Ordinal);
            var found = new Dictionary<string, string?>(StringComparer.Ordinal);
            var rewriter = new ReferenceRewriter(
                names,
                conditional => found.TryGetValue(conditional, out var known)
                    ? known
                    : found[conditional] = Resolve(conditional));
            var answers = new Answer[entries.Length];
            foreach (var index in Enumerable.Range(0, entries.Length)
                .OrderBy(i => Array.IndexOf(Order, entries[i].Request.Method)))
            {
                rewriter.Rewrite(entries[index].Request.Body);
                answers[index] = Checked(handle(named[index].Entry.Request));
            }

            return answers;
        },
        verify);

    private static Answer Checked(Answer answer)
    {
        if (answer.Status < 400)
        {
            return answer;
        }

        var issue = answer.Body?["issue"]?[0];
        throw new FhirException(
            answer.Status,
            issue?["code"]?.GetValue<string>() ?? "exception",
            issue?["diagnostics"]?.GetValue<string>() ?? "an entry was refused");
    }

    private List<(BundleEntry Entry, string? Reference)> Promise(BundleEntry[] entries)
    {
        var sameCondition = new Dictionary<string, string>(StringComparer.Ordinal);
        var promised = new List<(BundleEntry, string?)>();
        foreach (var entry in entries)
        {
            var type = entry.Request.Segments.FirstOrDefault() ?? string.Empty;
            var condition = entry.Condition;
            if (entry.Request.Segments.Length == 2 || !entry.Creates)
            {
                promised.Add((entry, entry.Request.Segments.Length == 2 ? entry.Request.Path : null));
                continue;
            }

            // Two entries under one condition mean one resource; the second must find the first.
            var key = $"{type}?{condition}";
            var id = condition is null ? store.NewId(type)
                : sameCondition.TryGetValue(key, out var earlier) ? earlier
                : writes.Matching(type, Parameter.Decode(condition))?.Id ?? store.NewId(type);
            sameCondition.TryAdd(key, id);
            promised.Add((entry with { Request = entry.Request with { PromisedId = id } }, $"{type}/{id}"));
        }

        return promised;
    }

    private string? Resolve(string conditional)
    {
        var parts = conditional.Split('?', 2);
        try
        {
            return ResourceTypes.All.Contains(parts[0])
                ? writes.Matching(parts[0], Parameter.Decode(parts[^1]))?.Reference
                : null;
        }
        catch (FhirException)
        {
            return null;
        }
    }
}
