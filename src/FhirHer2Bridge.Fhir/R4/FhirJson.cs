using System.Text.Json;
using System.Text.Unicode;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>
/// The only way in for bytes: strict JSON. A repeated key is refused (the last one would win silently), as are depth over 64,
/// bytes that are not UTF-8, and half of a surrogate pair, so that nothing read later can throw.
/// </summary>
internal static class FhirJson
{
    /// <summary>Deepest nesting of one resource (fhir-design 8, row 10).</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The parsed value; null where the bytes are not strict JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8) => Parse(utf8, Strict);

    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8, JsonDocumentOptions options)
    {
        var bytes = WithoutMark(utf8.Span);
        if (!Utf8.IsValid(bytes))
        {
            return null;
        }

        try
        {
            return HasBrokenText(bytes, options.MaxDepth) ? null : JsonElement.Parse(bytes, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static bool HasBrokenText(ReadOnlySpan<byte> utf8, int depth)
    {
        if (utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = depth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    _ = reader.GetString();
                }
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say "half a surrogate pair".
            return true;
        }
    }
}
