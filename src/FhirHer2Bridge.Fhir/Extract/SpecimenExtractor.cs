using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Specimen, by itself or contained: collection, site, kind, block it came from, accession.</summary>
internal static class SpecimenExtractor
{
    public static void Read(Reading reading)
    {
        reading.Standing = reading.Root.Text("status") is "entered-in-error" ? FactStanding.Withdrawn : FactStanding.Final;
        Add(reading, reading.Root, reading.Key, string.Empty);
    }

    public static void ReadContained(Reading reading)
    {
        var index = 0;
        foreach (var inner in reading.Root.Items("contained"))
        {
            var at = $"contained[{index++}]";
            if (inner.Text("resourceType") is "Specimen" && inner.Text("id") is { } id)
            {
                Add(reading, inner, new ResourceKey($"{reading.Key}#{id}"), at);
            }
        }
    }

    /// <summary>The organ a site names; None: a metastatic site, or none that is known.</summary>
    public static TumourKind SiteTumour(ConceptView site, Terms terms) =>
        site.Codings.Select(coding => terms.SiteTumour(coding.System, coding.Code, coding.Display))
            .Append(terms.SiteTumour(null, null, site.Text))
            .FirstOrDefault(static kind => kind != TumourKind.None);

    public static bool IsJunction(ConceptView site, Terms terms) => site.Words.Any(terms.IsJunction);

    private static void Add(Reading reading, JsonElement specimen, ResourceKey key, string at)
    {
        var terms = reading.Terms;
        var collection = specimen.Member("collection");
        var site = CodingReader.Concept(collection, "bodySite");
        reading.Add(new SpecimenFact
        {
            Source = reading.Source(at),
            When = reading.TimeOf(collection, "collected").Time,
            Standing = reading.Standing,
            Specimen = key,
            Kind = MaterialReader.Of(CodingReader.Concept(specimen, "type"), terms),
            Site = site.Label,
            SiteTumour = SiteTumour(site, terms),
            AtJunction = IsJunction(site, terms),
            Parent = specimen.Items("parent").Select(parent => reading.KeyOf(parent, "parent")).FirstOrDefault(static parent => parent is not null),
            Accession = AccessionReader.Of(specimen.Member("accessionIdentifier")),
            Unsatisfactory = specimen.Text("status") is "unsatisfactory",
        });
    }
}
