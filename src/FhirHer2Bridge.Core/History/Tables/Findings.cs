using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>What one specimen's tests show, before any table is applied.</summary>
internal readonly record struct Findings
{
    /// <summary>IHC score 0 to 3.</summary>
    public int? Score { get; init; }

    /// <summary>IHC stated in words where no score was given.</summary>
    public Her2Status? IhcStated { get; init; }

    /// <summary>The laboratory's own call on the gene.</summary>
    public bool? AmplifiedStated { get; init; }

    /// <summary>HER2/CEP17 ratio.</summary>
    public Measure? Ratio { get; init; }

    /// <summary>Average HER2 copies per nucleus.</summary>
    public Measure? Copies { get; init; }

    /// <summary>Copy number by sequencing of tissue.</summary>
    public Measure? SequencedCopies { get; init; }

    public bool HasIhc => Score is not null || IhcStated is not null;

    public bool HasGene => AmplifiedStated is not null || HasNumbers;

    public bool HasNumbers => Ratio is not null || Copies is not null || SequencedCopies is not null;
}

/// <summary>What a table makes of the findings. Notes are codes; a mismatch is said, never settled silently.</summary>
internal readonly record struct TableAnswer(Her2Status Status, string? Note = null, Her2Category? Category = null);
