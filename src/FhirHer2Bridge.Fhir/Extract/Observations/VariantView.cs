using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>The components of a genomic variant (domain 1b), looked up by their LOINC code.</summary>
internal sealed class VariantView
{
    private const string Loinc = "http://loinc.org";

    /// <summary>HGVS of protein, coding DNA and genome.</summary>
    private static readonly string[] SequenceChanges = ["48005-3", "48004-6", "81290-9"];

    private readonly Reading _reading;
    private readonly List<JsonElement> _components;

    public VariantView(Reading reading)
    {
        _reading = reading;
        _components = [.. reading.Root.Items("component")];
        Change = Concept("48019-4");
        Value = CodingReader.Concept(reading.Root, "valueCodeableConcept");
        Copies = Component("82155-3");
        var genes = _components.FindAll(static component => GeneReader.IsGene(CodingReader.Concept(component, "code")));
        Genes = [.. genes.Select(component => GeneReader.Symbol(component, reading.Terms)).Distinct(StringComparer.Ordinal)];
        IsGeneNamed = genes.Exists(static component => CodingReader.Concept(component, "valueCodeableConcept").Words.Any());
    }

    /// <summary>Symbols of the genes named; null stands for one that is not known by its symbol.</summary>
    public IReadOnlyList<string?> Genes { get; }

    /// <summary>A gene is named in words; by an identifier alone only ERBB2 is known.</summary>
    public bool IsGeneNamed { get; }

    public ConceptView Change { get; }

    public ConceptView Value { get; }

    /// <summary>The copy number; undefined where there is none.</summary>
    public JsonElement Copies { get; }

    public bool IsCopyChange => Copies.ValueKind == JsonValueKind.Object
        || Change.HasCode("http://www.sequenceontology.org", "SO:0001019")
        || Change.Words.Any(static words => Has(words, "copy") && Has(words, "number"));

    /// <summary>The change is said to be an amplification, and not to be none.</summary>
    public bool SaysAmplified => ChangeWords.Any(static words => Has(words, "amplif") && PolarityHint.Of(words) >= 0);

    public VariantOrigin Origin
    {
        get
        {
            var source = Concept("48002-0");
            return source switch
            {
                _ when source.HasCode(Loinc, "LA6683-2") || source.Words.Any(static words => Has(words, "germline")) => VariantOrigin.Germline,
                _ when source.HasCode(Loinc, "LA6684-0") || source.Words.Any(static words => Has(words, "somatic")) => VariantOrigin.Somatic,
                _ => VariantOrigin.Unstated,
            };
        }
    }

    /// <summary>In the laboratory's words. Something said that cannot be read is uncertain, never harmless and never proven.</summary>
    public VariantSignificance Significance
    {
        get
        {
            var said = Concept("53037-8");
            return said.IsEmpty ? VariantSignificance.Unstated : said.Words.Select(TextFolding.Fold).FirstOrDefault() switch
            {
                "pathogenic" => VariantSignificance.Pathogenic,
                "likely pathogenic" => VariantSignificance.LikelyPathogenic,
                "likely benign" => VariantSignificance.LikelyBenign,
                "benign" => VariantSignificance.Benign,
                _ => VariantSignificance.Uncertain,
            };
        }
    }

    public string? Protein => Said(Component("48005-3")).Select(ProteinChange.Of).FirstOrDefault(static change => change is not null);

    /// <summary>Null: neither the words nor the components say which.</summary>
    public AlterationKind? Kind
    {
        get
        {
            var isSequence = SequenceChanges.Any(code => Component(code).ValueKind == JsonValueKind.Object);
            var isLoss = ChangeWords.Any(static words => (Has(words, "loss") || Has(words, "delet")) && !Has(words, "function") && !Has(words, "heterozyg"));
            return this switch
            {
                _ when ChangeWords.Any(static words => Has(words, "amplif")) => AlterationKind.Amplification,
                _ when isLoss && !isSequence => AlterationKind.Loss,
                { IsCopyChange: true } => null,
                _ when isSequence || !Change.IsEmpty => AlterationKind.Mutation,
                _ => null,
            };
        }
    }

    /// <summary>Was it found? Null: no answer, or codes and words that contradict.</summary>
    public bool? Present
    {
        get
        {
            var coded = Value.Codings.Select(coding => _reading.Terms.Answer(coding.System, coding.Code)).OfType<AnswerTerm>()
                .Select(static answer => AnswerResult.Polarity(answer.Meaning));
            var words = Value.Words.Append(_reading.Root.Text("valueString")).OfType<string>().Select(PolarityHint.Of);
            var signs = coded.Concat(words).Where(static sign => sign != 0).Distinct().ToList();
            return signs.Count == 1 ? signs[0] > 0 : null;
        }
    }

    private IEnumerable<string> ChangeWords => Change.Words.Concat(Value.Words);

    private static bool Has(string words, string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Everything a component says in words or codes.</summary>
    private static IEnumerable<string> Said(JsonElement component)
    {
        var concept = CodingReader.Concept(component, "valueCodeableConcept");
        return concept.Words.Concat(concept.Codings.Select(static coding => coding.Code)).Append(component.Text("valueString")).OfType<string>();
    }

    private ConceptView Concept(string loinc) => CodingReader.Concept(Component(loinc), "valueCodeableConcept");

    private JsonElement Component(string loinc) =>
        _components.Find(component => CodingReader.Concept(component, "code").HasCode(Loinc, loinc));
}
