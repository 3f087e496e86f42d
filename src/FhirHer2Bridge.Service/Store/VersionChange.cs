using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>What a version that was just read means for the one that was known. One answer for the store and for the assessment.</summary>
internal static class VersionChange
{
    /// <summary>
    /// Another version that says something else. A version that differs in its metadata only replaces nothing; nor does the same
    /// version read by a newer reader.
    /// </summary>
    public static bool Replaces(StoredResource known, StoredResource read) =>
        !string.Equals(known.Version, read.Version, StringComparison.Ordinal) && !SaysTheSame(known, read);

    /// <summary>When what <paramref name="read"/> says first came; null: with the patient's first full read.</summary>
    public static DateTimeOffset? FirstSeen(StoredResource? known, StoredResource read, bool firstRead, DateTimeOffset at) =>
        known is not null && !Replaces(known, read) ? known.FirstSeen : firstRead ? null : at;

    private static bool SaysTheSame(StoredResource known, StoredResource read) =>
        known.Facts.Select(Content).SequenceEqual(read.Facts.Select(Content));

    private static Fact Content(Fact fact) => fact with
    {
        Source = fact.Source with { VersionId = null },
        Updated = null,
        FirstSeen = null,
        ReplacedAt = null,
    };
}
