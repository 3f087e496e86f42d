using System.Collections.Immutable;

namespace FhirHer2Bridge.Sandbox;

/// <summary>What was asked, in the order it was answered.</summary>
internal sealed class RequestLog
{
    private ImmutableList<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> All => Volatile.Read(ref _requests);

    public void Add(RecordedRequest request) =>
        ImmutableInterlocked.Update(ref _requests, static (list, added) => list.Add(added), request);

    public void Clear() => Volatile.Write(ref _requests, []);
}
