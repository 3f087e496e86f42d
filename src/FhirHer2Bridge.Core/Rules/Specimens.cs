namespace FhirHer2Bridge.Core.Rules;

/// <summary>Reasons of an inconclusive result that rules ask for by name.</summary>
internal static class Specimens
{
    /// <summary>The specimen did not allow a result; nothing more will come of it.</summary>
    public const string Unsatisfactory = "specimen-unsatisfactory";
}
