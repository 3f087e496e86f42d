using System.Text.Json;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Tests.Docs;

namespace FhirHer2Bridge.Service.Tests.Settings;

/// <summary>appsettings.sample.json holds every key at its default, beside one server as an example.</summary>
public sealed class SampleSettingsTests
{
    private const string File = "appsettings.sample.json";

    private static readonly BridgeSettings Documented = new()
    {
        Servers = { ["main"] = new ServerSettings { BaseUrl = "https://ehr.example.org/fhir" } },
        Rules = new RuleSettings
        {
            Thresholds = RuleBook.Default.Rules.Select(static rule => rule.Card)
                .Where(static card => card.Parameters.Count > 0)
                .ToDictionary(
                    static card => card.Id.Value,
                    static card => card.Parameters.ToDictionary(static p => p.Name, static p => p.Default, StringComparer.Ordinal),
                    StringComparer.Ordinal),
        },
    };

    [Fact]
    public void Sample_Loaded_HoldsTheDefaults()
    {
        var now = new DateTimeOffset(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);

        var loaded = SettingsLoader.Load(Repository.PathOf(File), server: null, store: null, now);

        FlatSettings.Of(loaded).Except(FlatSettings.Of(Documented)).ShouldBeEmpty();
        FlatSettings.Of(Documented).Except(FlatSettings.Of(loaded)).ShouldBeEmpty();
    }

    [Fact]
    public void Sample_Keys_AreAllThereAre()
    {
        using var json = JsonDocument.Parse(Repository.Read(File));

        FlatSettings.Keys(json.RootElement).ShouldBe(FlatSettings.Of(Documented).Keys, ignoreOrder: true);
    }

    [Fact]
    public void ReadMe_Settings_NamesEveryKeyWithItsDefault()
    {
        var rows = Repository.Read("README.md").Split('\n')
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains(':', StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(static cells => cells[1].Trim('`'), static cells => cells[3], StringComparer.Ordinal);

        var defaults = FlatSettings.Of(new BridgeSettings { Servers = { ["NAME"] = new ServerSettings() } });

        var wrong = defaults.Where(pair => !string.Equals(rows.GetValueOrDefault(pair.Key), Written(pair), StringComparison.OrdinalIgnoreCase));
        wrong.ShouldBeEmpty();
    }

    private static string Written(KeyValuePair<string, string> setting) => setting.Key switch
    {
        "Servers:NAME:BaseUrl" => "required",
        "Rules:Thresholds" => "as on the card",
        _ => setting.Value.Length == 0 ? "none" : setting.Value,
    };
}
