using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>What a clinician signs: what a rule says, when, on whose authority and with which numbers.</summary>
public sealed record RuleCard(RuleId Id, int Revision, string Title)
{
    /// <summary>What ends every flag, whichever rule raised it (the planner does it for all); said once, and not on each card.</summary>
    public const string Dismissal = "Acknowledged: a flag that somebody at the site closes, changes or deletes on the server is dismissed, whichever "
        + "rule raised it. The bridge leaves it as it is, and does not raise it again for the same situation. `evaluate` and `history` "
        + "look at the record only and go on listing the situation until it ends as its card says.";

    /// <summary>What the reference asks for and no rule does, because no data element says it.</summary>
    public const string NotRead = "Not read, because no element of the record holds it: the number of biopsy fragments (a negative biopsy of fewer than four is "
        + "weaker evidence), and a palliative plan. A negative biopsy counts as any other negative result.";

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
