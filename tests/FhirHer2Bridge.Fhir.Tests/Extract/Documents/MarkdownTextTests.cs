using FhirHer2Bridge.Fhir.Extract.Documents;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Documents;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("# Report\n\n* **HER2**: 3\\+", "# Report\n\n* HER2: 3+")]
    [InlineData("HER2 ~~positive~~ __negative__", "HER2  negative")]
    [InlineData("HER2 ~~positive", "HER2 ~~positive")]
    [InlineData("ratio &lt; 2 < 4, c\\d", "ratio < 2 < 4, c\\d")]
    public void Of_Marks_AreTakenOff(string markdown, string expected) => MarkdownText.Of(markdown).ShouldBe(expected);

    [Fact]
    public void Of_HtmlWithin_IsNotRead() => MarkdownText.Of("HER2 <del>3+</del> 0").ShouldBeNull();
}
