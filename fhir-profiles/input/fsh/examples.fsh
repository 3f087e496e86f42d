// Invented patients. The first flag follows the published case of a gastric tumour whose nodes were positive and whose
// resection was negative; the report gives no dates, so day 0 is taken as 2024-03-12.
RuleSet: Flag(key, code, state, status, rule)
* identifier[flagKey].value = "v1-{key}"
* status = #{status}
* category[her2Flag] = Her2BridgeCS#her2-flag "HER2 flag"
* code = Her2FlagCS#{code}
* valueCodeableConcept = Her2FlagStateCS#{state}
* method = Her2BridgeCS#rule-h2b-{rule}
* method.text = "FhirHer2Bridge ruleset 2026.1"
* meta.security = $observationValue#DEVAST
* device = Reference(her2bridge-site-a)

RuleSet: Severity(level)
* component[severity].valueCodeableConcept = Her2BridgeCS#severity-{level}

RuleSet: Change(prior, priorDate, current, currentDate)
* component[priorStatus].valueCodeableConcept = Her2StatusCS#{prior}
* component[priorStatusDate].valueDateTime = "{priorDate}"
* component[currentStatus].valueCodeableConcept = Her2StatusCS#{current}
* component[currentStatusDate].valueDateTime = "{currentDate}"

Instance: flag-positive-to-negative
InstanceOf: Her2FlagObservation
Usage: #example
Title: "Nodes positive, resection negative"
* insert Flag(9d64edc2e803e861218c7dff0b5db1ba7aad54e49dc0016c9136eab2ca2cd53c, positive-to-negative, active, final, 01)
* subject = Reference(Patient/p1)
* focus = Reference(Condition/gastric-cancer)
* effectiveDateTime = "2024-07-20"
* issued = "2024-08-05T06:00:12.345Z"
* interpretation = $interpretation#A
* note.text = "HER2 positive on 2024-03-12 (IHC 3+, axillary lymph node); negative on 2024-07-20 (gastrectomy). Trastuzumab was given between; different sites were compared."
* derivedFrom[0] = Reference(Observation/her2-ihc-gastrectomy)
* derivedFrom[1] = Reference(Observation/her2-ihc-node)
* extension[supportingInfo].valueReference = Reference(DiagnosticReport/dr-gastrectomy)
* insert Severity(high)
* insert Change(positive, 2024-03-12, negative, 2024-07-20)

RuleSet: NoReassessment(state, status)
* insert Flag(9b2e4d6f8a0c1e3f5b7d9f1a3c5e7f9b1d3f5a7c9e1b3d5f7a9c1e3b5d7f9a1c, trastuzumab-without-reassessment, {state}, {status}, 02)
* subject = Reference(Patient/p2)
* effectiveDateTime = "2024-03-05T10:30:00+01:00"
* insert Severity(high)
* component[lastAssessmentDate].valueDateTime = "2023-01-10"
* component[trastuzumabFirstDate].valueDateTime = "2023-02-01"
* component[trastuzumabLastDate].valueDateTime = "2024-03-05T10:30:00+01:00"

Instance: flag-no-reassessment-active
InstanceOf: Her2FlagObservation
Usage: #example
Title: "Trastuzumab for thirteen months on one result"
* insert NoReassessment(active, final)
* issued = "2024-03-06T02:00:00Z"
* interpretation = $interpretation#A
* note.text = "18 trastuzumab administrations since the last HER2 assessment (2023-01-10)."
* derivedFrom = Reference(Observation/her2-ihc-2023)
* extension[supportingInfo].valueReference = Reference(MedicationAdministration/tras-18)
* component[administrationsSinceAssessment].valueInteger = 18
* component[daysSinceAssessment].valueQuantity = 420 'd' "days"

Instance: flag-no-reassessment-resolved
InstanceOf: Her2FlagObservation
Usage: #example
Title: "The same flag after a new test"
* insert NoReassessment(resolved, amended)
* issued = "2024-03-20T02:00:00Z"
* interpretation = $interpretation#N
* note.text = "HER2 was reassessed on 2024-03-18."
* derivedFrom[0] = Reference(Observation/her2-ihc-2024)
* derivedFrom[1] = Reference(Observation/her2-ihc-2023)
* extension[supportingInfo].valueReference = Reference(MedicationAdministration/tras-18)
* component[resolvedDate].valueDateTime = "2024-03-18"
* component[resolutionReason].valueCodeableConcept = Her2BridgeCS#reassessed

