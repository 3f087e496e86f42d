using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>
/// Observation.interpretation (domain 2b). It is the result where there is no value, and the laboratory's call beside a count. Beside an
/// answer the answer drives, and an interpretation that says the opposite is said. Where the laboratory does not stand by the value
/// (insufficient evidence, failed in quality control, held for review) there is no answer.
/// </summary>
internal static class InterpretationReader
{
    private const string Member = "interpretation";

    /// <param name="value">The element, and what its value said.</param>
    /// <param name="element">The Observation, or one component of it.</param>
    /// <param name="isCount">It has no value, or a number.</param>
    /// <param name="outcome">What reading the value came to.</param>
    public static ValueOutcome Read(ResultValueReader value, JsonElement element, bool isCount, ValueOutcome outcome)
    {
        if (IsWithheld(value.Terms, element) || IsWithheld(value.Terms, value.Reading.Root))
        {
            return value.Withhold(value.At(Member));
        }

        if (value.Term.Kind == TestKind.Her2Support)
        {
            return outcome;
        }

        // Abnormal is not positive, high is not amplified: those say nothing here.
        var results = Meanings(value.Terms, element).Select(meaning => AnswerResult.Of(meaning, value.Term.Method, value.IsGene))
            .OfType<AssayResult>().ToList();
        if (isCount && value.Said.All(static said => said.Result is AssayResult.Gene { Amplified: null }))
        {
            return results is [var only] ? value.Say(value.Term.Method, only, value.At(Member)) : outcome;
        }

        return results.Exists(result => value.Said.Any(said => AnswerResult.AreOpposed(said.Result, result))) ? value.Contradict(Member) : outcome;
    }

    private static bool IsWithheld(Terms terms, JsonElement element) => Meanings(terms, element).Contains(AnswerMeaning.Withheld);

    private static IEnumerable<AnswerMeaning> Meanings(Terms terms, JsonElement element) => CodingReader.Concepts(element, Member)
        .SelectMany(static concept => concept.Codings)
        .Select(coding => terms.Interpretation(coding.System, coding.Code))
        .OfType<AnswerMeaning>()
        .Distinct();
}
