using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>Table 2c of the domain notes: every status of a resource, and what becomes of its content.</summary>
public sealed class StatusMapTests
{
    [Theory]
    [InlineData("final", FactStanding.Final)]
    [InlineData("amended", FactStanding.Amended)]
    [InlineData("corrected", FactStanding.Amended)]
    [InlineData("preliminary", FactStanding.Preliminary)]
    [InlineData("cancelled", FactStanding.Withdrawn)]
    [InlineData("entered-in-error", FactStanding.Withdrawn)]
    [InlineData("registered", null)]
    [InlineData("unknown", null)]
    public void Observation_Status_IsTheStandingOrPending(string status, FactStanding? expected) =>
        StandingOf(Reads.Loinc("48676-1", "\"valueString\":\"negative\"", status)).ShouldBe(expected);

    [Theory]
    [InlineData("final", FactStanding.Final)]
    [InlineData("amended", FactStanding.Amended)]
    [InlineData("corrected", FactStanding.Amended)]
    [InlineData("appended", FactStanding.Amended)]
    [InlineData("preliminary", FactStanding.Preliminary)]
    [InlineData("partial", FactStanding.Preliminary)]
    [InlineData("cancelled", FactStanding.Withdrawn)]
    [InlineData("entered-in-error", FactStanding.Withdrawn)]
    [InlineData("registered", FactStanding.Preliminary)]
    [InlineData("unknown", FactStanding.Preliminary)]
    public void Report_Status_IsTheStandingOfWhatItSays(string status, FactStanding expected) =>
        StandingOf(Report(status, "11529-5", "Surgical pathology study", "\"conclusion\":\"HER2: negative (IHC 0).\"")).ShouldBe(expected);

    [Theory]
    [InlineData("completed", true, false)]
    [InlineData("in-progress", true, false)]
    [InlineData("stopped", true, false)]
    [InlineData("not-done", false, false)]
    [InlineData("on-hold", false, true)]
    [InlineData("unknown", false, true)]
    public void Administration_Status_IsExposureOrNot(string status, bool given, bool hides)
    {
        var extraction = Dose(status);

        extraction.Facts.OfType<TherapyFact>().Any(static dose => dose is { WasGiven: true, Standing: not FactStanding.Withdrawn }).ShouldBe(given);
        extraction.Gaps().Any(static gap => gap.MayHideDose).ShouldBe(hides);
    }

    [Fact]
    public void Administration_EnteredInError_IsWithdrawn() =>
        Dose("entered-in-error").Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Standing.ShouldBe(FactStanding.Withdrawn);

    /// <summary>33721-2 has "Pathology" in its name and looks for another disease (domain 1c): its pages hide no test.</summary>
    [Theory]
    [InlineData("33721-2", "Bone marrow Pathology biopsy report", false)]
    [InlineData("11529-5", "Surgical pathology study", true)]
    [InlineData("55233-1", "Genetic analysis master panel", true)]
    [InlineData("24419-4", "Gross observation", false)]
    [InlineData("99999-9", "Pathology addendum", true)]
    public void Report_UnreadPages_MayHideATestWhereTheKindOfReportCan(string code, string display, bool expected) =>
        Report("final", code, display, "\"presentedForm\":[{\"contentType\":\"application/pdf\",\"url\":\"Binary/1\"}]")
            .Gaps().Any(static gap => gap.MayHideTest).ShouldBe(expected);

    [Theory]
    [InlineData("Ki-67")]
    [InlineData("Ki67 proliferation index")]
    [InlineData("MIB-1 labelling index")]
    public void Observation_StainCodeUnderTheNameOfKi67_IsRefusedAndSaid(string text)
    {
        var extraction = Reads.Json($$"""
            {"resourceType":"Observation","id":"o1","status":"final",{{Reads.Subject}},"effectiveDateTime":"2024-03-12",
             "code":{"coding":[{"system":"http://loinc.org","code":"85319-2","display":"{{text}}"}]},"valueString":"3+" }
            """);

        extraction.Assays().ShouldBeEmpty();
        extraction.Codes().ShouldBe(["H2B-READ-010"]);
        extraction.Gaps().ShouldHaveSingleItem().Code.ShouldBe("other-marker");
    }

    private static Extraction Report(string status, string code, string display, string rest) => Reads.Json($$"""
        {"resourceType":"DiagnosticReport","id":"r1","status":"{{status}}",{{Reads.Subject}},"effectiveDateTime":"2024-03-12",
         "code":{"coding":[{"system":"http://loinc.org","code":"{{code}}","display":"{{display}}"}]}, {{rest}} }
        """);

    private static Extraction Dose(string status) => Reads.Json($$"""
        {"resourceType":"MedicationAdministration","id":"d1","status":"{{status}}",{{Reads.Subject}},"effectiveDateTime":"2024-03-12",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"224905"}]} }
        """);

    private static FactStanding? StandingOf(Extraction extraction)
    {
        var assays = extraction.Assays();
        if (assays.Count == 0)
        {
            extraction.Gaps().ShouldContain(static gap => gap.MayHideTest);
            return null;
        }

        return assays.Select(static fact => fact.Standing).Distinct().ShouldHaveSingleItem();
    }
}
