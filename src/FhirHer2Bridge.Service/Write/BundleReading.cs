using System.Text.Json;
using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Reads every page of a small search whole, or fails: a partial answer is no answer.</summary>
internal sealed class BundleReading(FhirCalls calls)
{
    private const int MostPages = 200;

    /// <summary>Every resource of the type on every page.</summary>
    /// <exception cref="WriteRefusedException">A page was refused, unreadable, endless, or lay on another server.</exception>
    internal async Task<IReadOnlyList<JsonElement>> SearchAllAsync(
        string type, IReadOnlyList<(string Name, string Value)> criteria, CancellationToken cancellationToken)
    {
        List<JsonElement> resources = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        var response = await calls.SearchAsync(type, criteria, cancellationToken);
        while (true)
        {
            var page = Page(response) ?? throw new WriteRefusedException(response.Status);
            resources.AddRange(page.Entries
                .Where(entry => string.Equals(entry.Type, type, StringComparison.Ordinal))
                .Select(static entry => FhirCalls.Json(entry.Utf8))
                .OfType<JsonElement>());
            if (page.Next is null)
            {
                return resources;
            }

            if (!seen.Add(page.Next)
                || seen.Count > MostPages
                || OriginGuard.Resolve(calls.Base, response.Address, page.Next) is not { } next)
            {
                throw new WriteRefusedException(response.Status);
            }

            response = await calls.GetAsync(next.AbsoluteUri, cancellationToken);
        }
    }

    /// <summary>A page without loss: everything on it is readable, and the server left nothing out.</summary>
    private static BundlePage? Page(FhirResponse response)
    {
        try
        {
            return response.IsSuccess
                && BundlePageReader.Read(response.Body) is { IsSearchSet: true, Damaged: 0 } page
                && !page.Entries.Any(static entry => entry.Type is "OperationOutcome" && OutcomeSeverity.MeansLoss(entry.Utf8))
                ? page
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
