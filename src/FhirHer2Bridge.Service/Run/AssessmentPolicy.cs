using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Run;

/// <summary>The site's choices for every assessment.</summary>
/// <param name="KeyOf">The identity of a flag that leaves the bridge (patient, code, anchor).</param>
internal sealed record AssessmentPolicy(
    RuleBook Rules,
    IReadOnlyDictionary<string, decimal> Thresholds,
    FlagSeverity MinimumSeverity,
    Func<PatientKey, string, string, string> KeyOf);
