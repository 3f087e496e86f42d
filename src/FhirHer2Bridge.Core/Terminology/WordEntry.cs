using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>Words compared without case and diacritics: whole words, or parts of words.</summary>
internal record WordEntry : ITermEntry
{
    public string[] Words { get; init; } = [];

    public string[] Parts { get; init; } = [];

    /// <summary>Parts that take the meaning away ("plasma cell").</summary>
    public string[] Unless { get; init; } = [];

    public string? Source { get; init; }

    public TermMark? Mark { get; init; }
}

internal sealed record SpecimenWords : WordEntry
{
    public SpecimenKind? Kind { get; init; }
}

internal sealed record SiteWords : WordEntry
{
    public TumourKind? Tumour { get; init; }

    /// <summary>Where stomach and oesophagus meet.</summary>
    public bool Junction { get; init; }
}

/// <summary>Signs and whole words between two products of one text.</summary>
internal sealed record ConnectiveEntry : ITermEntry
{
    public ConnectiveMeaning? Means { get; init; }

    public string[] Signs { get; init; } = [];

    public string[] Words { get; init; } = [];

    public string? Source { get; init; }

    public TermMark? Mark { get; init; }

    public bool IsWhole => Means is not null && Signs.Length + Words.Length > 0
        && Array.TrueForAll(Signs, static sign => sign.Length == 1) && Array.TrueForAll(Words, static word => FoldedText.Plain(word).Length > 0);
}

internal enum ConnectiveMeaning
{
    /// <summary>Both were given.</summary>
    Together,

    /// <summary>One of them was given.</summary>
    Instead,
}

/// <summary>Spellings of a marker; '|' stands where a space or hyphen may be ("her|2").</summary>
internal sealed record MarkerEntry : ITermEntry
{
    public string? Name { get; init; }

    public string[] Patterns { get; init; } = [];

    /// <summary>Upper and lower case count (ER, PR).</summary>
    public bool ExactCase { get; init; }

    /// <summary>Letters may follow directly ("HER2positive").</summary>
    public bool LettersMayFollow { get; init; }

    /// <summary>The letters are also an English word: "her 2 daughters" is no mention.</summary>
    public bool Pronoun { get; init; }

    public string? Source { get; init; }

    public TermMark? Mark { get; init; }
}
