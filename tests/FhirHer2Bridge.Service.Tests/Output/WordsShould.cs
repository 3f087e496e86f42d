namespace FhirHer2Bridge.Service.Tests.Output;

internal static class WordsShould
{
    /// <summary>Each expected text begins or equals one of the words, in this order, whatever lies between.</summary>
    public static void ShouldBeSubsetOfInOrder(this IReadOnlyList<string> words, params string[] expected)
    {
        var from = 0;
        foreach (var text in expected)
        {
            while (from < words.Count && !words[from].StartsWith(text, StringComparison.Ordinal))
            {
                from++;
            }

            from.ShouldBeLessThan(words.Count, $"'{text}' is missing or out of order in: {string.Join(" | ", words)}");
        }
    }
}
