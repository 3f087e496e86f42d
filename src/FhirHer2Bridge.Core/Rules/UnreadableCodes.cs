namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// Gaps that are a fault of a HER2 result's coding (rule 18), with what is said of each. Not among them: a result that is awaited or
/// stated to be unknown, a result without any value, an attachment, anything about doses.
/// </summary>
internal static class UnreadableCodes
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not-interpreted"] = "A resource with a modifier that is not known here was not interpreted.",
        ["no-status-test"] = "A test known by its words only mentions HER2 and does not give a tumour's status.",
        ["other-marker"] = "A HER2 code stands beside words, or a gene, of another marker.",
        ["text-not-read"] = "A text that mentions HER2 is not in a form that is read with certainty.",
        ["value-not-read"] = "The value under a HER2 code is not known here, or is out of range.",
    };
}
