using System.Text;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;

namespace FhirHer2Bridge.Fhir.Tests.Kit;

/// <summary>Reads JSON as a site two hours east of Greenwich would.</summary>
internal static class Reads
{
    public const string Base = "https://ehr.example.org/fhir/";

    public const string Subject = """
        "subject":{"reference":"Patient/p1"}
        """;

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone("site", TimeSpan.FromHours(2), "site", "site");

    public static ExtractOptions Options { get; } = new(Terms.Embedded, Zone, Base);

    public static Extraction Json(string json) => Extractor.Extract(Encoding.UTF8.GetBytes(json), Options);

    /// <summary>A final Observation of Patient/p1 on 2024-03-12 with a LOINC code; <paramref name="rest"/> is what else it holds.</summary>
    public static Extraction Loinc(string code, string rest, string status = "final") => Json($$"""
        {"resourceType":"Observation","id":"o1","meta":{"versionId":"1"},"status":"{{status}}",{{Subject}},"effectiveDateTime":"2024-03-12",
         "code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"}]}{{(rest.Length == 0 ? "" : ",")}}{{rest}}}
        """);

    public static List<AssayFact> Assays(this Extraction extraction) => [.. extraction.Facts.OfType<AssayFact>()];

    public static List<AssayResult> Results(this Extraction extraction) => [.. extraction.Assays().Select(fact => fact.Result)];

    public static List<GapFact> Gaps(this Extraction extraction) => [.. extraction.Facts.OfType<GapFact>()];

    public static List<string> Codes(this Extraction extraction) => [.. extraction.Issues.Select(issue => issue.Code)];
}
