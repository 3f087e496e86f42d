using FhirHer2Bridge.Fhir.Extract.Documents;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Documents;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>HER2 negative (IHC 0).</p>", "HER2 negative (IHC 0).")]
    [InlineData("<div>HER<sub>2</sub>   \n is <b>posi</b>tive</div>", "HER2 is positive")]
    [InlineData("<h1>Report</h1><p>HER2</p><p>3+<br/>FISH: n/a</p>", "Report\nHER2\n3+\nFISH: n/a")]
    [InlineData("<ul><li>HER2 0</li><li>ER 90 %</ul>", "HER2 0\nER 90 %")]
    [InlineData("3<sup>+</sup> 2<sup>1</sup>", "3+ 2^1")]
    [InlineData("<!DOCTYPE html><html><head><title>HER2 3+</title><style>p{}</style></head><body>neg</body></html>", "neg")]
    [InlineData("<script>if (a</p>) { x = 'HER2 3+' }</script>neg<SCRIPT >\"</scripts>\"</SCRIPT\n>ative", "negative")]
    [InlineData("neg<!-- HER2 <b>3+</b> -->ative<!---->.", "negative.")]
    [InlineData("neg<![if !mso]>at<![endif]>ive<?php x ?>", "negative")]
    [InlineData("<![CDATA[HER2 < 3]]>", "HER2 < 3")]
    [InlineData("<p title=\"a > b\" data-x='>'>HER2</p>", "HER2")]
    [InlineData("<p title = \">\" lang=de>HER2", "HER2")]
    [InlineData("ratio < 2.0, < 4 copies, <5%", "ratio < 2.0, < 4 copies, <5%")]
    [InlineData("<pre>HER2\r\n  3+</pre><p>x\ny</p>", "HER2\n  3+\nx y")]
    [InlineData("<div style=\"white-space: pre-wrap\">a\nb<div>c\nd</div>e\nf</div>g\nh", "a\nb\nc\nd\ne\nf\ng h")]
    [InlineData("line one\nline &amp; two", "line one\nline & two")]
    [InlineData("im&shy;mun", "immun")]
    public void Of_Markup_IsWhatIsSeen(string html, string expected) => HtmlText.Of(html).ShouldNotBeNull().Trim().ShouldBe(expected);

    [Theory]
    [InlineData("3&plus; 3&#43; 3&#x2B; 3&#43", "3+ 3+ 3+ 3+")]
    [InlineData("&uuml;ber &Uuml;ber &uuml ber", "über Über ü ber")]
    [InlineData("&ge; 2 &le; 3 &leq; 4 &minus; &ndash; &#8209;", "\u2265 2 \u2264 3 \u2264 4 \u2212 \u2013 \u2011")]
    [InlineData("&#150; &#128;", "\u2013 €")]
    [InlineData("a&nbsp;b", "a\u00A0b")]
    [InlineData("&lpar;IHC&colon; 0&rpar;", "(IHC: 0)")]
    [InlineData("AT&T &unknown; & &; &#; &#x; &amp;lt;", "AT&T &unknown; & &; &#; &#x; &lt;")]
    [InlineData("&#0; &#xD800; &#99999999999;", "\uFFFD \uFFFD \uFFFD")]
    [InlineData("&#x1F600;", "😀")]
    public void Of_CharacterReferences_AreDecoded(string html, string expected) => HtmlText.Of($"<p>{html}</p>").ShouldBe(expected);

    [Theory]
    [InlineData("HER2 <del>positive <del>x</del> 3+</del>neg")]
    [InlineData("HER2 <s>3+</s><strike>2+</strike>neg")]
    [InlineData("HER2 <span hidden>3+</span>neg")]
    [InlineData("HER2 <span style='text-decoration: line-through;'>3+ <span>x</span></span>neg")]
    [InlineData("HER2 <span style=\"DISPLAY : none\">3+</span>neg")]
    [InlineData("HER2 <template>3+</template><del/>neg")]
    [InlineData("HER2 <select><option>3+<option selected>neg</select>")]
    [InlineData("HER2 <input type=hidden value='3+'><input hidden value=3>neg")]
    public void Of_StruckOutOrHidden_IsNotThere(string html) => HtmlText.Of(html).ShouldNotBeNull().Trim().ShouldBe("HER2 neg");

    [Theory]
    [InlineData("HER2 <del>positive</p> 3+")]
    [InlineData("HER2 <!-- 3+")]
    [InlineData("HER2 <![CDATA[ 3+")]
    [InlineData("HER2 <script> 3+")]
    [InlineData("HER2 <style> 3+</styles>")]
    [InlineData("HER2 <p title='> 3+")]
    [InlineData("HER2 <p")]
    [InlineData("HER2 <option>3+")]
    public void Of_WhatDoesNotClose_IsNotRead(string html) => HtmlText.Of(html).ShouldBeNull();

    [Fact]
    public void Of_HalfACharacter_IsNotRead() => HtmlText.Of("<p>HER2 \uD83D</p>").ShouldBeNull();

    [Fact]
    public void Of_Table_IsRowsOfCells() => HtmlText.Of(
        """
        <table><thead><tr><th>Marker</th><th>Result</th></tr></thead>
        <tr><td><p>HER2</p><p>(IHC)</p></td><td><p>Score 2+</p></td></tr>
        <tr><td></td><td>FISH</td><td/></tr>
        <tr><td>ER<td>90 %
        </table>end
        """).ShouldBe("Marker\tResult\nHER2\n(IHC)\tScore 2+\n\tFISH\t\nER\t90 %\nend");

    [Fact]
    public void Of_Form_SaysWhatWasTicked() =>
        HtmlText.Of("HER2: <input type=checkbox> positive <input type='checkbox' checked> negative <input value=\"0\">")
            .ShouldBe("HER2: [ ] positive [x] negative 0");
}
