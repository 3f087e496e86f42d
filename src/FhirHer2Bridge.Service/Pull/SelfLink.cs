namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// The self link says what the server really searched for (FHIR R4, search, "Server Conformance"): a parameter missing there
/// was ignored. One without a query says nothing and is not judged.
/// </summary>
internal static class SelfLink
{
    /// <summary>A parameter of the query that the server left out; null: none, or not known.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="self">The self link of the first page.</param>
    /// <param name="paged">More pages follow: only then does the order matter.</param>
    public static string? Ignored(SearchQuery query, string? self, bool paged)
    {
        var mark = self?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        if (self is null || mark < 0 || mark == self.Length - 1)
        {
            return null;
        }

        var kept = self[(mark + 1)..].Split('&').Select(Name).ToHashSet(StringComparer.Ordinal);
        return query.Parameters
            .Select(p => p.Name)
            .FirstOrDefault(name => IsJudged(name, paged) && !kept.Contains(name) && !(name is "patient" && kept.Contains("subject")));
    }

    // _count is a wish; a server may cut it without saying so.
    private static bool IsJudged(string name, bool paged) => name is not "_count" && (paged || name is not "_sort");

    private static string Name(string pair) => Uri.UnescapeDataString(pair.Split('=')[0]).Split(':', '.')[0];
}
