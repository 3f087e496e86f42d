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
        ["undated-result"] = "A HER2 result without any date; it cannot be placed in time.",
    };

    public static IReadOnlyDictionary<string, string> Undetermined { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["adc-low-category-unknown"] = "A conjugate was given after a negative result of which it is not known whether it was low: "
            + "the drug may be meant for it.",
        ["dose-not-assigned"] = "Several tumours, and a dose that names none of them.",
        ["doses-not-read-through"] = "The doses were not read completely up to the moment in question, so that \"no further dose\" cannot be said.",
        ["hormone-receptor-unknown"] = "Ultralow matters with a positive hormone receptor only, which is not read.",
        ["no-qualifying-test"] = "Doses, but no determinate test was seen: the first one may lie outside this record.",
        ["order-of-test-and-progression"] = "The dates of the last test and of a progression are too coarse to say which came first.",
        ["progression-not-assigned"] = "Several tumours, and a progression that names none of them.",
        ["result-became-unclear"] = "A result that was positive or negative has since become unclear on the same specimen.",
        ["setting-unknown"] = "Nothing says whether the disease is metastatic.",
        ["stronger-flag-undetermined"] = "Another flag that would make this one superfluous may be open: its rule could not be answered.",
        ["order-of-dose-and-result"] = "The dates are too coarse to say which came first.",
        ["surgery-not-assigned"] = "A resection for a condition that is not known to be the treated tumour.",
        ["tests-not-read-through"] = "The tests were not read completely up to the moment in question, so that \"no test since\" cannot be said. "
            + "Any gap that may hide a test is a reason too, under its own code.",
        ["tied-dates"] = "Two results that differ have dates of which neither is later.",
        ["tumour-not-assigned"] = "Several tumours, and a result that names none of them.",
        ["tumour-type-unknown"] = "Read as gastric the limit has passed, read as breast it has not.",
        ["unreadable-and-undated"] = "Something that could not be read, without a date: it has no place in time.",
        ["unreadable-member"] = "A result of the same specimen could not be read: it may be the reflex test.",
    };

    public static IReadOnlyDictionary<string, string> Notes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["breast-table-absent"] = "Numbers that need the breast tables, which this version does not have.",
        ["conflicting-results"] = "Two results of one specimen, issued at once, differ.",
        ["copies-without-ratio"] = "A copy number of six or more without the ratio that a gastric reading needs.",
        ["equivocal-without-ish"] = "IHC 2+ that no in situ hybridisation has settled.",
        ["gene-result-not-decisive"] = "Gene numbers that do not decide the status.",
        ["ihc-ish-mismatch"] = "Protein and gene results contradict each other.",
        ["no-ihc"] = "A status from the gene test alone.",
        ["no-result"] = "No HER2 result was seen.",
        ["no-usable-result"] = "A HER2 test from which no status follows.",
        ["plasma-only"] = "Amplification was found in plasma; no tissue result is known.",
        ["re-read"] = "A later report on the same specimen replaced the earlier value.",
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
        ["weakly-positive"] = "\"Weakly positive\" is neither positive nor negative.",
    };
}
