Invariant: her2-flag-1
Description: "Only these statuses: a flag is never registered, cancelled or unknown."
Severity: #error
Expression: "status in ('preliminary' | 'final' | 'amended' | 'corrected' | 'entered-in-error')"

Invariant: her2-flag-2
Description: "A resolved flag says when it was resolved."
Severity: #error
Expression: "value.coding.where(code = 'resolved').empty() or component.where(code.coding.code = 'resolved-date').value.exists()"

Invariant: her2-flag-3
Description: "A status change names both statuses, and they differ."
Severity: #error
Expression: "code.coding.where(code in ('positive-to-negative' | 'negative-to-positive')).empty() or (component.where(code.coding.code = 'prior-status').value.coding.code.exists() and component.where(code.coding.code = 'current-status').value.coding.code.exists() and component.where(code.coding.code = 'prior-status').value.coding.code != component.where(code.coding.code = 'current-status').value.coding.code)"

Invariant: her2-flag-4
Description: "A flag about a HER2-directed drug given too long or after a negative result names the last administration considered."
Severity: #error
Expression: "code.coding.where(code in ('trastuzumab-without-reassessment' | 'her2-drug-after-negative')).empty() or component.where(code.coding.code = 'trastuzumab-last-date').value.exists()"

Invariant: her2-flag-5
Description: "A flag names what it rests on, unless it was withdrawn."
Severity: #error
Expression: "status = 'entered-in-error' or derivedFrom.exists() or extension('http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo').exists()"

Invariant: her2-flag-6
Description: "A flag is not a laboratory result: read as one it would become evidence for itself."
Severity: #error
Expression: "category.coding.where(system = 'http://terminology.hl7.org/CodeSystem/observation-category' and code = 'laboratory').empty()"

Invariant: her2-prov-1
Description: "The software that made the flag is named as assembler."
Severity: #error
Expression: "agent.where(type.coding.exists(system = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type' and code = 'assembler')).exists()"
