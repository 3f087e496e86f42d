using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>Why there is no value: nothing was tested, the test gave nothing, or we are not told (fhir-design 1.2).</summary>
internal static class AbsentReasonReader
{
    public static ValueOutcome Read(ResultValueReader value, ConceptView reason, string at)
    {
        var code = reason.Codings.Select(static coding => coding.Code).FirstOrDefault(static code => code is not null);
        return code switch
        {
            "not-performed" or "not-asked" or "not-applicable" or "asked-declined" => ValueOutcome.NotDone,
            "error" or "unsupported" or "not-a-number" or "negative-infinity" or "positive-infinity" =>
                value.Say(value.Term.Method, new AssayResult.Inconclusive(code), at),
            "temp-unknown" => value.Gap(GapCodes.Pending, at, hidesTest: true),
            _ => value.Gap(GapCodes.ResultWithoutValue, at, hidesTest: true),
        };
    }
}
