using FhirHer2Bridge.Core.Facts;

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

    /// <summary>The key of the Provenance of one version of a flag: repeating the write makes no second one.</summary>
    public string ForProvenance(string flagKey, string version) =>
        $"{Version}-{secret.Sign($"{Version}\n{instance}\nProvenance\n{flagKey}\n{version}")}";
}
