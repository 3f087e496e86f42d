namespace FhirHer2Bridge.Core.Terminology;

/// <summary>A coding as it stands in a resource; every part may be absent.</summary>
public readonly record struct Coding(string? System, string? Code, string? Display);
