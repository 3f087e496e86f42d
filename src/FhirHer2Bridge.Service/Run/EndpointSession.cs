using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Run;

/// <summary>One configured server and the ways to read it.</summary>
internal sealed record EndpointSession(string Name, IFhirTransport Transport, PullSettings Pull)
{
    public required SearchPages Pages { get; init; }

    public required PatientReader Patients { get; init; }

    public required ExtractOptions Options { get; init; }

    public required TimeProvider Time { get; init; }
}
