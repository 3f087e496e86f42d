namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>
/// Logical ids made from keys ("v1-" and 64 hex digits, an HMAC of Service): they carry no patient data, and have letters
/// first because HAPI refuses all-digit ids by default (fhir-design 3.2).
/// </summary>
public static class FlagIds
{
    private const string Version = "v1-";
    private const int Digits = 40;

    /// <summary>The id of a flag where the server lets clients choose (49 characters).</summary>
    /// <exception cref="ArgumentException">Not a key of a bridge.</exception>
    public static string OfObservation(string key) => "her2flag-" + Start(key);

    /// <summary>The id of a Provenance where the server lets clients choose (49 characters).</summary>
    /// <exception cref="ArgumentException">Not a key of a bridge.</exception>
    public static string OfProvenance(string key) => "her2prov-" + Start(key);

    private static string Start(string key) =>
        key.StartsWith(Version, StringComparison.Ordinal) && key.Length >= Version.Length + Digits
            ? key.Substring(Version.Length, Digits)
            : throw new ArgumentException("Not a key of a bridge.", nameof(key));
}
