namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Control words of RTF that stand for a character, or for a code page.</summary>
internal static class RtfMarks
{
    public static string Of(RtfWord word) => word switch
    {
        RtfWord.NoBreakSpace => "\u00A0",
        RtfWord.NoBreakHyphen => "\u2011",
        RtfWord.EmDash => "\u2014",
        RtfWord.EnDash => "\u2013",
        RtfWord.Bullet => "\u2022",
        RtfWord.LeftQuote => "\u2018",
        RtfWord.RightQuote => "\u2019",
        RtfWord.LeftDoubleQuote => "\u201C",
        RtfWord.RightDoubleQuote => "\u201D",
        RtfWord.Footnote => " (",
        _ => " ",
    };

    /// <returns>Null: no code page.</returns>
    public static int? CodePage(RtfWord word, int number) => word switch
    {
        RtfWord.Ansi => CodePages.Western,
        RtfWord.Macintosh => 10000,
        RtfWord.Pc => 437,
        RtfWord.Pca => 850,
        RtfWord.CodePage when number > 0 => number,
        _ => null,
    };
}
