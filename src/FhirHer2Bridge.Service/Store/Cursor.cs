namespace FhirHer2Bridge.Service.Store;

/// <summary>How far one resource type was read.</summary>
/// <param name="Since">The literal sent as <c>_lastUpdated=ge</c> next time.</param>
/// <param name="Through">Server time through which the type is known to be read completely.</param>
public sealed record Cursor(DateTimeOffset Since, DateTimeOffset Through);
