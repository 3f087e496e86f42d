using System.Text;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Extract.Documents;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Documents;

public sealed class PresentedFormTests
{
    private const string Words = "HER2 negative (IHC 0).";

    private static readonly AssayResult[] Negative = [new AssayResult.Stated(Her2Status.Negative), new AssayResult.Ihc(0)];

    [Theory]
    [InlineData("text/plain", Words)]
    [InlineData("text/plain; charset=ISO-8859-1", "HER2:\u00A0negative\u00A0(IHC 0).")]
    [InlineData("Text/Plain;charset=\"windows-1252\"", Words)]
    [InlineData("text/markdown", "**HER2** negative (IHC 0).")]
    [InlineData("text/html", "<html><body><p>HER2 <s>positive</s> negative (IHC&nbsp;0).</p></body></html>")]
    [InlineData("text/html; charset=iso-8859-1", "<p>HER2 n&#101;gative (IHC\u00A00).</p>")]
    [InlineData("text/html", "<meta charset=iso-8859-15><p>HER2\u00A0negative (IHC 0).</p>")]
    [InlineData("application/xhtml+xml", "<?xml version='1.0'?><div xmlns='http://www.w3.org/1999/xhtml'>HER<sub>2</sub> negative (IHC 0).</div>")]
    [InlineData("text/rtf", @"{\rtf1\ansi{\b HER2} {\deleted positive}negative (IHC\~0).\par}")]
    [InlineData("application/rtf", @"{\rtf1\ansi HER2 \'6eegative (IHC \u48?).}")]
    [InlineData("text/xml", "<report><p>HER2 negative (IHC 0).</p></report>")]
    [InlineData("application/xml", "<?xml version='1.0' encoding='iso-8859-1'?><report>HER2\u00A0negative (IHC 0).</report>")]
    [InlineData(null, @"{\rtf1 HER2 negative (IHC 0).}")]
    [InlineData(null, "\r\n <!DOCTYPE html><p>HER2 negative (IHC 0).")]
    [InlineData(null, Words)]
    [InlineData("application/octet-stream", "<HTML><p>HER2 negative (IHC 0).")]
    [InlineData("application/msword", @"{\rtf1 HER2 negative (IHC 0).}")]
    [InlineData("text/plain", @"{\rtf1 HER2 negative (IHC 0).{\v positive}}")]
    public void Form_InAnyFormat_IsReadAsPlainTextIs(string? type, string content)
    {
        var extraction = Report(Form(type, Encoding.Latin1.GetBytes(content)));

        extraction.Results().ShouldBe(Negative);
        extraction.Gaps().ShouldBeEmpty();
        extraction.Codes().ShouldBeEmpty();
        extraction.Assays()[0].Source.Path.ShouldBe("DiagnosticReport.presentedForm[0].data");
    }

    [Fact]
    public void Form_InUtf16_IsRead() => Report(Form("text/plain", Encoding.Unicode.GetBytes(Words))).Results().ShouldBe(Negative);

