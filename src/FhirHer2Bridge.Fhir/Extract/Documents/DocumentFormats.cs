using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Tells the format of a document from its contentType, and from its first bytes: what these say is so.</summary>
internal static class DocumentFormats
{
    private const int Reach = 512;

    /// <param name="mediaType">Without parameters; null: not declared.</param>
    public static DocumentFormat Declared(string? mediaType) => mediaType?.ToLowerInvariant() switch
    {
        "text/plain" => DocumentFormat.Plain,
        "text/markdown" or "text/x-markdown" => DocumentFormat.Markdown,
        "text/html" or "application/xhtml+xml" => DocumentFormat.Html,
        "text/rtf" or "application/rtf" or "application/x-rtf" or "text/richtext" => DocumentFormat.Rtf,
        "application/xml" or "text/xml" => DocumentFormat.Xml,
        "application/pdf" or "application/x-pdf" => DocumentFormat.Pdf,
        null or "" or "application/octet-stream" or "binary/octet-stream" or "application/unknown" => DocumentFormat.Unknown,
        var other when other.StartsWith("text/", StringComparison.Ordinal) => DocumentFormat.Unknown,
        _ => DocumentFormat.Other,
    };

    /// <summary>RTF called plain text would be read with its deleted passages: what the bytes are decides.</summary>
    public static DocumentFormat Of(DocumentFormat declared, ReadOnlySpan<byte> bytes) => Start(bytes) switch
    {
        var start when start.StartsWith("%PDF-", StringComparison.Ordinal) => DocumentFormat.Pdf,
        var start when start.StartsWith(@"{\rtf", StringComparison.Ordinal) => DocumentFormat.Rtf,
        var start when declared is not DocumentFormat.Xml && (Is(start, "<!doctype html") || Is(start, "<html")) => DocumentFormat.Html,
        var start when Is(start, "<?xml") && declared is DocumentFormat.Plain or DocumentFormat.Unknown => DocumentFormat.Xml,
        _ => declared,
    };

    public static bool IsRtf(ReadOnlySpan<byte> bytes) => Of(DocumentFormat.Unknown, bytes) is DocumentFormat.Rtf;

    private static bool Is(string start, string with) => start.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first characters of single bytes, or of UTF-16 without its zeros.</summary>
    private static string Start(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)])
        .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', '\0', ' ', '\t', '\r', '\n')
        .Replace("\0", "", StringComparison.Ordinal);
}
