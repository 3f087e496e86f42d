using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Run;

/// <summary>What a row says, or which gap it leaves.</summary>
internal static class RowExtraction
{
    public static Extraction Extract(this PageEntry row, ExtractOptions options) =>
        row.IsBroken ? Extractor.Refuse(row.Utf8, options) : Extractor.Extract(row.Utf8, options);

    /// <summary>The gap of a resource of which only the name could be read.</summary>
    public static bool IsOfBroken(Fact fact) =>
        fact is GapFact gap && string.Equals(gap.Code, GapCodes.NotJson.Code, StringComparison.Ordinal);
}
