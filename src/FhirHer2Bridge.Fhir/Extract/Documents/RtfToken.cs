namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>What a scan of RTF meets.</summary>
internal enum RtfToken
{
    Open,
    Close,

    /// <summary>A character of text, as a byte of the code page in force.</summary>
    Byte,

    /// <summary>A control word or symbol, with its number where it has one.</summary>
    Word,

    /// <summary>A control that ends within itself.</summary>
    Broken,
}
