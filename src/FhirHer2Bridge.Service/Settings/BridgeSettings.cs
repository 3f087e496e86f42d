using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>Every setting of the bridge, at its default. Unknown keys are refused at start.</summary>
internal sealed class BridgeSettings
{
    /// <summary>The servers to read and write, by name; the name is the endpoint's id in the store.</summary>
    public Dictionary<string, ServerSettings> Servers { get; init; } = new(StringComparer.Ordinal);

    public PullSettings Pull { get; init; } = new();

    public WriteSettings Write { get; init; } = new();

    public ScheduleSettings Schedule { get; init; } = new();

    public StoreSettings Store { get; init; } = new();

    public ClinicalSettings Clinical { get; init; } = new();

    public TextSettings Text { get; init; } = new();

    public RuleSettings Rules { get; init; } = new();

    public WebSettings Web { get; init; } = new();
}

/// <summary>When cycles run.</summary>
internal sealed class ScheduleSettings
{
    /// <summary>Shortest time between two cycles.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(10);

    /// <summary>Time between the starts of two cycles, at least ten seconds. A cycle never runs beside itself.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A Quartz cron expression instead of the interval.</summary>
    public string? Cron { get; init; }

    /// <summary>Cycles in a row that may fail entirely before the service stops with exit code 5 (1 to 1000).</summary>
    public int FailureBudget { get; init; } = 20;
}

/// <summary>Where the memory is kept.</summary>
internal sealed class StoreSettings
{
    /// <summary>The SQLite file. Its key file lies beside it.</summary>
    public string File { get; init; } = "fhirher2bridge.db";

    /// <summary>File holding the secret of the flag keys; instead of the key file beside the store.</summary>
    public string? SecretFile { get; init; }

    /// <summary>Environment variable holding that secret.</summary>
    public string? SecretVariable { get; init; }
}

/// <summary>How clinical content is read.</summary>
internal sealed class ClinicalSettings
{
    /// <summary>IANA zone of dates without one, and of the end of a day.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>File of local codes, added to the embedded terminology.</summary>
    public string? Overlay { get; init; }
}

/// <summary>The site's choices for the rules.</summary>
internal sealed class RuleSettings
{
    /// <summary>Rule ids switched off ("H2B-05"); said at every start.</summary>
    public List<string> Disabled { get; init; } = [];

    /// <summary>Thresholds by rule and name, within the range of the rule's card.</summary>
    public Dictionary<string, Dictionary<string, decimal>> Thresholds { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>The service's own web endpoints.</summary>
internal sealed class WebSettings
{
    /// <summary>Where health is answered.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:5090";
}
