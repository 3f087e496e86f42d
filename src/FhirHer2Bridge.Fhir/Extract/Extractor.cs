using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// One resource in, its facts and issues out. Pure: the same bytes and options give the same extraction, and no content,
/// however broken, throws.
/// </summary>
public static class Extractor
{
    public static Extraction Extract(ReadOnlyMemory<byte> utf8, ExtractOptions options) =>
        FhirJson.Parse(utf8) is { } resource ? Extract(resource, options) : Refuse(utf8, options);

    /// <summary>
    /// Of bytes that are not to be interpreted, a gap of the patient they name (<see cref="Extraction.IsBroken"/>); without a readable
    /// id or patient an extraction without type and id.
    /// </summary>
    public static Extraction Refuse(ReadOnlyMemory<byte> utf8, ExtractOptions options) =>
        BrokenResource.Read(utf8, options, null) ?? Unreadable(utf8.Span);

    /// <param name="resource">Parsed without repeated keys from valid UTF-8: half a surrogate pair, which a parser lets through, throws when read.</param>
    /// <param name="options">The site's terminology, zone and base.</param>
    public static Extraction Extract(JsonElement resource, ExtractOptions options) => Extract(resource, options, null);

    internal static Extraction Extract(JsonElement resource, ExtractOptions options, string? assumedId)
    {
        var reading = new Reading(resource, options, assumedId);
        if (!ResourceTypes.IsKnown(reading.Type))
        {
            reading.Issue(IssueCodes.NotFhir, string.Empty);
            return reading.ToExtraction();
        }

        if (OwnMark.IsOn(resource))
        {
            reading.IsOwn = true;
            return reading.ToExtraction();
        }

        if (For(reading.Type) is { } extractor)
        {
            Read(reading, extractor);
        }

        return reading.ToExtraction();
    }

    private static void Read(Reading reading, Action<Reading> extractor)
    {
        if (reading.Id.Length == 0)
        {
            reading.Issue(IssueCodes.NoId, "id");
        }

        reading.Subject = SubjectReader.Read(reading);
        if (ModifierGuard.IsUninterpretable(reading.Root))
        {
            ModifierGuard.Refuse(reading);
            return;
        }

        extractor(reading);
    }

    private static Action<Reading>? For(string type) => type switch
    {
        "Observation" => ObservationExtractor.Read,
        "DiagnosticReport" => DiagnosticReportExtractor.Read,
        "MedicationAdministration" => MedicationAdministrationExtractor.Read,
        "MedicationRequest" => MedicationRequestExtractor.Read,
        "Medication" => MedicationExtractor.Read,
        "Patient" => PatientExtractor.Read,
        "Condition" => ConditionExtractor.Read,
        "Specimen" => SpecimenExtractor.Read,
        "Procedure" => ProcedureExtractor.Read,
        _ => null,
    };

    private static Extraction Unreadable(ReadOnlySpan<byte> content)
    {
        var code = IssueCodes.NotJson;
        return new Extraction
        {
            ResourceType = string.Empty,
            Id = string.Empty,
            Version = Reading.Hash(content),
            Issues = [new ExtractIssue(code.Code, code.Severity, code.Meaning, new SourceRef(string.Empty, string.Empty, null, string.Empty))],
        };
    }
}
