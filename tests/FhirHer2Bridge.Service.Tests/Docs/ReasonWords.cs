namespace FhirHer2Bridge.Service.Tests.Docs;

/// <summary>
/// What the engine's own words mean. They are written where they are decided, so <see cref="ReasonWordsTests"/> compares
/// this list with the sources.
/// </summary>
internal static class ReasonWords
{
    public static IReadOnlyDictionary<string, string> Gaps { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["medication-unresolved"] = "The administered product is referenced and could not be read; it may be a HER2 drug.",
        ["serum-her2"] = "HER2 measured in serum; never a tumour status.",
        ["undated-alteration"] = "A gene alteration without any date; it cannot be placed in time.",
        ["undated-result"] = "A HER2 result without any date; it cannot be placed in time.",
    };

    public static IReadOnlyDictionary<string, string> Undetermined { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["adc-low-category-unknown"] = "A conjugate was given after a negative result of which it is not known whether it was low: "
            + "the drug may be meant for it.",
        ["copy-numbers-not-comparable"] = "Plasma copy numbers at baseline and at progression of which one is missing, or a bound that does not tell.",
        ["alteration-not-read"] = "A gene alteration that could not be read, or has no date.",
        ["conflicting-results"] = "Two results of one specimen, issued at once, differ.",
        ["dose-between-unknown"] = "Two differing specimens lie close together, and it is not certain that they are of one time: a HER2-directed dose may "
            + "lie between them, or their dates are too coarse.",
        ["dose-not-assigned"] = "Several tumours, and a dose that names none of them.",
        ["dose-dates-too-coarse"] = "The dates of two doses are too coarse to say how many days lie between them.",
        ["doses-not-read-through"] = "The doses were not read completely up to the moment in question, so that \"no further dose\" cannot be said.",
        ["equivocal-unsettled"] = "An equivocal result that nothing has settled: if it is positive, the progression matters.",
        ["former-version-not-kept"] = "A result was amended after a dose, and what it said before was never seen.",
        ["negative-in-plasma-only"] = "A dose after a result that is negative in plasma, of a tumour without any tissue result.",
        ["no-plasma-baseline"] = "A plasma sample at progression, and none within the weeks before the first dose of that line.",
        ["drug-identity-uncertain"] = "It is not certain which drug a dose was of (rule H2B-26).",
        ["ihc-score-unknown"] = "A drug for IHC 2+ was given after a negative result of which no score is known.",
        ["hormone-receptor-unknown"] = "Ultralow matters with a positive hormone receptor only, which is not read.",
        ["issue-unknown"] = "Nobody says when a result was issued, which was first seen long after its collection: whether it came late is not known.",
        ["low-category-unknown"] = "A negative breast result without a score: it may be low.",
        ["no-qualifying-test"] = "Doses, but no determinate test was seen: the first one may lie outside this record.",
        ["order-no-longer-active"] = "A HER2 drug was ordered after the positive result, and the order is no longer active: it may have been carried out.",
        ["order-not-assigned"] = "Several tumours, and an active order for a HER2 drug that names none of them.",
        ["order-not-readable"] = "An active order for a product that could not be read; it may be a HER2 drug.",
        ["order-of-dose-and-progression"] = "The dates of a dose and of a progression are too coarse to say which came first.",
        ["order-of-test-and-progression"] = "The dates of the last test and of a progression are too coarse to say which came first.",
        ["order-of-test-and-surgery"] = "The dates of a test and of a resection are too coarse to say whether the tissue was collected before it.",
        ["order-of-tests"] = "The dates of two tests are too coarse to say which tissue was collected first.",
        ["progression-not-assigned"] = "Several tumours, and a progression that names none of them.",
        ["progression-not-dated"] = "A progression of which nobody can say when it was, or whether it is an earlier one recorded again.",
        ["reflex-not-decisive"] = "IHC 2+, and in situ hybridisation of the specimen that decides nothing.",
        ["reflex-not-on-record"] = "IHC 2+ that the laboratory concludes as positive or negative, and no gene test of the specimen is on record.",
        ["result-became-unclear"] = "A result that was positive or negative has since become unclear on the same specimen.",
        ["residual-not-assigned"] = "Several resections, and a statement that no tumour was left that does not say in which.",
        ["rule-set-unverified"] = "Breast counts of a time whose rules are not verified: whether they agree with the laboratory's statement is not recomputed.",
        ["sequenced-without-status"] = "ERBB2 was sequenced, and no HER2 status of this tumour follows from what was reported.",
        ["specimen-ambiguous"] = "It cannot be told which of several specimens a result belongs to.",
        ["status-stated-by-condition"] = "A Condition states a HER2 status: a test exists that is not on record.",
        ["stronger-flag-undetermined"] = "Another flag that would make this one superfluous may be open: its rule could not be answered.",
        ["order-of-dose-and-result"] = "The dates are too coarse to say which came first.",
        ["plasma-assays-differ"] = "The plasma samples at baseline and at progression come from two assays, or do not name theirs.",
        ["plasma-dates-too-coarse"] = "The dates are too coarse to say whether a plasma sample was taken at a progression.",
        ["prior-panel-unknown"] = "An earlier sample taken under the drug does not say whether it was examined for this gene.",
        ["protein-change-unknown"] = "A mutation of ERBB4 without its protein change: S774G is sensitising, others are not.",
        ["setting-unknown"] = "Nothing says whether the disease is metastatic.",
        ["surgery-undated"] = "A resection without a date, and HER2-directed treatment: which came first is not known.",
        ["surgery-not-assigned"] = "A resection for a condition that is not known to be the treated tumour.",
        ["tests-not-read-through"] = "The tests were not read completely up to the moment in question, so that \"no test since\" cannot be said. "
            + "Any gap that may hide a test is a reason too, under its own code.",
        ["tied-dates"] = "Two results that differ have dates of which neither is later.",
        ["tumour-fraction-low"] = "A fall of plasma copies with too little tumour DNA in the sample.",
        ["tumour-fraction-unknown"] = "A fall of plasma copies with a tumour fraction that is not stated, or a bound that does not tell.",
        ["tumour-not-assigned"] = "Several tumours, and a result that names none of them.",
        ["tumour-type-unknown"] = "The tumour type is not known, and read as gastric the answer is another than read as breast.",
        ["unreadable-and-undated"] = "Something that could not be read, without a date: it has no place in time.",
        ["unreadable-member"] = "A result of the same specimen could not be read: it may be the reflex test.",
        ["withdrawn-and-undated"] = "A result without a date was withdrawn: whether a dose had rested on it is not known.",
    };

