using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Service.Tests.Docs;

public sealed partial class ReasonWordsTests
{
    [Fact]
    public void HistoryWords_InTheSources_AreTheExplainedOnes() =>
        Literals("src/FhirHer2Bridge.Core/History", AnyWord()).ShouldBe(
            ReasonWords.Notes.Keys.Concat(ReasonWords.Gaps.Keys).Distinct(StringComparer.Ordinal), ignoreOrder: true);

    [Fact]
    public void UndeterminedReasons_InTheSources_AreTheExplainedOnes() =>
        Literals("src/FhirHer2Bridge.Core/Rules", Undetermined()).ShouldBe(ReasonWords.Undetermined.Keys, ignoreOrder: true);

    [Fact]
    public void InconclusiveReasons_InTheSources_AreTheExplainedOnes() =>
        Literals("src/FhirHer2Bridge.Fhir/Extract", Inconclusive()).ShouldBe(ReasonWords.Inconclusive.Keys, ignoreOrder: true);

    private static IEnumerable<string> Literals(string folder, Regex pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(static line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => pattern.Matches(line))
            .Select(static match => match.Groups["word"].Value)
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("\"(?<word>[a-z]+(?:-[a-z0-9]+)+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex AnyWord();

    [GeneratedRegex("(?:CannotTell\\(|(?:[:?]|=>) )\"(?<word>[a-z]+(?:-[a-z0-9]+)+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Undetermined();

    [GeneratedRegex("Inconclusive\\(\"(?<word>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Inconclusive();
}
