namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>The text of a document, whatever its format; or why it was not read.</summary>
internal sealed record DocumentText(string? Text, IssueCode? Problem)
{
    /// <summary>Characters of text (fhir-design 8, row 11); bytes, where the document is nothing but text.</summary>
    public const int Largest = 4 * 1024 * 1024;

    /// <param name="bytes">The document.</param>
    /// <param name="declared">Its format by contentType.</param>
    /// <param name="charset">Its charset by contentType; null: not declared.</param>
    /// <param name="pdf">Reads PDF; null: nothing does.</param>
    public static DocumentText Read(byte[] bytes, DocumentFormat declared, string? charset, IPdfText? pdf)
    {
        var format = DocumentFormats.Of(declared, bytes);
        if (format is DocumentFormat.Pdf)
        {
            return pdf is null ? new DocumentText(null, IssueCodes.PdfNotConfigured) : Of(pdf.Read(bytes), IsWords, IssueCodes.PdfNotRead);
        }

        return bytes.Length > Largest && format is DocumentFormat.Plain or DocumentFormat.Markdown or DocumentFormat.Unknown
            ? new DocumentText(null, IssueCodes.AttachmentTooLarge)
            : Of(Words(bytes, format, charset), format is DocumentFormat.Unknown ? IsWords : null, IssueCodes.AttachmentNotRead);
    }

    private static string? Words(byte[] bytes, DocumentFormat format, string? charset)
    {
        if (format is DocumentFormat.Rtf)
        {
            return RtfText.Of(bytes);
        }

        var own = format switch
        {
            DocumentFormat.Html => DeclaredCharset.OfHtml(bytes),
            DocumentFormat.Xml => DeclaredCharset.OfXml(bytes),
            _ => null,
        };
        return format is DocumentFormat.Other || TextEncoding.Decode(bytes, charset ?? own) is not { } text ? null : format switch
        {
            DocumentFormat.Html => HtmlText.Of(text),
            DocumentFormat.Xml => XmlText.Of(text),
            DocumentFormat.Markdown => MarkdownText.Of(text),
            _ => text,
        };
    }

    private static DocumentText Of(string? text, Func<string, bool>? isText, IssueCode problem) => text switch
    {
        { Length: > Largest } => new DocumentText(null, IssueCodes.AttachmentTooLarge),

        // A page without a word on it (a scanned PDF, an empty template) says nothing, not even that there is nothing.
        null => new DocumentText(null, problem),
        _ when !text.Any(char.IsLetterOrDigit) || isText?.Invoke(text) is false => new DocumentText(null, problem),
        _ => new DocumentText(text, null),
    };

    /// <summary>Bytes of another kind, and letters of a font without a table, come out as control or replacement characters.</summary>
    private static bool IsWords(string text) =>
        !text.Any(static character => character is '\uFFFD' || (char.IsControl(character) && character is not ('\t' or '\n' or '\v' or '\f' or '\r')));
}
