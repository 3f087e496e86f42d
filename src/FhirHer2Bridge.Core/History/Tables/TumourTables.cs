using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Chooses the table by tumour. Where the tumour is unknown, or a known one of another organ, the gastric and the breast reading
/// must agree: so only what both share is used (reference 7, "which tumours").
/// </summary>
internal static class TumourTables
{
    public static TableAnswer Read(Findings findings, TumourKind tumour, ClinicalTime collected, TableOptions options)
    {
        if (findings.GeneTestsDiffer && !ProteinColumns.Of(findings).Contains(ProteinColumn.Three))
        {
            return new(Her2Status.Indeterminate, "gene-tests-differ");
        }

        var read = IshTotals.WithRatio(IshTotals.PerNucleus(findings)) with
        {
            SequencedAmplified = findings.SequencedAmplified
                ?? findings.SequencedCopies?.IsAtLeast(options.TissueAmplifiedFrom(findings.SequencingAssay)),
        };
        return tumour switch
        {
            TumourKind.Gastric => GastricTable.Read(read, options.ManyCopies),
            TumourKind.Breast => BreastTables.Read(read, collected),
            _ => Shared(GastricTable.Read(read, options.ManyCopies), BreastTables.Read(read, collected)),
        };
    }

    private static TableAnswer Shared(TableAnswer gastric, TableAnswer breast)
    {
        var mismatch = gastric.Mismatch is not null ? breast.Mismatch : null;
        return gastric.Status == breast.Status
            ? breast with { Category = null, Mismatch = mismatch, Recomputed = gastric.Recomputed == breast.Recomputed ? breast.Recomputed : null }
            : new(Her2Status.Indeterminate, "tumour-type-unknown") { Mismatch = mismatch, LaboratoryOnly = breast.LaboratoryOnly };
    }
}
