using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>What an Observation lends to each of its results: specimen, accession, neighbours, tumour, site, material.</summary>
internal sealed class AssayContext
{
    private const string RelatedCondition = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-condition";

    private readonly Reading _reading;
    private readonly string? _accession;
    private readonly EquatableArray<ResourceKey> _related;
    private readonly EquatableArray<ResourceKey> _conditions;
    private readonly string? _site;
    private readonly Measure? _tumourFraction;
    private readonly string? _assay;
    private readonly TumourKind _siteTumour;
    private readonly bool _atJunction;

    public AssayContext(Reading reading)
    {
        var root = reading.Root;
        _reading = reading;
        Issued = reading.Issued();
        Specimen = reading.KeyOf(root.Member("specimen"), "specimen");
        _accession = AccessionReader.Read(root);
        _related = reading.KeysOf("derivedFrom").Concat(reading.KeysOf("hasMember")).Distinct().ToEquatableArray();
        _conditions = ConditionsOf(reading).ToEquatableArray();
        var site = CodingReader.Concept(root, "bodySite");
        _site = site.Label;
        _siteTumour = SpecimenExtractor.SiteTumour(site, reading.Terms);
        _atJunction = SpecimenExtractor.IsJunction(site, reading.Terms);
        Material = MaterialOf(reading);
        _tumourFraction = TumourFractionReader.OfComponents(reading);
        _assay = AssayName.Of(reading);
    }

    public DateTimeOffset? Issued { get; }

    public ResourceKey? Specimen { get; }

    public SpecimenKind Material { get; }

    /// <summary>The conditions an Observation is about (focus, mCODE related-condition).</summary>
    public static IEnumerable<ResourceKey> ConditionsOf(Reading reading)
    {
        var linked = reading.Root.Items("extension")
            .Where(static extension => extension.Text("url") is RelatedCondition)
            .Select(static extension => extension.Member("valueReference"));
        return reading.Root.Items("focus").Concat(linked)
            .Select(reading.Reference)
            .Where(static view => view.IsOfType("Condition"))
            .Select(static view => new ResourceKey(view.Key!))
            .Distinct();
    }

    public void Add(Said said) => _reading.Add(new AssayFact
    {
        Source = _reading.Source(said.Path),
        When = _reading.When,
        Standing = _reading.Standing,
        Method = said.Method,
        Result = said.Result,
        Issued = Issued,
        Specimen = PlaceReader.Of(_reading, said.Place) ?? Specimen,
        Accession = _accession,
        Related = _related,
        Conditions = _conditions,
        Site = _site,
        SiteTumour = _siteTumour,
        AtJunction = _atJunction,
        Material = said.Material == SpecimenKind.Unstated ? Material : said.Material,
        TumourFraction = _tumourFraction,
        Assay = said.Method is AssayMethod.Ngs or AssayMethod.Overall ? _assay : null,
        Quote = said.Quote,
        IsNarrative = said.IsNarrative,
        IsTentative = said.IsTentative,
    });

    /// <summary>A code's words count where they say blood: "Tissue" in a display is a property of the code, not of this specimen.</summary>
    private static SpecimenKind MaterialOf(Reading reading)
    {
        var terms = reading.Terms;
        var said = MaterialReader.Of(CodingReader.Concept(reading.Root, "method"), terms);
        if (said != SpecimenKind.Unstated)
        {
            return said;
        }

        var isBlood = CodingReader.Concept(reading.Root, "code").Words
            .Any(words => terms.SpecimenKindOf(null, null, words) == SpecimenKind.Plasma);
        return isBlood ? SpecimenKind.Plasma : terms.SpecimenKindOf(null, null, reading.Root.Member("specimen").Text("display"));
    }
}
