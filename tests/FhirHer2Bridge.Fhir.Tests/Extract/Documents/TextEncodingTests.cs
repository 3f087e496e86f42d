using System.Text;
using FhirHer2Bridge.Fhir.Extract.Documents;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Documents;

public sealed class TextEncodingTests
{
    [Theory]
    [InlineData("utf-8", "HER2 \u2265 3+, Überexpression")]
    [InlineData("UTF-16LE", "HER2 positiv, Überexpression")]
    [InlineData("utf-16be", "HER2 阴性")]
    [InlineData("ISO-8859-1", "HER2 négatif")]
    [InlineData("iso-8859-2", "HER2 ujemny, rak gruczołowy")]
    [InlineData("iso-8859-15", "HER2 œ € négatif")]
    [InlineData("windows-1250", "HER2 ujemny, gruczołowy „rak”")]
    [InlineData("windows-1251", "HER2 отрицательный")]
    [InlineData("windows-1252", "HER2 ‘2+’ – équivoque")]
    [InlineData("windows-1254", "HER2 negatif, şüpheli ığ")]
    [InlineData("gb18030", "HER2 阴性(0),免疫组化 ①")]
    [InlineData("GBK", "HER2 阳性(3+)")]
    [InlineData("shift_jis", "HER2 陰性 ハーツー")]
    [InlineData("big5", "HER2 陰性")]
    [InlineData("koi8-r", "HER2 отрицательный")]
    [InlineData("cp1250", "HER2 ujemny ł")]
    public void Decode_DeclaredCharset_IsUsed(string charset, string text) =>
        TextEncoding.Decode(Bytes(charset, text), charset).ShouldBe(text);

    [Theory]
    [InlineData("utf-8", "HER2 überexprimiert")]
    [InlineData("utf-16le", "HER2 negative (IHC 0).")]
    [InlineData("utf-16be", "HER2 negative (IHC 0).")]
    [InlineData("windows-1252", "HER2 überexprimiert – „3+“")]
    public void Decode_NothingDeclared_IsDetected(string charset, string text) =>
        TextEncoding.Decode(Bytes(charset, text), null).ShouldBe(text);

    [Theory]
    [InlineData("utf-8", new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData("utf-16le", new byte[] { 0xFF, 0xFE })]
    [InlineData("utf-16be", new byte[] { 0xFE, 0xFF })]
    public void Decode_ByteOrderMark_WinsOverWhatIsDeclared(string charset, byte[] mark) =>
        TextEncoding.Decode([.. mark, .. Bytes(charset, "HER2 schwach überexprimiert")], "windows-1252").ShouldBe("HER2 schwach überexprimiert");

    [Theory]
    [InlineData("utf-8", new byte[] { (byte)'3', 0xFC })]
    [InlineData("us-ascii", new byte[] { (byte)'3', 0xFC })]
    [InlineData("windows-1252", new byte[] { (byte)'3', 0x81 })]
    [InlineData("iso-8859-1", new byte[] { (byte)'3', 0x9D })]
    [InlineData("gb18030", new byte[] { (byte)'3', 0xFF, 0xFF })]
    [InlineData("shift_jis", new byte[] { (byte)'3', 0x81 })]
    [InlineData("utf-16le", new byte[] { (byte)'3', 0, 0x00, 0xD8 })]
    [InlineData("utf-16le", new byte[] { (byte)'3', 0, (byte)'+' })]
    [InlineData("x-no-such-charset", new byte[] { (byte)'3' })]
    [InlineData(null, new byte[] { (byte)'3', 0x81, 0xFC })]
    [InlineData(null, new byte[] { (byte)'3', 0, (byte)'+', (byte)'a', (byte)'b', (byte)'c', (byte)'d', (byte)'e', (byte)'f' })]
    [InlineData("utf-8", new byte[] { (byte)'3', 0 })]
    public void Decode_BytesThatDoNotFit_AreNotRead(string? charset, byte[] bytes) => TextEncoding.Decode(bytes, charset).ShouldBeNull();

    [Theory]
    [InlineData("<html><head><meta charset=\"iso-8859-2\"></head>", "iso-8859-2")]
    [InlineData("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>", "windows-1251")]
    [InlineData("<meta name=x><meta charset = gbk >", "gbk")]
    [InlineData("<meta charset=utf-16>", "utf-8")]
    [InlineData("<?xml version=\"1.0\" encoding='ISO-8859-1'?><html>", "ISO-8859-1")]
    [InlineData("<html><p>charset=koi8-r</p>", null)]
    [InlineData("<meta name=\"charset\">", null)]
    public void OfHtml_Declaration_IsFound(string html, string? expected) =>
        DeclaredCharset.OfHtml(Encoding.ASCII.GetBytes(html)).ShouldBe(expected);

    private static byte[] Bytes(string charset, string text) => CodePages.Named(charset).ShouldNotBeNull().GetBytes(text);
}
