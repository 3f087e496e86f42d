RuleSet: OpenSlices(element, path)
* {element} ^slicing.discriminator[0].type = #pattern
* {element} ^slicing.discriminator[0].path = "{path}"
* {element} ^slicing.rules = #open

RuleSet: Component(slice, code, type)
* component[{slice}].code = Her2BridgeCS#{code}
* component[{slice}].value[x] 1..1
* component[{slice}].value[x] only {type}
* component[{slice}].dataAbsentReason 0..0

RuleSet: Absent(element)
* {element} 0..0

Profile: Her2FlagObservation
Parent: Observation
Id: her2-flag-observation
Title: "HER2 flag"
Description: "One flagged situation of one patient: code says what, value whether it stands, status how reliable the statement is. Derived by software from the evidence it names; not a laboratory result and never evidence itself."
* ^experimental = false
* obeys her2-flag-1 and her2-flag-2 and her2-flag-3 and her2-flag-4 and her2-flag-5 and her2-flag-6
* extension contains $supportingInfo named supportingInfo 0..* MS and $statusReason named statusReason 0..1
* identifier 1..*
* identifier ^slicing.discriminator[0].type = #value
* identifier ^slicing.discriminator[0].path = "system"
* identifier ^slicing.rules = #open
* identifier contains flagKey 1..1 MS
* identifier[flagKey] ^short = "Names the flag: same key, same flag"
* identifier[flagKey].system 1..1
* identifier[flagKey].system = "https://fhirher2bridge.example/fhir/sid/flag-key" (exactly)
* identifier[flagKey].value 1..1
* category 1..*
* insert OpenSlices(category, $this)
* category contains her2Flag 1..1 MS
* category[her2Flag] = Her2BridgeCS#her2-flag
* code MS
* code from Her2FlagCodesVS (required)
* subject 1..1 MS
* subject only Reference(Patient)
* focus only Reference(Condition)
* effective[x] 1..1 MS
* effective[x] only dateTime
* issued 1..1 MS
* performer only Reference(Organization)
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] from Her2FlagStatesVS (required)
* method 1..1
* method from Her2RulesVS (required)
* device 1..1 MS
* device only Reference(Device)
* derivedFrom only Reference(Observation or DocumentReference)
* derivedFrom MS
* insert Absent(dataAbsentReason)
* insert Absent(bodySite)
* insert Absent(specimen)
* insert Absent(referenceRange)
* insert Absent(hasMember)
* insert OpenSlices(component, code)
* component contains
    severity 1..1 MS and
    priorStatus 0..1 MS and
    priorStatusDate 0..1 and
    currentStatus 0..1 MS and
    currentStatusDate 0..1 and
    lastAssessmentDate 0..1 and
    trastuzumabFirstDate 0..1 and
    trastuzumabLastDate 0..1 MS and
    administrationsSinceAssessment 0..1 and
    daysSinceAssessment 0..1 and
    resolvedDate 0..1 MS and
    resolutionReason 0..1 MS
* insert Component(severity, severity, CodeableConcept)
* component[severity].value[x] from Her2SeveritiesVS (required)
* insert Component(priorStatus, prior-status, CodeableConcept)
* component[priorStatus].value[x] from Her2StatusVS (required)
* insert Component(priorStatusDate, prior-status-date, dateTime)
* insert Component(currentStatus, current-status, CodeableConcept)
* component[currentStatus].value[x] from Her2StatusVS (required)
* insert Component(currentStatusDate, current-status-date, dateTime)
* insert Component(lastAssessmentDate, last-assessment-date, dateTime)
* insert Component(trastuzumabFirstDate, trastuzumab-first-date, dateTime)
* insert Component(trastuzumabLastDate, trastuzumab-last-date, dateTime)
* insert Component(administrationsSinceAssessment, administrations-since-assessment, integer)
* insert Component(daysSinceAssessment, days-since-assessment, Quantity)
* component[daysSinceAssessment].valueQuantity = $ucum#d
* insert Component(resolvedDate, resolved-date, dateTime)
* insert Component(resolutionReason, resolution-reason, CodeableConcept)
* component[resolutionReason].value[x] from Her2ReasonsVS (required)
