using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Plain sentences about assessments and doses; dates as the source wrote them.</summary>
internal static class RuleText
{
    public static string Word(Her2Status status) => MethodText.Word(status);

    /// <summary>"2021-05-14 (IHC 0, stomach)".</summary>
    public static string Describe(ReadAssessment assessment) => Describe(assessment, assessment.Assessment.Methods);

    /// <summary>The same with what was known of it at a moment: results that came later must not change what was said of the earlier ones.</summary>
    public static string Describe(ReadAssessment assessment, PatientView patient, DateTimeOffset known) =>
        Describe(assessment, MethodText.Of(patient.ResultsOf(assessment).Where(result => result.KnownFrom <= known)
            .OrderBy(static result => result.KnownFrom).Select(static result => result.Fact)));

    private static string Describe(ReadAssessment assessment, EquatableArray<string> methods)
    {
        var parts = methods.Take(3).ToList();
        if (assessment.Assessment.Site is { Length: > 0 } site)
        {
            parts.Add(site);
        }

        return parts.Count == 0 ? Date(assessment.When) : $"{Date(assessment.When)} ({string.Join(", ", parts)})";
    }

    /// <summary>What a flag says once it is over: when and how it ended comes first, for the rest was true only until then.</summary>
    public static string Ended(string text, DateTimeOffset at, string how) =>
        string.Create(CultureInfo.InvariantCulture, $"Ended on {at.UtcDateTime:yyyy-MM-dd}: {how}. Until then: {text}");

    /// <summary>How a flag ended, in words, by the code of the reason.</summary>
    public static string HowEnded(string reason) => reason switch
    {
        "reassessed" => "a HER2 result became known",
        "treatment-stopped" => "no dose for longer than a course gap",
        "treatment-began" => "HER2-directed treatment began or was ordered",
        "status-returned" => "the former status returned",
        "superseded" => "a later finding took its place",
        "deceased" => "the patient died",
        _ => "it is old, and nothing recent depends on it",
    };

    /// <summary>The day as written, and that it is not known where only a month or a year is; the time of day adds nothing to a sentence.</summary>
    public static string Date(ClinicalTime time) =>
        time.Precision is TimePrecision.Instant && time.Literal.Length > 10 ? time.Literal[..10]
        : time.Precision is TimePrecision.Month or TimePrecision.Year ? time.Literal + " [day not known]"
        : time.Literal;

    /// <summary>"trastuzumab 3 times, pertuzumab once".</summary>
    public static string Doses(IEnumerable<Dose> doses) => string.Join(", ", doses
        .GroupBy(static dose => dose.Drug.Name, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {Times(group.Count())}")));

    public static EquatableArray<SourceRef> Evidence(IEnumerable<ReadAssessment> newestFirst, IEnumerable<Dose> doses)
    {
        var sources = new List<SourceRef>();
        foreach (var assessment in newestFirst)
        {
            sources.AddRange(assessment.Assessment.Evidence.AsSpan());
        }

        sources.AddRange(doses.OrderByDescending(static dose => dose.When.Earliest).Select(static dose => dose.Source));
        return sources.ToDistinctArray();
    }

    public static FlagDetail Status(string code, Her2Status status) => new(code, FlagDetailKind.Status, Word(status));

    public static FlagDetail When(string code, ClinicalTime time) => new(code, FlagDetailKind.DateTime, time.Literal);

    public static FlagDetail Count(string code, int count) =>
        new(code, FlagDetailKind.Count, count.ToString(CultureInfo.InvariantCulture));

    private static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");
}
