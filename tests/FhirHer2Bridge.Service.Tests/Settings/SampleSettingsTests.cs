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

        FlatSettings.Of(loaded).ShouldBe(FlatSettings.Of(Documented));
    }

    [Fact]
    public void Sample_Keys_AreAllThereAre()
    {
        using var json = JsonDocument.Parse(Repository.Read(File));

        FlatSettings.Keys(json.RootElement).ShouldBe(FlatSettings.Of(Documented).Keys, ignoreOrder: true);
    }

    [Fact]
    public void ReadMe_Settings_NamesEveryKey()
    {
        var page = Repository.Read("README.md");

        var missing = FlatSettings.Of(new BridgeSettings { Servers = { ["NAME"] = new ServerSettings() } })
            .Keys.Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal));

        missing.ShouldBeEmpty();
    }
}
