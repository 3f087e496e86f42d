using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Demo;

/// <summary>The flags that stand after a step, each a line with its patient.</summary>
internal static class DemoFlags
{
    /// <summary>"Patient/p1: positive-to-negative active", as the server holds them.</summary>
    public static IEnumerable<string> OnServer(SandboxStore server) => server
        .Search("Observation", static resource => Code(resource, "category") is "her2-flag")
        .Select(static stored => stored.Json!.Value)
        .Select(static flag =>
        {
            var state = flag.GetProperty("status").GetString() is "entered-in-error" ? "withdrawn" : Code(flag, "valueCodeableConcept");
            return $"{flag.GetProperty("subject").GetProperty("reference").GetString()}: {Code(flag, "code")} {state}";
        })
        .Order(StringComparer.Ordinal);

    /// <summary>Active flags below the severity that is written; a reader would look for them on the server.</summary>
    public static async Task<IReadOnlyList<string>> ShownOnlyAsync(
        string storeFile, string endpoint, IReadOnlyList<DemoStory> stories, CancellationToken cancellationToken)
    {
        var shown = new List<string>();
        await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(storeFile, cancellationToken);
        foreach (var story in stories)
        {
            var memory = await store.ReadPatientAsync(endpoint, new PatientKey(story.Patient), cancellationToken);
            shown.AddRange(
                from flag in memory?.Flags ?? []
                where flag is { OnServer: null, Waiting: false, Standing.Content: { State: FlagState.Active, Severity: FlagSeverity.Low } }
                select $"Patient/{story.Patient}: {flag.Standing.Code} active (low: shown, not written)");
        }

        shown.Sort(StringComparer.Ordinal);
        return shown;
    }

    private static string? Code(JsonElement resource, string member)
    {
        if (!resource.TryGetProperty(member, out var concept))
        {
            return null;
        }

        concept = concept.ValueKind == JsonValueKind.Array ? concept.EnumerateArray().FirstOrDefault() : concept;
        return concept.ValueKind == JsonValueKind.Object && concept.TryGetProperty("coding", out var codings)
            ? codings.EnumerateArray().Select(static coding => coding.GetProperty("code").GetString()).FirstOrDefault()
            : null;
    }
}
