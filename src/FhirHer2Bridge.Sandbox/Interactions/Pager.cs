using FhirHer2Bridge.Sandbox.Http;
using FhirHer2Bridge.Sandbox.Search;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>Searches kept open for their next pages. Tokens mean nothing outside this memory.</summary>
internal sealed class Pager
{
    private const int Kept = 1000;
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, OpenSearch> _open = new(StringComparer.Ordinal);

    public string Keep(OpenSearch search)
    {
        var token = Guid.NewGuid().ToString();
        lock (_gate)
        {
            _open.Add(token, search);
            if (_open.Count > Kept)
            {
                _open.RemoveAt(0);
            }
        }

        return token;
    }

    /// <exception cref="FhirException">410: the search was never opened here or has been forgotten.</exception>
    public OpenSearch Find(string token)
    {
        lock (_gate)
        {
            return _open.TryGetValue(token, out var search)
                ? search
                : throw new FhirException(410, "not-found", "the search does not exist and may have expired");
        }
    }
}

/// <summary>
/// A search with its rows fixed when it was first asked; a page shows their current versions, as HAPI does.
/// </summary>
internal sealed record OpenSearch(SearchQuery Query, IReadOnlyList<string> Ids, DateTimeOffset At, string Self);