    public static IReadOnlyDictionary<string, string> Notes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["conflicting-results"] = "Two results of one specimen, issued at once, differ.",
        ["counts-are-totals"] = "Counts given as totals over an unknown number of cells; only a stated ratio is used.",
        ["equivocal-without-ish"] = "IHC 2+ that no in situ hybridisation has settled.",
        ["gene-call-differs-from-counts"] = "The laboratory's call on the gene stands; its own counts read otherwise.",
        ["gene-result-not-decisive"] = "A gene result that does not decide the status.",
        ["gene-tests-differ"] = "In situ hybridisation and sequencing of one specimen contradict each other.",
        ["ihc-ish-mismatch"] = "Protein and gene results contradict each other.",
        ["ihc-needed"] = "Breast: these counts cannot be called without immunohistochemistry.",
        ["ihc-score-and-status-differ"] = "An IHC score and a status stated of the same stain contradict each other.",
        ["inputs-incomplete"] = "What was reported fits several rows of the table, and these differ.",
        ["mismatch-by-tumour-unknown"] = "The tumour type is not known, and only the gastric or only the breast table sees a contradiction.",
        ["no-ihc"] = "A status from the gene test alone.",
        ["no-result"] = "No HER2 result was seen.",
        ["no-usable-result"] = "A HER2 test from which no status follows.",
        ["plasma-only"] = "A status from plasma; no tissue result is known.",
        ["re-read"] = "A later report on the same specimen replaced the earlier value.",
        ["recomputed-equivocal"] = "Beside the laboratory's statement: its results alone read as equivocal.",
        ["recomputed-indeterminate"] = "Beside the laboratory's statement: its results alone read as indeterminate.",
        ["recomputed-negative"] = "Beside the laboratory's statement: its results alone read as negative.",
        ["recomputed-positive"] = "Beside the laboratory's statement: its results alone read as positive.",
        ["rule-set-unverified"] = "Breast counts of a time whose rules are not verified; only the laboratory's own statement is used.",
        ["single-probe-not-recomputed"] = "Copies without a ratio: the limits of single-probe counts are not verified.",
        ["six-or-more-copies"] = "Gastric: six or more copies without a ratio of 2.0; left to a person (parameter of rule 12).",
        ["specimen-ambiguous"] = "It cannot be told which of several specimens the results belong to.",
        ["specimen-assumed"] = "Results without a specimen, taken together because of their dates.",
        ["specimen-unsatisfactory"] = "The specimen did not allow a result.",
        ["stated-differs-from-computed"] = "The laboratory's own conclusion stands; the measured values read otherwise.",
        ["tied-dates"] = "Two results that differ have dates of which neither is later.",
        ["tumour-type-unknown"] = "The tumour type is not known and the gastric and the breast reading differ.",
        ["tumours-differ"] = "Two tumours of the patient have different statuses.",
        ["uninformative-plasma"] = "\"Not detected\" in plasma says nothing about the tumour.",
        ["unresolved-later-result"] = "A later test exists that gave no determinate status.",
    };

    /// <summary>Notes that come with a result that was read and settles nothing.</summary>
    public static IReadOnlyDictionary<string, string> Inconclusive { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["contradictory-coding"] = "One concept says two different statuses.",
        ["protein-absent-only"] = "\"Absent\" under a protein test, without a score.",
        ["protein-present-only"] = "\"Present\" under a protein test, without a score.",
        ["serum-quantity"] = "A serum level; never a tumour status.",
        ["serum-text"] = "A serum result in words; never a tumour status.",
        ["specimen-unsatisfactory"] = "The specimen did not allow a result.",
        ["score-range"] = "A stain score given as a range that spans negative and positive.",
        ["weakly-positive"] = "\"Weakly positive\" is neither positive nor negative.",
    };
}
