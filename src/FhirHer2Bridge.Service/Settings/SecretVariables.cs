namespace FhirHer2Bridge.Service.Settings;

/// <summary>
/// Environment variables that carry a secret may have the prefix of the settings (FHIRHER2BRIDGE_SECRET). They are read where
/// the secret is needed, and are no keys.
/// </summary>
internal static class SecretVariables
{
    /// <summary>The configuration without the variables that its own settings name as carriers of a secret.</summary>
    public static IConfiguration LeaveOut(IConfigurationRoot configuration)
    {
        var carriers = Names(configuration).Select(KeyOf).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (carriers.Count == 0)
        {
            return configuration;
        }

        // A section without a value of its own stands here for its keys only, and comes again with those that stay.
        var kept = configuration.AsEnumerable().Where(pair => !carriers.Contains(pair.Key)
            && (pair.Value is not null || !configuration.GetSection(pair.Key).GetChildren().Any()));
        return new ConfigurationBuilder().AddInMemoryCollection(kept).Build();
    }

    private static IEnumerable<string?> Names(IConfigurationRoot configuration) => configuration
        .GetSection(nameof(BridgeSettings.Servers)).GetChildren()
        .Select(static server => server[nameof(ServerSettings.BearerTokenVariable)])
        .Append(configuration[$"{nameof(BridgeSettings.Store)}:{nameof(StoreSettings.SecretVariable)}"]);

    /// <summary>The key under which the variable would be taken for a setting; null: it has another name.</summary>
    private static string? KeyOf(string? variable) =>
        variable?.StartsWith(SettingsLoader.EnvironmentPrefix, StringComparison.OrdinalIgnoreCase) == true
            ? variable[SettingsLoader.EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal)
            : null;
}
