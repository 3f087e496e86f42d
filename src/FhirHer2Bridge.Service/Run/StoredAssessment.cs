using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>Assessments of what the store holds, without a look at the server; nothing is kept or written.</summary>
internal static class StoredAssessment
{
    /// <summary>All that is held, against the flags that stand.</summary>
    public static async Task<PatientAssessment> ReplayAsync(
        IBridgeStore store, string endpoint, PatientMemory memory, AssessmentPolicy policy, AsOf asOf, CancellationToken cancellationToken)
    {
        var facts = await PatientFacts.StoredAsync(store, endpoint, memory, cancellationToken);
        var completeness = await StoredCompleteness.RememberedAsync(store, endpoint, memory, cancellationToken);
        return Assess(memory, facts, policy, new RuleContext(asOf.Instant, completeness, policy.Thresholds));
    }

    /// <summary>What could have been known at a moment. Nothing later than it was read then.</summary>
    public static async Task<PatientAssessment> KnownAtAsync(
        IBridgeStore store, string endpoint, PatientMemory memory, AssessmentPolicy policy, AsOf knownAt, AsOf asOf, CancellationToken cancellationToken)
    {
        var facts = await PatientFacts.KnownAtAsync(store, endpoint, memory, knownAt.Instant, cancellationToken);
        var read = await StoredCompleteness.RememberedAsync(store, endpoint, memory, cancellationToken);
        var then = new Completeness(Earlier(read.Tests, knownAt.Instant), Earlier(read.Doses, knownAt.Instant));
        return Assess(memory, facts, policy, new RuleContext(asOf.Instant, then, policy.Thresholds))
            .WithIssues(PatientFacts.KnownAt(memory, knownAt.Instant).SelectMany(static resource => resource.Issues));
    }

    private static PatientAssessment Assess(PatientMemory memory, IReadOnlyCollection<Fact> facts, AssessmentPolicy policy, RuleContext context) =>
        Her2Engine.Assess(memory.Patient, facts, [.. memory.Flags.Select(static flag => flag.Standing)], policy.Rules, context)
            .WithoutBlindWithdrawals(memory.Flags, facts);

    private static DateTimeOffset? Earlier(DateTimeOffset? read, DateTimeOffset moment) => read > moment ? moment : read;
}
