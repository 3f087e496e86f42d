using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>What an Observation lends to each of its results: specimen, accession, neighbours, tumour, site, material.</summary>
internal sealed class AssayContext
{
    private const string RelatedCondition = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-condition";

    private readonly Reading _reading;
    private readonly DateTimeOffset? _issued;
    private readonly ResourceKey? _specimen;
    private readonly string? _accession;
    private readonly EquatableArray<ResourceKey> _related;
    private readonly EquatableArray<ResourceKey> _conditions;
    private readonly string? _site;
    private readonly TumourKind _siteTumour;
    private readonly SpecimenKind _material;

    public AssayContext(Reading reading)
    {
        var root = reading.Root;
        _reading = reading;
        _issued = reading.Issued();
        _specimen = reading.KeyOf(root.Member("specimen"), "specimen");
        _accession = AccessionReader.Read(root);
        _related = reading.KeysOf("derivedFrom").Concat(reading.KeysOf("hasMember")).Distinct().ToEquatableArray();
        _conditions = Conditions(reading).ToEquatableArray();
        var site = CodingReader.Concept(root, "bodySite");
        _site = site.Label;
        _siteTumour = SpecimenExtractor.SiteTumour(site, reading.Terms);
        _material = Material(reading);
    }

    public void Add(Said said) => _reading.Add(new AssayFact
    {
        Source = _reading.Source(said.Path),
        When = _reading.When,
        Standing = _reading.Standing,
        Method = said.Method,
        Result = said.Result,
        Issued = _issued,
        Specimen = _specimen,
        Accession = _accession,
        Related = _related,
        Conditions = _conditions,
        Site = _site,
        SiteTumour = _siteTumour,
        Material = _material,
        Quote = said.Quote,
    });

    private static IEnumerable<ResourceKey> Conditions(Reading reading)
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

    /// <summary>A code's words count where they say blood: "Tissue" in a display is a property of the code, not of this specimen.</summary>
    private static SpecimenKind Material(Reading reading)
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
