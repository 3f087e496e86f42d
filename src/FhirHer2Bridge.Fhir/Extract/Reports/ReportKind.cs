using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Reports;

/// <summary>Reports whose unread pages could hold a HER2 result (domain 1c; the bone marrow report 33721-2 is left out).</summary>
internal static class ReportKind
{
    private const string Loinc = "http://loinc.org";
    private const string Sections = "http://terminology.hl7.org/CodeSystem/v2-0074";

    private static readonly HashSet<string> Codes = new(
        [
            "60568-3", "11529-5", "11526-1", "60570-9", "60571-7", "47526-9", "33718-8", "27898-6", "22637-3", "22634-0",
            "22635-7", "83321-0", "100969-5", "34574-4", "51969-4", "55229-9",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Categories = new(["SP", "PAT", "CP", "CG", "GE"], StringComparer.Ordinal);

    private static readonly string[] Words = ["patholog", "histolog", "cytolog", "zytolog"];

    public static bool IsPathology(Reading reading)
    {
        var code = CodingReader.Concept(reading.Root, "code");
        return code.Codings.Any(static coding => coding is { System: Loinc, Code: { } known } && Codes.Contains(known))
            || code.Words.Any(static words => Array.Exists(Words, part => words.Contains(part, StringComparison.OrdinalIgnoreCase)))
            || CodingReader.Concepts(reading.Root, "category").SelectMany(static category => category.Codings)
                .Any(static coding => coding is { System: Sections, Code: { } section } && Categories.Contains(section));
    }
}
