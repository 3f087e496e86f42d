using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox.Json;

namespace FhirHer2Bridge.Sandbox;

/// <summary>Every version of every resource, in memory; safe for use from any thread.</summary>
public sealed class SandboxStore(TimeProvider time)
{
    private readonly Lock _gate = new();

    private readonly VersionTable _table = new();
    private readonly List<StoredResource> _journal = [];
    private bool _open;
    private long _lastId;

    /// <summary>Current resources of all types.</summary>
    public int Count => All().Count;

    /// <summary>Writes a resource as its next version; identical content changes nothing, as on HAPI.</summary>
    /// <param name="resource">Any resource with a <c>resourceType</c>; without an id it is given one. Not kept.</param>
    /// <param name="lastUpdated">Commit time to pretend; then a version is written even if nothing changed.</param>
    /// <exception cref="ArgumentException">No <c>resourceType</c>.</exception>
    public StoredResource Put(JsonNode resource, DateTimeOffset? lastUpdated = null)
    {
        var body = resource.DeepClone().AsObject();
        var type = FhirJson.Text(body, "resourceType")
            ?? throw new ArgumentException("a resource needs a resourceType", nameof(resource));
        return Write(type, FhirJson.Text(body, "id") ?? NewId(type), body, lastUpdated);
    }

    /// <summary>The current version, or null where there is none or it was deleted.</summary>
    public StoredResource? Read(string type, string id) =>
        Versions(type, id) is [.., { Deleted: false } current] ? current : null;

    /// <summary>Every version, oldest first; empty where the id was never used.</summary>
    public IReadOnlyList<StoredResource> Versions(string type, string id)
    {
        lock (_gate)
        {
            return _table.Find(type, id) is { } versions ? [.. versions] : [];
        }
    }

    /// <summary>Current resources of a type in order of first creation.</summary>
    public IReadOnlyList<StoredResource> Search(string type, Func<JsonElement, bool> predicate) =>
        Current(type, row => predicate(row.Json!.Value));

    /// <summary>Current resources of every type.</summary>
    public IReadOnlyList<StoredResource> All()
    {
        lock (_gate)
        {
            return [.. _table.Types.SelectMany(_table.Current)];
        }
    }

    /// <summary>Current resources of one type.</summary>
    public int CountOf(string type) => Current(type, static _ => true).Count;

    /// <summary>Deletes a resource.</summary>
    /// <returns>False where there was nothing to delete.</returns>
    public bool Delete(string type, string id) => Remove(type, id) is not null;

    internal IReadOnlyList<StoredResource> Current(string type, Func<StoredResource, bool> predicate)
    {
        lock (_gate)
        {
            return [.. _table.Current(type).Where(predicate)];
        }
    }

    internal StoredResource Write(string type, string id, JsonObject body, DateTimeOffset? lastUpdated = null)
    {
        lock (_gate)
        {
            if (lastUpdated is null && Read(type, id) is { } current && FhirJson.SameContent(current.Json!.Value, body))
            {
                return current;
            }

            var version = (_table.Find(type, id)?.Count ?? 0) + 1;
            var at = FhirJson.Milliseconds(lastUpdated ?? time.GetUtcNow());
            return Append(new(type, id, version, at, FhirJson.Stamp(body, id, version, at)));
        }
    }

    internal StoredResource? Remove(string type, string id)
    {
        lock (_gate)
        {
            var at = FhirJson.Milliseconds(time.GetUtcNow());
            return Read(type, id) is { } current
                ? Append(new(type, id, current.Version + 1, at, null))
                : null;
        }
    }

    internal string NewId(string type)
    {
        lock (_gate)
        {
            string id;
            do
            {
                id = (++_lastId).ToString(CultureInfo.InvariantCulture);
            }
            while (_table.Find(type, id) is not null);

            return id;
        }
    }

    /// <summary>All writes of <paramref name="work"/> or, where it or <paramref name="verify"/> throws, none.</summary>
    internal T Atomically<T>(Func<T> work, Action<IReadOnlyList<StoredResource>> verify)
    {
        lock (_gate)
        {
            if (_open)
            {
                return work();
            }

            var kept = false;
            _open = true;
            try
            {
                var result = work();
                verify(_journal);
                kept = true;
                return result;
            }
            finally
            {
                _open = false;
                Close(kept);
            }
        }
    }

    private void Close(bool kept)
    {
        foreach (var written in kept ? [] : Enumerable.Reverse(_journal))
        {
            _table.Undo(written);
        }

        _journal.Clear();
    }

    private StoredResource Append(StoredResource written)
    {
        _table.Append(written);
        if (_open)
        {
            _journal.Add(written);
        }

        return written;
    }
}
