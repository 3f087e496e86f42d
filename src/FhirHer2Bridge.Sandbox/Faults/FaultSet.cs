using System.Collections.Immutable;

namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>The faults switched on; may be changed while the server runs.</summary>
public sealed class FaultSet
{
    private ImmutableList<Fault> _active = [];

    public IReadOnlyList<Fault> Active => Volatile.Read(ref _active);

    /// <summary>Switches a fault on.</summary>
    /// <returns>The same fault, to watch or to switch off.</returns>
    public T On<T>(T fault)
        where T : Fault
    {
        ImmutableInterlocked.Update(ref _active, static (list, added) => list.Add(added), (Fault)fault);
        return fault;
    }

    /// <summary>Switches a fault on by its description (<see cref="FaultCatalog.Create"/>).</summary>
    /// <exception cref="ArgumentException">No such fault or property.</exception>
    public Fault On(string description) => On(FaultCatalog.Create(description));

    public void Off(Fault fault) =>
        ImmutableInterlocked.Update(ref _active, static (list, removed) => list.Remove(removed), fault);

    public void Clear() => Volatile.Write(ref _active, []);

    internal Answer? Before(FaultRequest request) =>
        Active.Select(fault => fault.Before(request)).FirstOrDefault(static answer => answer is not null);

    internal Answer After(FaultRequest request, Answer answer) =>
        Active.Aggregate(answer, (current, fault) => fault.After(request, current));

    internal IReadOnlyList<StoredResource> Rows(FaultRequest request, IReadOnlyList<StoredResource> rows) =>
        Active.Aggregate(rows, (current, fault) => fault.Rows(request, current));

    internal Uri NextLink(FaultRequest request, Uri link) =>
        Active.Aggregate(link, (current, fault) => fault.NextLink(request, current));
}
