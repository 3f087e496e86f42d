using System.Text.Json;
using System.Text.Json.Serialization;

namespace FhirHer2Bridge.Tests.Kit;

/// <summary>What expected.json says.</summary>
/// <param name="Patient">Literal reference of the patient.</param>
/// <param name="Steps">In the order of time.</param>
/// <param name="Overlay">File name of an overlay beside the story folders.</param>
/// <param name="Rules">Rules all steps speak of, where they name none themselves. Null: every rule.</param>
/// <param name="ExceptRules">Rules no step speaks of.</param>
public sealed record StoryExpectation(
    string Patient,
    IReadOnlyList<StoryStep> Steps,
    string? Overlay = null,
    IReadOnlyList<string>? Rules = null,
    IReadOnlyList<string>? ExceptRules = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Every step carries the rules of the story where it names none.</summary>
    internal static StoryExpectation Read(string path)
    {
        var said = JsonSerializer.Deserialize<StoryExpectation>(File.ReadAllText(path), Json)
            ?? throw new InvalidDataException("expected.json is empty.");
        return said with
        {
            Steps = [.. said.Steps.Select(step => step with
            {
                Rules = step.Rules ?? said.Rules,
                ExceptRules = [.. step.ExceptRules ?? [], .. said.ExceptRules ?? []],
            })],
        };
    }
}

/// <summary>One look at the patient.</summary>
/// <param name="Bundles">How many bundles have arrived.</param>
/// <param name="AsOf">The assessment's day; its end in UTC.</param>
/// <param name="Status">The patient's status then.</param>
/// <param name="Flags">All flags then of the rules spoken of, active and resolved, in any order.</param>
/// <param name="Why">The reason, with the row of the table it comes from.</param>
/// <param name="Undetermined">Rules that must be undetermined; others may be too. Null: nothing is asked.</param>
/// <param name="WithdrawnOnServer">Codes of flags, written at an earlier step, that a server has as withdrawn.</param>
/// <param name="NotFlags">Codes of flags that must not be there, neither active nor resolved, whatever the rules spoken of.</param>
/// <param name="Rules">Rules the step speaks of ("H2B-02"). Null: every rule.</param>
/// <param name="ExceptRules">Rules the step does not speak of.</param>
/// <param name="ServerOnly">Rests on when something was first seen, which only a store remembers: not asked of <c>evaluate</c>.</param>
/// <param name="Awaits">What the product cannot do yet: the step is not judged, and must be once it is said. Null: judged.</param>
public sealed record StoryStep(
    int Bundles,
    DateOnly AsOf,
    StoryStatus Status,
    IReadOnlyList<StoryFlag> Flags,
    string Why,
    IReadOnlyList<StoryUndetermined>? Undetermined = null,
    IReadOnlyList<string>? WithdrawnOnServer = null,
    IReadOnlyList<string>? NotFlags = null,
    IReadOnlyList<string>? Rules = null,
    IReadOnlyList<string>? ExceptRules = null,
    bool ServerOnly = false,
    string? Awaits = null);

/// <param name="Value">positive, negative, equivocal, indeterminate or unknown.</param>
/// <param name="Category">low, ultralow or null.</param>
/// <param name="Reason">Why it is indeterminate, where the story asks for it.</param>
public sealed record StoryStatus(string Value, string? Category, string? Reason = null);

/// <param name="Code">Code of the CodeSystem her2-flag.</param>
/// <param name="Severity">high, moderate or low.</param>
/// <param name="State">active or resolved.</param>
public sealed record StoryFlag(string Code, string Severity, string State);

/// <param name="Rule">"H2B-02".</param>
/// <param name="Reason">Code of the reason; null: any.</param>
public sealed record StoryUndetermined(string Rule, string? Reason = null);
