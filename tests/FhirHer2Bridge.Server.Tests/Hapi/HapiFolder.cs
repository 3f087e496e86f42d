using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Hapi;

/// <summary>Where the servers written by others are: HER2_SERVERS, else ../shared/servers beside the repository.</summary>
internal static class HapiFolder
{
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(StoryFolder.Root, "..", ".."));

    public static string Servers { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable("HER2_SERVERS") is { Length: > 0 } named
            ? named
            : Path.Combine(Repository, "..", "shared", "servers"));

    public static string StartScript { get; } = Path.Combine(Servers, "hapi", "start.sh");

    /// <summary>The Synthea patients lie beside the servers.</summary>
    public static string Synthea { get; } = Path.GetFullPath(Path.Combine(Servers, "..", "data", "synthea.tar.xz"));

    /// <summary>Null: HAPI can be run here.</summary>
    public static string? SkipReason { get; } = File.Exists(StartScript)
        ? null
        : $"HAPI NOT RUN: no {Path.Combine("hapi", "start.sh")} in the servers folder; name it with HER2_SERVERS";
}

/// <summary>A test against HAPI FHIR; skipped with its reason where the servers folder is absent.</summary>
public sealed class HapiFactAttribute : FactAttribute
{
    public HapiFactAttribute() => Skip = HapiFolder.SkipReason;
}

/// <summary>As <see cref="HapiFactAttribute"/>, with data.</summary>
public sealed class HapiTheoryAttribute : TheoryAttribute
{
    public HapiTheoryAttribute() => Skip = HapiFolder.SkipReason;
}
