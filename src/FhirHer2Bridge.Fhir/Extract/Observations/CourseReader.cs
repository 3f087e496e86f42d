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
        if (kind == TestKind.DiseaseStatus)
        {
            Add(reading, value, At, AssayContext.ConditionsOf(reading).ToEquatableArray());
        }
        else
        {
            AddSpread(reading, value, At);
        }
    }

    public static void Add(Reading reading, ConceptView concept, string at, EquatableArray<ResourceKey> conditions)
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
                Conditions = conditions,
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

    private static (string Label, ProgressionKind Kind)? Progression(Reading reading, ConceptView concept)
    {
        foreach (var coding in concept.Codings)
        {
            var spread = reading.Terms.Spread(coding.System, coding.Code) == true;
            var term = reading.Terms.Progression(coding.System, coding.Code);
            if ((term?.Display ?? (spread ? concept.Label : null)) is { } label)
            {
                return (label, term?.Kind ?? (spread ? ProgressionKind.Metastasis : ProgressionKind.Progression));
            }
        }

        return null;
    }
}
