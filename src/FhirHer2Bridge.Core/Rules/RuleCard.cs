using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>What a clinician signs: what a rule says, when, on whose authority and with which numbers.</summary>
public sealed record RuleCard(RuleId Id, int Revision, string Title)
{
    /// <summary>Codes of the CodeSystem her2-flag this rule can raise.</summary>
    public required EquatableArray<string> Codes { get; init; }

    public required string Trigger { get; init; }

    public required string Clears { get; init; }

    public required string Severity { get; init; }

    /// <summary>Guideline, trial or case on which the rule rests.</summary>
    public required string Source { get; init; }

    public EquatableArray<RuleParameter> Parameters { get; init; }

    /// <summary>While a flag of one of these rules is open, this rule adds nothing.</summary>
    public EquatableArray<RuleId> SilentWhileOpen { get; init; }
}

/// <summary>
/// A number a site may set within its range. <see cref="IsGuideline"/> false: no guideline gives it, it is an engineering
/// default that the site's clinician signs.
/// </summary>
public sealed record RuleParameter(string Name, string Unit, decimal Default, decimal Min, decimal Max, string Meaning)
{
    public bool IsGuideline { get; init; }

    /// <summary>A site may give one assay a value of its own ("plasma-amplified-copies@guardant360").</summary>
    public bool ByAssay { get; init; }
}
