using System.Text.Json;
using System.Text.Json.Serialization;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>Reads terminology files: those in the assembly, and a site's overlay.</summary>
internal static class TermsLoader
{
    private const string Folder = "terminology/";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The embedded files, by name.</summary>
    /// <exception cref="TermsException">An embedded file cannot be read: the build is broken.</exception>
    public static IReadOnlyList<TermsFile> Embedded()
    {
        var assembly = typeof(TermsLoader).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var reader = new StreamReader(stream);
                return Parse(name[Folder.Length..], reader.ReadToEnd());
            })];
    }

    /// <exception cref="TermsException">Not JSON, or a member that no terminology file has.</exception>
    public static TermsFile Parse(string name, string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<TermsFile>(json, Json);
            return file is null ? throw new TermsException([$"{name}: empty"]) : file with { Name = name };
        }
        catch (JsonException unreadable)
        {
            throw new TermsException([$"{name}: {unreadable.Message}"]);
        }
    }
}
