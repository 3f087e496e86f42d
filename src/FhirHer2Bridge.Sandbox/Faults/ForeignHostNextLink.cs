namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>
/// The next link names another host, as behind a misconfigured proxy (HAPI 138, 2885): no token may follow it.
/// </summary>
public sealed class ForeignHostNextLink : Fault
{
    /// <summary>Scheme, host and port put in; the default can never resolve (RFC 2606).</summary>
    public Uri Origin { get; init; } = new("http://fhir.invalid");

    public override Uri NextLink(FaultRequest request, Uri link) =>
        Concerns(request) && Fire() ? new Uri(Origin, link.PathAndQuery) : link;
}
