using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Tests.Kit;

/// <summary>A golden patient story: what arrives, in order, and what is expected (tests/cases/README.md).</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Patient">Literal reference of the patient ("Patient/…").</param>
/// <param name="Bundles">Transaction Bundles in the order of their arrival.</param>
/// <param name="Steps">Never fewer bundles and never an earlier as-of than the step before.</param>
/// <param name="Overlay">Terminology overlay (JSON) that the story needs; null where it needs none.</param>
public sealed record StoryCase(
    string Name,
    string Patient,
    IReadOnlyList<StoryBundle> Bundles,
    IReadOnlyList<StoryStep> Steps,
    string? Overlay)
{
    /// <summary>Folder names of all stories, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.GetDirectories(StoryFolder.Root)
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads one story from its folder.</summary>
    /// <exception cref="InvalidDataException">A file of the story is not the JSON it should be.</exception>
    public static StoryCase Load(string name)
    {
        var folder = Path.Combine(StoryFolder.Root, name);
        var expected = StoryExpectation.Read(Path.Combine(folder, "expected.json"));
        var bundles = Directory.GetFiles(folder, "*.json")
            .Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]))
            .Order(StringComparer.Ordinal)
            .Select(StoryBundle.Read);
        var overlay = expected.Overlay is null
            ? null
            : File.ReadAllText(Path.Combine(StoryFolder.Root, expected.Overlay));

        return new StoryCase(name, expected.Patient, [.. bundles], expected.Steps, overlay);
    }

    /// <summary>The bundles that have arrived by a step.</summary>
    public IEnumerable<StoryBundle> UpTo(StoryStep step) => Bundles.Take(step.Bundles);
}

/// <summary>One arrival.</summary>
/// <param name="Name">File name.</param>
/// <param name="Json">The Bundle; shared, so clone before changing it.</param>
public sealed record StoryBundle(string Name, JsonObject Json)
{
    /// <summary>The resources of its entries.</summary>
    public IEnumerable<JsonObject> Resources =>
        Json["entry"]!.AsArray().Select(entry => entry!["resource"]!.AsObject());

    /// <summary>As it goes to a server.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(Json);

    internal static StoryBundle Read(string path) =>
        JsonNode.Parse(File.ReadAllText(path)) is JsonObject json
            ? new StoryBundle(Path.GetFileName(path), json)
            : throw new InvalidDataException($"{Path.GetFileName(path)} is not a JSON object.");
}
