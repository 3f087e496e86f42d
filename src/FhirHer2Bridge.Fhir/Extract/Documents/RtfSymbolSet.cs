namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Fonts whose characters are pictures.</summary>
internal enum RtfSymbolSet
{
    None,
    Symbol,
    Wingdings,
    Wingdings2,
    Other,
}
