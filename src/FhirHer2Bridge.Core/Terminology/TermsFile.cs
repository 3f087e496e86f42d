using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>One terminology file as written; each section may be absent. Unknown members are refused.</summary>
internal sealed record TermsFile
{
    /// <summary>For messages: the embedded file's name, or "overlay".</summary>
    public string Name { get; init; } = "";

    public string? Version { get; init; }

    /// <summary>Day on which a person compared the entries with their sources (yyyy-MM-dd).</summary>
    public string? CheckedOn { get; init; }

    public SystemAlias[] Systems { get; init; } = [];

    public TestEntry[] Tests { get; init; } = [];

    public AnswerEntry[] Answers { get; init; } = [];

    public AnswerEntry[] Interpretations { get; init; } = [];

    public DrugEntry[] Drugs { get; init; } = [];

    public WordEntry[] NotTreatment { get; init; } = [];

    public TumourEntry[] Tumours { get; init; } = [];

    public LabelEntry[] Progression { get; init; } = [];

    public SpreadEntry[] Spread { get; init; } = [];

    public TumourEntry[] Surgery { get; init; } = [];

    public LabelEntry[] Erbb2Genes { get; init; } = [];

    public SpecimenEntry[] Specimens { get; init; } = [];

    public TumourEntry[] Sites { get; init; } = [];

    public MarkerEntry[] Her2Mentions { get; init; } = [];

    public MarkerEntry[] OtherMarkers { get; init; } = [];

    /// <summary>Words beside HER2 that make a test's name something else than a tumour's HER2 status.</summary>
    public WordEntry[] NoStatusWords { get; init; } = [];

    public SpecimenWords[] SpecimenWords { get; init; } = [];

    public SiteWords[] SiteWords { get; init; } = [];
}

/// <summary>Another spelling of a code system's address.</summary>
internal sealed record SystemAlias(string? Alias, string? System, string? Source);

/// <summary>One code, or one prefix of codes, with the source it was seen in.</summary>
internal abstract record CodedEntry
{
    public string? System { get; init; }

    public string? Code { get; init; }

    public string? Prefix { get; init; }

    public string? Display { get; init; }

    public string? Source { get; init; }
}

internal sealed record TestEntry : CodedEntry
{
    public TestKind? Kind { get; init; }

    public AssayMethod? Method { get; init; }

    public ValueReader? Reader { get; init; }
}

internal sealed record AnswerEntry : CodedEntry
{
    public AnswerMeaning? Meaning { get; init; }

    public int? Score { get; init; }
}

internal sealed record TumourEntry : CodedEntry
{
    public TumourKind? Tumour { get; init; }
}

internal sealed record LabelEntry : CodedEntry;

internal sealed record SpreadEntry : CodedEntry
{
    public bool? Metastatic { get; init; }
}

internal sealed record SpecimenEntry : CodedEntry
{
    public SpecimenKind? Kind { get; init; }
}
