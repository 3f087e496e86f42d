using System.Globalization;
using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>
/// Encodings by name or number, all of them strict: a byte that is not defined fails, it never becomes another character. The
/// tables are .NET's own and are asked directly, so that nothing is registered for the whole process.
/// </summary>
internal static class CodePages
{
    public const int Western = 1252;

    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static readonly Encoding Utf16LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    public static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <param name="name">As declared by a document or its contentType. ISO 8859-1 means windows-1252, as it does in browsers.</param>
    /// <returns>Null: a name that is not known.</returns>
    public static Encoding? Named(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "us-ascii" or "ascii" => Utf8,
        "utf-16" or "utf-16le" or "unicode" => Utf16LittleEndian,
        "utf-16be" => Utf16BigEndian,
        "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" => Numbered(Western),
        "gbk" or "cp936" => Numbered(936),
        var other when other.StartsWith("cp", StringComparison.Ordinal) && int.TryParse(other.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var page) => Numbered(page),
        var other => CodePagesEncodingProvider.Instance.GetEncoding(other, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
    };

    /// <param name="page">A Windows code page.</param>
    /// <returns>Null: a number that is not known.</returns>
    public static Encoding? Numbered(int page) => page switch
    {
        65001 => Utf8,
        28591 => Numbered(Western),
        > 0 and <= ushort.MaxValue => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };

    /// <returns>Null: a byte that is not defined, which .NET's single-byte tables give as a control character of the C1 range.</returns>
    public static string? Decode(this Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
