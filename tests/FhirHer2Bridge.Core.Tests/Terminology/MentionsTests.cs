using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("HER2")]
    [InlineData("HER2+")]
    [InlineData("HER-2 3+")]
    [InlineData("HER 2/neu")]
    [InlineData("HER2/neu")]
    [InlineData("Her2neu positive")]
    [InlineData("her-2/neu: 0")]
    [InlineData("HER-2neu")]
    [InlineData("Her 2 neu negative")]
    [InlineData("c-erbB-2")]
    [InlineData("cerbB2 score 2")]
    [InlineData("ERBB2")]
    [InlineData("ERBB-2 amplification")]
    [InlineData("CD340")]
    [InlineData("HercepTest 2+")]
    [InlineData("ＨＥＲ２陽性")]
    [InlineData("检测HER2阳性")]
    [InlineData("HER 2 POSITIVE")]
    [InlineData("Her 2: 3+")]
    [InlineData("her 2 3+")]
    [InlineData("HER\u20112 negative")]
    [InlineData("HER2neg")]
    [InlineData("antiHER2 therapy")]
    [InlineData("Status of her 2.")]
    [InlineData("(HER2)")]
    public void MentionsHer2_Spelling_IsSeen(string text) => Terms.Embedded.MentionsHer2(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("her 2-month follow-up")]
    [InlineData("Her 2 daughters are well")]
    [InlineData("HER 2-MONTH FOLLOW-UP")]
    [InlineData("her 27-year-old daughter")]
    [InlineData("HER20")]
    [InlineData("her 2 4-year-old sons")]
    [InlineData("other 2 lesions")]
    [InlineData("HER3")]
    [InlineData("ERBB2IP")]
    [InlineData("CD3401")]
    [InlineData("Herceptin given")]
    [InlineData("her second visit")]
    [InlineData("SCATTER2")]
    [InlineData("her")]
    public void MentionsHer2_OtherWords_AreNot(string text) => Terms.Embedded.MentionsHer2(text).ShouldBeFalse();

    /// <summary>Linear: a megabyte of half-matches is one pass, not a search tree.</summary>
    [Fact]
    public void MentionsHer2_LongTextOfHalfMatches_IsNoMention() =>
        Terms.Embedded.MentionsHer2(string.Concat(Enumerable.Repeat("her - her-c-erb-b her  ", 50_000))).ShouldBeFalse();

    [Theory]
    [InlineData("Ki-67 proliferation index", "Ki-67")]
    [InlineData("MIB1", "Ki-67")]
    [InlineData("Estrogen receptor Ag [Presence]", "ER")]
    [InlineData("Östrogenrezeptor", "ER")]
    [InlineData("ER 90 %", "ER")]
    [InlineData("PR negative", "PR")]
    [InlineData("PD-L1 CPS 5", "PD-L1")]
    [InlineData("CEP17 average", "CEP17")]
    [InlineData("HER3 score", "HER3")]
    [InlineData("MLH1", "MMR")]
    public void OtherMarker_Named_IsReturned(string text, string expected) =>
        Terms.Embedded.OtherMarker(text).ShouldBe(expected);

    [Theory]
    [InlineData("HER2 by immunohistochemistry")]
    [InlineData("er hat keine Beschwerden")]
    [InlineData("her pr visit")]
    [InlineData("presence of membrane staining")]
    public void OtherMarker_NoneNamed_IsNull(string text) => Terms.Embedded.OtherMarker(text).ShouldBeNull();
}
