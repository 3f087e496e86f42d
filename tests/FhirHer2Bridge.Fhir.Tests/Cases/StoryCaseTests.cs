using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Cases;

public sealed class StoryCaseTests
{
    private static readonly string[] Codes =
    [
        "positive-to-negative", "negative-to-positive", "trastuzumab-without-reassessment", "her2-drug-after-negative",
        "equivocal-without-reflex", "discordant-specimens", "new-her2-line-without-retest", "her2-drug-without-result",
        "progression-without-retest", "trastuzumab-beyond-progression", "ctdna-erbb2-fall", "ctdna-erbb2-rise",
        "ihc-ish-mismatch", "resistance-alteration", "sensitising-alteration", "evidence-retracted-after-use",
        "preliminary-result-acted-on", "inadequate-specimen-without-repeat", "contradictory-coding", "backdated-result",
        "her2-low-eligibility", "uninformative-liquid-biopsy", "no-retest-after-surgery", "restart-after-gap",
        "positive-untreated", "tumour-mismatch", "drug-identity-uncertain", "drug-swap", "not-assessable",
    ];

    private static readonly string[] Rules = [.. Enumerable.Range(1, 28).Select(number => $"H2B-{number:00}")];

    private static readonly string[] Licences = ["CC BY 4.0", "CC0-1.0", "Apache-2.0"];

    private static readonly string[] Values = ["positive", "negative", "equivocal", "indeterminate", "unknown"];

    public static TheoryData<string> Names { get; } = [.. StoryCase.Names];

    [Fact]
    public void Names_OfTheFolders_AreNumberedOnceAndPatientsWithoutAHole()
    {
        var numbers = StoryCase.Names.Select(name => int.Parse(name[..4], CultureInfo.InvariantCulture)).ToList();

        numbers.ShouldBeUnique();
        var patients = numbers.Where(number => number < 100).ToList();
        patients.ShouldBe(Enumerable.Range(1, patients.Count));
        numbers.Except(patients).ShouldAllBe(number => number % 100 >= 1 && number % 100 <= 28);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_OfEveryStory_GoForwardAndSeeEveryBundle(string name)
    {
        var story = StoryCase.Load(name);

        story.Steps.Select(step => step.AsOf).ShouldBeInOrder();
        story.Steps.Select(step => step.Bundles).ShouldBeInOrder();
        story.Steps[0].Bundles.ShouldBe(1);
        story.Steps.Select(step => step.Bundles).Distinct().Count().ShouldBe(story.Bundles.Count);
        story.Steps[^1].Bundles.ShouldBe(story.Bundles.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Expectations_OfEveryStory_UseTheContractsWords(string name)
    {
        var story = StoryCase.Load(name);

        foreach (var step in story.Steps)
        {
            Values.ShouldContain(step.Status.Value, StringComparer.Ordinal);
            step.Why.ShouldNotBeNullOrWhiteSpace();
            step.Flags.Select(flag => flag.Code).ShouldBeSubsetOf(Codes, StringComparer.Ordinal);
            (step.NotFlags ?? []).ShouldBeSubsetOf(Codes, StringComparer.Ordinal);
            step.Flags.Select(flag => flag.Code).Intersect(step.NotFlags ?? [], StringComparer.Ordinal).ShouldBeEmpty();
            (step.Rules ?? []).Concat(step.ExceptRules ?? []).Concat((step.Undetermined ?? []).Select(rule => rule.Rule))
                .ShouldBeSubsetOf(Rules, StringComparer.Ordinal);
            step.Flags.ShouldAllBe(flag => IsSeverity(flag.Severity));
            step.Flags.ShouldAllBe(flag => IsState(flag.State));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Flags_FromStepToStep_AreLostOnlyByWithdrawalAndNeverReopen(string name)
    {
        var story = StoryCase.Load(name);

        foreach (var (before, after) in story.Steps.Zip(story.Steps.Skip(1)))
        {
            var written = before.Flags.Where(flag => flag.Severity is not "low").ToList();
            var gone = written.Select(flag => flag.Code).Except(after.Flags.Select(flag => flag.Code), StringComparer.Ordinal).ToList();
            gone.ShouldBe(after.WithdrawnOnServer ?? [], ignoreOrder: true);
            foreach (var ended in written.Where(flag => flag.State is "resolved" && !gone.Contains(flag.Code, StringComparer.Ordinal)))
            {
                after.Flags.ShouldContain(ended);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StoryText_OfEveryStory_NamesSourceAndLicence(string name)
    {
        var text = File.ReadAllText(Path.Combine(StoryFolder.Root, name, "story.md"));

        text.ShouldStartWith("# ");
        text.ShouldContain("\nSource: ");
        Licences.ShouldContain(licence => text.Contains(licence, StringComparison.Ordinal));
    }

    [Fact]
    public void Overlay_OfTheLocalCodeStory_DefinesTheCodeItsResultsUse()
    {
        var story = StoryCase.Load("0006-local-code-subject-by-identifier");

        var codes = StoryReader.All(story, "Observation")
            .Select(resource => (string?)resource["code"]!["coding"]![0]!["code"]);
        using var overlay = JsonDocument.Parse(story.Overlay!);
        var defined = overlay.RootElement.GetProperty("tests").EnumerateArray()
            .Select(test => test.GetProperty("code").GetString());
        codes.Distinct(StringComparer.Ordinal).ShouldBe(defined);
    }

    private static bool IsSeverity(string word) => word is "high" or "moderate" or "low";

    private static bool IsState(string word) => word is "active" or "resolved";
}
