using System.Diagnostics;
using System.Text;
using FhirHer2Bridge.Fhir.Extract.Documents;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Documents;

/// <summary>Four megabytes of the worst shapes take the time of reading them: no shape is deeper, or slower, than its length.</summary>
public sealed class DocumentBoundsTests
{
    private const int Size = 4_000_000;

    /// <summary>Far above what any takes (well below a second), far below what a square would (hours).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("{", "", false)]
    [InlineData("{}", "}", true)]
    [InlineData(@"\u252?", "}", true)]
    [InlineData(@"\u-10179?\u-8704?", "}", true)]
    [InlineData(@"\'fc", "}", true)]
    [InlineData(@"\'fc\f1 ", "}", true)]
    [InlineData(@"{\*\x ", "", false)]
    [InlineData(@"{\b x}", "}", true)]
    [InlineData(@"\par", "}", true)]
    [InlineData(@"\cell\row", "}", true)]
    [InlineData(@"\bin0 ", "}", true)]
    [InlineData(@"\abcdefghijklmnopqrstuvwxyz", "}", true)]
    [InlineData(@"\fs99999999999999999999", "}", true)]
    [InlineData(@"{\fonttbl\f1 Name;}", "}", true)]
    [InlineData(@"{\field{\*\fldinst{\*\formfield{\fftype1\ffres1}}}}", "}", true)]
    [InlineData(@"{\footnote x}", "}", true)]
    [InlineData("\\\\", "}", true)]
    [InlineData("}", "", false)]
    public void Rtf_WorstShapes_AreReadInLinearTime(string repeated, string end, bool closes)
    {
        var rtf = Encoding.Latin1.GetBytes(@"{\rtf1\ansi HER2 " + Repeat(repeated) + end);

        var (text, time) = Timed(() => RtfText.Of(rtf));

        (text is not null).ShouldBe(closes);
        time.ShouldBeLessThan(Patience);
    }

    [Theory]
    [InlineData("<", true)]
    [InlineData("<b>", true)]
    [InlineData("<div><table><tr><td>", true)]
    [InlineData("<del>", false)]
    [InlineData("<pre>", true)]
    [InlineData("<!--", false)]
    [InlineData("<!-->", true)]
    [InlineData("<![CDATA[", false)]
    [InlineData("<script>", false)]
    [InlineData("<script></script>", true)]
    [InlineData("<script></scripts", false)]
    [InlineData("<b a=\"", false)]
    [InlineData("<b a='x' hidden='", false)]
    [InlineData("<b =", false)]
    [InlineData("<b a=b ", false)]
    [InlineData("<br style='a'>", true)]
    [InlineData("&", true)]
    [InlineData("&#", true)]
    [InlineData("&amp", true)]
    [InlineData("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("&#0000000000000000000000000000000000000001;", true)]
    [InlineData("</", false)]
    [InlineData("</b>", true)]
    public void Html_WorstShapes_AreReadInLinearTime(string repeated, bool closes)
    {
        var html = "<p>HER2" + Repeat(repeated);

        var (text, time) = Timed(() => HtmlText.Of(html));

        (text is not null).ShouldBe(closes);
        time.ShouldBeLessThan(Patience);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<a b='1'/>")]
    [InlineData("<tr><td/>")]
    [InlineData("<![CDATA[]]>")]
    public void Xml_WorstShapes_AreReadInLinearTime(string repeated)
    {
        var xml = "<r>" + Repeat(repeated);

        var (text, time) = Timed(() => XmlText.Of(xml));

        text.ShouldBeNull();
        time.ShouldBeLessThan(Patience);
    }

    [Theory]
    [InlineData("~~")]
    [InlineData("\\")]
    [InlineData("&")]
    [InlineData("~~a")]
    public void Markdown_WorstShapes_AreReadInLinearTime(string repeated)
    {
        var (text, time) = Timed(() => MarkdownText.Of(Repeat(repeated)));

        text.ShouldNotBeNull();
        time.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void Rtf_DepthWithinTheBound_IsRead()
    {
        var groups = RtfText.Deepest - 1;

        RtfText.Of(Encoding.ASCII.GetBytes(@"{\rtf1 " + new string('{', groups) + "HER2" + new string('}', groups) + "}")).ShouldBe("HER2");
        RtfText.Of(Encoding.ASCII.GetBytes(@"{\rtf1 " + new string('{', groups + 1) + "HER2" + new string('}', groups + 1) + "}")).ShouldBeNull();
    }

    private static string Repeat(string repeated) => string.Concat(Enumerable.Repeat(repeated, Size / repeated.Length));

    private static (string? Text, TimeSpan Time) Timed(Func<string?> read)
    {
        var watch = Stopwatch.StartNew();
        return (read(), watch.Elapsed);
    }
}
