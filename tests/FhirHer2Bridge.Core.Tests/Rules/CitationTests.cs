using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>
/// Published statements on which the rules rest stand on the card of the rule they support; statements nobody could verify stand on
/// none.
/// </summary>
public sealed class CitationTests
{
    [Theory]
    [InlineData("H2B-02", "10.1186/s12957-022-02615-0")]
    [InlineData("H2B-08", "10.1186/s12957-022-02615-0")]
    [Trait("Row", "5/s1-conclusion")]
    public void Card_ReassessAtProgression_CitesTheCaseReport(string rule, string citation) => SourceOf(rule).ShouldContain(citation);

    [Theory]
    [InlineData("PMID 27578417")]
    [InlineData("29 to 69 %")]
    [InlineData("3 of 7")]
    [Trait("Row", "5/pietrantonio")]
    [Trait("Row", "5/dg04-range")]
    [Trait("Row", "5/s1-refs")]
    public void Card_StatusChanged_CitesHowOftenHer2IsLost(string citation) => SourceOf("H2B-01").ShouldContain(citation);

    [Theory]
    [InlineData("H2B-07", "PMID 39727695")]
    [InlineData("H2B-07", "PMC8360643")]
    [Trait("Row", "5/canadian-consensus")]
    [Trait("Row", "5/csco-2021")]
    public void Card_DrugWithoutResult_CitesThatEveryPatientIsTested(string rule, string citation) => SourceOf(rule).ShouldContain(citation);

    [Theory]
    [InlineData("ASCO/CAP")]
    [InlineData("EGTM")]
    [Trait("Row", "5/asco-cap-repeat")]
    [Trait("Row", "5/egtm")]
    public void Card_ProgressionWithoutRetest_CitesTheGuidelines(string citation) => SourceOf("H2B-08").ShouldContain(citation);

    [Theory]
    [InlineData("HELOISE")]
    [InlineData("TyTAN")]
    [Trait("Row", "5/trials-without-benefit")]
    public void Card_BeyondProgression_CitesTheTrialsWithoutBenefit(string trial) => SourceOf("H2B-09").ShouldContain(trial);

    [Theory]
    [InlineData("PMC7375665")]
    [InlineData("41 of 68")]
    [Trait("Row", "4f/concordance-lpwgs")]
    [Trait("Row", "4f/t-act-baseline")]
    public void Card_UninformativeLiquidBiopsy_CitesWhatPlasmaShowsOfTissue(string citation) => SourceOf("H2B-21").ShouldContain(citation);

    /// <summary>
    /// Unverified, opinion, still open for comment, or for text only: no card may rest on them.
    /// </summary>
    [Theory]
    [InlineData("Seo")]
    [InlineData("Enhertu")]
    [InlineData("NCCN")]
    [InlineData("vjoncology")]
    [InlineData("open comment")]
    [InlineData("washout")]
    [InlineData("CEA")]
    [Trait("Row", "5/seo-2019")]
    [Trait("Row", "5/enhertu-label")]
    [Trait("Row", "5/nccn-esmo")]
    [Trait("Row", "5/commentary-biopsy")]
    [Trait("Row", "5/cap-open-comment")]
    [Trait("Row", "6b/cea")]
    public void Cards_Unverified_AreCitedByNone(string words) =>
        RuleBook.Default.Rules.ShouldAllBe(rule => !Everything(rule.Card).Contains(words, StringComparison.Ordinal));

    private static string SourceOf(string rule) => RuleBook.Default.Rules.Single(r => r.Card.Id.Value == rule).Card.Source;

    private static string Everything(RuleCard card) =>
        string.Join('\n', [card.Title, card.Trigger, card.Clears, card.Severity, card.Source, .. card.Parameters.Select(static p => p.Meaning)]);
}
