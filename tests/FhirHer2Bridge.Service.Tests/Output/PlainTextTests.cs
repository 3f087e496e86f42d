using FhirHer2Bridge.Service.Output;

namespace FhirHer2Bridge.Service.Tests.Output;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("IHC 3+ · ≥ 2 µm 陽性 😀", "IHC 3+ · ≥ 2 µm 陽性 😀")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u001b[2J\u202E\u2028\uFFFE", "\uFFFD[2J\uFFFD\uFFFD\uFFFD")]
    public void Clean_Text_KeepsLettersAndDisarmsTheRest(string text, string expected) => PlainText.Clean(text).ShouldBe(expected);

    [Fact]
    public void Clean_HalfACharacter_IsReplaced() => PlainText.Clean("a\uD800b").ShouldBe("a\uFFFDb");

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("abc😀f", 5, "abc…")]
    public void Shorten_LongText_EndsInAnEllipsis(string text, int length, string expected) => PlainText.Shorten(text, length).ShouldBe(expected);

    [Fact]
    public void Wrap_LongWord_IsCutAndNothingIsLost() =>
        PlainText.Wrap("one two " + new string('x', 25), 10).ShouldBe(["one two", "xxxxxxxxxx", "xxxxxxxxxx", "xxxxx"]);
}
