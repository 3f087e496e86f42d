using FhirHer2Bridge.Fhir.Extract.Documents;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Documents;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><r><p>HER2</p><p>nega&#116;ive &lt; 2</p></r>", "HER2\nnegative < 2")]
    [InlineData("<r xmlns='urn:x'><!-- 3+ --><?x y?><![CDATA[HER2 <0>]]></r>", "HER2 <0>")]
    [InlineData("<r><tr><td>HER2</td><td>3<sup>+</sup></td></tr><tr><td/><td>x</td></tr></r>", "HER2\t3+\n\tx")]
    [InlineData("<r>HER2 <content revised='delete'>3+ <b>x</b></content>0<del>9</del></r>", "HER2 0")]
    [InlineData("<ClinicalDocument><code value='1'/><title>Pathology</title><text>HER2<br/>0</text></ClinicalDocument>", "Pathology\nHER2\n0")]
    public void Of_TextContent_IsLinesAndCells(string xml, string expected) => XmlText.Of(xml).ShouldNotBeNull().TrimEnd().ShouldBe(expected);

    [Theory]
    [InlineData("<r><p>HER2 3+</p>")]
    [InlineData("<r>HER2 & 3+</r>")]
    [InlineData("HER2")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>")]
    [InlineData("<!DOCTYPE r [<!ENTITY a 'HER2'>]><r>&a;</r>")]
    [InlineData("<Question><ListItem title='Positive' selected='true'/>HER2</Question>")]
    [InlineData("<Observation><valueString value='HER2 3+'/></Observation>")]
    [InlineData("<ClinicalDocument><text representation='B64'>SEVSMg==</text></ClinicalDocument>")]
    public void Of_BrokenOrAnsweredElsewhere_IsNotRead(string xml) => XmlText.Of(xml).ShouldBeNull();
}
