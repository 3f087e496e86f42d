using System.Text.Json;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>The "gene studied" component (48018-6): it finds HER2 Observations whatever their code (domain 1b).</summary>
internal sealed class GeneReader(Reading reading)
{
    public const string Erbb2 = "ERBB2";

    public static bool IsErbb2(JsonElement component, Terms terms)
    {
        var value = CodingReader.Concept(component, "valueCodeableConcept");
        return value.Codings.Any(coding => terms.IsErbb2Gene(coding.System, coding.Code, coding.Display))
            || (value.Codings.Count == 0 && value.Text is { } text && terms.IsErbb2Gene(null, null, text));
    }

    public static bool IsGene(ConceptView code, Terms terms) => Is(code, VariantPart.Gene, terms);

    /// <summary>Does the code name this part of a variant?</summary>
    public static bool Is(ConceptView code, VariantPart part, Terms terms) =>
        code.Codings.Any(coding => terms.VariantPart(coding.System, coding.Code) == part);

    /// <summary>
    /// ERBB2, or the symbol of another listed gene, spelled exactly as in display or text; null: not known. Identifiers of the gene
    /// catalogue are known for ERBB2 only.
    /// </summary>
    public static string? Symbol(JsonElement component, Terms terms)
    {
        if (IsErbb2(component, terms))
        {
            return Erbb2;
        }

        var symbols = CodingReader.Concept(component, "valueCodeableConcept").Words
            .Select(static words => words.Trim()).Where(static word => word is not Erbb2 && AlterationTable.Embedded.IsListed(word))
            .Distinct(StringComparer.Ordinal).Take(2).ToList();
        return symbols.Count == 1 ? symbols[0] : null;
    }

    /// <summary>
    /// Where a HER2 test names a gene that is not ERBB2, by an identifier or in words (HGNC:2064 was seen with the display "ERBB2"); null: nowhere.
    /// </summary>
    public string? OfAnotherGene()
    {
        var index = 0;
        foreach (var component in reading.Root.Items("component"))
        {
            var at = $"component[{index++}].valueCodeableConcept";
            if (IsGene(CodingReader.Concept(component, "code"), reading.Terms) && NamesAnother(component, reading.Terms))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>It names a gene, and not ERBB2.</summary>
    public static bool NamesAnother(JsonElement component, Terms terms) =>
        !CodingReader.Concept(component, "valueCodeableConcept").IsEmpty && !IsErbb2(component, terms);

    /// <summary>An Observation about ERBB2 under a code that is not known: in scope, and its value a gap.</summary>
    public void Notice(JsonElement component, ConceptView code, string path, bool isHer2Test)
    {
        if (!IsGene(code, reading.Terms) || !IsErbb2(component, reading.Terms))
        {
            return;
        }

        reading.InScope = true;
        var main = CodingReader.Concept(reading.Root, "code");
        var isResult = reading.Root.EnumerateObject().Any(static member => member.Name.StartsWith("value", StringComparison.Ordinal))
            // Which regions were studied says nothing of their result; an implication is an opinion, not evidence.
            && !Is(main, VariantPart.RegionStudied, reading.Terms) && !Is(main, VariantPart.TherapeuticImplication, reading.Terms);
        if (!isHer2Test && isResult)
        {
            reading.Issue(IssueCodes.CodeUnknown, "code");
            reading.Gap(GapCodes.ValueNotRead, path + "valueCodeableConcept", hidesTest: true);
        }
    }
}
