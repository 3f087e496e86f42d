Profile: Her2BridgeDevice
Parent: Device
Id: her2-bridge-device
Title: "FhirHer2Bridge as a device"
Description: "The installed software that made a flag: one per site."
* ^experimental = false
* identifier 1..*
* identifier ^slicing.discriminator[0].type = #value
* identifier ^slicing.discriminator[0].path = "system"
* identifier ^slicing.rules = #open
* identifier contains deviceKey 1..1 MS
* identifier[deviceKey].system 1..1
* identifier[deviceKey].system = "https://fhirher2bridge.example/fhir/sid/device-key" (exactly)
* identifier[deviceKey].value 1..1
* status 1..1
* deviceName 1..*
* type 1..1
* version 1..*
* patient 0..0

ValueSet: Her2ProvenanceActivitiesVS
Id: her2-provenance-activities
Title: "What was done to a HER2 flag"
Description: "Created, updated or withdrawn; flags are never deleted."
* ^experimental = false
* $dataOperation#CREATE
* $dataOperation#UPDATE
* $dataOperation#NULLIFY

// The agent is not sliced but held by an invariant: a published validator takes entity.agent for a slice start.
Profile: Her2BridgeProvenance
Parent: Provenance
Id: her2-bridge-provenance
Title: "Provenance of a HER2 flag"
Description: "Which versions of which resources one version of a flag rests on. Sources are named by type and identifier, never by reference, so that the hospital stays free to delete its own resources."
* ^experimental = false
* obeys her2-prov-1
* target only Reference(Observation)
* activity 1..1
* activity from Her2ProvenanceActivitiesVS (required)
* entity.role = #source (exactly)
* entity.what.reference 0..0
* entity.what.type 1..1
* entity.what.identifier 1..1
