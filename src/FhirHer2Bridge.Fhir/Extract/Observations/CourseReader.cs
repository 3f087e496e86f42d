using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>
/// Disease status (97509-4), M category and stage group: progression and spread by the code of the value only. An M category or a
/// stage says how far a tumour has spread, not that it moved.
/// </summary>
internal static class CourseReader
{
    public static void Read(Reading reading, StatusUse use, TestKind kind)
    {
        if (use == StatusUse.Unclear)
        {
            return;
        }

        const string At = "valueCodeableConcept";
        var value = CodingReader.Concept(reading.Root, At);
        var about = new CourseSubject(
            AssayContext.ConditionsOf(reading).ToEquatableArray(),
            SpecimenExtractor.SiteTumour(CodingReader.Concept(reading.Root, "bodySite"), reading.Terms));
        if (kind == TestKind.DiseaseStatus)
        {
            Add(reading, value, At, about);
        }
        else
        {
            AddSpread(reading, value, At, about);
        }
    }

    public static void Add(Reading reading, ConceptView concept, string at, CourseSubject about)
    {
        if (Progression(reading, concept) is { } said)
        {
            reading.Add(new ProgressionFact
            {
                Source = reading.Source(at),
                When = reading.When,
                Standing = reading.Standing,
                Label = said.Label,
                Kind = said.Kind,
                Conditions = about.Conditions,
                Tumour = said.Tumour != TumourKind.None ? said.Tumour : about.Tumour,
            });
        }

        AddSpread(reading, concept, at, about);
    }

    public static void AddSpread(Reading reading, ConceptView concept, string at, CourseSubject about)
    {
        var spread = concept.Codings.Select(coding => reading.Terms.Spread(coding.System, coding.Code)).OfType<bool>().Distinct().ToList();
        if (spread.Count == 1)
        {
            reading.Add(new SpreadFact
            {
                Source = reading.Source(at),
                When = reading.When,
                Standing = reading.Standing,
                Metastatic = spread[0],
                Conditions = about.Conditions,
                Tumour = about.Tumour,
            });
        }
    }

    private static (string Label, ProgressionKind Kind, TumourKind Tumour)? Progression(Reading reading, ConceptView concept)
    {
        foreach (var coding in concept.Codings)
        {
            var spread = reading.Terms.Spread(coding.System, coding.Code) == true;
            var term = reading.Terms.Progression(coding.System, coding.Code);
            if ((term?.Display ?? (spread ? concept.Label : null)) is { } label)
            {
                return (label, term?.Kind ?? (spread ? ProgressionKind.Metastasis : ProgressionKind.Progression), term?.Tumour ?? TumourKind.None);
            }
        }

        return null;
    }
}
