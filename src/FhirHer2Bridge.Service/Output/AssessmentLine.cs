using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Service.Output;

/// <summary>
/// The JSON line of <c>evaluate</c> and <c>history --json</c>: a stable contract, member names and order included. Dates are the
/// source's own literals.
/// </summary>
/// <remarks>Readable rather than HTML-safe ("IHC 3+", "≥"): valid JSON, not to be pasted into a script element.</remarks>
internal static class AssessmentLine
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="asOf">The moment of assessment as it was asked for.</param>
    /// <param name="withdrawn">Flags that stand on a server and never held; from the store, never from <c>evaluate</c>.</param>
    /// <returns>One line without its line end.</returns>
    public static string Write(PatientAssessment assessment, string asOf, IReadOnlyCollection<Flag>? withdrawn = null)
    {
        var history = assessment.History;
        return Line(json =>
        {
            json.WriteString("patient", $"Patient/{history.Patient.Value}");
            json.WriteString("asOf", asOf);
            WriteStatus(json, history.Status);
            WriteArray(json, "history", history.Assessments, WriteAssessment);
            WriteArray(json, "courses", history.Courses, WriteCourse);
            WriteArray(json, "flags", assessment.Flags.Concat(withdrawn ?? []), WriteFlag);
            WriteArray(json, "undetermined", assessment.Undetermined, static (json, rule) =>
            {
                json.WriteString("rule", rule.Rule.Value);
                json.WriteString("reason", rule.Reason);
            });
            WriteArray(json, "gaps", history.Gaps, WriteGap);
        });
    }

    /// <summary>Input that belongs to no patient anybody could name: what was seen there, and that nothing is known.</summary>
    /// <param name="asOf">Null where no moment was asked for.</param>
    public static string WithoutPatient(IEnumerable<Gap> gaps, string? asOf = null) => Line(json =>
    {
        json.WriteNull("patient");
        json.WriteString("asOf", asOf);
        WriteStatus(json, new PatientStatus(null, null, null, []));
        foreach (var empty in (ReadOnlySpan<string>)["history", "courses", "flags", "undetermined"])
        {
            json.WriteStartArray(empty);
            json.WriteEndArray();
        }

        WriteArray(json, "gaps", gaps, WriteGap);
    });

    private static string Line(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteStatus(Utf8JsonWriter json, PatientStatus status)
    {
        json.WriteStartObject("status");
        json.WriteString("value", LineWords.Of(status.Status));
        json.WriteString("category", LineWords.Of(status.Category));
        json.WriteString("since", status.Since?.Literal);
        WriteStrings(json, "reasons", status.Reasons);
        json.WriteEndObject();
    }

    private static void WriteAssessment(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteString("when", assessment.When.Literal);
        json.WriteString("value", LineWords.Of(assessment.Status));
        json.WriteString("category", LineWords.Of(assessment.Category));
        WriteStrings(json, "methods", assessment.Methods);
        json.WriteString("specimen", assessment.Specimen?.Value);
        json.WriteString("site", assessment.Site);
        json.WriteString("track", LineWords.Of(assessment.Track));
        json.WriteString("standing", LineWords.Of(assessment.Standing));
        WriteEvidence(json, assessment.Evidence);
        WriteStrings(json, "notes", assessment.Notes);
    }

    private static void WriteCourse(Utf8JsonWriter json, TherapyCourse course)
    {
        json.WriteString("drug", course.Drug.Name);
        json.WriteString("class", LineWords.Of(course.Drug.Class));
        json.WriteString("first", course.First.Literal);
        json.WriteString("last", course.Last.Literal);
        json.WriteNumber("doses", course.Doses);
        WriteEvidence(json, course.Evidence);
    }

    private static void WriteFlag(Utf8JsonWriter json, Flag flag)
    {
        json.WriteString("code", flag.Code);
        json.WriteString("rule", flag.Rule.Value);
        json.WriteString("severity", LineWords.Of(flag.Severity));
        json.WriteString("state", LineWords.Of(flag.State));
        json.WriteString("effective", flag.Effective.Literal);
        json.WriteString("text", flag.Text);
        WriteEvidence(json, flag.Evidence);
    }

    private static void WriteGap(Utf8JsonWriter json, Gap gap)
    {
        json.WriteString("code", gap.Code);
        json.WriteString("reason", gap.Reason);
        json.WriteString("source", LineWords.Of(gap.Source));
    }

    private static void WriteEvidence(Utf8JsonWriter json, EquatableArray<SourceRef> evidence) =>
        WriteStrings(json, "evidence", evidence.Select(static source => source.Key.Value).Distinct(StringComparer.Ordinal));

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
