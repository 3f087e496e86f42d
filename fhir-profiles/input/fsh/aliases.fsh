Alias: $supportingInfo = http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo
Alias: $statusReason = http://hl7.org/fhir/StructureDefinition/event-statusReason
Alias: $interpretation = http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation
Alias: $observationValue = http://terminology.hl7.org/CodeSystem/v3-ObservationValue
Alias: $dataOperation = http://terminology.hl7.org/CodeSystem/v3-DataOperation
Alias: $participant = http://terminology.hl7.org/CodeSystem/provenance-participant-type
Alias: $ucum = http://unitsofmeasure.org
