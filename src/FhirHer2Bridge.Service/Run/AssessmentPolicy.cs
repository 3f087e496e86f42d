using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>The site's choices for every assessment.</summary>
/// <param name="Keys">The identity of flags that leave the bridge.</param>
internal sealed record AssessmentPolicy(
    RuleBook Rules,
    IReadOnlyDictionary<string, decimal> Thresholds,
    FlagSeverity MinimumSeverity,
    FlagKeys? Keys)
{
    /// <summary>Without keys: for assessments that write nothing.</summary>
    public static AssessmentPolicy From(BridgeSettings settings, FlagKeys? keys = null) => new(
        RuleBook.Default.Without(settings.Rules.Disabled.ToHashSet(StringComparer.Ordinal)),
        settings.Rules.Thresholds
            .SelectMany(static rule => rule.Value.Select(pair => (Key: $"{rule.Key}:{pair.Key}", pair.Value)))
            .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal),
        settings.Write.MinimumSeverity,
        keys);
}
