using System.Runtime.InteropServices;
using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// Content that may turn the meaning of a resource round (fhir-design 1.1, 1). None is known here, so each such resource is
/// seen and not interpreted; where it could hold a HER2 test or dose, absence can no longer be claimed.
/// </summary>
internal static class ModifierGuard
{
    // Inside a JSON string the closing quote would be preceded by a backslash, so that text never matches.
    public static bool IsUninterpretable(JsonElement resource)
    {
        var raw = JsonMarshal.GetRawUtf8Value(resource);
        return raw.IndexOf("\"modifierExtension\""u8) >= 0 || raw.IndexOf("\"implicitRules\""u8) >= 0;
    }

    public static void Refuse(Reading reading)
    {
        var isTest = reading.Type is "Observation" or "DiagnosticReport" && MentionsTest(reading);
        var isDose = reading.Type is "MedicationAdministration" && MayBeDrug(reading);
        reading.InScope = isTest
            || ((isDose || reading.Type is "MedicationRequest") && ProductReader.Of(reading) is { Drug: not null } or { ShowsHer2Drug: true });
        reading.When = isTest || isDose ? reading.TimeOf(reading.Root, "effective").Time : null;
        reading.Issue(IssueCodes.Modified, string.Empty);
        reading.Gap(GapCodes.NotInterpreted, string.Empty, isTest, isDose);
    }

    private static bool MentionsTest(Reading reading)
    {
        var components = reading.Root.Items("component").Select(static component => CodingReader.Concept(component, "code"));
        return reading.Terms.MentionsHer2(reading.Root.GetRawText())
            || components.Prepend(CodingReader.Concept(reading.Root, "code"))
                .Any(code => TestRecogniser.Recognise(code, reading.Terms) is { } term && TestRecogniser.IsHer2(term));
    }

    private static bool MayBeDrug(Reading reading)
    {
        var product = ProductReader.Of(reading);
        return product.Drug is not null || product.IsUnknown || product.Product is not null;
    }
}
