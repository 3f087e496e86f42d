namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>The characters of the symbol fonts that reports use: signs of comparison, Greek letters, ticked and empty boxes.</summary>
internal static class RtfSymbols
{
    /// <summary>A picture stands here.</summary>
    private const string Picture = "\uFFFC";

    private const string Ticked = "[x]";
    private const string Empty = "[ ]";
    private const string Capitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string Letters = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    /// <summary>Null: a font of letters.</summary>
    public static RtfSymbolSet? SetOf(string font) => font switch
    {
        "Wingdings" => RtfSymbolSet.Wingdings,
        "Wingdings 2" => RtfSymbolSet.Wingdings2,
        "Wingdings 3" or "Webdings" => RtfSymbolSet.Other,
        _ when font.StartsWith("Symbol", StringComparison.Ordinal) => RtfSymbolSet.Symbol,
        _ when font.Contains("Dingbats", StringComparison.OrdinalIgnoreCase) => RtfSymbolSet.Other,
        _ => null,
    };

    public static string Of(byte character, RtfSymbolSet set) => (set, character) switch
    {
        (_, (byte)' ' or (byte)'\t') => ((char)character).ToString(),
        (RtfSymbolSet.Symbol, _) => Symbol(character),
        (RtfSymbolSet.Wingdings, 0xFE or 0xFD or 0x78) => Ticked,
        (RtfSymbolSet.Wingdings, 0xA8 or 0x6F or 0x71 or 0x72) => Empty,
        (RtfSymbolSet.Wingdings, 0xFC) => "\u2713",
        (RtfSymbolSet.Wingdings, 0xFB) => "\u2717",
        (RtfSymbolSet.Wingdings, 0x6C or 0x6E or 0xA7 or 0xD8) => "\u2022",
        (RtfSymbolSet.Wingdings2, 0x52 or 0x53 or 0x54) => Ticked,
        (RtfSymbolSet.Wingdings2, 0xA3 or 0x2A) => Empty,
        (RtfSymbolSet.Wingdings2, 0x50) => "\u2713",
        (RtfSymbolSet.Wingdings2, 0x4F) => "\u2717",
        _ => Picture,
    };

    private static string Symbol(byte character) => (char)character switch
    {
        '-' => "\u2212",
        >= 'A' and <= 'Z' and var letter => Capitals[letter - 'A'].ToString(),
        >= 'a' and <= 'z' and var letter => Letters[letter - 'a'].ToString(),
        '"' or '$' or '\'' or '@' or '\\' or '^' or '`' => Picture,
        > ' ' and < '\u007F' and var same => same.ToString(),
        '\u00A3' => "\u2264",
        '\u00B3' => "\u2265",
        '\u00B1' => "\u00B1",
        '\u00B4' => "\u00D7",
        '\u00B7' => "\u2022",
        '\u00AC' => "\u2190",
        '\u00AE' => "\u2192",
        _ => Picture,
    };
}
