using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Procedure: resections of a stomach or breast tumour.</summary>
internal static class ProcedureExtractor
{
    public static void Read(Reading reading)
    {
        var code = CodingReader.Concept(reading.Root, "code");
        var surgery = code.Codings.Select(coding => reading.Terms.Surgery(coding.System, coding.Code))
            .FirstOrDefault(static term => term is not null);
        if (surgery is null)
        {
            return;
        }

        var use = StatusReader.Event(reading);
        if (use == StatusUse.Unclear)
        {
            // Planned or not known to have happened: no surgery.
            return;
        }

        reading.Add(new SurgeryFact
        {
            Source = reading.Source("code"),
            When = reading.TimeOf(reading.Root, "performed").Time,
            Standing = use == StatusUse.NotDone ? FactStanding.Withdrawn : StatusReader.Standing(use),
            Label = surgery.Label,
            Tumour = surgery.Tumour,
            Site = CodingReader.Concepts(reading.Root, "bodySite").Select(static site => site.Label).FirstOrDefault(static site => site is not null),
            Conditions = ReasonConditions.Of(reading),
        });
    }
}
