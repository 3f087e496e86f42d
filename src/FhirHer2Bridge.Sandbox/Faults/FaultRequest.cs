namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>What a fault may know of a request.</summary>
/// <param name="Interaction">What is asked.</param>
/// <param name="Type">Resource type; null for metadata and for a transaction or batch as a whole.</param>
/// <param name="Id">Logical id where the request names one.</param>
/// <param name="Page">For a search the page asked, from 1; else 0.</param>
/// <param name="PageSize">For a search the rows on a page; else 0.</param>
/// <param name="Now">The sandbox's clock.</param>
public sealed record FaultRequest(
    Interaction Interaction, string? Type, string? Id, int Page, int PageSize, DateTimeOffset Now)
{
    public bool Writes =>
        Interaction is Interaction.Create or Interaction.Update or Interaction.Delete or Interaction.Bundle;
}

/// <summary>The FHIR interactions the sandbox knows.</summary>
public enum Interaction
{
    Metadata,
    Read,
    VersionRead,
    History,
    Search,
    NextPage,
    Create,
    Update,
    Delete,
    Bundle,
}
