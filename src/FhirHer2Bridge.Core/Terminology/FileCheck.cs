using System.Globalization;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What every file needs that is not about one code: its version, its day of checking, sources of names and words.</summary>
internal static class FileCheck
{
    public static void Run(TermsFile file, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(file.Version))
        {
            problems.Add($"{file.Name}: version is missing");
        }

        if (!DateOnly.TryParseExact(file.CheckedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            problems.Add($"{file.Name}: checkedOn is missing or no day (yyyy-MM-dd)");
        }

        foreach (var drug in file.Drugs)
        {
            Drug(file.Name, drug, problems);
        }

        Words(file, problems);
        foreach (var alias in file.Systems)
        {
            if (alias is not { Alias: not null, System: not null, Source: not null })
            {
                problems.Add($"{file.Name}: systems needs alias, system and source");
            }
        }
    }

    private static void Drug(string name, DrugEntry drug, List<string> problems)
    {
        var product = drug.Product ?? drug.Name ?? "without a name";
        if (string.IsNullOrWhiteSpace(drug.Name) || drug.Class is null || string.IsNullOrWhiteSpace(drug.Source))
        {
            problems.Add($"{name}: drugs {product} needs name, class and source");
        }

        if (drug.Names.Any(names => string.IsNullOrWhiteSpace(names.Source) || names.Step < 1))
        {
            problems.Add($"{name}: drugs {product} has names without step or source");
        }
    }

    private static void Words(TermsFile file, List<string> problems)
    {
        WordEntry[] words = [.. file.NotTreatment, .. file.NoStatusWords, .. file.SpecimenWords, .. file.SiteWords];
        if (words.Any(entry => string.IsNullOrWhiteSpace(entry.Source))
            || file.SpecimenWords.Any(entry => entry.Kind is null)
            || file.SiteWords.Any(entry => entry.Tumour is null))
        {
            problems.Add($"{file.Name}: notTreatment, noStatusWords, specimenWords and siteWords need a source and what they stand for");
        }

        MarkerEntry[] markers = [.. file.Her2Mentions, .. file.OtherMarkers];
        if (markers.Any(entry => string.IsNullOrWhiteSpace(entry.Source) || string.IsNullOrWhiteSpace(entry.Name)))
        {
            problems.Add($"{file.Name}: her2Mentions and otherMarkers need a name and a source");
        }

        var names = file.Drugs.SelectMany(drug => drug.Names);
        var written = words.SelectMany(entry => entry.Words.Concat(entry.Parts).Concat(entry.Unless))
            .Concat(names.SelectMany(name => name.Contains.Concat(name.Tokens).Concat(name.All).Concat(name.Fuzzy).Concat(name.Endings).Concat(name.Unless)));
        problems.AddRange(written.Where(IsTooShort).Select(word => $"{file.Name}: the word \"{word}\" is too short to be told apart"));
        problems.AddRange(
            from marker in markers
            from pattern in marker.Patterns
            where IsTooShort(pattern) || pattern[0] == '|' || (!marker.ExactCase && pattern.Any(c => TextFold.Lower(c) != c))
            select $"{file.Name}: the pattern \"{pattern}\" can match nothing, or everything");
    }

    /// <summary>An empty word would be found in every text; one Han character is a word, one letter is not.</summary>
    private static bool IsTooShort(string word) =>
        FoldedText.Plain(word) is not ({ Length: > 1 } or [>= '\u1100']);
}
