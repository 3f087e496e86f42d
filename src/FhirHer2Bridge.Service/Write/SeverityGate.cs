using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Which flags go to the server at all (design section 5: nobody shall learn to ignore us).</summary>
internal static class SeverityGate
{
    /// <summary>
    /// True for an active flag of at least <paramref name="minimum"/>, and for every change of a flag that is on the server:
    /// what stands there must not go stale.
    /// </summary>
    public static bool IsWritten(Flag flag, FlagSeverity minimum, bool isOnServer) =>
        isOnServer || (flag.State == FlagState.Active && flag.Severity >= minimum);
}
