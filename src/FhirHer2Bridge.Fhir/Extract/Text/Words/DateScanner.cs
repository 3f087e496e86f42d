namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>A date written in one piece ("19.02.2024"): the grammar asks for its year only.</summary>
internal static class DateScanner
{
    private const int LongestDate = 10;
    private const int YearDigits = 4;

    /// <returns>Its year, as written; null: it is no date of day, month and year.</returns>
    public static string? YearOf(ReadOnlySpan<char> number)
    {
        var first = number.IndexOf('.');
        var last = number.LastIndexOf('.');
        return number.Length <= LongestDate && first is 1 or 2 && last - first is 2 or 3 && number.Length - last - 1 == YearDigits
            ? number[(last + 1)..].ToString()
            : null;
    }
}
