using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Reports;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>DiagnosticReport (fhir-design 1.3): holds results together, and may itself say what no Observation says.</summary>
internal static class DiagnosticReportExtractor
{
    public static void Read(Reading reading)
    {
        var use = StatusReader.Result(reading);
        reading.Standing = StatusReader.Standing(use);
        reading.When = reading.TimeOf(reading.Root, "effective").Time;
        var code = CodingReader.Concept(reading.Root, "code");
        var specific = Specific(code, reading.Terms);
        reading.InScope = specific is not null;
        if (specific is not null && TestRecogniser.ByCode(code, reading.Terms) is null)
        {
            reading.Issue(IssueCodes.CodeReadByWords, "code");
        }

        if (TestRecogniser.IsOnlyNamed(code, reading.Terms))
        {
            reading.InScope = true;
            reading.Gap(GapCodes.NoStatusTest, "code", hidesTest: true);
        }

        new ReportTextReader(reading, use == StatusUse.Unclear ? null : specific).Read();
        if (use == StatusUse.Unclear && reading.InScope)
        {
            reading.Gap(GapCodes.Pending, "status", hidesTest: !StatusReader.IsRegistered(reading));
        }

        if (reading.HasAssay && reading.When is null)
        {
            reading.Issue(IssueCodes.Undated, "effective");
        }

        if (reading.InScope)
        {
            SpecimenExtractor.ReadContained(reading);
        }
    }

    /// <summary>The test, where the report as a whole is about HER2 and nothing else.</summary>
    private static TestTerm? Specific(ConceptView code, Terms terms) =>
        TestRecogniser.Recognise(code, terms) is { } term && TestRecogniser.IsHer2(term)
        && !code.Words.Any(words => terms.OtherMarker(words) is not null)
            ? term
            : null;
}
