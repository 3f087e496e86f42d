using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.Extract.Observations;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Condition: which tumour, how far it spread, whether it came back. Never a HER2 result, also where its name says one.</summary>
internal static class ConditionExtractor
{
    public static void Read(Reading reading)
    {
        reading.Standing = Standing(CodingReader.Concept(reading.Root, "verificationStatus"));
        reading.When = When(reading);
        var code = CodingReader.Concept(reading.Root, "code");
        reading.InScope = code.Codings.Any(coding => reading.Terms.IsHer2Finding(coding.System, coding.Code)) || code.Words.Any(reading.Terms.MentionsHer2);
        AddTumour(reading, code);
        CourseReader.Add(reading, code, "code");

        var index = 0;
        foreach (var stage in reading.Root.Items("stage"))
        {
            CourseReader.AddSpread(reading, CodingReader.Concept(stage, "summary"), $"stage[{index++}].summary");
        }
    }

    private static void AddTumour(Reading reading, ConceptView code)
    {
        var kind = code.Codings.Select(coding => reading.Terms.Tumour(coding.System, coding.Code))
            .FirstOrDefault(static kind => kind != TumourKind.None);
        if (kind != TumourKind.None)
        {
            reading.Add(new TumourFact
            {
                Source = reading.Source("code"),
                When = reading.When,
                Standing = reading.Standing,
                Kind = kind,
                Condition = reading.Key,
                Label = code.Label,
                Site = CodingReader.Concepts(reading.Root, "bodySite").Select(static site => site.Label).FirstOrDefault(static label => label is not null),
            });
        }
    }

    private static ClinicalTime? When(Reading reading) =>
        reading.TimeOf(reading.Root, "onset").Time ?? reading.MomentOf(reading.Root, "recordedDate").Time;

    private static FactStanding Standing(ConceptView verification)
    {
        var codes = verification.Codings.Select(static coding => coding.Code).ToList();
        return codes switch
        {
            _ when codes.Contains("refuted") || codes.Contains("entered-in-error") => FactStanding.Withdrawn,
            _ when codes.Contains("unconfirmed") || codes.Contains("provisional") || codes.Contains("differential") =>
                FactStanding.Preliminary,
            _ => FactStanding.Final,
        };
    }
}
