using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>The components of a genomic variant (domain 1b), looked up by what their codes stand for.</summary>
internal sealed class VariantView
{
    private static readonly VariantPart[] SequenceChanges = [VariantPart.ProteinChange, VariantPart.CodingChange, VariantPart.GenomicChange];

    private readonly Reading _reading;
    private readonly List<JsonElement> _components;

    public VariantView(Reading reading)
    {
        _reading = reading;
        _components = [.. reading.Root.Items("component")];
        Change = Concept(VariantPart.ChangeType);
        Value = CodingReader.Concept(reading.Root, "valueCodeableConcept");
        Copies = Component(VariantPart.CopyNumber);
        var genes = _components.FindAll(component => GeneReader.IsGene(CodingReader.Concept(component, "code"), reading.Terms));
        Genes = [.. genes.Select(component => GeneReader.Symbol(component, reading.Terms)).Distinct(StringComparer.Ordinal)];
        IsErbb2InWordsOnly = genes.Exists(component => !GeneReader.IsErbb2(component, reading.Terms)
            && CodingReader.Concept(component, "valueCodeableConcept").Words.Any(reading.Terms.MentionsHer2));
        IsGeneNamed = genes.Exists(static component => CodingReader.Concept(component, "valueCodeableConcept").Words.Any());
    }

    /// <summary>Symbols of the genes named; null stands for one that is not known by its symbol.</summary>
    public IReadOnlyList<string?> Genes { get; }

    /// <summary>The words name ERBB2 and the identifier beside them another gene.</summary>
    public bool IsErbb2InWordsOnly { get; }

    /// <summary>A gene is named in words; by an identifier alone only ERBB2 is known.</summary>
    public bool IsGeneNamed { get; }

    public ConceptView Change { get; }

    public ConceptView Value { get; }

    /// <summary>The copy number; undefined where there is none.</summary>
    public JsonElement Copies { get; }

    public bool IsCopyChange => Copies.ValueKind == JsonValueKind.Object
        || Answers(Change, VariantAnswer.CopyNumberChange)
        || Change.Words.Any(static words => Has(words, "copy") && Has(words, "number"));

    /// <summary>The change is said to be an amplification, and not to be none.</summary>
    public bool SaysAmplified => ChangeWords.Any(static words => Has(words, "amplif") && PolarityHint.Of(words) >= 0);

    public VariantOrigin Origin
    {
        get
        {
            var source = Concept(VariantPart.SourceClass);
            return source switch
            {
                _ when Answers(source, VariantAnswer.Germline) || source.Words.Any(static words => Has(words, "germline")) => VariantOrigin.Germline,
                _ when Answers(source, VariantAnswer.Somatic) || source.Words.Any(static words => Has(words, "somatic")) => VariantOrigin.Somatic,
                _ => VariantOrigin.Unstated,
            };
        }
    }

    /// <summary>In the laboratory's words. Something said that cannot be read is uncertain, never harmless and never proven.</summary>
    public VariantSignificance Significance
    {
        get
        {
            var said = Concept(VariantPart.Significance);
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

    public string? Protein => Said(Component(VariantPart.ProteinChange)).Select(ProteinChange.Of).FirstOrDefault(static change => change is not null);

    /// <summary>Null: neither the words nor the components say which.</summary>
    public AlterationKind? Kind
    {
        get
        {
            var isSequence = SequenceChanges.Any(part => Component(part).ValueKind == JsonValueKind.Object);
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

    private bool Answers(ConceptView value, VariantAnswer answer) =>
        value.Codings.Any(coding => _reading.Terms.VariantAnswer(coding.System, coding.Code) == answer);

    private ConceptView Concept(VariantPart part) => CodingReader.Concept(Component(part), "valueCodeableConcept");

    private JsonElement Component(VariantPart part) =>
        _components.Find(component => GeneReader.Is(CodingReader.Concept(component, "code"), part, _reading.Terms));
}
