using System.Globalization;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Instants as UTC text of fixed width: the order of the text is the order in time, and no tick is lost.</summary>
internal static class Instants
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The due moment of a patient that owes an assessment: before every "now".</summary>
    public static string Always { get; } = ToText(DateTimeOffset.MinValue);

    public static string ToText(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        TryParse(text, out var instant) ? instant : throw StoreErrors.Unreadable.Exception();

    /// <summary>False: nothing, or not what <see cref="ToText"/> writes.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
}
