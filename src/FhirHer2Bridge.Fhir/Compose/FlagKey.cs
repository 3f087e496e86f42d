using System.Security.Cryptography;
using System.Text;
using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>
/// Identity of what we write: HMAC-SHA-256 of patient, code and anchor under the site's secret, so that ids leaving the
/// bridge carry no patient data and every replica and every re-run finds the same resource (design section 5, Key).
/// </summary>
public static class FlagKey
{
    private const string Version = "v1-";
    private const int IdDigits = 40;

    /// <summary>The key of a flag: "v1-" and 64 hex digits.</summary>
    /// <param name="secret">The site's secret; never empty.</param>
    /// <param name="instance">Name of the site's bridge, shared by its replicas.</param>
    /// <param name="patient">Whom the flag is about.</param>
    /// <param name="code">Code in the CodeSystem her2-flag.</param>
    /// <param name="anchor">The event the flag is about.</param>
    /// <exception cref="ArgumentException">The secret is empty: keys would be guessable.</exception>
    public static string Compute(
        ReadOnlySpan<byte> secret, string instance, PatientKey patient, string code, string anchor) =>
        Hmac(secret, $"v1\n{instance}\nPatient/{patient.Value}\n{code}\n{anchor}");

    /// <summary>The key of the Provenance of one version of a flag: repeating the write makes no second one.</summary>
    public static string ComputeProvenance(ReadOnlySpan<byte> secret, string instance, string flagKey, string version) =>
        Hmac(secret, $"v1\n{instance}\nProvenance\n{flagKey}\n{version}");

    /// <summary>The logical id of a flag where the server lets clients choose: 49 characters, letters first.</summary>
    public static string ToObservationId(string key) => "her2flag-" + Digits(key);

    /// <summary>The logical id of a Provenance where the server lets clients choose.</summary>
    public static string ToProvenanceId(string key) => "her2prov-" + Digits(key);

    private static string Hmac(ReadOnlySpan<byte> secret, string text)
    {
        if (secret.IsEmpty)
        {
            throw new ArgumentException("A flag key needs a secret.", nameof(secret));
        }

        return Version + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));
    }

    private static string Digits(string key)
    {
        if (!key.StartsWith(Version, StringComparison.Ordinal) || key.Length < Version.Length + IdDigits)
        {
            throw new ArgumentException("Not a key of this bridge.", nameof(key));
        }

        return key.Substring(Version.Length, IdDigits);
    }
}
