using System.Globalization;
using System.Text;
using System.Text.Json;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Bench;

/// <summary>What is measured: the golden stories, and bystanders of the shape Synthea 3.3.0 gives them.</summary>
internal static class Samples
{
    public const string StoryName = "0002-trastuzumab-after-negative-resection";

    private static readonly DateTimeOffset DayZero = new(2021, 1, 4, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Every resource of every story, in its last version.</summary>
    public static byte[][] Stories { get; } =
        [.. StoryCase.Names.Select(StoryCase.Load).SelectMany(story => story.Bundles).SelectMany(Resources)];

    /// <summary>Resources that say nothing about HER2, as most of a record does, and one bounded ratio.</summary>
    public static byte[][] Bystanders { get; } = [.. Enumerable.Range(0, 50).Select(i => Bystander("p1", i)), Ratio("p1")];

    /// <summary>One story's patient with as many bystanders as make up the number.</summary>
    public static byte[][] Patient(string prefix, int resources)
    {
        var story = StoryCase.Load(StoryName).Prefixed(prefix);
        var own = story.Bundles.SelectMany(Resources).ToList();
        var id = story.Patient["Patient/".Length..];
        return [.. own, .. Enumerable.Range(0, Math.Max(0, resources - own.Count)).Select(i => Bystander(id, i))];
    }

    private static IEnumerable<byte[]> Resources(StoryBundle bundle) =>
        bundle.Resources.Select(resource => JsonSerializer.SerializeToUtf8Bytes(resource));

    private static byte[] Bystander(string patient, int index)
    {
        var when = DayZero.AddDays(index).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes((index % 4) switch
        {
            0 or 1 => $$"""
                {
                  "resourceType": "Observation", "id": "{{patient}}-o{{index}}", "status": "final",
                  "meta": {"profile": ["http://hl7.org/fhir/StructureDefinition/bodyweight"]},
                  "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs", "display": "vital-signs"}]}],
                  "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7", "display": "Body Weight"}], "text": "Body Weight"},
                  "subject": {"reference": "Patient/{{patient}}"}, "encounter": {"reference": "Encounter/{{patient}}-e{{index}}"},
                  "effectiveDateTime": "{{when}}", "issued": "{{when}}",
                  "valueQuantity": {"value": 77.3, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"}
                }
                """,
            2 => $$"""
                {
                  "resourceType": "Condition", "id": "{{patient}}-c{{index}}",
                  "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
                  "verificationStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "confirmed"}]},
                  "code": {"coding": [{"system": "http://snomed.info/sct", "code": "59621000", "display": "Essential hypertension (disorder)"}], "text": "Essential hypertension (disorder)"},
                  "subject": {"reference": "Patient/{{patient}}"}, "onsetDateTime": "{{when}}", "recordedDate": "{{when}}"
                }
                """,
            _ => $$"""
                {
                  "resourceType": "Procedure", "id": "{{patient}}-p{{index}}", "status": "completed",
                  "code": {"coding": [{"system": "http://snomed.info/sct", "code": "430193006", "display": "Medication Reconciliation (procedure)"}], "text": "Medication Reconciliation (procedure)"},
                  "subject": {"reference": "Patient/{{patient}}"}, "performedPeriod": {"start": "{{when}}", "end": "{{when}}"}
                }
                """,
        });
    }

    private static byte[] Ratio(string patient) => Encoding.UTF8.GetBytes($$"""
        {
          "resourceType": "Observation", "id": "{{patient}}-her2", "status": "final",
          "code": {"coding": [{"system": "http://loinc.org", "code": "85318-4", "display": "HER2 [Presence] in Breast cancer specimen by FISH"}]},
          "subject": {"reference": "Patient/{{patient}}"},
          "effectiveDateTime": "2021-01-04T07:10:02+00:00", "issued": "2021-01-04T07:10:02.331+00:00",
          "valueString": "greater than 2.2"
        }
        """);
}
