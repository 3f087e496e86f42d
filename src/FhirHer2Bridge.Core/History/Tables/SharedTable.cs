using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// What the tables of all tumours share (references 4a and 4c): IHC 3+ is positive whatever the gene shows, 0 and 1+ alone are
/// negative, 2+ alone is equivocal and follows the laboratory's call on the gene. Counts are not interpreted here: outside the
/// stomach they need the breast table, and without it the answer is indeterminate, never a guess.
/// </summary>
internal static class SharedTable
{
    public const string BreastTableAbsent = "breast-table-absent";

    public static TableAnswer Read(Findings findings) => findings switch
    {
        { Score: 3 } => new(Her2Status.Positive, findings.AmplifiedStated == false ? "ihc-ish-mismatch" : null),
        { IhcStated: Her2Status.Positive } => new(Her2Status.Positive, findings.AmplifiedStated == false ? "ihc-ish-mismatch" : null),
        { Score: 0 or 1, HasGene: false } or { Score: 0 or 1, AmplifiedStated: false } => new(Her2Status.Negative),
        { IhcStated: Her2Status.Negative, AmplifiedStated: not true } => new(Her2Status.Negative),
        { Score: 2, HasGene: false } or { IhcStated: Her2Status.Equivocal, HasGene: false } =>
            new(Her2Status.Equivocal, "equivocal-without-ish"),
        { Score: 0 or 1 } or { IhcStated: Her2Status.Negative } => new(Her2Status.Indeterminate, BreastTableAbsent),
        { AmplifiedStated: true } => new(Her2Status.Positive, findings.HasIhc ? null : "no-ihc"),
        { AmplifiedStated: false } => new(Her2Status.Negative, findings.HasIhc ? null : "no-ihc"),
        { HasGene: true } => new(Her2Status.Indeterminate, BreastTableAbsent),
        _ => new(Her2Status.Indeterminate, "no-usable-result"),
    };
}
