using System.Text;
using System.Text.Unicode;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>
/// Bytes to text: a byte order mark wins, then the declared charset; without either UTF-16 by its zero bytes, valid UTF-8, else
/// windows-1252. Bytes that do not fit are not read: a replaced character could be the plus sign of a score.
/// </summary>
internal static class TextEncoding
{
    /// <summary>Bytes looked at to tell UTF-16 without a mark.</summary>
    private const int SampleLength = 4096;

    /// <param name="bytes">The document.</param>
    /// <param name="declared">Its charset by contentType or by its own words; null: not declared.</param>
    /// <returns>Null: an unknown charset, or bytes that it does not define.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var (marked, length) = Mark(bytes);
        var encoding = marked ?? (declared is null ? Detected(bytes) : CodePages.Named(declared));
        return encoding?.Decode(bytes[length..]) is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
    }

    private static (Encoding? Encoding, int Length) Mark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (CodePages.Utf8, 3),
        [0xFF, 0xFE, ..] => (CodePages.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => (CodePages.Utf16BigEndian, 2),
        _ => (null, 0),
    };

    private static Encoding? Detected(ReadOnlySpan<byte> bytes) =>
        WithoutMark(bytes[..Math.Min(bytes.Length, SampleLength)])
        ?? (Utf8.IsValid(bytes) ? CodePages.Utf8 : CodePages.Numbered(CodePages.Western));

    /// <summary>Western letters in UTF-16 have a zero in every second byte; text in other encodings has none at all.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> sample)
    {
        Span<int> zeros = [0, 0];
        for (var at = 0; at < sample.Length; at++)
        {
            zeros[at % 2] += sample[at] == 0 ? 1 : 0;
        }

        return (zeros[0] > 0, zeros[1] > 0) switch
        {
            (false, true) when zeros[1] * 4 > sample.Length / 2 => CodePages.Utf16LittleEndian,
            (true, false) when zeros[0] * 4 > sample.Length / 2 => CodePages.Utf16BigEndian,
            _ => null,
        };
    }
}
