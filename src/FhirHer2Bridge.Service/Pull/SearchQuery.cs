using System.Globalization;
using System.Text;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>One search of one type, as data.</summary>
internal sealed record SearchQuery(string ResourceType)
{
    private const string Form = "application/x-www-form-urlencoded";

    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];

    /// <summary>Rows last updated before this are dropped here: the server ignored the bound.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Holds what must not stand in a URL (a patient's identifier): POST or not at all.</summary>
    public bool PostOnly { get; init; }

    /// <summary>The server may not offer this type at all: a refusal is an answer, not a failure (see <see cref="WindowResult.NotOffered"/>).</summary>
    public bool IsOptional { get; init; }

    /// <summary>The server gives this type of other patients: a 403 is about this one, not about us.</summary>
    public bool MayBeForbidden { get; init; }

    public FhirRequest ToPost() => new(HttpMethod.Post, $"{ResourceType}/_search")
    {
        Body = Encoding.UTF8.GetBytes(Encoded()),
        ContentType = Form,
        Prefer = "handling=strict",
    };

    public FhirRequest ToGet() => new(HttpMethod.Get, $"{ResourceType}?{Encoded()}") { Prefer = "handling=strict" };

    /// <summary>An instant for a search: UTC with Z (a "+" would become a space), whole milliseconds, never later than given.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A value in which the separators of search values are ordinary characters (FHIR R4, search, "Escaping").</summary>
    public static string Escape(string value) =>
        new StringBuilder(value).Replace("\\", "\\\\").Replace(",", "\\,").Replace("|", "\\|").Replace("$", "\\$").ToString();

    public override string ToString() => $"search of {ResourceType}";

    private string Encoded() =>
        string.Join('&', Parameters.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"));
}
