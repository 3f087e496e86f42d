using System.ComponentModel.DataAnnotations;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>How changes are read.</summary>
public sealed class PullSettings
{
    /// <summary>First load: only what changed since the start of this day, UTC. Null: everything the server has.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>
    /// How far each window reaches back behind the last one: servers stamp a row before it can be seen (long transactions,
    /// index lag; up to a day on eventually consistent stores).
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "2.00:00:00")]
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Rows asked for per page; servers may give fewer.</summary>
    [Range(1, 5000)]
    public int PageSize { get; init; } = 200;

    /// <summary>Pages of one search; more is a server that pages in circles.</summary>
    [Range(1, 1_000_000)]
    public int MaxPages { get; init; } = 10_000;

    [Range(1, 100_000)]
    public int MaxEntriesPerPage { get; init; } = 10_000;
}
