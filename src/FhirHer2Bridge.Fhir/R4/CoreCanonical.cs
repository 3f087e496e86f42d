namespace FhirHer2Bridge.Fhir.R4;

/// <summary>Names of HL7 used in what we write (FHIR R4 4.0.1 and HL7 Terminology).</summary>
internal static class CoreCanonical
{
    internal const string SupportingInfo = "http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo";

    internal const string StatusReason = "http://hl7.org/fhir/StructureDefinition/event-statusReason";

    internal const string ObservationValue = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    internal const string Interpretation = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

    internal const string DataOperation = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";

    internal const string ProvenanceParticipant = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    internal const string SnomedCt = "http://snomed.info/sct";

    internal const string Ucum = "http://unitsofmeasure.org";
}
