using System.Text.Json;
using FhirHer2Bridge.Fhir.Compose;

namespace FhirHer2Bridge.Service.Write;

/// <summary>A flag of ours on the server, with the resource it was read from.</summary>
internal sealed record FoundFlag(OwnFlag Flag, JsonElement Resource);
