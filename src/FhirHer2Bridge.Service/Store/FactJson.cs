using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Store;

/// <summary>
/// The stored spelling of facts and flags. It outlives the names of our types: leaves and enum members have their own words
/// (<see cref="FactNames"/>, kebab case), and what is not known when read is refused (H2B-STORE-006), never skipped.
/// </summary>
internal static class FactJson
{
    private static readonly JsonSerializerOptions Options = Build();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="StoreException">H2B-STORE-006: not what this version writes.</exception>
    public static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw StoreErrors.Unreadable.Exception();
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            // The inner error would quote the path and sometimes the value; the value may be a patient's.
            throw StoreErrors.Unreadable.Exception();
        }
    }

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            IgnoreReadOnlyProperties = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameLeaves, LeaveOutNulls, LeaveOutColumns } },
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
                new EquatableArrayConverter(),
                new ClinicalTimeConverter(),
                new SourceRefConverter(),
                new WordConverter<ResourceKey>(key => key.Value, text => new(text)),
                new WordConverter<PatientKey>(key => key.Value, text => new(text)),
                new WordConverter<RuleId>(rule => rule.Value, text => new(text)),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void NameLeaves(JsonTypeInfo type)
    {
        if (type.Type == typeof(Fact))
        {
            type.PolymorphismOptions = FactNames.Polymorphism("fact", FactNames.Facts);
        }
        else if (type.Type == typeof(AssayResult))
        {
            type.PolymorphismOptions = FactNames.Polymorphism("result", FactNames.Results);
        }
    }

    /// <summary>Only where reading does without the member: a required one is written even when it is null.</summary>
    private static void LeaveOutNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (!property.IsRequired && property.AssociatedParameter is null or { HasDefaultValue: true })
            {
                property.ShouldSerialize = static (_, value) => value is not null;
            }
        }
    }

    /// <summary>When a version was seen and replaced are columns of its row, and are not said twice.</summary>
    private static void LeaveOutColumns(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(Fact)))
        {
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["firstSeen", "replacedAt"])
        {
            if (type.Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.Ordinal)) is { } column)
            {
                type.Properties.Remove(column);
            }
        }
    }
}
