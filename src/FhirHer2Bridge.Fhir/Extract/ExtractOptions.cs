using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>What extraction needs to know besides the resource.</summary>
/// <param name="Terms">The terminology in force (embedded, plus the site's overlay).</param>
/// <param name="TimeZone">Zone of dates without one (Clinical:TimeZone).</param>
/// <param name="BaseUrl">The configured server base, with a trailing slash: an absolute reference below it is a relative one.</param>
/// <param name="FullUrls">Bundle-internal names ("urn:uuid:…") to "Type/id"; null outside a Bundle.</param>
/// <param name="PdfText">Reads PDF; null: a PDF is not read, and named as a gap.</param>
public sealed record ExtractOptions(
    Terms Terms,
    TimeZoneInfo TimeZone,
    string? BaseUrl = null,
    IReadOnlyDictionary<string, string>? FullUrls = null,
    IPdfText? PdfText = null);
