using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>The clinical content in force. A change here is a change of what a clinician signed.</summary>
public sealed class RuleInventoryTests
{
    [Fact]
    public void Rules_Inventory_IsTheBaseline() =>
        RuleBook.Default.Rules.Select(rule => $"{rule.Card.Id} r{rule.Card.Revision}: {string.Join(", ", rule.Card.Codes)}")
            .ShouldBe(
            [
                "H2B-01 r1: positive-to-negative, negative-to-positive",
                "H2B-02 r1: trastuzumab-without-reassessment",
                "H2B-03 r1: her2-drug-after-negative",
                "H2B-05 r1: discordant-specimens",
                "H2B-15 r1: evidence-retracted-after-use",
                "H2B-19 r1: backdated-result",
            ]);

    [Fact]
    public void Cards_EachThreshold_HasADefaultWithinItsRangeAndAMeaning()
    {
        var parameters = RuleBook.Default.Rules.SelectMany(rule => rule.Card.Parameters).ToList();

        parameters.ShouldNotBeEmpty();
        parameters.ShouldAllBe(parameter => parameter.Min <= parameter.Default && parameter.Default <= parameter.Max);
        parameters.ShouldAllBe(parameter => parameter.Meaning.Length > 0 && parameter.Unit.Length > 0);
    }

    [Fact]
    public void Cards_EachRule_CitesItsSource() =>
        RuleBook.Default.Rules.ShouldAllBe(rule => rule.Card.Source.Length > 20 && rule.Card.Trigger.Length > 20 && rule.Card.Clears.Length > 20);
}
