namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>Displays of our codes, as in the CodeSystems of <c>fhir-profiles/</c>; a code without one is written bare.</summary>
public static class FlagCodes
{
    private static readonly Dictionary<string, string> Flags = new(StringComparer.Ordinal)
    {
        ["positive-to-negative"] = "HER2 status changed from positive to negative",
        ["negative-to-positive"] = "HER2 status changed from negative to positive",
        ["trastuzumab-without-reassessment"] = "Trastuzumab continued without HER2 reassessment",
        ["her2-drug-after-negative"] = "HER2-directed drug given after a negative HER2 result",
        ["equivocal-without-reflex"] = "Equivocal HER2 result without reflex testing",
        ["discordant-specimens"] = "Contemporaneous specimens with discordant HER2 status",
        ["ctdna-erbb2-fall"] = "Plasma ERBB2 amplification fell or was lost",
        ["ctdna-erbb2-rise"] = "Plasma ERBB2 copy number rose",
        ["resistance-alteration"] = "New alteration linked to resistance",
        ["sensitising-alteration"] = "Sensitising alteration noted",
        ["uninformative-liquid-biopsy"] = "Uninformative liquid biopsy used as reassessment",
        ["progression-without-retest"] = "Progression without HER2 retest",
        ["inadequate-specimen-without-repeat"] = "Inadequate HER2 specimen without repeat",
        ["contradictory-coding"] = "Contradictory coding of a HER2 result",
        ["her2-low-eligibility"] = "Tumour newly HER2-low or ultralow",
        ["no-retest-after-surgery"] = "No HER2 retest after surgery",
        ["tumour-mismatch"] = "HER2 result of another tumour",
        ["not-assessable"] = "HER2 rules not assessable",
        ["evidence-retracted-after-use"] = "HER2 evidence retracted after it was acted on",
        ["new-her2-line-without-retest"] = "New HER2-directed line without retest after progression",
        ["her2-drug-without-result"] = "HER2-directed drug without any HER2 result",
        ["trastuzumab-beyond-progression"] = "Trastuzumab given beyond progression",
        ["ihc-ish-mismatch"] = "Immunohistochemistry and in situ hybridisation disagree",
        ["preliminary-result-acted-on"] = "Preliminary HER2 result acted on",
        ["restart-after-gap"] = "Trastuzumab restarted after a gap",
        ["positive-untreated"] = "Became HER2 positive, no HER2-directed treatment",
        ["drug-identity-uncertain"] = "Identity of the HER2-directed drug uncertain",
        ["drug-swap"] = "Trastuzumab and an antibody-drug conjugate interchanged",
        ["backdated-result"] = "Late result that rewrites the past",
    };

    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["positive"] = "Positive",
        ["negative"] = "Negative",
        ["low"] = "Low",
        ["ultralow"] = "Ultralow",
        ["equivocal"] = "Equivocal",
        ["indeterminate"] = "Indeterminate",
        ["unknown"] = "Unknown",
    };

    /// <summary>Display of a code of the CodeSystem her2-flag; null where none is published yet.</summary>
    public static string? Display(string code) => Flags.GetValueOrDefault(code);

    internal static IReadOnlyDictionary<string, string> All => Flags;

    internal static string? StatusDisplay(string code) => Statuses.GetValueOrDefault(code);
}
