using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// Which kind of worsening a code of the tables "progression" and "spread" says (domain 1c). A code not named here that says
/// distant spread is a metastasis; any other is progression.
/// </summary>
public static class ProgressionKinds
{
    private static readonly Dictionary<string, ProgressionKind> Kinds = new(StringComparer.Ordinal)
    {
        // Local recurrence of malignant tumor of stomach; of breast.
        ["314961003"] = ProgressionKind.LocalRecurrence,
        ["314955001"] = ProgressionKind.LocalRecurrence,

        // Recurrent malignant neoplasm: where is not said, so nothing is said of distant spread.
        ["1259237005"] = ProgressionKind.LocalRecurrence,

        // No response to treatment: a stop reason in mCODE.
        ["266721009"] = ProgressionKind.StopWithoutResponse,
    };

    public static ProgressionKind Of(string? code, bool saysSpread) =>
        code is not null && Kinds.TryGetValue(code, out var kind) ? kind
        : saysSpread ? ProgressionKind.Metastasis
        : ProgressionKind.Progression;
}
