namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>What a control word of RTF means for the text. Every other one is format only.</summary>
internal enum RtfWord
{
    Unknown,

    /// <summary>"\*": a destination that a reader that does not know it leaves out.</summary>
    Ignorable,

    /// <summary>A destination that is no text of the page.</summary>
    Aside,

    /// <summary>A destination that is text of the page, even where it may be left out (a text box).</summary>
    Shown,

    Footnote,
    FontTable,
    FormField,
    FieldType,
    FieldState,
    FieldDefault,

    NewLine,
    Tab,
    Row,
    NoBreakSpace,
    NoBreakHyphen,
    Space,
    EmDash,
    EnDash,
    Bullet,
    LeftQuote,
    RightQuote,
    LeftDoubleQuote,
    RightDoubleQuote,

    Unicode,
    UnicodeFallback,
    Binary,

    Ansi,
    Macintosh,
    Pc,
    Pca,
    CodePage,
    DefaultFont,
    Font,
    FontCharset,
    FontCodePage,

    Plain,

    /// <summary>Hidden, struck out, or deleted under revision.</summary>
    Hidden,
    Struck,
    DoubleStruck,
    Deleted,
    Raised,
    NotRaised,
}
