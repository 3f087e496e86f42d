// Every comparison names the system and goes through exists(): a site may add codings of its own, and a comparison of a
// whole collection would then be empty, which is neither true nor false.
Invariant: her2-flag-1
Description: "Only these statuses: a flag is never registered, cancelled or unknown."
Severity: #error
Expression: "status in ('preliminary' | 'final' | 'amended' | 'corrected' | 'entered-in-error')"

Invariant: her2-flag-2
Description: "A resolved flag says when it was resolved."
Severity: #error
Expression: "value.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-flag-state' and code = 'resolved').not() or component.where(code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge' and code = 'resolved-date')).value.exists()"

Invariant: her2-flag-3
Description: "A status change goes from the status before to its opposite, as the code says."
Severity: #error
Expression: "(code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-flag' and code = 'positive-to-negative') implies (component.where(code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge' and code = 'prior-status')).value.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-status' and code = 'positive') and component.where(code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge' and code = 'current-status')).value.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-status' and code = 'negative'))) and (code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-flag' and code = 'negative-to-positive') implies (component.where(code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge' and code = 'prior-status')).value.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-status' and code = 'negative') and component.where(code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge' and code = 'current-status')).value.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-status' and code = 'positive')))"

Invariant: her2-flag-4
Description: "A flag about a HER2-directed drug given too long or after a negative result names the last administration considered."
Severity: #error
Expression: "code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-flag' and (code = 'trastuzumab-without-reassessment' or code = 'her2-drug-after-negative')).not() or component.where(code.coding.exists(system = 'https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge' and code = 'trastuzumab-last-date')).value.exists()"

Invariant: her2-flag-5
Description: "A flag names what it rests on, unless it was withdrawn."
Severity: #error
Expression: "status = 'entered-in-error' or derivedFrom.exists() or extension('http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo').exists()"

Invariant: her2-flag-6
Description: "A flag is not a laboratory result: read as one it would become evidence for itself."
Severity: #error
Expression: "category.coding.exists(system = 'http://terminology.hl7.org/CodeSystem/observation-category' and code = 'laboratory').not()"

Invariant: her2-prov-1
Description: "The software that made the flag is named as assembler."
Severity: #error
Expression: "agent.exists(type.coding.exists(system = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type' and code = 'assembler'))"
