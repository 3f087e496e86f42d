using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Sandbox.Http;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>From a request to its answer, faults included.</summary>
internal sealed class Dispatcher
{
    private readonly SandboxStore _store;
    private readonly SandboxOptions _options;
    private readonly FaultSet _faults;
    private readonly SearchHandler _searches;
    private readonly ReadHandler _reads;
    private readonly WriteHandler _writes;
    private readonly BundleHandler _bundles;

    public Dispatcher(SandboxStore store, SandboxOptions options, FaultSet faults)
    {
        (_store, _options, _faults) = (store, options, faults);
        _searches = new(store, options, faults);
        _reads = new(store, options);
        _writes = new(store, options);
        _bundles = new(store, _writes, Entry, Verify);
    }

    /// <summary>Answers one request from outside; every refusal is an OperationOutcome.</summary>
    public Answer Handle(FhirRequest request) => Refusing(() =>
    {
        var route = Route.Of(request);
        var facing = Facing(request, route);
        return _faults.Before(facing) ?? _faults.After(facing, Refusing(() => Perform(request, route, facing)));
    });

    private static Answer Refusing(Func<Answer> work)
    {
        try
        {
            return work();
        }
        catch (FhirException refused)
        {
            return Answer.Outcome(refused.Status, refused.Code, refused.Message);
        }
    }

    private Answer Entry(FhirRequest request) => Refusing(() =>
    {
        var route = Route.Of(request);
        return Perform(request, route, Facing(request, route));
    });

    private FaultRequest Facing(FhirRequest request, Route route)
    {
        var place = _searches.Locate(request, route);
        var type = place?.Type ?? (route.Type.Length == 0 ? null : route.Type);
        var id = route.Id.Length == 0 || place is not null ? null : route.Id;
        return new(route.Interaction, type, id, place?.Page ?? 0, place?.Size ?? 0, _options.Time.GetUtcNow());
    }

    private Answer Perform(FhirRequest request, Route route, FaultRequest facing) => route.Interaction switch
    {
        Interaction.Metadata => new(200, Capabilities.Statement(_options, request.Base)),
        Interaction.Read => _reads.Read(request, route),
        Interaction.VersionRead => _reads.ReadVersion(route),
        Interaction.History => _reads.History(request, route),
        Interaction.Search => _searches.Search(request, route, facing),
        Interaction.NextPage => _searches.Next(request, facing),
        _ when _options.ReadOnly => throw new FhirException(403, "forbidden", "this server takes no writes"),
        Interaction.Bundle => _bundles.Handle(request),
        Interaction.Create => Atomically(() => _writes.Create(request, route)),
        Interaction.Update => Atomically(() => _writes.Update(request, route)),
        Interaction.Delete => Atomically(() => _writes.Delete(request, route)),
        _ => throw FhirException.NotFound("no such interaction"),
    };

    private Answer Atomically(Func<Answer> work) => _store.Atomically(work, Verify);

    private void Verify(IReadOnlyList<StoredResource> written)
    {
        if (_options.ReferentialIntegrity)
        {
            ReferenceCheck.Verify(_store, written);
        }
    }
}
