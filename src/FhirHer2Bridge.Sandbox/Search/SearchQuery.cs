using System.Text.RegularExpressions;
using FhirHer2Bridge.Sandbox.Http;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>A search understood: which rows, and how they are to be shown.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Filters">Every one must hold.</param>
/// <param name="Accepted">The parameters used, for the self link.</param>
/// <param name="Shape">Order, paging and projection.</param>
internal sealed partial record SearchQuery(
    string Type,
    IReadOnlyList<Func<StoredResource, bool>> Filters,
    IReadOnlyList<Parameter> Accepted,
    ResultShape Shape)
{
    /// <exception cref="FhirException">400: a parameter, modifier or value that is not understood.</exception>
    public static SearchQuery Parse(string type, IReadOnlyList<Parameter> parameters, SandboxOptions options)
    {
        var filters = new List<Func<StoredResource, bool>>();
        var accepted = new List<Parameter>();
        var shape = new ResultShape { Count = options.PageSize };
        foreach (var parameter in parameters.Where(static parameter => parameter.Value.Length > 0))
        {
            if (shape.With(parameter, options.MaxPageSize) is { } changed)
            {
                shape = changed;
            }
            else if (Filter(type, parameter) is { } filter)
            {
                filters.Add(filter);
            }
            else if (options.Lenient)
            {
                continue;
            }
            else
            {
                throw FhirException.Invalid($"unknown search parameter '{parameter.Name}' for {type}");
            }

            accepted.Add(parameter);
        }

        return new(type, filters, accepted, shape);
    }

    public bool Matches(StoredResource row) => Filters.All(filter => filter(row));

    /// <summary>The rows in the order asked; without one, by first creation.</summary>
    public IReadOnlyList<StoredResource> Run(SandboxStore store) => [.. Shape.Sorted(store.Current(Type, Matches))];

    private static Func<StoredResource, bool>? Filter(string type, Parameter parameter)
    {
        var (name, modifier) = parameter.Name.Split(':', 2) is [var left, var right]
            ? (left, right)
            : (parameter.Name, (string?)null);
        if (ParameterTable.Find(type, name) is not { } known)
        {
            return null;
        }

        var alternatives = UnescapedComma().Split(parameter.Value)
            .Where(static value => value.Length > 0)
            .Select(value => known.Compile(value.Replace("\\,", ",", StringComparison.Ordinal), modifier))
            .ToArray();
        return row => alternatives.Any(alternative => alternative(row));
    }

    [GeneratedRegex(@"(?<!\\),", RegexOptions.None, 1000)]
    private static partial Regex UnescapedComma();
}
