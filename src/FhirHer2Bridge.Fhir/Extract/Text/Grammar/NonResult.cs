namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Why a mention of HER2 is no result of this patient (LABELLING_RULES R2).</summary>
internal enum NonResult
{
    Pending,
    Planned,
    Hypothetical,
    Cohort,
    Therapy,
    Family,
    NotPerformed,
    Background,
    Question,
}
