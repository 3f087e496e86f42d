using System.Text.Json;
using System.Text.Json.Serialization;

namespace FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

/// <summary>The phrases of one language, or of all ("und").</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Source">Where the phrases come from.</param>
internal sealed record LexiconFile(string Language, string Source, IReadOnlyDictionary<Cue, string[]> Cues)
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}
