using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>Chooses the table by tumour; where the tumour is unknown both are tried, and they must agree (design section 5).</summary>
internal static class TumourTables
{
    public static TableAnswer Read(Findings findings, TumourKind tumour)
    {
        var gastric = GastricTable.Read(findings);
        var shared = SharedTable.Read(findings);
        return tumour switch
        {
            TumourKind.Gastric => gastric,
            TumourKind.Breast or TumourKind.Other => shared,
            _ when gastric.Status == shared.Status => shared,
            _ when string.Equals(shared.Note, SharedTable.BreastTableAbsent, StringComparison.Ordinal) => shared,
            _ => new(Her2Status.Indeterminate, "tumour-type-unknown"),
        };
    }
}
