using System.Collections.Frozen;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>The control words of RTF 1.9.1 that matter to the text.</summary>
internal static class RtfWords
{
    private static readonly FrozenDictionary<string, RtfWord> Words = new (string Name, RtfWord Word)[]
    {
        ("fonttbl", RtfWord.FontTable), ("footnote", RtfWord.Footnote), ("formfield", RtfWord.FormField), ("fftype", RtfWord.FieldType),
        ("ffres", RtfWord.FieldState), ("ffdefres", RtfWord.FieldDefault), ("par", RtfWord.NewLine), ("line", RtfWord.NewLine),
        ("sect", RtfWord.NewLine), ("page", RtfWord.NewLine), ("column", RtfWord.NewLine), ("row", RtfWord.Row), ("nestrow", RtfWord.Row),
        ("tab", RtfWord.Tab), ("cell", RtfWord.Tab), ("nestcell", RtfWord.Tab), ("emspace", RtfWord.Space), ("enspace", RtfWord.Space),
        ("qmspace", RtfWord.Space), ("emdash", RtfWord.EmDash), ("endash", RtfWord.EnDash), ("bullet", RtfWord.Bullet),
        ("lquote", RtfWord.LeftQuote), ("rquote", RtfWord.RightQuote), ("ldblquote", RtfWord.LeftDoubleQuote),
        ("rdblquote", RtfWord.RightDoubleQuote), ("u", RtfWord.Unicode), ("uc", RtfWord.UnicodeFallback), ("bin", RtfWord.Binary),
        ("ansi", RtfWord.Ansi), ("mac", RtfWord.Macintosh), ("pc", RtfWord.Pc), ("pca", RtfWord.Pca), ("ansicpg", RtfWord.CodePage),
        ("deff", RtfWord.DefaultFont), ("f", RtfWord.Font), ("fcharset", RtfWord.FontCharset), ("cpg", RtfWord.FontCodePage),
        ("plain", RtfWord.Plain), ("v", RtfWord.Hidden), ("strike", RtfWord.Struck), ("striked", RtfWord.DoubleStruck),
        ("deleted", RtfWord.Deleted), ("super", RtfWord.Raised), ("nosupersub", RtfWord.NotRaised), ("sub", RtfWord.NotRaised),
        ("result", RtfWord.Shown), ("fldrslt", RtfWord.Shown), ("shpinst", RtfWord.Shown), ("shptxt", RtfWord.Shown),
        ("do", RtfWord.Shown), ("dptxbxtext", RtfWord.Shown), ("nesttableprops", RtfWord.Shown),
    }.Concat(Asides().Select(static name => (name, RtfWord.Aside)))
        .ToFrozenDictionary(static pair => pair.Item1, static pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, RtfWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static RtfWord Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var found) ? found : RtfWord.Unknown;

    /// <summary>Pictures, tables of the document, headings of its pages, instructions of fields, and the second form of a shape.</summary>
    private static IEnumerable<string> Asides() =>
    [
        "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atndate", "atnicn", "atnid", "atnref", "atntime", "atrfend", "atrfstart",
        "author", "bkmkend", "bkmkstart", "category", "colorschememapping", "colortbl", "comment", "company", "creatim", "datastore", "doccomm",
        "docvar", "falt", "ffdeftext", "ffentrymcr", "ffexitmcr", "ffformat", "ffhelptext", "ffl", "ffname", "ffstattext", "file", "filetbl",
        "fldinst", "footer", "footerf", "footerl", "footerr", "ftncn", "ftnsep", "ftnsepc", "generator", "header", "headerf", "headerl",
        "headerr", "info", "keywords", "latentstyles", "listlevel", "listname", "listoverridetable", "listtable", "manager", "nextfile",
        "nonesttables", "nonshppict", "objalias", "objclass", "objdata", "objname", "objsect", "operator", "panose", "pict", "pn", "private",
        "printim", "revtbl", "revtim", "rsidtbl", "rxe", "shppict", "shprslt", "sp", "stylesheet", "subject", "tc", "tcn", "template",
        "themedata", "title", "txe", "ud", "wgrffmtfilter", "xe", "xmlnstbl",
    ];
}
