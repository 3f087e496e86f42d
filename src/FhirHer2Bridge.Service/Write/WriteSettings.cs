using System.Text.RegularExpressions;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Section <c>Write</c>.</summary>
internal sealed partial record WriteSettings
{
    public const string Section = "Write";

    /// <summary>Name of this site's bridge, shared by its replicas; part of every key and of the Device's id.</summary>
    public string Instance { get; init; } = "site";

    public ProfileUse Profile { get; init; } = ProfileUse.Auto;

    /// <summary>Least severity that is written to the server; lower flags are shown by us only.</summary>
    public FlagSeverity MinimumSeverity { get; init; } = FlagSeverity.Moderate;

    /// <summary>
    /// How long after a conditional create the server's index is asked whether another writer created the same flag
    /// (0 to 5 minutes). Only where the server does not let clients choose ids.
    /// </summary>
    public TimeSpan VerifyDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What is wrong, each naming the key and the value; empty where all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        if (!InstancePattern().IsMatch(Instance))
        {
            problems.Add($"{WriteErrors.Setting}: {Section}:{nameof(Instance)} is '{Instance}'; it must be 1 to 53 of A-Z a-z 0-9 - .");
        }

        if (VerifyDelay < TimeSpan.Zero || VerifyDelay > TimeSpan.FromMinutes(5))
        {
            problems.Add($"{WriteErrors.Setting}: {Section}:{nameof(VerifyDelay)} is {VerifyDelay:c}; it must be 00:00:00 to 00:05:00.");
        }

        return problems;
    }

    // With "her2bridge-" before it, an R4 id (64 characters at most).
    [GeneratedRegex(@"^[A-Za-z0-9.\-]{1,53}\z", RegexOptions.NonBacktracking)]
    private static partial Regex InstancePattern();
}
