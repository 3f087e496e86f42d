using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>The settings cannot be used. Each problem names the key and the values; exit code 3.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception($"{RunErrors.Settings}: {string.Join("; ", problems)}")
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
