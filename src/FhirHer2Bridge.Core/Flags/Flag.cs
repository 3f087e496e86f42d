using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.Flags;

/// <summary>
/// One episode of one rule for one patient: [<see cref="Start"/>, <see cref="End"/>). Its content depends on evidence and
/// thresholds only, never on today, so that an unchanged patient costs no write.
/// </summary>
public sealed record Flag
{
    public required PatientKey Patient { get; init; }

    public required RuleId Rule { get; init; }

    /// <summary>Code in the CodeSystem her2-flag ("positive-to-negative").</summary>
    public required string Code { get; init; }

    /// <summary>
    /// The event the flag is about: the alphabetically first member ("Observation/x") of its assessment when the flag was
    /// first raised, or "none". Patient, code and anchor are the flag's identity.
    /// </summary>
    public required string Anchor { get; init; }

    public required FlagSeverity Severity { get; init; }

    public required FlagState State { get; init; }

    /// <summary>True: some evidence is provisional (Observation.status preliminary).</summary>
    public bool Provisional { get; init; }

    /// <summary>Clinical time of the trigger (the later result; the dose that crossed a threshold).</summary>
    public required ClinicalTime Effective { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Why it ended or was withdrawn: a code of the CodeSystem her2-bridge.</summary>
    public string? Reason { get; init; }

    /// <summary>One plain sentence or two for a clinician; information, never advice to stop or start a drug.</summary>
    public required string Text { get; init; }

    /// <summary>What it rests on, newest first.</summary>
    public required EquatableArray<SourceRef> Evidence { get; init; }

    public EquatableArray<FlagDetail> Details { get; init; }

    /// <summary>The tumour's Condition, where exactly one is certain.</summary>
    public ResourceKey? Focus { get; init; }

    /// <summary>The tumour it is about; None where unknown.</summary>
    public TumourKind Tumour { get; init; }

    /// <summary>All members of the anchor assessment: a late member must not make a second flag.</summary>
    public EquatableArray<string> AnchorMembers { get; init; }
}

public enum FlagState
{
    /// <summary>The episode contains the as-of moment.</summary>
    Active,

    /// <summary>The episode ended before it.</summary>
    Resolved,

    /// <summary>It never held: a source was withdrawn or re-read. Only for flags that stand on a server.</summary>
    Withdrawn,
}

public enum FlagDetailKind
{
    /// <summary>A code of the CodeSystem her2-status.</summary>
    Status,

    /// <summary>A FHIR dateTime literal, as precise as the source.</summary>
    DateTime,
    Count,

    /// <summary>A number of days.</summary>
    Days,
}

/// <summary>One component of the flag; <see cref="Code"/> is a code of the CodeSystem her2-bridge ("prior-status").</summary>
public sealed record FlagDetail(string Code, FlagDetailKind Kind, string Value);
