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
                "H2B-01 r2: positive-to-negative, negative-to-positive",
                "H2B-02 r4: trastuzumab-without-reassessment",
                "H2B-03 r3: her2-drug-after-negative",
                "H2B-04 r4: equivocal-without-reflex",
                "H2B-05 r3: discordant-specimens",
                "H2B-06 r3: new-her2-line-without-retest",
                "H2B-07 r2: her2-drug-without-result",
                "H2B-08 r3: progression-without-retest",
                "H2B-09 r3: trastuzumab-beyond-progression",
                "H2B-10 r2: ctdna-erbb2-fall",
                "H2B-11 r2: ctdna-erbb2-rise",
                "H2B-12 r3: ihc-ish-mismatch",
                "H2B-13 r2: resistance-alteration",
                "H2B-14 r2: sensitising-alteration",
                "H2B-15 r2: evidence-retracted-after-use",
                "H2B-16 r2: preliminary-result-acted-on",
                "H2B-17 r3: inadequate-specimen-without-repeat",
                "H2B-18 r4: contradictory-coding",
                "H2B-19 r2: backdated-result",
                "H2B-20 r3: her2-low-eligibility",
                "H2B-21 r2: uninformative-liquid-biopsy",
                "H2B-22 r2: no-retest-after-surgery",
                "H2B-23 r2: restart-after-gap",
                "H2B-24 r2: positive-untreated",
                "H2B-25 r2: tumour-mismatch",
                "H2B-26 r3: drug-identity-uncertain",
                "H2B-27 r2: drug-swap",
                "H2B-28 r3: not-assessable",
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
