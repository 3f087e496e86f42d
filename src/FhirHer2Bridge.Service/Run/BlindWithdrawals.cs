using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>A flag whose evidence is there and can no longer be read stays as it is: what it says now is not known.</summary>
internal static class BlindWithdrawals
{
    public static PatientAssessment WithoutBlindWithdrawals(
        this PatientAssessment assessment, IEnumerable<FlagRecord> flags, IEnumerable<Fact> facts)
    {
        var broken = facts.Where(RowExtraction.IsOfBroken).Select(static fact => fact.Source.Key).ToHashSet();
        var resting = flags.Where(flag => flag.Standing.Evidence.Any(broken.Contains))
            .Select(static flag => flag.Standing.Key).ToHashSet(StringComparer.Ordinal);
        return assessment with
        {
            Changes = assessment.Changes.Where(change => change is not FlagChange.Withdraw || change.Key is not { } key || !resting.Contains(key)).ToEquatableArray(),
        };
    }
}
