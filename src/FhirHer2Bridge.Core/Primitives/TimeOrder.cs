namespace FhirHer2Bridge.Core.Primitives;

/// <summary>What can be said about the order of two spans of time.</summary>
public enum TimeOrder
{
    Before,
    Same,
    After,

    /// <summary>The spans overlap: either may have come first.</summary>
    Indeterminate,
}
