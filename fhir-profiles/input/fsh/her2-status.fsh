CodeSystem: Her2StatusCS
Id: her2-status
Title: "HER2 status"
Description: "HER2 status of a tumour as the bridge understands the evidence. Low and ultralow are sub-categories of negative (breast only), never a status of their own."
* ^url = "https://fhirher2bridge.example/fhir/CodeSystem/her2-status"
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* ^hierarchyMeaning = #is-a
* #positive "Positive" "Protein overexpressed or gene amplified by the criteria of that tumour type."
* #negative "Negative" "Neither overexpressed nor amplified by the criteria of that tumour type."
  * #low "Low" "Negative with weak expression: sub-category of negative, breast only."
  * #ultralow "Ultralow" "Negative with faint expression in few cells: sub-category of negative, breast only."
* #equivocal "Equivocal" "Tested; a further method has to decide."
* #indeterminate "Indeterminate" "Tested; the evidence gives no status, or its readings contradict each other."
* #unknown "Unknown" "No usable result was seen. Never the same as negative."

ValueSet: Her2StatusVS
Id: her2-status
Title: "HER2 statuses"
Description: "Statuses a flag may name as prior or current: her2-status without the sub-categories, since a change between negative and low is no change of status."
* ^experimental = false
* include codes from system Her2StatusCS
* exclude Her2StatusCS#low
* exclude Her2StatusCS#ultralow
