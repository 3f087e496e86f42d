using System.Text.Json;
using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Reads every page of a search, or fails: a partial answer is no answer.</summary>
internal sealed class BundleReading(FhirCalls calls)
{
    private const int MostPages = 200;

    /// <summary>Every matching resource of the type.</summary>
    /// <exception cref="FhirRefusedException">A page was refused, unreadable, endless, or lay on another server.</exception>
    internal async Task<IReadOnlyList<JsonElement>> SearchAllAsync(
        string type, IReadOnlyList<(string Name, string Value)> criteria, CancellationToken cancellationToken)
    {
        List<JsonElement> resources = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        var page = await calls.SearchAsync(type, criteria, cancellationToken);
        while (true)
        {
            if (!page.IsSuccess || FhirCalls.Json(page) is not { ValueKind: JsonValueKind.Object } bundle)
            {
                throw new FhirRefusedException(page.Status);
            }

            resources.AddRange(Resources(bundle, type));
            if (Next(bundle) is not { } next)
            {
                return resources;
            }

            if (!seen.Add(next) || seen.Count > MostPages)
            {
                throw new FhirRefusedException(page.Status);
            }

            page = await calls.GetAsync(SameServer(page, next), cancellationToken);
        }
    }

    private static IEnumerable<JsonElement> Resources(JsonElement bundle, string type) =>
        bundle.Items("entry")
            .Select(static entry => entry.Member("resource"))
            .OfType<JsonElement>()
            .Where(resource => string.Equals(resource.Text("resourceType"), type, StringComparison.Ordinal));

    private static string? Next(JsonElement bundle) =>
        bundle.Items("link").FirstOrDefault(static link => link.Text("relation") is "next").Text("url");

    /// <summary>Next links are opaque, and followed on the configured server only (design section 7).</summary>
    private string SameServer(FhirResponse page, string next)
    {
        var address = new Uri(new Uri(calls.Base, page.Address), next);
        var isOurs = Uri.Compare(
                address, calls.Base, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            && (address.AbsolutePath + "/").StartsWith(calls.Base.AbsolutePath, StringComparison.Ordinal);
        return isOurs ? address.AbsoluteUri : throw new FhirRefusedException(page.Status);
    }
}
