using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core;

/// <summary>What the engine concluded at one moment, and what it could not.</summary>
/// <param name="Flags">Every episode that began before the moment: active and resolved.</param>
/// <param name="Undetermined">Rules that could not be answered, each with its reason.</param>
/// <param name="Changes">The smallest set of changes from what stands to what holds.</param>
/// <param name="NextDue">
/// Earliest instant at which any of this can change without a new fact; the as-of moment itself where an answer only waits for
/// the server to be read; null: never.
/// </param>
public sealed record PatientAssessment(
    Her2History History,
    EquatableArray<Flag> Flags,
    EquatableArray<UndeterminedRule> Undetermined,
    EquatableArray<FlagChange> Changes,
    DateTimeOffset? NextDue);

/// <summary>A rule without an answer. It never retracts a standing flag.</summary>
public sealed record UndeterminedRule(RuleId Rule, string Reason);
