using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Observations;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Observation (fhir-design 1.2): a HER2 result, a variant, what belongs to sequencing, or a statement about the course of the disease.</summary>
internal static class ObservationExtractor
{
    public static void Read(Reading reading)
    {
        var use = StatusReader.Result(reading);
        reading.Standing = StatusReader.Standing(use);
        reading.When = reading.TimeOf(reading.Root, "effective").Time;
        var code = CodingReader.Concept(reading.Root, "code");
        var term = TestRecogniser.Recognise(code, CodingReader.Concept(reading.Root, "method"), reading.Terms);
        switch (term?.Kind)
        {
            case TestKind.Variant:
                VariantReader.Read(reading, use, term);
                break;
            case TestKind.DiseaseStatus or TestKind.MCategory or TestKind.StageGroup:
                CourseReader.Read(reading, use, term.Kind);
                break;
            default:
                ReadBeside(reading, code, use);
                new Her2ObservationReader(reading, use).Read(code, term);
                break;
        }

        if (!reading.InScope && !reading.Facts.Any(static fact => fact is AlterationFact or PanelFact or TumourFractionFact))
        {
            return;
        }

        SpecimenExtractor.ReadContained(reading);
        if (reading.When is null)
        {
            reading.Issue(IssueCodes.Undated, "effective");
        }
    }

    /// <summary>Sequencing results that are no HER2 status: genes studied, ERBB2 mutations found, tumour fraction.</summary>
    private static void ReadBeside(Reading reading, ConceptView code, StatusUse use)
    {
        if (PanelReader.Is(code, reading.Terms))
        {
            PanelReader.Read(reading, use);
        }
        else if (MutationListReader.Is(code, reading.Terms))
        {
            MutationListReader.Read(reading, use);
        }
        else
        {
            TumourFractionReader.Read(reading, code, use);
        }
    }
}
