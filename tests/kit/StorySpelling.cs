namespace FhirHer2Bridge.Tests.Kit;

/// <summary>How an administration names its drug (FHIR R4 MedicationAdministration.medication[x]).</summary>
public enum StorySpelling
{
    /// <summary>medicationCodeableConcept: as the stories are written.</summary>
    CodeableConcept,

    /// <summary>medicationReference to a Medication resource of its own.</summary>
    Referenced,

    /// <summary>medicationReference to a contained Medication.</summary>
    Contained,
}
