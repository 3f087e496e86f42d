namespace FhirHer2Bridge.Core.Facts;

/// <summary>
/// A resource by type and id ("Observation/o1"), or one contained in it ("DiagnosticReport/r1#sp"). Core only compares these.
/// </summary>
public readonly record struct ResourceKey(string Value)
{
    public override string ToString() => Value;
}
