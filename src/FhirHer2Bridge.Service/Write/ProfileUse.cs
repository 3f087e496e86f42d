namespace FhirHer2Bridge.Service.Write;

/// <summary>When our profile is named on what we write.</summary>
internal enum ProfileUse
{
    /// <summary>Where the server holds it: a validating server refuses an unknown profile.</summary>
    Auto,
    Always,
    Never,
}
