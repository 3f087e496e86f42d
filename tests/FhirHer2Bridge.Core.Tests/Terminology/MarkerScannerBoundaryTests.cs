using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

/// <summary>Where a marker's name begins and ends in running text, and where "her 2" is the pronoun.</summary>
public sealed class MarkerScannerBoundaryTests
{
    [Theory]
    [InlineData("HER\u20102")]
    [InlineData("HER\u20152")]
    [InlineData("HER\u22122")]
    [InlineData("HER_2")]
    [InlineData("HER -2")]
    [InlineData("HER2 week 3 biopsy")]
    [InlineData("HER-2 day 1")]
    [InlineData("HER 2 LESIONS")]
    [InlineData("HER 2 POS")]
    [InlineData("her 2 positive")]
    [InlineData("her 2 \u9633\u6027")]
    [InlineData("Status of her 2")]
    [InlineData("Status of her 2 ")]
    [InlineData("her 2: negative")]
    [InlineData("her 2 3+")]
    public void MentionsHer2_TheMarker_IsSeen(string text) => Terms.Embedded.MentionsHer2(text).ShouldBeTrue();

    [Theory]
    [InlineData("HER\u200f2")]
    [InlineData("HER\u20162")]
    [InlineData("HER - 2")]
    [InlineData("PANHER2")]
    [InlineData("otherher2")]
    [InlineData("Panher2")]
    [InlineData("HER-2x")]
    [InlineData("her 2 lesions")]
    [InlineData("her  2-month follow-up")]
    [InlineData("her 2 4-cm nodules")]
    [InlineData("Her 2 lesions")]
    [InlineData("HEr 2 lesions")]
    [InlineData("HeR 2 lesions")]
    [InlineData("heR 2 lesions")]
    public void MentionsHer2_AnotherWordOrThePronoun_IsNot(string text) => Terms.Embedded.MentionsHer2(text).ShouldBeFalse();

    [Theory]
    [InlineData("status ab and abc, not xab", "status   and abc, not xab")]
    [InlineData("ab", " ")]
    [InlineData("ab ab end", "    end")]
    [InlineData("start a-b", "start  ")]
    [InlineData("none", "none")]
    [InlineData("", "")]
    public void Without_EveryMarker_IsASpace(string text, string rest) =>
        new MarkerScanner([new MarkerEntry { Name = "AB", Patterns = ["a|b"] }]).Without(text).ShouldBe(rest);
}
