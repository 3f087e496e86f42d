namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Reads the text of a PDF. Extraction knows no program and no file; who runs it lends one.</summary>
public interface IPdfText
{
    /// <summary>The text in the order and layout of the page, pages parted by form feeds.</summary>
    /// <param name="pdf">The whole file.</param>
    /// <returns>Null: damaged, encrypted, too slow, or more text than a report has.</returns>
    string? Read(ReadOnlyMemory<byte> pdf);
}
