using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Reports;

/// <summary>The text of one Attachment: text/plain with data in a charset that is known. Bounded, and checked where it states size or hash.</summary>
internal static class AttachmentReader
{
    /// <summary>Characters of base64 (fhir-design 8, row 11).</summary>
    public const int LargestEncoded = 20 * 1024 * 1024;

    /// <summary>Bytes of text.</summary>
    public const int LargestText = 4 * 1024 * 1024;

    public static AttachmentText Read(JsonElement attachment)
    {
        var type = (attachment.Text("contentType") ?? string.Empty).Split(';', StringSplitOptions.TrimEntries);
        if (!type[0].Equals("text/plain", StringComparison.OrdinalIgnoreCase) || !attachment.Has("data"))
        {
            return new AttachmentText(null, IssueCodes.AttachmentNotRead);
        }

        // Measured before it is made a string: an attachment of 100 MB costs no more than the bytes already read.
        if (JsonMarshal.GetRawUtf8Value(attachment.Member("data")).Length > LargestEncoded || attachment.Number("size") > LargestText)
        {
            return new AttachmentText(null, IssueCodes.AttachmentTooLarge);
        }

        return Decode(attachment, attachment.Text("data") ?? string.Empty, Charset(type)) ?? new AttachmentText(null, IssueCodes.AttachmentNotRead);
    }

    private static AttachmentText? Decode(JsonElement attachment, string data, Encoding? charset)
    {
        if (charset is null || !Base64.IsValid(data, out var length))
        {
            return null;
        }

        if (length > LargestText)
        {
            return new AttachmentText(null, IssueCodes.AttachmentTooLarge);
        }

        var bytes = Convert.FromBase64String(data);
        try
        {
            return IsAsStated(attachment, bytes) ? new AttachmentText(charset.GetString(bytes), null) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
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

    private static Encoding? Charset(string[] type)
    {
        const string Charset = "charset=";
        var name = type.FirstOrDefault(static part => part.StartsWith(Charset, StringComparison.OrdinalIgnoreCase))?[Charset.Length..].Trim('"');
        return name?.ToLowerInvariant() switch
        {
            null or "utf-8" or "utf8" or "us-ascii" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            "iso-8859-1" or "latin1" => Encoding.Latin1,
            _ => null,
        };
    }
}

/// <summary>The text, or why it was not read.</summary>
internal sealed record AttachmentText(string? Text, IssueCode? Problem);
