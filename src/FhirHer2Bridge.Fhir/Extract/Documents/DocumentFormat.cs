namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Forms a report is sent in, the one to read first in front (fhir-design 1.3).</summary>
internal enum DocumentFormat
{
    Plain,
    Markdown,
    Html,
    Rtf,
    Xml,
    Pdf,

    /// <summary>Neither declared nor recognised: text, if that is what the bytes are.</summary>
    Unknown,

    /// <summary>A picture, a sound, a format that is not read here.</summary>
    Other,
}
