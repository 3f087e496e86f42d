namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>A change of the protein behind the name of the gene: "S310F", "p.L755S", "A775_G776insYVMA".</summary>
internal static class ProteinChangeScanner
{
    private const int FewestDigits = 2;
    private const int MostDigits = 4;

    /// <returns>In tokens; 0: there is none.</returns>
    public static int Length(string text, List<Token> tokens, int at, int to)
    {
        var first = at + 2 < to && text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start) is "p" && text[tokens[at + 1].Start] == '.' ? at + 2 : at;
        if (first + 2 >= to || !IsResidue(tokens, first) || !IsChange(text, tokens[first + 2]))
        {
            return 0;
        }

        var end = first + 3;
        while (end < to && tokens[end].IsGlued && (tokens[end].Kind != TokenKind.Sign || text[tokens[end].Start] is '_' or '*'))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>The letter of an amino acid, or its three, and a place.</summary>
    private static bool IsResidue(List<Token> tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Word } letter && letter.End - letter.Start is 1 or 3
        && tokens[at + 1] is { IsGlued: true, Kind: TokenKind.Number } place && place.End - place.Start is >= FewestDigits and <= MostDigits;

    private static bool IsChange(string text, Token token) => token.IsGlued && (token.Kind == TokenKind.Word || text[token.Start] is '_' or '*');
}
