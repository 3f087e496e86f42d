using FhirHer2Bridge.Sandbox.Http;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>One search parameter: what it is called, where it holds and how one value of it is tested.</summary>
/// <param name="name">As in the query string.</param>
/// <param name="types">Resource types that have it; none given means all.</param>
internal abstract class SearchParameter(string name, string[] types)
{
    public string Name => name;

    /// <summary>The R4 search parameter type, for the CapabilityStatement.</summary>
    public abstract string Kind { get; }

    public bool Covers(string type) => types.Length == 0 || types.Contains(type, StringComparer.Ordinal);

    /// <summary>A test for one of the comma-separated values.</summary>
    /// <exception cref="FhirException">A modifier or a value that is not understood.</exception>
    public abstract Func<StoredResource, bool> Compile(string value, string? modifier);

    protected void RefuseModifier(string? modifier)
    {
        if (modifier is not null)
        {
            throw FhirException.Invalid($"modifier '{modifier}' is not supported for '{Name}'");
        }
    }
}
