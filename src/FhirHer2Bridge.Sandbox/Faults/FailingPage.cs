namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>One page of a search fails; a client that swallows it loses its rows (fhir-data-pipes 1109).</summary>
public sealed class FailingPage : Fault
{
    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 2;

    public int Status { get; init; } = 500;

    public override Answer? Before(FaultRequest request) =>
        Concerns(request) && request.Page == Page && Fire()
            ? Answer.Outcome(Status, "exception", "the page could not be read")
            : null;
}
