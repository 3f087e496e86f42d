using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Patient: identifiers, merge, death. Names and addresses are not read.</summary>
internal static class PatientExtractor
{
    public static void Read(Reading reading)
    {
        reading.Identifiers =
        [
            .. reading.Root.Items("identifier")
                .Where(static identifier => identifier.Text("value") is not null && identifier.Text("use") is not "old")
                .Select(static identifier => new PatientIdentifier(identifier.Text("system"), identifier.Text("value")!)),
        ];
        reading.ReplacedBy = reading.Root.Items("link")
            .Where(static link => link.Text("type") is "replaced-by")
            .Select(link => reading.Reference(link.Member("other")))
            .Where(static other => other.IsOfType("Patient"))
            .Select(static other => other.Key!["Patient/".Length..])
            .FirstOrDefault();

        var time = reading.TimeOf(reading.Root, "deceased");
        if (time.Member is not null || reading.Root.Flag("deceasedBoolean") == true)
        {
            reading.Add(new DeathFact { Source = reading.Source(time.Member ?? "deceasedBoolean"), When = time.Time });
        }
    }
}
