namespace FhirHer2Bridge.Sandbox;

/// <summary>Versions by type and id, in order of first creation. Not safe for several threads: its owner locks.</summary>
internal sealed class VersionTable
{
    private readonly Dictionary<string, OrderedDictionary<string, List<StoredResource>>> _types =
        new(StringComparer.Ordinal);

    public IEnumerable<string> Types => _types.Keys;

    public List<StoredResource>? Find(string type, string id) =>
        _types.TryGetValue(type, out var rows) && rows.TryGetValue(id, out var versions) ? versions : null;

    /// <summary>The newest version of each id, deletes left out.</summary>
    public IEnumerable<StoredResource> Current(string type) =>
        _types.TryGetValue(type, out var rows)
            ? rows.Values.Select(static versions => versions[^1]).Where(static row => !row.Deleted)
            : [];

    public void Append(StoredResource written)
    {
        if (!_types.TryGetValue(written.Type, out var rows))
        {
            _types[written.Type] = rows = new(StringComparer.Ordinal);
        }

        if (!rows.TryGetValue(written.Id, out var versions))
        {
            rows[written.Id] = versions = [];
        }

        versions.Add(written);
    }

    /// <summary>Forgets the newest version of what was written.</summary>
    public void Undo(StoredResource written)
    {
        var rows = _types[written.Type];
        var versions = rows[written.Id];
        versions.RemoveAt(versions.Count - 1);
        if (versions.Count == 0)
        {
            rows.Remove(written.Id);
        }
    }
}
