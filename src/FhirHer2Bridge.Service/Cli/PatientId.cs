using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>A patient as a person types one: "p1" or "Patient/p1".</summary>
internal static class PatientId
{
    private const string Prefix = "Patient/";

    public static PatientKey Parse(string text) => new(text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text);
}
