using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Chooses the table by tumour. Where the tumour is unknown, or a known one of another organ, the gastric and the breast reading
/// must agree: so only what both share is used (reference 7, "which tumours").
/// </summary>
internal static class TumourTables
{
    /// <summary>The note of a result that the gastric and the breast table read as two statuses.</summary>
    public const string ReadingsDiffer = "tumour-type-unknown";

    /// <summary>The note of a result in which only one of the two tables sees a contradiction.</summary>
    public const string MismatchDiffers = "mismatch-by-tumour-unknown";

    public static TableAnswer Read(Findings findings, TumourKind tumour, ClinicalTime resulted, TableOptions options)
    {
        var read = IshTotals.WithRatio(IshTotals.PerNucleus(findings)) with
        {
            SequencedAmplified = findings.SequencedAmplified
                ?? findings.SequencedCopies?.IsAtLeast(options.TissueAmplifiedFrom(findings.SequencingAssay)),
        };
        return tumour switch
        {
            TumourKind.Gastric => OfGene(read, Gastric),
            TumourKind.Breast => OfGene(read, Breast),
            _ => Shared(OfGene(read, Gastric), OfGene(read, Breast)),
        };

        TableAnswer Gastric(Findings one) => GastricTable.Read(one, options.ManyCopies);

        TableAnswer Breast(Findings one) => BreastTables.Read(one, resulted);
    }

    /// <summary>
    /// Hybridisation that decides is what a table reads (reference 4e); sequencing that says the opposite stands beside it as a
    /// mismatch. Where hybridisation decides nothing, or was not done, the table sees what sequencing called.
    /// </summary>
    private static TableAnswer OfGene(Findings findings, Func<Findings, TableAnswer> table)
    {
        if (findings.SequencedAmplified is not { } sequenced || Hybridised(findings, table) is not { } hybridised)
        {
            return table(findings);
        }

        var answer = table(WithoutSequencing(findings));
        return sequenced == hybridised ? answer : answer with { Mismatch = answer.Mismatch ?? ResultMismatch.HybridisationAgainstSequencing };
    }

    /// <summary>Amplified by hybridisation: the laboratory's call, else its counts as the table reads them where the stain leaves it to them (2+).</summary>
    private static bool? Hybridised(Findings findings, Func<Findings, TableAnswer> table) => findings.AmplifiedStated
        ?? table(WithoutSequencing(findings) with { Score = 2, IhcStated = null }).Status switch
        {
            Her2Status.Positive => true,
            Her2Status.Negative => false,
            _ => null,
        };

    private static Findings WithoutSequencing(Findings findings) => findings with { SequencedAmplified = null, SequencedCopies = null };

    private static TableAnswer Shared(TableAnswer gastric, TableAnswer breast)
    {
        var mismatch = gastric.Mismatch is not null ? breast.Mismatch : null;
        return gastric.Status == breast.Status
            ? breast with
            {
                Category = null,
                Mismatch = mismatch,
                Recomputed = gastric.Recomputed == breast.Recomputed ? breast.Recomputed : null,
                Note = (gastric.Mismatch is null) == (breast.Mismatch is null) ? breast.Note : MismatchDiffers,
            }
            : new(Her2Status.Indeterminate, ReadingsDiffer) { Mismatch = mismatch, LaboratoryOnly = breast.LaboratoryOnly };
    }
}
