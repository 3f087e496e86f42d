namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Words of a source, shown beside what was read from them: no more than a reader needs to find the place.</summary>
internal static class Quotation
{
    /// <summary>Characters.</summary>
    public const int Longest = 200;

    public static string Of(string text) => Of(text, 0, text.Length);

    /// <summary>From one character up to another or the end of the text, cut where it is too long, and never within a character of two halves.</summary>
    public static string Of(string text, int start, int end)
    {
        var last = Math.Min(text.Length, Math.Min(end, start + Longest));
        if (last < text.Length && last > start && char.IsLowSurrogate(text[last]) && char.IsHighSurrogate(text[last - 1]))
        {
            last--;
        }

        return text[start..last];
    }
}
