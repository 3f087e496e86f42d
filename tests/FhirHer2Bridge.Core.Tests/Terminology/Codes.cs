namespace FhirHer2Bridge.Core.Tests.Terminology;

/// <summary>The code systems the tests look in.</summary>
internal static class Codes
{
    public const string Loinc = "http://loinc.org";
    public const string Snomed = "http://snomed.info/sct";
    public const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public const string Atc = "http://www.whocc.no/atc";
    public const string Hcpcs = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    public const string Icd10 = "http://hl7.org/fhir/sid/icd-10-cm";
    public const string Hgnc = "http://www.genenames.org";
    public const string Interpretation = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
    public const string Mii = "https://www.medizininformatik-initiative.de/fhir/ext/";
}
