namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>The R4 search parameters the sandbox has (searchparameter-registry.html); adding one is a line.</summary>
internal static class ParameterTable
{
    private static readonly string[] Any = [];
    private static readonly string[] Drugs =
        ["MedicationAdministration", "MedicationRequest", "MedicationStatement", "MedicationDispense"];
    private static readonly string[] Coded =
        [
            "Observation", "DiagnosticReport", "Condition", "Procedure", "Medication", "AllergyIntolerance",
            "ServiceRequest", "ValueSet", "CodeSystem", .. Drugs,
        ];
    private static readonly string[] ForPatients =
        [
            "Observation", "DiagnosticReport", "Condition", "Procedure", "Specimen", "Encounter", "ServiceRequest",
            "AllergyIntolerance", "CarePlan", "DocumentReference", "Immunization", "Device", "Flag", .. Drugs,
        ];
    private static readonly string[] Definitions =
        ["StructureDefinition", "CodeSystem", "ValueSet", "CapabilityStatement", "SearchParameter", "ConceptMap"];
    private static readonly string[] Identified =
        [
            "Patient", "Practitioner", "PractitionerRole", "Organization", "Location", "Medication",
            .. ForPatients, .. Definitions,
        ];

    private static readonly SearchParameter[] All =
    [
        new IdParameter(),
        new LastUpdatedParameter(),
        new TokenParameter("_tag", Any, "meta.tag"),
        new TokenParameter("_security", Any, "meta.security"),
        new UriParameter("_profile", Any, "meta.profile"),
        new TokenParameter("identifier", Identified, "identifier"),
        new TokenParameter("code", Coded, "code", "medicationCodeableConcept"),
        new TokenParameter("category", ["Observation", "DiagnosticReport", "Condition", "Procedure"], "category"),
        new TokenParameter("status", [.. ForPatients, .. Definitions, "Medication"], "status"),
        new TokenParameter("value-concept", ["Observation"], "valueCodeableConcept"),
        new TokenParameter("combo-code", ["Observation"], "code", "component.code"),
        new TokenParameter("component-code", ["Observation"], "component.code"),
        new TokenParameter("conclusion", ["DiagnosticReport"], "conclusionCode"),
        new TokenParameter("type", ["Specimen", "Device"], "type"),
        new ReferenceParameter("patient", "Patient", ForPatients, "subject", "patient"),
        new ReferenceParameter("subject", null, ForPatients, "subject"),
        new ReferenceParameter("target", null, ["Provenance"], "target"),
        new ReferenceParameter("specimen", "Specimen", ["Observation", "DiagnosticReport"], "specimen"),
        new ReferenceParameter("result", "Observation", ["DiagnosticReport"], "result"),
        new ReferenceParameter("derived-from", null, ["Observation"], "derivedFrom"),
        new ReferenceParameter("has-member", null, ["Observation"], "hasMember"),
        new ReferenceParameter("device", null, ["Observation", "MedicationAdministration"], "device"),
        new ReferenceParameter("medication", "Medication", Drugs, "medicationReference"),
        new ReferenceParameter("link", null, ["Patient"], "link.other"),
        new DateParameter(
            "date",
            ["Observation", "DiagnosticReport", "Procedure"],
            "effectiveDateTime", "effectivePeriod", "effectiveInstant", "performedDateTime", "performedPeriod"),
        new DateParameter(
            "effective-time", ["MedicationAdministration"], "effectiveDateTime", "effectivePeriod"),
        new DateParameter("issued", ["DiagnosticReport"], "issued"),
        new DateParameter("recorded", ["Provenance"], "recorded"),
        new UriParameter("url", Definitions, "url"),
    ];

    public static IEnumerable<SearchParameter> For(string type) => All.Where(parameter => parameter.Covers(type));

    public static SearchParameter? Find(string type, string name) =>
        For(type).FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal));
}
