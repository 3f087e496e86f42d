using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>Disease status (97509-4), M category and stage group: progression and spread by the code of the value only.</summary>
internal static class CourseReader
{
    public static void Read(Reading reading, StatusUse use)
    {
        if (use == StatusUse.Unclear)
        {
            return;
        }

        const string At = "valueCodeableConcept";
        Add(reading, CodingReader.Concept(reading.Root, At), At);
    }

    public static void Add(Reading reading, ConceptView concept, string at)
    {
        if (Progression(reading, concept) is { } label)
        {
            reading.Add(new ProgressionFact
            {
                Source = reading.Source(at),
                When = reading.When,
                Standing = reading.Standing,
                Label = label,
            });
        }

        AddSpread(reading, concept, at);
    }

    public static void AddSpread(Reading reading, ConceptView concept, string at)
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
            });
        }
    }

    private static string? Progression(Reading reading, ConceptView concept) => concept.Codings
        .Select(coding => reading.Terms.Progression(coding.System, coding.Code))
        .FirstOrDefault(static label => label is not null);
}
