using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Observations;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Condition: which tumour, how far it spread, whether it came back. Never a HER2 result, also where its name says one.</summary>
internal static class ConditionExtractor
{
    private const string Histology = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior";

    public static void Read(Reading reading)
    {
        reading.Standing = Standing(CodingReader.Concept(reading.Root, "verificationStatus"));
        reading.When = When(reading);
        var code = CodingReader.Concept(reading.Root, "code");
        reading.InScope = code.Codings.Any(coding => reading.Terms.IsHer2Finding(coding.System, coding.Code)) || code.Words.Any(reading.Terms.MentionsHer2);
        AddTumour(reading, code);
        AddStatus(reading, code);
        CourseReader.Add(reading, code, "code", new CourseSubject(AssayContext.ConditionsOf(reading).ToEquatableArray()));

        var index = 0;
        foreach (var stage in reading.Root.Items("stage"))
        {
            CourseReader.AddSpread(reading, CodingReader.Concept(stage, "summary"), $"stage[{index++}].summary", new CourseSubject([reading.Key]));
        }
    }

    private static void AddTumour(Reading reading, ConceptView code)
    {
        var open = code.Codings.Select(coding => reading.Terms.TumourIfAdenocarcinoma(coding.System, coding.Code)).OfType<TumourKind>().ToList();
        var kind = KindOf(reading, code, open);
        if (kind != TumourKind.None)
        {
            reading.Add(new TumourFact
            {
                Source = reading.Source("code"),
                When = reading.When,
                Standing = reading.Standing,
                Kind = kind,
                IfAdenocarcinoma = open.Count > 0 && open[0] != kind ? open[0] : TumourKind.None,
                Condition = reading.Key,
                Label = code.Label,
                Site = CodingReader.Concepts(reading.Root, "bodySite").Select(static site => site.Label).FirstOrDefault(static label => label is not null),
            });
        }
    }

    /// <summary>A code that leaves the histology open is told by another coding, by the words, or by the histology beside it (mCODE).</summary>
    private static TumourKind KindOf(Reading reading, ConceptView code, List<TumourKind> open)
    {
        var kinds = code.Codings.Select(coding => reading.Terms.Tumour(coding.System, coding.Code)).Where(static kind => kind != TumourKind.None).ToList();
        if (open.Count == 0)
        {
            return kinds.FirstOrDefault();
        }

        var histology = reading.Root.Items("extension").Where(static extension => extension.Text("url") is Histology)
            .SelectMany(static extension => CodingReader.Concept(extension, "valueCodeableConcept").Words);
        return kinds.Contains(open[0]) || reading.Terms.NamesAdenocarcinoma(string.Join("; ", code.Words.Concat(histology))) ? open[0] : kinds[0];
    }

    /// <summary>
    /// A disorder whose code names a HER2 status. Where its words say the opposite (seen with 431396003) the status is indeterminate.
    /// </summary>
    private static void AddStatus(Reading reading, ConceptView code)
    {
        var polarities = code.Codings
            .Where(coding => reading.Terms.Tumour(coding.System, coding.Code) != TumourKind.None)
            .Select(coding => reading.Terms.Answer(coding.System, coding.Code))
            .OfType<AnswerTerm>().Select(static answer => AnswerResult.Polarity(answer.Meaning)).Where(static polarity => polarity != 0)
            .Distinct().ToList();
        if (polarities.Count == 0)
        {
            return;
        }

        var contradicts = polarities.Count > 1 || code.Words.Any(words => PolarityHint.Of(words) == -polarities[0]);
        if (contradicts)
        {
            reading.Issue(IssueCodes.Contradictory, "code");
        }

        reading.Add(new StatedByConditionFact
        {
            Source = reading.Source("code"),
            When = reading.When,
            Standing = reading.Standing,
            Status = contradicts ? Her2Status.Indeterminate : polarities[0] > 0 ? Her2Status.Positive : Her2Status.Negative,
            Label = code.Label!,
        });
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
