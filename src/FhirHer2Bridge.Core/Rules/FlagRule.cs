using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>One clinical rule: one file, one card. Discovered by <see cref="RuleBook.Default"/>.</summary>
public abstract class FlagRule
{
    public abstract RuleCard Card { get; }

    /// <summary>Episodes [start, end) of this rule from the facts visible at the as-of moment, and that moment alone.</summary>
    public abstract RuleOutcome Evaluate(PatientView patient, RuleContext context);
}
