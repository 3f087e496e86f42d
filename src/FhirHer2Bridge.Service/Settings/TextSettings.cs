using System.ComponentModel.DataAnnotations;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>How documents are read.</summary>
internal sealed class TextSettings
{
    /// <summary>Path of pdftotext (poppler). Null: a PDF is not read, and named as a gap.</summary>
    public string? PdfToText { get; init; }

    /// <summary>For one PDF; what takes longer is not read.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan PdfTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
