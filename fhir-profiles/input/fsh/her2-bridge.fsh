// Everything of ours that is neither a flag, a state nor a status. Kept in one system so that a site maps one table.
CodeSystem: Her2BridgeCS
Id: her2-bridge
Title: "FhirHer2Bridge terms"
Description: "Categories, components, severities, rules and reasons used in the Observations of FhirHer2Bridge."
* ^url = "https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge"
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* ^property[0].code = #kind
* ^property[0].uri = "https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge#kind"
* ^property[0].description = "What the code is for: category, component, severity, rule or reason."
* ^property[0].type = #code
* #her2-flag "HER2 flag" "Category of flag Observations; never together with laboratory."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #category
* #her2-history "HER2 status history" "Category and code of the summary Observation of one patient."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #category
* #severity "Severity of the flag" "How urgent a look at the flag is."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #prior-status "Prior HER2 status" "Status before the change."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #prior-status-date "Date of prior HER2 status" "Clinical time of the result that gave the prior status, as precise as the source."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #current-status "Current HER2 status" "Status after the change, or the latest status the flag rests on."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #current-status-date "Date of current HER2 status" "Clinical time of the result that gave the current status, as precise as the source."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #last-assessment-date "Date of last HER2 assessment" "Clinical time of the last qualifying HER2 test."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #trastuzumab-first-date "First trastuzumab administration" "First administration of the course the flag is about."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #trastuzumab-last-date "Last trastuzumab administration" "Last administration of a HER2-directed drug the flag considered."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #administrations-since-assessment "Administrations since last HER2 assessment" "Administrations counted from the last qualifying test to the last one considered."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #days-since-assessment "Days since last HER2 assessment" "Days from the last qualifying test to the administration or threshold the flag is about; never to today."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #resolved-date "Date of resolution" "When the situation ended."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #resolution-reason "Reason of resolution" "Why the situation ended."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #assessment-count "Number of HER2 assessments" "Summary Observation: assessments seen."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #status-change-count "Number of HER2 status changes" "Summary Observation: changes between determinate statuses."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #ever-positive "Ever HER2 positive" "Summary Observation: a determinate positive status was seen at some time."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #trastuzumab-administration-count "Number of trastuzumab administrations" "Summary Observation: administrations seen."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #interpreted-result "Interpreted HER2 result" "One result as the bridge read it, in answers of the history operation; never stored."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #component
* #severity-high "High severity" "Meaning of high in http://hl7.org/fhir/detectedissue-severity."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #severity
* #severity-moderate "Moderate severity" "Meaning of moderate in http://hl7.org/fhir/detectedissue-severity."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #severity
* #severity-low "Low severity" "Meaning of low in http://hl7.org/fhir/detectedissue-severity."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #severity
* #rule-h2b-01 "Rule H2B-01: HER2 status changed" "The flag was raised by rule H2B-01."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-02 "Rule H2B-02: trastuzumab without HER2 reassessment" "The flag was raised by rule H2B-02."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-03 "Rule H2B-03: HER2-directed drug after a negative result" "The flag was raised by rule H2B-03."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-04 "Rule H2B-04: equivocal result without reflex testing" "The flag was raised by rule H2B-04."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-05 "Rule H2B-05: discordant contemporaneous specimens" "The flag was raised by rule H2B-05."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-06 "Rule H2B-06: new HER2-directed line without retest" "The flag was raised by rule H2B-06."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-07 "Rule H2B-07: HER2-directed drug without a result" "The flag was raised by rule H2B-07."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-08 "Rule H2B-08: progression without retest" "The flag was raised by rule H2B-08."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-09 "Rule H2B-09: trastuzumab beyond progression" "The flag was raised by rule H2B-09."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-10 "Rule H2B-10: fall of plasma ERBB2" "The flag was raised by rule H2B-10."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-11 "Rule H2B-11: rise of plasma ERBB2" "The flag was raised by rule H2B-11."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-12 "Rule H2B-12: mismatch of immunohistochemistry and in situ hybridisation" "The flag was raised by rule H2B-12."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-13 "Rule H2B-13: new resistance alteration" "The flag was raised by rule H2B-13."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-14 "Rule H2B-14: sensitising alteration" "The flag was raised by rule H2B-14."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-15 "Rule H2B-15: evidence retracted after use" "The flag was raised by rule H2B-15."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-16 "Rule H2B-16: preliminary result acted on" "The flag was raised by rule H2B-16."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-17 "Rule H2B-17: inadequate specimen without repeat" "The flag was raised by rule H2B-17."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-18 "Rule H2B-18: contradictory coding" "The flag was raised by rule H2B-18."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-19 "Rule H2B-19: backdated result" "The flag was raised by rule H2B-19."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-20 "Rule H2B-20: HER2-low eligibility" "The flag was raised by rule H2B-20."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-21 "Rule H2B-21: uninformative liquid biopsy" "The flag was raised by rule H2B-21."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-22 "Rule H2B-22: no retest after surgery" "The flag was raised by rule H2B-22."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-23 "Rule H2B-23: restart after a gap" "The flag was raised by rule H2B-23."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-24 "Rule H2B-24: positive and untreated" "The flag was raised by rule H2B-24."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-25 "Rule H2B-25: tumour mismatch" "The flag was raised by rule H2B-25."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-26 "Rule H2B-26: drug identity uncertain" "The flag was raised by rule H2B-26."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-27 "Rule H2B-27: drug swap" "The flag was raised by rule H2B-27."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #rule-h2b-28 "Rule H2B-28: not assessable" "The flag was raised by rule H2B-28."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #rule
* #reassessed "HER2 was reassessed" "A new qualifying test exists."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason
* #treatment-stopped "Treatment stopped" "The course ended; seen through a complete record."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason
* #treatment-began "Treatment began" "HER2-directed treatment began, so the history moved on."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason
* #evidence-changed "Evidence changed" "Sources were corrected or added, and the situation no longer holds."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason
* #superseded "Superseded" "Another flag says the same or more."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason
* #source-entered-in-error "Source entered in error" "A source was withdrawn, or belonged to another patient: the flag never held."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason
* #historical "Historical" "The trigger is old and nothing recent depends on it."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason
* #deceased "Patient deceased" "The patient has died."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason
* #status-returned "Status returned" "A further test returned to the former status."
  * ^property[0].code = #kind
  * ^property[0].valueCode = #reason

