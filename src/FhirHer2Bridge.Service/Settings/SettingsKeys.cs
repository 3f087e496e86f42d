using System.Collections;
using System.ComponentModel;
using System.Reflection;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>
/// Compares the keys of a configuration with the keys there are. The binder stops at the first it cannot use and names classes of
/// ours; the operator needs every key by its path.
/// </summary>
internal sealed class SettingsKeys
{
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _refused = new(StringComparer.OrdinalIgnoreCase);

    private SettingsKeys(IConfiguration configuration) => Section(configuration, typeof(BridgeSettings), "");

    /// <summary>Unknown keys and values of the wrong type, and the configuration without them.</summary>
    public static (IReadOnlyList<string> Problems, IConfiguration Usable) Check(IConfiguration configuration)
    {
        var keys = new SettingsKeys(configuration);
        if (keys._problems.Count == 0)
        {
            return ([], configuration);
        }

        var usable = configuration.AsEnumerable().Where(pair => pair.Value is not null && !keys.IsRefused(pair.Key));
        return (keys._problems, new ConfigurationBuilder().AddInMemoryCollection(usable).Build());
    }

    private static PropertyInfo[] KeysOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static bool IsSection(Type type) => type is { IsClass: true } && type.Assembly == typeof(SettingsKeys).Assembly;

    /// <summary>Type of the values of a list or a map, whose keys the site chooses. Null: neither.</summary>
    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1] : null;

    private static bool IsOfType(string text, Type type)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return value is not null && (!type.IsEnum || Enum.IsDefined(type, value));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Wanted(Type type) => type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(decimal) => "a number",
        _ when type == typeof(TimeSpan) => "a duration such as 00:15:00",
        _ when type == typeof(DateOnly) => "a date such as 2026-01-31",
        _ => "a text",
    };

    private void Walk(IConfigurationSection node, Type declared, string path)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var hasKeys = node.GetChildren().Any();
        if (IsSection(type) || ItemOf(type) is not null)
        {
            if (!string.IsNullOrEmpty(node.Value))
            {
                Refuse(path, $"{path} is {ShownValue.Of(node.Value)}; it must be a {(IsSection(type) ? "section" : "list or section")} with keys of its own");
            }
            else if (ItemOf(type) is { } item)
            {
                foreach (var child in node.GetChildren())
                {
                    Walk(child, item, $"{path}:{child.Key}");
                }
            }
            else
            {
                Section(node, type, path + ":");
            }
        }
        else if (hasKeys)
        {
            Refuse(path, $"{path} has keys of its own; it must be {Wanted(type)}");
        }
        else if (type != typeof(string) && node.Value is { } text && !(text.Length == 0 && type != declared) && !IsOfType(text, type))
        {
            Refuse(path, $"{path} is {ShownValue.Of(text)}; it must be {Wanted(type)}");
        }
    }

    private void Section(IConfiguration node, Type type, string prefix)
    {
        foreach (var child in node.GetChildren())
        {
            if (Array.Find(KeysOf(type), property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                Walk(child, known.PropertyType, prefix + known.Name);
                continue;
            }

            var path = prefix + child.Key;
            var value = child.Value is { } text ? $" with the value {ShownValue.UnderUnknown(path, text)}" : "";
            var meant = KeySpelling.Nearest(child.Key, KeysOf(type).Select(property => prefix + property.Name))
                ?? KeySpelling.Nearest(child.Key, KeysOf(typeof(BridgeSettings)).SelectMany(static section =>
                    KeysOf(section.PropertyType).Where(_ => IsSection(section.PropertyType)).Select(key => $"{section.Name}:{key.Name}")));
            Refuse(path, $"unknown key {path}{value}{(meant is null ? "" : $"; did you mean {meant}?")}");
        }
    }

    private void Refuse(string path, string problem)
    {
        _refused.Add(path);
        _problems.Add(problem);
    }

    private bool IsRefused(string key)
    {
        for (var end = key.Length; end > 0; end = key.LastIndexOf(':', end - 1))
        {
            if (_refused.Contains(key[..end]))
            {
                return true;
            }
        }

        return false;
    }
}
