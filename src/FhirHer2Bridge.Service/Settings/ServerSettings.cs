using System.ComponentModel.DataAnnotations;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>One FHIR server: where it is, how we prove who we are, and how patient we are with it.</summary>
public sealed class ServerSettings
{
    /// <summary>The FHIR R4 base, for example "https://ehr.example.org/fhir".</summary>
    [Required]
    public string BaseUrl { get; init; } = "";

    /// <summary>Allows plain http to another machine. Patient data would be readable on the way.</summary>
    public bool AllowInsecureHttp { get; init; }

    /// <summary>File holding the access token alone; read again for every request.</summary>
    public string? BearerTokenFile { get; init; }

    /// <summary>Name of the environment variable holding the access token.</summary>
    public string? BearerTokenVariable { get; init; }

    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>One attempt, its body included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>All attempts and the waits between them.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Attempts after the first.</summary>
    [Range(0, 20)]
    public int Retries { get; init; } = 5;

    /// <summary>Median of the first wait; later ones grow, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    [Range(1, 64)]
    public int MaxConnections { get; init; } = 4;

    /// <summary>Largest answer in mebibytes, after decompression.</summary>
    [Range(1, 1024)]
    public int MaxResponseMebibytes { get; init; } = 256;

    internal long MaxResponseBytes => MaxResponseMebibytes * 1024L * 1024L;

    internal bool HasToken => !string.IsNullOrEmpty(BearerTokenFile) || !string.IsNullOrEmpty(BearerTokenVariable);
}
