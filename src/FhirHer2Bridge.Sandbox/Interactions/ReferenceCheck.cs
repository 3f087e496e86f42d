using System.Text.Json;
using FhirHer2Bridge.Sandbox.Http;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>Referential integrity over one unit of work, as HAPI enforces it by default.</summary>
internal static class ReferenceCheck
{
    /// <exception cref="FhirException">400 a reference to nothing held, 409 a delete of what is referenced.</exception>
    public static void Verify(SandboxStore store, IReadOnlyList<StoredResource> written)
    {
        foreach (var row in written.Where(static row => !row.Deleted))
        {
            if (Literals(row.Json!.Value).Any(reference => IsLocal(reference, out var type, out var id)
                && store.Read(type, id) is null))
            {
                throw FhirException.Invalid("the resource refers to one that is not held here");
            }
        }

        var gone = written.Where(row => store.Read(row.Type, row.Id) is null)
            .Select(static row => row.Reference)
            .ToHashSet(StringComparer.Ordinal);
        if (gone.Count > 0 && store.All().Any(row => Literals(row.Json!.Value).Any(gone.Contains)))
        {
            throw new FhirException(409, "conflict", "the resource is referenced by another");
        }
    }

    private static bool IsLocal(string reference, out string type, out string id)
    {
        (type, id) = reference.Split('/') is [var left, var right, ..] ? (left, right) : (string.Empty, string.Empty);
        return ResourceTypes.All.Contains(type);
    }

    private static IEnumerable<string> Literals(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Literals),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property =>
            property.NameEquals("reference") && property.Value.ValueKind == JsonValueKind.String
                ? [property.Value.GetString()!]
                : Literals(property.Value)),
        _ => [],
    };
}
