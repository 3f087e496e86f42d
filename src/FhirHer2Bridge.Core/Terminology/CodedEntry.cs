using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>One code, or one prefix of codes, with the source it was seen in.</summary>
internal abstract record CodedEntry : ITermEntry
{
    public string? System { get; init; }

    public string? Code { get; init; }

    public string? Prefix { get; init; }

    public string? Display { get; init; }

    /// <summary>Why it is so, for the reader of the file.</summary>
    public string? Note { get; init; }

    public string? Source { get; init; }

    public TermMark? Mark { get; init; }
}

internal sealed record TestEntry : CodedEntry
{
    public TestKind? Kind { get; init; }

    public AssayMethod? Method { get; init; }

    public ValueReader? Reader { get; init; }
}

internal sealed record MethodEntry : CodedEntry
{
    public AssayMethod? Method { get; init; }
}

internal sealed record VariantPartEntry : CodedEntry
{
    public VariantPart? Part { get; init; }
}

internal sealed record VariantAnswerEntry : CodedEntry
{
    public VariantAnswer? Answer { get; init; }
}

/// <summary>A kind of report or report section; false: looks for something else.</summary>
internal sealed record ReportEntry : CodedEntry
{
    public bool? HoldsHer2 { get; init; }
}

internal sealed record AnswerEntry : CodedEntry
{
    public AnswerMeaning? Meaning { get; init; }

    public int? Score { get; init; }
}

internal sealed record TumourEntry : CodedEntry
{
    public TumourKind? Tumour { get; init; }

    /// <summary>What it is where its histology is said to be adenocarcinoma; of primary tumours only.</summary>
    public TumourKind? IfAdenocarcinoma { get; init; }
}

internal sealed record LabelEntry : CodedEntry;

internal sealed record ProgressionEntry : CodedEntry
{
    public ProgressionKind? Kind { get; init; }

    /// <summary>The organ its name says; absent: none.</summary>
    public TumourKind? Tumour { get; init; }
}

internal sealed record SpreadEntry : CodedEntry
{
    public bool? Metastatic { get; init; }
}

internal sealed record SpecimenEntry : CodedEntry
{
    public SpecimenKind? Kind { get; init; }
}

/// <summary>Another spelling of a code system's address.</summary>
internal sealed record SystemAlias(string? Alias, string? System, string? Source, TermMark? Mark) : ITermEntry;
