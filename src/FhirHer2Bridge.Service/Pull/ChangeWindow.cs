using System.Globalization;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// The window of changes of one type: from the cursor on, with no upper end and no lag. What becomes visible late is caught
/// because each window begins an overlap before the last one was asked.
/// </summary>
internal static class ChangeWindow
{
    /// <summary>The types read by change windows, in this order; Medication is read by id.</summary>
    public static IReadOnlyList<string> Types { get; } =
        ["Patient", "Condition", "Specimen", "Procedure", "Observation", "DiagnosticReport", "MedicationAdministration", Orders];

    /// <summary>Requests for drugs: context that not every server offers. Where it is refused, everything else is complete without it.</summary>
    public const string Orders = "MedicationRequest";

    /// <summary>The search. Without a cursor: from <see cref="PullSettings.Since"/>, else everything.</summary>
    public static SearchQuery For(string resourceType, Cursor? cursor, PullSettings settings)
    {
        var since = cursor?.Since ?? FirstLoad(settings.Since);
        var pageSize = settings.PageSize.ToString(CultureInfo.InvariantCulture);
        List<(string, string)> parameters = [("_sort", "_lastUpdated"), ("_count", pageSize)];
        if (since is { } start)
        {
            parameters.Insert(0, ("_lastUpdated", $"ge{SearchQuery.Instant(start)}"));
        }

        return new SearchQuery(resourceType)
        {
            Parameters = parameters,
            NotBefore = since is { } from ? ToMillisecond(from) : null,
            IsOptional = resourceType is Orders,
        };
    }

    /// <summary>Where the next window begins.</summary>
    /// <exception cref="InvalidOperationException">The window is not closed: no cursor may rest on it.</exception>
    public static Cursor Next(WindowResult window, TimeSpan overlap) =>
        window.Closed
            ? new Cursor(window.ServerTime.Value - overlap, window.ServerTime.Value)
            : throw new InvalidOperationException($"The window of {window.ResourceType} is not closed ({window.FailureCode}).");

    /// <summary>Where a type begins again that is not offered now: what is written meanwhile must not be skipped.</summary>
    public static Cursor FromTheBeginning(PullSettings settings)
    {
        var start = FirstLoad(settings.Since) ?? DateTimeOffset.UnixEpoch;
        return new Cursor(start, start);
    }

    private static DateTimeOffset? FirstLoad(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    /// <summary>The bound as it was sent, so that a row of that millisecond is not dropped here.</summary>
    private static DateTimeOffset ToMillisecond(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
}
