using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace FhirHer2Bridge.Service.Tests.Settings;

/// <summary>Settings as key and value, in the spelling of configuration ("Pull:PageSize").</summary>
internal static class FlatSettings
{
    public static SortedDictionary<string, string> Of(object settings)
    {
        var flat = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(flat, "", settings);
        return flat;
    }

    public static IEnumerable<string> Keys(JsonElement element, string path = "") =>
        element.ValueKind is JsonValueKind.Object && element.EnumerateObject().Any()
            ? element.EnumerateObject().SelectMany(member => Keys(member.Value, Under(path, member.Name)))
            : [path];

    private static void Add(SortedDictionary<string, string> flat, string path, object? value)
    {
        switch (value)
        {
            case IDictionary { Count: > 0 } map:
                foreach (DictionaryEntry entry in map)
                {
                    Add(flat, Under(path, (string)entry.Key), entry.Value);
                }

                break;
            case not null and not ICollection when value.GetType().Namespace!.StartsWith("FhirHer2Bridge", StringComparison.Ordinal) && value is not Enum:
                foreach (var property in value.GetType().GetProperties())
                {
                    Add(flat, Under(path, property.Name), property.GetValue(value));
                }

                break;
            case ICollection items:
                flat[path] = string.Join(", ", items.Cast<object>());
                break;
            default:
                flat[path] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                break;
        }
    }

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";
}
