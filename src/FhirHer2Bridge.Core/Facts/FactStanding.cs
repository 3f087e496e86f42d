namespace FhirHer2Bridge.Core.Facts;

/// <summary>How far a fact may be relied upon; from the status of its resource (FHIR R4 value sets, domain 2c).</summary>
public enum FactStanding
{
    /// <summary>Shown as pending; never drives a status nor restarts a clock.</summary>
    Preliminary,
    Final,

    /// <summary>Amended or corrected after it was final; used as final.</summary>
    Amended,

    /// <summary>Entered in error or cancelled: kept so that what rested on it can be healed, never used.</summary>
    Withdrawn,
}
