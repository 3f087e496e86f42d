namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>A run of letters, a number, one sign; East Asian characters each by itself.</summary>
/// <param name="Start">First character in the normal text.</param>
/// <param name="End">After the last.</param>
/// <param name="Before">What stands between it and the token before.</param>
/// <param name="IsUpper">Written in capitals throughout.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, TokenSpace Before, bool IsUpper)
{
    public bool IsGlued => Before == TokenSpace.None;
}

internal enum TokenKind
{
    Word,
    Number,
    Sign,
}

internal enum TokenSpace
{
    None,
    Blank,

    /// <summary>A tab, or three blanks and more: a column.</summary>
    Column,

    Line,

    /// <summary>An empty line.</summary>
    Paragraph,
}
