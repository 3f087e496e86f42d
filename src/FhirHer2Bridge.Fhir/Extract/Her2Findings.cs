using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>SNOMED findings and disorders that name HER2 themselves (domain 2a, all V): they put a patient in scope wherever they stand.</summary>
internal static class Her2Findings
{
    private const string Snomed = "http://snomed.info/sct";

    private static readonly HashSet<string> Codes = new(
        ["427685000", "431396003", "705105000", "878807001", "1381317004", "1381318009"],
        StringComparer.Ordinal);

    public static bool IsIn(ConceptView concept) => concept.Codings.Any(static coding =>
        coding is { System: Snomed, Code: { } code } && Codes.Contains(code));
}