// The source is gone from the server: it is named by identifier, since a reference would be refused.
Instance: flag-no-reassessment-withdrawn
InstanceOf: Her2FlagObservation
Usage: #example
Title: "The same flag withdrawn: its source was entered in error"
* insert NoReassessment(active, entered-in-error)
* issued = "2024-03-21T02:00:00Z"
* extension[statusReason].valueCodeableConcept = Her2BridgeCS#source-entered-in-error
* derivedFrom.type = "Observation"
* derivedFrom.identifier.system = "https://fhirher2bridge.example/fhir/sid/source-version"
* derivedFrom.identifier.value = "Observation/her2-ihc-2023"

Instance: flag-drug-after-negative
InstanceOf: Her2FlagObservation
Usage: #example
Title: "Trastuzumab resumed after the negative resection"
* insert Flag(4c1d8e2f7a6b5039e8d7c6b5a4f3021e9d8c7b6a5f4e3d2c1b0a99887766554c, her2-drug-after-negative, active, final, 03)
* subject = Reference(Patient/p1)
* focus = Reference(Condition/gastric-cancer)
* effectiveDateTime = "2024-08-17"
* issued = "2024-08-18T02:00:00Z"
* interpretation = $interpretation#A
* note.text = "Trastuzumab was given on 2024-08-17; the latest HER2 result (2024-07-20) is negative."
* derivedFrom = Reference(Observation/her2-ihc-gastrectomy)
* extension[supportingInfo].valueReference = Reference(MedicationAdministration/tras-4)
* insert Severity(high)
* component[currentStatus].valueCodeableConcept = Her2StatusCS#negative
* component[currentStatusDate].valueDateTime = "2024-07-20"
* component[trastuzumabLastDate].valueDateTime = "2024-08-17"

Instance: flag-discordant-specimens
InstanceOf: Her2FlagObservation
Usage: #example
Title: "Node and stomach biopsy differ, one result still preliminary, month known only"
* insert Flag(e07a5d3c9b1f48260d8e6a4c2b9f7e5d3c1a08f6e4d2b09c7a5e3f1d8b6c4a2e, discordant-specimens, active, preliminary, 05)
* subject = Reference(Patient/p1)
* effectiveDateTime = "2024-03"
* issued = "2024-04-02T02:00:00Z"
* interpretation = $interpretation#A
* derivedFrom[0] = Reference(Observation/her2-ihc-biopsy)
* derivedFrom[1] = Reference(Observation/her2-ihc-node)
* insert Severity(low)
* insert Change(positive, 2024-03-12, equivocal, 2024-03)

Instance: her2bridge-site-a
InstanceOf: Her2BridgeDevice
Usage: #example
Title: "The bridge of one site"
* identifier[deviceKey].value = "site-a"
* status = #active
* manufacturer = "FhirHer2Bridge project"
* deviceName.name = "FhirHer2Bridge"
* deviceName.type = #user-friendly-name
* type.text = "Software"
* version[0].type.text = "software"
* version[0].value = "0.1.0"
* version[1].type.text = "ruleset"
* version[1].value = "2026.1"

Instance: provenance-positive-to-negative
InstanceOf: Her2BridgeProvenance
Usage: #example
Title: "What the first flag rests on"
* target = Reference(flag-positive-to-negative)
* occurredDateTime = "2024-08-05T06:00:12Z"
* recorded = "2024-08-05T06:00:12.345Z"
* activity = $dataOperation#CREATE
* agent.type = $participant#assembler
* agent.who = Reference(her2bridge-site-a)
* entity[0].role = #source
* entity[0].what.type = "Observation"
* entity[0].what.identifier.system = "https://fhirher2bridge.example/fhir/sid/source-version"
* entity[0].what.identifier.value = "Observation/her2-ihc-gastrectomy/_history/2"
* entity[1].role = #source
* entity[1].what.type = "Observation"
* entity[1].what.identifier.system = "https://fhirher2bridge.example/fhir/sid/source-version"
* entity[1].what.identifier.value = "Observation/her2-ihc-node/_history/1"
