using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>"ERBB2 gene mutations found": a list of mutations, which says nothing about amplification.</summary>
internal static class MutationListReader
{
    private static readonly char[] Separators = [',', ';', '|', ' ', '\n', '\t'];

    private static readonly string[] Negations = ["not", "no", "absent", "negative", "without"];

    public static bool Is(ConceptView code, Terms terms) => code.Codings.Any(coding => terms.Test(coding.System, coding.Code)?.IsMutationList == true);

    public static void Read(Reading reading, StatusUse use)
    {
        var value = CodingReader.Concept(reading.Root, "valueCodeableConcept");
        var said = value.Words.Append(reading.Root.Text("valueString")).OfType<string>().ToList();
        if (use == StatusUse.Unclear || (said.Count == 0 && value.IsEmpty))
        {
            return;
        }

        var signs = value.Codings.Select(coding => reading.Terms.Answer(coding.System, coding.Code)).Where(static answer => answer is not null)
            .Select(static answer => AnswerResult.Polarity(answer!.Meaning))
            .Concat(said.Select(Sign)).Where(static sign => sign != 0).Distinct().ToList();
        var proteins = said.Concat(value.Codings.Select(static coding => coding.Code).OfType<string>())
            .SelectMany(static words => words.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Select(ProteinChange.Of).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        bool? present = signs switch
        {
            [> 0] => true,
            [< 0] => false,
            [] when proteins.Count > 0 && !said.Exists(IsNegated) => true,
            _ => null,
        };
        if (present is not { } found)
        {
            AlterationWriter.NotRead(reading, "value", mayBeTest: false);
            return;
        }

        var context = new AssayContext(reading);
        foreach (var protein in proteins.DefaultIfEmpty())
        {
            AlterationWriter.Add(reading, context, new AlterationFact
            {
                Source = reading.Source("value"),
                Gene = GeneReader.Erbb2,
                Kind = AlterationKind.Mutation,
                Present = found,
                Protein = protein,
            });
        }
    }

    private static int Sign(string words) => PolarityHint.Of(words) is not 0 and var sign ? sign
        : words.Trim().Equals("none", StringComparison.OrdinalIgnoreCase) ? -1
        : 0;

    /// <summary>Some are found and some are not: which, nobody here can tell.</summary>
    private static bool IsNegated(string words) =>
        words.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Any(static word => Negations.Contains(word, StringComparer.OrdinalIgnoreCase));
}
