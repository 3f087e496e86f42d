using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>What one specimen's tests show, before any table is applied.</summary>
internal readonly record struct Findings
{
    /// <summary>IHC score 0 to 3.</summary>
    public int? Score { get; init; }

    /// <summary>IHC stated in words.</summary>
    public Her2Status? IhcStated { get; init; }

    /// <summary>Low or ultralow as the laboratory states it of the stain.</summary>
    public Her2Category? CategoryStated { get; init; }

    /// <summary>The laboratory's own call on the gene by in situ hybridisation.</summary>
    public bool? AmplifiedStated { get; init; }

    /// <summary>The laboratory calls the gene equivocal or indeterminate, no earlier than its counts.</summary>
    public bool GeneUndecided { get; init; }

    /// <summary>HER2/CEP17 ratio.</summary>
    public Measure? Ratio { get; init; }

    /// <summary>Average HER2 copies per nucleus.</summary>
    public Measure? Copies { get; init; }

    /// <summary>Average CEP17 copies per nucleus.</summary>
    public Measure? Cep17 { get; init; }

    /// <summary>Cells counted (LOINC 62361-1).</summary>
    public Measure? Cells { get; init; }

    /// <summary>Amplified by sequencing: the assay's own call, else (once the tables read it) its copy number.</summary>
    public bool? SequencedAmplified { get; init; }

    /// <summary>Copy number by sequencing.</summary>
    public Measure? SequencedCopies { get; init; }

    /// <summary>Assay and laboratory of <see cref="SequencedCopies"/>.</summary>
    public string? SequencingAssay { get; init; }

    /// <summary>Share of circulating DNA that comes from the tumour, percent.</summary>
    public Measure? TumourFraction { get; init; }

    /// <summary>Counts were given as totals over an unknown number of cells and were left out.</summary>
    public bool TotalsUnreadable { get; init; }

    /// <summary>A call on the gene, by whichever test made one.</summary>
    public bool? Call => AmplifiedStated ?? SequencedAmplified;

    public bool HasCounts => Ratio is not null || Copies is not null;

    public bool HasHybridisation => AmplifiedStated is not null || HasCounts || GeneUndecided || TotalsUnreadable;

    public bool HasGene => HasHybridisation || SequencedAmplified is not null || SequencedCopies is not null;

    /// <summary>
    /// The call that is read beside a stain. Sequencing may show the amplification of a 2+; that it found none settles neither a 2+,
    /// which needs hybridisation (references 4a, 4b), nor a hybridisation that decided nothing.
    /// </summary>
    public bool? CallBeside(ProteinColumn ihc) =>
        AmplifiedStated ?? (SequencedAmplified == false && (ihc == ProteinColumn.Two || HasHybridisation) ? null : SequencedAmplified);
}
