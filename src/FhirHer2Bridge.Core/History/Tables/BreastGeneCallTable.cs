using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Breast, the laboratory's own call on the gene beside the stain, without counts. Source: the rows of reference 4c that the call
/// allows. "Amplified" is group 1, 2 or 3: with IHC 0 or 1+ these differ, and nobody can tell.
/// </summary>
internal static class BreastGeneCallTable
{
    public static TableAnswer Row(ProteinColumn ihc, bool amplified) => (ihc, amplified) switch
    {
        (ProteinColumn.ZeroOrOne, true) => new(Her2Status.Indeterminate, "inputs-incomplete") { Mismatch = ResultMismatch.ProteinAgainstGene },
        (ProteinColumn.ZeroOrOne, false) => new(Her2Status.Negative),
        (ProteinColumn.Two, true) => new(Her2Status.Positive),
        (ProteinColumn.Two, false) => new(Her2Status.Negative),
        (ProteinColumn.Three, true) => new(Her2Status.Positive),
        (ProteinColumn.Three, false) => new(Her2Status.Positive) { Mismatch = ResultMismatch.ProteinAgainstGene },
        (_, true) => new(Her2Status.Positive, "no-ihc"),
        (_, false) => new(Her2Status.Negative, "no-ihc"),
    };
}
