using System.Text.Json;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>Observation.interpretation, asked only beside a number or where there is no value (domain 2b).</summary>
internal static class InterpretationReader
{
    /// <returns>Whether it said something. Abnormal is not positive, high is not amplified: those say nothing here.</returns>
    public static bool Read(ResultValueReader value, JsonElement element, string at)
    {
        if (value.Term.Kind == TestKind.Her2Support)
        {
            return false;
        }

        var meanings = CodingReader.Concepts(element, "interpretation")
            .SelectMany(static concept => concept.Codings)
            .Select(coding => value.Terms.Interpretation(coding.System, coding.Code))
            .OfType<AnswerMeaning>()
            .Distinct()
            .ToList();
        if (meanings.Count != 1 || AnswerResult.Of(meanings[0], value.Term.Method, value.IsGene) is not { } result)
        {
            return false;
        }

        value.Say(value.Term.Method, result, at);
        return true;
    }
}
