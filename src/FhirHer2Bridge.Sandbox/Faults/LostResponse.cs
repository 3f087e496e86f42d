namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>A write is committed and the connection is cut before the answer.</summary>
public sealed class LostResponse : Fault
{
    public LostResponse() => Times = 1;

    /// <summary>Also loses answers to reads and searches.</summary>
    public bool Reads { get; init; }

    public override Answer After(FaultRequest request, Answer answer) =>
        (request.Writes || Reads) && Concerns(request) && answer.Status < 300 && Fire()
            ? answer with { Aborted = true }
            : answer;
}
