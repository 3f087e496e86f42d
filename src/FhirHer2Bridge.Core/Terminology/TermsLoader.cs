using System.Text.Json;
using System.Text.Json.Serialization;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>Reads terminology files: those in the assembly, and a site's overlay.</summary>
internal static class TermsLoader
{
    /// <summary>Name of a site's own file, for messages.</summary>
    public const string Overlay = "overlay";

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
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var file = HasNull(document.RootElement) ? null : document.Deserialize<TermsFile>(Json);
            return file is null ? throw Unreadable(name, "null stands where an entry belongs") : file with { Name = name };
        }
        catch (JsonException unreadable)
        {
            throw Unreadable(name, Words(unreadable));
        }
    }

    /// <summary>A field or value that is not known is named by its place; the library would name our own types.</summary>
    private static string Words(JsonException unreadable) => unreadable.Path is { Length: > 1 } path
        ? $"{path} is a field that does not exist, or holds a value that it cannot have"
        : unreadable.Message;

    private static TermsException Unreadable(string name, string message) =>
        new([new TermProblem(TermCodes.Unreadable.Code, name, "", message)]);

    /// <summary>Nullability is checked for members, not for the items of lists.</summary>
    private static bool HasNull(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => element.EnumerateArray().Any(HasNull),
        JsonValueKind.Object => element.EnumerateObject().Any(member => HasNull(member.Value)),
        _ => false,
    };
}
