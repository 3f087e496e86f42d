using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Breast, immunohistochemistry alone. Source: ASCO/CAP 2018, affirmed 2023 (reference 4b): 0 and 1+ negative, 2+ equivocal until
/// ISH, 3+ positive.
/// </summary>
internal static class BreastIhcTable
{
    public static TableAnswer Row(ProteinColumn ihc) => ihc switch
    {
        ProteinColumn.ZeroOrOne => new(Her2Status.Negative),
        ProteinColumn.Two => new(Her2Status.Equivocal, "equivocal-without-ish"),
        ProteinColumn.Three => new(Her2Status.Positive),
        _ => new(Her2Status.Indeterminate, "no-usable-result"),
    };
}
