namespace FhirHer2Bridge.Service.Settings;

/// <summary>A value as a message may show it: what may be a secret is never printed, not even under a misspelt key.</summary>
internal static class ShownValue
{
    private const int Longest = 40;
    private const string Hidden = "(not shown)";

    private static readonly string[] Secrets = ["token", "secret", "password"];

    /// <summary>A value of a known key that takes no secret; long ones and addresses with a user are not shown.</summary>
    public static string Of(string value) => value switch
    {
        "" => "empty",
        _ when value.Length > Longest || value.Contains('@', StringComparison.Ordinal) => Hidden,
        _ => value,
    };

    /// <summary>The same under a key that is none of ours, whose name alone tells what it may carry.</summary>
    public static string UnderUnknown(string path, string value) => MayCarrySecret(path) ? Hidden : Of(value);

    private static bool MayCarrySecret(string path) => Array.Exists(Secrets, word => Resembles(path, word));

    private static bool Resembles(string path, string word)
    {
        for (var start = 0; start < path.Length; start++)
        {
            if (KeySpelling.Distance(path.AsSpan(start, Math.Min(word.Length, path.Length - start)), word) <= KeySpelling.Reach)
            {
                return true;
            }
        }

        return false;
    }
}
