using System.Text.Json;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>Reads Coding and CodeableConcept.</summary>
internal static class CodingReader
{
    public static CodingView Coding(JsonElement coding) =>
        new(coding.Text("system"), coding.Text("code"), coding.Text("display"));

    public static ConceptView Concept(JsonElement concept) =>
        new([.. concept.Items("coding").Select(Coding)], concept.Text("text"));

    public static ConceptView Concept(JsonElement parent, string name) => Concept(parent.Member(name));

    public static IEnumerable<ConceptView> Concepts(JsonElement parent, string name) => parent.Items(name).Select(Concept);
}

/// <summary>A coding as written; every part may be absent.</summary>
internal readonly record struct CodingView(string? System, string? Code, string? Display);

/// <summary>A concept as written: codings, and the text a person chose.</summary>
internal sealed record ConceptView(IReadOnlyList<CodingView> Codings, string? Text)
{
    /// <summary>Nothing in it at all.</summary>
    public bool IsEmpty => Codings.Count == 0 && Text is null;

    /// <summary>Every word in it: the text first, then the displays.</summary>
    public IEnumerable<string> Words =>
        Codings.Select(static coding => coding.Display).Prepend(Text).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>What to call it: text, else a display, else a code.</summary>
    public string? Label => Words.FirstOrDefault() ?? Codings.Select(static coding => coding.Code).FirstOrDefault();

    public bool HasCode(string system, string code) =>
        Codings.Any(coding => string.Equals(coding.System, system, StringComparison.Ordinal)
            && string.Equals(coding.Code, code, StringComparison.Ordinal));
}
