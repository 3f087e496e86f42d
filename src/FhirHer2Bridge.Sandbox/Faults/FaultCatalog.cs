using System.ComponentModel;
using System.Reflection;

namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>Every fault of this assembly by its name.</summary>
public static class FaultCatalog
{
    private static readonly Dictionary<string, Type> Known = typeof(Fault).Assembly.GetTypes()
        .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Fault)))
        .ToDictionary(Fault.Kebab, StringComparer.Ordinal);

    /// <summary>The names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// Builds a fault from <c>name</c> or <c>name,property=value,…</c>: <c>failing-page,type=Observation,page=3</c>.
    /// </summary>
    /// <exception cref="ArgumentException">No such fault or property, or a value its property cannot take.</exception>
    public static Fault Create(string description)
    {
        var parts = description.Split(',', StringSplitOptions.TrimEntries);
        if (!Known.TryGetValue(parts[0], out var type))
        {
            throw new ArgumentException(
                $"no fault is called '{parts[0]}'; known are {string.Join(", ", Names)}", nameof(description));
        }

        var fault = (Fault)Activator.CreateInstance(type)!;
        foreach (var part in parts.Skip(1))
        {
            Set(fault, part);
        }

        return fault;
    }

    private static void Set(Fault fault, string assignment)
    {
        var (name, value) = assignment.Split('=', 2) is [var left, var right]
            ? (left, right)
            : throw new ArgumentException($"'{assignment}' is not property=value", nameof(assignment));
        const BindingFlags AnyCase = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;
        var property = fault.GetType().GetProperty(name, AnyCase);
        if (property is not { CanWrite: true })
        {
            throw new ArgumentException($"fault '{fault.Name}' has no property '{name}'", nameof(assignment));
        }

        property.SetValue(fault, TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(value));
    }
}
