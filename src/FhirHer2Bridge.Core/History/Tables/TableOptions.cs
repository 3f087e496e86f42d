using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>What a site chooses about reading results; the parameters stand on the card of rule 12.</summary>
internal sealed class TableOptions(RuleContext context)
{
    public ManyCopiesReading ManyCopies { get; } =
        (ManyCopiesReading)context.Days(IhcIshMismatchRule.Id, IhcIshMismatchRule.GastricCopies);

    /// <summary>Copy number in plasma from which an assay without a call of its own counts as amplified.</summary>
    public decimal PlasmaAmplifiedFrom(string? assay) =>
        context.Number(IhcIshMismatchRule.Id, IhcIshMismatchRule.PlasmaCutOff, assay);

    /// <summary>The same for sequencing of tissue.</summary>
    public decimal TissueAmplifiedFrom(string? assay) =>
        context.Number(IhcIshMismatchRule.Id, IhcIshMismatchRule.TissueCutOff, assay);
}

/// <summary>What six or more copies without a ratio of 2.0 mean in gastric cancer (reference 4a, option GastricCopiesGE6).</summary>
internal enum ManyCopiesReading
{
    Indeterminate = 0,
    Positive = 1,

    /// <summary>The ratio decides as if the copies were not there.</summary>
    Ignore = 2,
}
