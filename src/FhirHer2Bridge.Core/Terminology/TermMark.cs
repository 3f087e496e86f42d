using System.Text.Json.Serialization;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>How far an entry is known (domain notes, "How to read the marks"). A site's overlay may leave it out: it vouches for its codes.</summary>
internal enum TermMark
{
    /// <summary>Seen with this meaning in the source named.</summary>
    [JsonStringEnumMemberName("V")]
    Verified,

    /// <summary>Not seen: kept for the reader of the file, never matched.</summary>
    [JsonStringEnumMemberName("U")]
    Unverified,

    /// <summary>Chosen here; no source gives it.</summary>
    [JsonStringEnumMemberName("D")]
    Default,
}

/// <summary>An entry of a terminology file, with where it comes from.</summary>
internal interface ITermEntry
{
    string? Source { get; }

    TermMark? Mark { get; }
}

internal static class TermEntries
{
    public static bool IsActive(this ITermEntry entry) => entry.Mark != TermMark.Unverified;

    public static T[] Active<T>(this IEnumerable<T> entries)
        where T : ITermEntry => [.. entries.Where(static entry => entry.IsActive())];
}
