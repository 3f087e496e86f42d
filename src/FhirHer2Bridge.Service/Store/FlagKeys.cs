using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Service.Store;

/// <summary>
/// The keys under which flags leave the bridge: equal for equal flags wherever the same secret and instance are used, and
/// without a trace of the patient for anyone who has not the secret.
/// </summary>
/// <param name="secret">The site's secret.</param>
/// <param name="instance">One per site, shared by replicas.</param>
internal sealed class FlagKeys(EndpointSecret secret, string instance)
{
    private const string Version = "v1";

    /// <summary>"v1-" and 64 hexadecimal digits, for the identity of a flag (patient, code, anchor).</summary>
    public string For(PatientKey patient, string code, string anchor) =>
        $"{Version}-{secret.Sign($"{Version}\n{instance}\nPatient/{patient.Value}\n{code}\n{anchor}")}";

    /// <summary>
    /// The key of a flag not raised before. A key that is taken (a flag withdrawn, and adopted after a lost store) is never
    /// used again: the anchor gets the next number, as the planner does for the anchors it knows.
    /// </summary>
    /// <param name="flag">The flag to be raised.</param>
    /// <param name="taken">Keys of every standing flag of the patient.</param>
    public string KeyOf(Flag flag, IReadOnlySet<string> taken)
    {
        var key = For(flag.Patient, flag.Code, flag.Anchor);
        for (var number = 2; taken.Contains(key); number++)
        {
            key = For(flag.Patient, flag.Code, FormattableString.Invariant($"{flag.Anchor}#{number}"));
        }

        return key;
    }

    /// <summary>The key of the Provenance of one version of a flag: repeating the write makes no second one.</summary>
    public string ForProvenance(string flagKey, string version) =>
        $"{Version}-{secret.Sign($"{Version}\n{instance}\nProvenance\n{flagKey}\n{version}")}";
}
