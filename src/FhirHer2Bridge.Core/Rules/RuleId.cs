namespace FhirHer2Bridge.Core.Rules;

/// <summary>Permanent name of a rule ("H2B-01"), the number of the reference catalogue.</summary>
public readonly record struct RuleId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Codes of detectedissue-severity (FHIR R4).</summary>
public enum FlagSeverity
{
    Low,
    Moderate,
    High,
}
