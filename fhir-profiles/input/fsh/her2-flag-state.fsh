CodeSystem: Her2FlagStateCS
Id: her2-flag-state
Title: "State of a HER2 flag"
Description: "Whether the flagged situation stands. A flag that never held is withdrawn by Observation.status entered-in-error, not by a state."
* ^url = "https://fhirher2bridge.example/fhir/CodeSystem/her2-flag-state"
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* #active "Active" "The situation stands."
* #resolved "Resolved" "The situation stood and has ended; resolved-date and resolution-reason say when and why."

ValueSet: Her2FlagStatesVS
Id: her2-flag-states
Title: "States of a HER2 flag"
Description: "All codes of her2-flag-state."
* ^experimental = false
* include codes from system Her2FlagStateCS
