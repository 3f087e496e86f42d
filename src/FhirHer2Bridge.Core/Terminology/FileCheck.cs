using System.Globalization;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What every file needs that is not about one code: its version, its day of checking, sources of names and words.</summary>
internal sealed class FileCheck
{
    private readonly TermsFile _file;
    private readonly List<TermProblem> _problems;

    private FileCheck(TermsFile file, List<TermProblem> problems)
    {
        _file = file;
        _problems = problems;
    }

    public static void Run(TermsFile file, List<TermProblem> problems)
    {
        var check = new FileCheck(file, problems);
        check.Head();
        foreach (var drug in file.Drugs)
        {
            check.Drug(drug);
        }

        check.Words();
        check.Alterations();
        foreach (var alias in file.Systems)
        {
            check.Need(alias is { Alias: not null, System: not null }, $"systems {alias.Alias}", "needs alias and system");
            check.NeedSource(alias, $"systems {alias.Alias}");
        }
    }

    private void Head()
    {
        if (string.IsNullOrWhiteSpace(_file.Version))
        {
            Say(TermCodes.NoVersion, "", "version is missing");
        }

        if (!DateOnly.TryParseExact(_file.CheckedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Say(TermCodes.NoVersion, "", "checkedOn is missing or no day (yyyy-MM-dd)");
        }
    }

    private void Drug(DrugEntry drug)
    {
        var entry = $"drugs {drug.Product ?? drug.Name ?? "without a name"}";
        Need(!string.IsNullOrWhiteSpace(drug.Name) && drug.Class is not null, entry, "needs name and class");
        NeedSource(drug, entry);
        foreach (var names in drug.Names)
        {
            Need(names.Step >= 1, entry, "has names without step");
            Need(Array.TrueForAll(names.Drugs, one => Array.Exists(_file.Drugs, other => string.Equals(other.Name, one, StringComparison.Ordinal))), entry, "names a drug that is not in the file");
            NeedSource(names, entry);
        }
    }

    /// <summary>The rules rest on them: a site cannot add one.</summary>
    private void Alterations()
    {
        Need(_file.Alterations.Length == 0 || !string.Equals(_file.Name, TermsLoader.Overlay, StringComparison.Ordinal), "alterations", "may not stand in an overlay");
        for (var i = 0; i < _file.Alterations.Length; i++)
        {
            var entry = _file.Alterations[i];
            var place = $"alterations {entry.Gene ?? "without a gene"}";
            Need(entry.IsWhole, place, "needs gene, kinds and effect, and not both only and except");
            NeedSource(entry, place);
            if (_file.Alterations.Take(i).Any(entry.Overlaps))
            {
                Say(TermCodes.Duplicate, place, "is defined already for some of its changes");
            }
        }
    }

    private void Words()
    {
        NeedSources("notTreatment", _file.NotTreatment);
        NeedSources("placebo", _file.Placebo);
        NeedSources("connectives", _file.Connectives);
        Need(_file.Connectives.All(static entry => entry.IsWhole), "connectives", "needs means, and signs of one character or words");
        NeedSources("adenocarcinomaWords", _file.AdenocarcinomaWords);
        NeedSources("noStatusWords", _file.NoStatusWords);
        NeedSources("testWords", _file.TestWords);
        NeedSources("specimenWords", _file.SpecimenWords);
        NeedSources("siteWords", _file.SiteWords);
        NeedSources("her2Mentions", _file.Her2Mentions);
        NeedSources("otherMarkers", _file.OtherMarkers);
        Need(_file.SpecimenWords.All(static entry => entry.Kind is not null), "specimenWords", "needs kind");
        Need(_file.SiteWords.All(static entry => entry.Tumour is not null), "siteWords", "needs tumour");

        MarkerEntry[] markers = [.. _file.Her2Mentions, .. _file.OtherMarkers];
        Need(!markers.Any(static entry => string.IsNullOrWhiteSpace(entry.Name)), "her2Mentions, otherMarkers", "needs name");
        WordEntry[] words =
            [.. _file.NotTreatment, .. _file.Placebo, .. _file.AdenocarcinomaWords, .. _file.NoStatusWords, .. _file.TestWords, .. _file.SpecimenWords, .. _file.SiteWords];
        var names = _file.Drugs.SelectMany(static drug => drug.Names);
        var written = words.SelectMany(static entry => entry.Words.Concat(entry.Parts).Concat(entry.Unless))
            .Concat(names.SelectMany(static name => name.Contains.Concat(name.Tokens).Concat(name.All).Concat(name.Fuzzy).Concat(name.Endings).Concat(name.Unless)));
        foreach (var word in written.Where(IsTooShort))
        {
            Say(TermCodes.Unmatchable, $"word \"{word}\"", "is too short to be told apart");
        }

        foreach (var (marker, pattern) in markers.SelectMany(static marker => marker.Patterns.Select(pattern => (marker, pattern))))
        {
            if (IsTooShort(pattern) || pattern[0] == '|' || (!marker.ExactCase && pattern.Any(static c => TextFold.Lower(c) != c)))
            {
                Say(TermCodes.Unmatchable, $"pattern \"{pattern}\"", "can match nothing, or everything");
            }
        }
    }

    private void NeedSources(string section, IEnumerable<ITermEntry> entries)
    {
        foreach (var entry in entries)
        {
            NeedSource(entry, section);
        }
    }

    private void NeedSource(ITermEntry entry, string place)
    {
        if (string.IsNullOrWhiteSpace(entry.Source))
        {
            Say(TermCodes.NoSource, place, "has no source");
        }
    }

    private void Need(bool isThere, string entry, string message)
    {
        if (!isThere)
        {
            Say(TermCodes.Incomplete, entry, message);
        }
    }

    private void Say(TermCode code, string entry, string message) => _problems.Add(new(code.Code, _file.Name, entry, message));

    /// <summary>An empty word would be found in every text; one Han character is a word, one letter is not.</summary>
    private static bool IsTooShort(string word) =>
        FoldedText.Plain(word) is not ({ Length: > 1 } or [>= '\u1100']);
}