ValueSet: Her2SeveritiesVS
Id: her2-severities
Title: "Severities of a HER2 flag"
Description: "Codes of her2-bridge of the kind severity, listed one by one so that a server needs no filter."
* ^experimental = false
* Her2BridgeCS#severity-high
* Her2BridgeCS#severity-moderate
* Her2BridgeCS#severity-low

ValueSet: Her2RulesVS
Id: her2-rules
Title: "Rules that raise HER2 flags"
Description: "Codes of her2-bridge of the kind rule, listed one by one so that a server needs no filter."
* ^experimental = false
* Her2BridgeCS#rule-h2b-01
* Her2BridgeCS#rule-h2b-02
* Her2BridgeCS#rule-h2b-03
* Her2BridgeCS#rule-h2b-04
* Her2BridgeCS#rule-h2b-05
* Her2BridgeCS#rule-h2b-06
* Her2BridgeCS#rule-h2b-07
* Her2BridgeCS#rule-h2b-08
* Her2BridgeCS#rule-h2b-09
* Her2BridgeCS#rule-h2b-10
* Her2BridgeCS#rule-h2b-11
* Her2BridgeCS#rule-h2b-12
* Her2BridgeCS#rule-h2b-13
* Her2BridgeCS#rule-h2b-14
* Her2BridgeCS#rule-h2b-15
* Her2BridgeCS#rule-h2b-16
* Her2BridgeCS#rule-h2b-17
* Her2BridgeCS#rule-h2b-18
* Her2BridgeCS#rule-h2b-19
* Her2BridgeCS#rule-h2b-20
* Her2BridgeCS#rule-h2b-21
* Her2BridgeCS#rule-h2b-22
* Her2BridgeCS#rule-h2b-23
* Her2BridgeCS#rule-h2b-24
* Her2BridgeCS#rule-h2b-25
* Her2BridgeCS#rule-h2b-26
* Her2BridgeCS#rule-h2b-27
* Her2BridgeCS#rule-h2b-28

ValueSet: Her2ReasonsVS
Id: her2-reasons
Title: "Reasons why a HER2 flag ended"
Description: "Codes of her2-bridge of the kind reason, listed one by one so that a server needs no filter."
* ^experimental = false
* Her2BridgeCS#reassessed
* Her2BridgeCS#treatment-stopped
* Her2BridgeCS#treatment-began
* Her2BridgeCS#evidence-changed
* Her2BridgeCS#superseded
* Her2BridgeCS#source-entered-in-error
* Her2BridgeCS#historical
* Her2BridgeCS#deceased
* Her2BridgeCS#status-returned