    [Theory]
    [InlineData("text/plain; charset=utf-8", "HER2 n\u00E9gatif")]
    [InlineData("text/plain; charset=no-such", Words)]
    [InlineData("text/rtf", @"{\rtf1 HER2 negative (IHC 0).")]
    [InlineData("text/html", "HER2 negative <!-- (IHC 0).")]
    [InlineData("image/png", Words)]
    [InlineData("application/json", Words)]
    [InlineData("application/octet-stream", "HER2 \u0001\u0002 negative")]
    [InlineData("text/plain", " \r\n\f")]
    [InlineData("text/html", "<p></p>")]
    [InlineData("text/plain", "HER2\0negative")]
    public void Form_ThatCannotBeRead_IsAGap(string type, string content)
    {
        var extraction = Report(Form(type, Encoding.Latin1.GetBytes(content)));

        extraction.Assays().ShouldBeEmpty();
        extraction.Gaps().ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Code.ShouldBe("attachment-not-read"), gap => gap.MayHideTest.ShouldBeTrue());
        extraction.Codes().ShouldBe(["H2B-READ-019"]);
    }

    [Fact]
    public void Forms_Several_TheFirstByOrderThatCanBeReadIsTheOne()
    {
        var broken = Form("text/html", "HER2 positive (IHC 3+) <!--"u8);
        var rtf = Form("text/rtf", @"{\rtf1 HER2 negative (IHC 0).}"u8);
        var pdf = Form("application/pdf", "%PDF-1.4"u8);

        var extraction = Report(pdf, rtf, broken);

        extraction.Results().ShouldBe(Negative);
        extraction.Assays()[0].Source.Path.ShouldBe("DiagnosticReport.presentedForm[1].data");
        extraction.Gaps().ShouldBeEmpty();
        extraction.Issues.ShouldHaveSingleItem().Source.Path.ShouldBe("DiagnosticReport.presentedForm[2]");
    }

    [Fact]
    public void Forms_SeveralOfTheFormatThatIsRead_AreAllRead() =>
        Report(Form("text/plain", "HER2 negative (IHC 0)."u8), Form("text/plain", "HER2 FISH not amplified"u8)).Assays()
            .Select(fact => fact.Source.Path).ShouldContain("DiagnosticReport.presentedForm[1].data");

    [Fact]
    public void Forms_OneOfTheFormatThatIsReadCannotBeDecoded_IsAGapBesideWhatWasRead()
    {
        var extraction = Report(Form("text/html", "<p>HER2 negative (IHC 0).</p>"u8), Form("text/html", "Addendum: HER2 positive <!--"u8));

        extraction.Results().ShouldBe(Negative);
        extraction.Gaps().ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Code.ShouldBe("attachment-not-read"), gap => gap.MayHideTest.ShouldBeTrue());
    }

    [Fact]
    public void Forms_FirstFormatDoesNotNameHer2_TheNextIsRead() =>
        Report(Form("text/plain", "Carcinoma."u8), Form("text/html", "<p>HER2 negative (IHC 0).</p>"u8)).Results().ShouldBe(Negative);

    [Fact]
    public void Forms_PlainTextPointsToThePdf_IsAGap() =>
        Report(Form("text/plain", "See PDF."u8), Form("application/pdf", "%PDF-1.4"u8)).Gaps().ShouldHaveSingleItem().Code.ShouldBe("pdf-not-read");

    [Fact]
    public void Pdf_NothingReadsIt_IsAGapThatSaysSo()
    {
        var extraction = Report(Form("application/pdf", "%PDF-1.4"u8));

        extraction.Gaps().ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Code.ShouldBe("pdf-not-read"), gap => gap.MayHideTest.ShouldBeTrue());
        extraction.Codes().ShouldBe(["H2B-READ-024"]);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData(null)]
    [InlineData("application/octet-stream")]
    public void Pdf_Text_IsReadAsPlainTextIs(string? type)
    {
        var lent = new LentPdfText(Words + "\f");

        var extraction = Report(Reads.Options with { PdfText = lent }, Form(type, "%PDF-1.4 x"u8));

        extraction.Results().ShouldBe(Negative);
        extraction.Gaps().ShouldBeEmpty();
        Encoding.ASCII.GetString(lent.Seen.Span).ShouldBe("%PDF-1.4 x");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\f\f")]
    [InlineData("HER2 \u0001\u0002")]
    [InlineData("HER2 \uFFFD+")]
    public void Pdf_WithoutTextThatCanBeReliedOn_IsAGap(string? text)
    {
        var extraction = Report(Reads.Options with { PdfText = new LentPdfText(text) }, Form("application/pdf", "%PDF-1.4"u8));

        extraction.Assays().ShouldBeEmpty();
        extraction.Gaps().ShouldHaveSingleItem().Code.ShouldBe("pdf-not-read");
        extraction.Codes().ShouldBe(["H2B-READ-025"]);
    }

    [Fact]
    public void Pdf_MoreTextThanAReportHas_IsTooLarge() =>
        Report(Reads.Options with { PdfText = new LentPdfText(new string('x', DocumentText.Largest + 1)) }, Form("application/pdf", "%PDF-1.4"u8))
            .Codes().ShouldBe(["H2B-READ-018"]);

    [Fact]
    public void Html_PictureWithinIt_DoesNotMakeItTooLarge() =>
        Report(Form("text/html", Encoding.ASCII.GetBytes("<p>HER2 negative (IHC 0).</p><img src='data:image/png;base64," + new string('A', 6_000_000) + "'>")))
            .Results().ShouldBe(Negative);

    [Fact]
    public void Narrative_BrokenOff_IsAGapWhereItNamesHer2() =>
        Reads.Json($$"""
            {"resourceType":"DiagnosticReport","id":"r1","status":"final",{{Reads.Subject}},"code":{"text":"x"},
             "text":{"status":"additional","div":"<div>HER2 positive <!-- x</div>"} }
            """).Gaps().ShouldHaveSingleItem().Code.ShouldBe("text-not-read");

    private static string Form(string? type, ReadOnlySpan<byte> content) =>
        $$"""
        { {{(type is null ? "" : $"\"contentType\":{System.Text.Json.JsonSerializer.Serialize(type)},")}} "data":"{{Convert.ToBase64String(content)}}" }
        """;

    private static Extraction Report(params string[] forms) => Report(Reads.Options, forms);

    private static Extraction Report(ExtractOptions options, params string[] forms) => Extractor.Extract(Encoding.UTF8.GetBytes($$"""
        {"resourceType":"DiagnosticReport","id":"r1","status":"final",{{Reads.Subject}},"effectiveDateTime":"2024-07-30",
         "code":{"coding":[{"system":"http://loinc.org","code":"22637-3"}]},"presentedForm":[ {{string.Join(',', forms)}} ]}
        """), options);

    private sealed class LentPdfText(string? text) : IPdfText
    {
        public ReadOnlyMemory<byte> Seen { get; private set; }

        public string? Read(ReadOnlyMemory<byte> pdf)
        {
            Seen = pdf;
            return text;
        }
    }
}
