using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>The site's choices for every assessment.</summary>
/// <param name="Keys">The identity of flags that leave the bridge.</param>
internal sealed record AssessmentPolicy(
    RuleBook Rules,
    IReadOnlyDictionary<string, decimal> Thresholds,
    FlagSeverity MinimumSeverity,
    FlagKeys Keys);
