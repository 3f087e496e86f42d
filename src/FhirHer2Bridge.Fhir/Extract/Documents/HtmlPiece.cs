namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>What a scan of HTML meets.</summary>
internal enum HtmlPiece
{
    Text,
    Verbatim,
    StartTag,
    EndTag,

    /// <summary>A tag, a comment or a script without its end: the rest of the page may lie in it.</summary>
    Broken,
}
