using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using FhirHer2Bridge.Fhir.Extract.Documents;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Reports;

/// <summary>The text of one Attachment with data. Bounded, and checked where it states size or hash.</summary>
internal static class AttachmentReader
{
    /// <summary>Characters of base64 (fhir-design 8, row 11).</summary>
    public const int LargestEncoded = 20 * 1024 * 1024;

    /// <summary>The format by contentType alone: which of several forms to read first.</summary>
    public static DocumentFormat Format(JsonElement attachment) => DocumentFormats.Declared(Type(attachment)[0]);

    public static DocumentText Read(JsonElement attachment, IPdfText? pdf)
    {
        if (!attachment.Has("data"))
        {
            return new DocumentText(null, IssueCodes.AttachmentNotRead);
        }

        // Measured before it is made a string: an attachment of 100 MB costs no more than the bytes already read.
        if (JsonMarshal.GetRawUtf8Value(attachment.Member("data")).Length > LargestEncoded || attachment.Number("size") > LargestEncoded)
        {
            return new DocumentText(null, IssueCodes.AttachmentTooLarge);
        }

        var data = attachment.Text("data") ?? string.Empty;
        if (!Base64.IsValid(data))
        {
            return new DocumentText(null, IssueCodes.AttachmentNotRead);
        }

        var bytes = Convert.FromBase64String(data);
        return IsAsStated(attachment, bytes)
            ? DocumentText.Read(bytes, Format(attachment), Charset(Type(attachment)), pdf)
            : new DocumentText(null, IssueCodes.AttachmentNotRead);
    }

    private static bool IsAsStated(JsonElement attachment, byte[] bytes)
    {
        if (attachment.Number("size") is { } size && size != bytes.Length)
        {
            return false;
        }

        if (attachment.Text("hash") is not { } hash)
        {
            return true;
        }

#pragma warning disable CA5350 // R4 defines Attachment.hash as SHA-1; it guards against damage here, not against an attacker.
        return string.Equals(hash, Convert.ToBase64String(SHA1.HashData(bytes)), StringComparison.Ordinal);
#pragma warning restore CA5350
    }

    private static string[] Type(JsonElement attachment) => (attachment.Text("contentType") ?? string.Empty).Split(';', StringSplitOptions.TrimEntries);

    private static string? Charset(string[] type)
    {
        const string Charset = "charset=";
        return type.FirstOrDefault(static part => part.StartsWith(Charset, StringComparison.OrdinalIgnoreCase))?[Charset.Length..].Trim('"', '\'', ' ');
    }
}
