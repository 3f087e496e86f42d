using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>One product: its codes in every system, and how it is written.</summary>
internal sealed record DrugEntry : ITermEntry
{
    /// <summary>Generic name; a biosimilar keeps the originator's, as it is no new drug line.</summary>
    public string? Name { get; init; }

    /// <summary>For the reader of the file: brand and suffix.</summary>
    public string? Product { get; init; }

    public DrugClass? Class { get; init; }

    /// <summary>Licensed where breast cancer is HER2-low or ultralow.</summary>
    public bool ForHer2Low { get; init; }

    /// <summary>Licensed somewhere for IHC 2+ without regard to ISH.</summary>
    public bool ForIhc2 { get; init; }

    public string? Source { get; init; }

    public TermMark? Mark { get; init; }

    public DrugCodes[] Codes { get; init; } = [];

    public DrugNames[] Names { get; init; } = [];

    /// <summary>Without what is not verified.</summary>
    public DrugEntry ActivePart() => this with { Codes = Codes.Active(), Names = Names.Active() };

    public Drug ToDrug(bool uncertain) => new(Name ?? "", Class ?? DrugClass.OtherHer2, uncertain) { ForHer2Low = ForHer2Low, ForIhc2 = ForIhc2 };
}

/// <summary>Codes of one product in one system. Uncertain: the group may cover another class (domain 3b).</summary>
internal sealed record DrugCodes : ITermEntry
{
    public string? System { get; init; }

    public string[] Codes { get; init; } = [];

    public bool Uncertain { get; init; }

    public string? Source { get; init; }

    public TermMark? Mark { get; init; }
}

/// <summary>Spellings of one product; compared without case, diacritics, spaces and hyphens.</summary>
internal sealed record DrugNames : ITermEntry
{
    /// <summary>Order of trial over all products; the most specific first (domain 3b).</summary>
    public int Step { get; init; }

    /// <summary>Any of these, anywhere.</summary>
    public string[] Contains { get; init; } = [];

    /// <summary>Any of these, as whole words.</summary>
    public string[] Tokens { get; init; } = [];

    /// <summary>All of these, anywhere.</summary>
    public string[] All { get; init; } = [];

    /// <summary>All of these drugs of the same file, each by any of its own spellings that is certain: its brands stand for it.</summary>
    public string[] Drugs { get; init; } = [];

    /// <summary>All of these as words of nine letters or more, up to two typing errors each.</summary>
    public string[] Fuzzy { get; init; } = [];

    /// <summary>If any are given, a word must end in one of them as well ("vedotin").</summary>
    public string[] Endings { get; init; } = [];

    /// <summary>Parts that take the meaning away ("irinotecan" is given beside trastuzumab).</summary>
    public string[] Unless { get; init; } = [];

    public bool Uncertain { get; init; }

    public string? Source { get; init; }

    public TermMark? Mark { get; init; }
}
