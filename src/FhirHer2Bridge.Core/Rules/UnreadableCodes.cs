namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// Gaps that are a fault of a HER2 result's coding (rule 18), with what is said of each. Not among them: a result that is awaited or
/// stated to be unknown, a result without any value, an attachment, anything about doses.
/// </summary>
public static class UnreadableCodes
{
    public const string NotInterpreted = "not-interpreted";
    public const string NoStatusTest = "no-status-test";
    public const string OtherMarker = "other-marker";
    public const string TextNotRead = "text-not-read";
    public const string ValueNotRead = "value-not-read";

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [NotInterpreted] = "A resource with a modifier that is not known here was not interpreted.",
        [NoStatusTest] = "A test known by its words only mentions HER2 and does not give a tumour's status.",
        [OtherMarker] = "A HER2 code stands beside words, or a gene, of another marker.",
        [TextNotRead] = "A text that mentions HER2 is not in a form that is read with certainty.",
        [ValueNotRead] = "The value under a HER2 code is not known here, or is out of range.",
    };
}
