namespace FhirHer2Bridge.Core.Primitives;

/// <summary>How much of a date or time the source wrote down.</summary>
public enum TimePrecision
{
    Year,
    Month,
    Day,
    Instant,

    /// <summary>A period given by its two ends.</summary>
    Period,
}
