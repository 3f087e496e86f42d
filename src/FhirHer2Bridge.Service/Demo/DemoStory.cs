using System.Globalization;
using System.Text.Json;

namespace FhirHer2Bridge.Service.Demo;

/// <summary>A published story as it stands embedded: its bundles in the order of arrival, and when each is first spoken of.</summary>
internal sealed class DemoStory
{
    private const string Root = "cases/";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["0001-seed-gastric-case"] = "Gastric cancer, HER2 3+ in a node, negative at operation (case report, WJSO 2022)",
        ["0002-trastuzumab-after-negative-resection"] = "The same, but trastuzumab is resumed after the negative resection",
        ["0003-no-test-on-resection"] = "The same, but nobody tests the resection and trastuzumab goes on",
        ["0004-mcode-jenny-m"] = "Control: the mCODE example patient, HER2 negative throughout",
        ["0005-retracted-negative-result"] = "A negative result entered by mistake and retracted",
        ["0011-plasma-copy-number-on-trastuzumab"] = "Gastric cancer, ERBB2 in plasma followed under treatment (after a comment on Wang, Gut 2019)",
    };

    private readonly List<(int Bundles, DateOnly From)> _arrivals = [];
    private readonly List<byte[]> _bundles = [];
    private int _loaded;

    private DemoStory(string name, string patient)
    {
        Title = Titles[name];
        Patient = patient;
    }

    public string Title { get; }

    /// <summary>The patient's id.</summary>
    public string Patient { get; }

    public static IReadOnlyList<DemoStory> All() => [.. Titles.Keys.Order(StringComparer.Ordinal).Select(Load)];

    /// <summary>Bundles that have arrived by this day and were not handed out before.</summary>
    public IEnumerable<byte[]> ArrivingBy(DateOnly day)
    {
        var arrived = _arrivals.Where(arrival => arrival.From <= day).Select(static arrival => arrival.Bundles).DefaultIfEmpty(0).Max();
        for (; _loaded < arrived; _loaded++)
        {
            yield return _bundles[_loaded];
        }
    }

    private static DemoStory Load(string name)
    {
        using var expected = JsonDocument.Parse(Read($"{Root}{name}/expected.json"));
        var story = new DemoStory(name, expected.RootElement.GetProperty("patient").GetString()!["Patient/".Length..]);
        foreach (var step in expected.RootElement.GetProperty("steps").EnumerateArray())
        {
            story._arrivals.Add((
                step.GetProperty("bundles").GetInt32(),
                DateOnly.ParseExact(step.GetProperty("asOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        var bundles = typeof(DemoStory).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith($"{Root}{name}/", StringComparison.Ordinal) && char.IsAsciiDigit(resource[Root.Length + name.Length + 1]))
            .Order(StringComparer.Ordinal);
        story._bundles.AddRange(bundles.Select(Read));
        return story;
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(DemoStory).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
