// Numbers are those of the rule catalogue; the rule that raised a flag is in Observation.method.
CodeSystem: Her2FlagCS
Id: her2-flag
Title: "HER2 flags"
Description: "What a HER2 flag Observation says. No published code system has codes for these situations."
* ^url = "https://fhirher2bridge.example/fhir/CodeSystem/her2-flag"
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* ^hierarchyMeaning = #is-a
* #status-change "HER2 status changed" "The determinate HER2 status of the tumour (positive or negative) differs from the determinate status before it. A grouping code: a flag carries one of its children."
  * #positive-to-negative "HER2 status changed from positive to negative" "A determinate negative status follows a determinate positive one, not explained as discordance of contemporaneous specimens. Rule H2B-01."
  * #negative-to-positive "HER2 status changed from negative to positive" "A determinate positive status follows a determinate negative one, not explained as discordance of contemporaneous specimens. Rule H2B-01."
* #trastuzumab-without-reassessment "Trastuzumab continued without HER2 reassessment" "Trastuzumab is given on a HER2 result older than the threshold, or goes on after progression without a new test. Rule H2B-02."
* #her2-drug-after-negative "HER2-directed drug given after a negative HER2 result" "A HER2-directed drug not meant for a negative tumour was given while the latest final HER2 status was negative. Rule H2B-03."
* #equivocal-without-reflex "Equivocal HER2 result without reflex testing" "An equivocal immunohistochemistry result has no in situ hybridisation on that specimen. Rule H2B-04."
* #discordant-specimens "Contemporaneous specimens with discordant HER2 status" "Two specimens close in time, without HER2-directed treatment between them, differ in HER2 status or score. Rule H2B-05."
* #new-her2-line-without-retest "New HER2-directed line without retest after progression" "A new line of HER2-directed treatment began after progression on such treatment, with no HER2 test between. Rule H2B-06."
* #her2-drug-without-result "HER2-directed drug without any HER2 result" "A HER2-directed drug was given and no HER2 result is on record. Rule H2B-07."
* #progression-without-retest "Progression without HER2 retest" "Progression or recurrence was recorded and no HER2 test followed within the threshold. Rule H2B-08."
* #trastuzumab-beyond-progression "Trastuzumab given beyond progression" "Trastuzumab was given beyond recorded progression of a gastric or gastro-oesophageal tumour. Rule H2B-09."
* #ctdna-erbb2-fall "Plasma ERBB2 amplification fell or was lost" "At progression the plasma ERBB2 copy number fell, or the amplification is no longer detected, with sufficient tumour fraction. Rule H2B-10."
* #ctdna-erbb2-rise "Plasma ERBB2 copy number rose" "At progression the plasma ERBB2 copy number is above its baseline. Rule H2B-11."
* #ihc-ish-mismatch "Immunohistochemistry and in situ hybridisation disagree" "The two methods, or the laboratory's conclusion and its own figures, disagree on one specimen. Rule H2B-12."
* #resistance-alteration "New alteration linked to resistance" "An alteration linked to resistance against HER2-directed drugs first appears during or after such treatment. Rule H2B-13."
* #sensitising-alteration "Sensitising alteration noted" "An alteration reported as sensitising to HER2-directed drugs is present. Rule H2B-14."
* #evidence-retracted-after-use "HER2 evidence retracted after it was acted on" "A HER2 result that a dose or a flag rested on was corrected, cancelled or withdrawn. Rule H2B-15."
* #preliminary-result-acted-on "Preliminary HER2 result acted on" "A HER2-directed drug was given while only a preliminary result exists. Rule H2B-16."
* #inadequate-specimen-without-repeat "Inadequate HER2 specimen without repeat" "A HER2 test failed or its specimen was unsatisfactory, and no repeat followed. Rule H2B-17."
* #contradictory-coding "Contradictory coding of a HER2 result" "The parts of one result (code, text, interpretation) contradict each other. Rule H2B-18."
* #backdated-result "Late result that rewrites the past" "A result arrived late and changes the status at a dose given or a flag raised earlier. Rule H2B-19."
* #her2-low-eligibility "Tumour newly HER2-low or ultralow" "A breast tumour with negative status newly falls in the low or ultralow category. Rule H2B-20."
* #uninformative-liquid-biopsy "Uninformative liquid biopsy used as reassessment" "A plasma result without detection and with low or unknown tumour fraction is the only test since the last tissue result. Rule H2B-21."
* #no-retest-after-surgery "No HER2 retest after surgery" "Tumour resected after HER2-directed treatment has no HER2 result. Rule H2B-22."
* #restart-after-gap "Trastuzumab restarted after a gap" "Trastuzumab was given again after a gap longer than the threshold. Rule H2B-23."
* #positive-untreated "Became HER2 positive, no HER2-directed treatment" "A tumour with an earlier negative status became positive and no HER2-directed drug follows. Rule H2B-24."
* #tumour-mismatch "HER2 result of another tumour" "The result that supports the treatment belongs to another primary tumour. Rule H2B-25."
* #drug-identity-uncertain "Identity of the HER2-directed drug uncertain" "The codings of an administration do not say which HER2-directed drug was given. Rule H2B-26."
* #drug-swap "Trastuzumab and an antibody-drug conjugate interchanged" "Plain trastuzumab and an antibody-drug conjugate of it were given close together. Rule H2B-27."
* #not-assessable "HER2 rules not assessable" "Data are stale, truncated or refused, so that a rule could not be evaluated. Rule H2B-28."

ValueSet: Her2FlagCodesVS
Id: her2-flag-codes
Title: "HER2 flag codes"
Description: "Codes a flag may carry: all of her2-flag but the grouping code status-change."
* ^experimental = false
* include codes from system Her2FlagCS
* exclude Her2FlagCS#status-change
