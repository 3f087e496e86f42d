using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Reports;

/// <summary>
/// Reports whose unread pages could hold a HER2 result: by code or category, else by a word. A code that is known to look for
/// something else (bone marrow) decides against its words.
/// </summary>
internal static class ReportKind
{
    private static readonly string[] Words = ["patholog", "histolog", "cytolog", "zytolog"];

    public static bool IsPathology(Reading reading)
    {
        var code = CodingReader.Concept(reading.Root, "code");
        var known = code.Codings.Concat(CodingReader.Concepts(reading.Root, "category").SelectMany(static category => category.Codings))
            .Select(coding => reading.Terms.HoldsHer2(coding.System, coding.Code))
            .OfType<bool>()
            .ToList();
        return known.Count > 0
            ? !known.Contains(false)
            : code.Words.Any(static words => Array.Exists(Words, part => words.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }
}
