using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>Through which moment what was read of a patient is known to be complete.</summary>
internal static class StoredCompleteness
{
    private static readonly string[] TestTypes = ["Observation", "DiagnosticReport", "Specimen"];
    private static readonly string[] DoseTypes = ["MedicationAdministration"];

    /// <param name="fullReads">When the whole patient was last read, by type.</param>
    /// <param name="windows">Windows of changes that were closed, by type; null: none was read, the patient alone was.</param>
    public static Completeness Of(IReadOnlyDictionary<string, DateTimeOffset> fullReads, IReadOnlyDictionary<string, Cursor>? windows) =>
        new(Through(TestTypes, fullReads, windows), Through(DoseTypes, fullReads, windows));

    /// <summary>Parts that rest on a type the server has given of others and not of this patient.</summary>
    /// <param name="types">Types refused or broken off in this cycle.</param>
    /// <param name="known">Types of which the server gave some patient's record completely.</param>
    /// <param name="fullReads">When the whole patient was last read, by type: what came once is kept up by the windows of changes.</param>
    public static Withheld WithheldOf(
        IReadOnlyCollection<string> types, IReadOnlyCollection<string> known, IReadOnlyDictionary<string, DateTimeOffset> fullReads)
    {
        return (IsAny(TestTypes) ? Withheld.Tests : Withheld.None) | (IsAny(DoseTypes) ? Withheld.Doses : Withheld.None);

        bool IsAny(string[] part) => part.Any(type =>
            types.Contains(type, StringComparer.Ordinal) && known.Contains(type, StringComparer.Ordinal) && !fullReads.ContainsKey(type));
    }

    /// <summary>From what the store remembers, without a new look at the server.</summary>
    public static async Task<Completeness> RememberedAsync(
        IBridgeStore store, string endpoint, PatientMemory memory, CancellationToken cancellationToken)
    {
        var windows = new Dictionary<string, Cursor>(StringComparer.Ordinal);
        foreach (var type in TestTypes.Concat(DoseTypes))
        {
            if (await store.ReadCursorAsync(endpoint, type, cancellationToken) is { } cursor)
            {
                windows[type] = cursor;
            }
        }

        return Of(memory.FullReads, windows.Count == 0 ? null : windows);
    }

    /// <summary>
    /// Through which moment all these types are known to be complete. A window that did not close in this cycle hides rows of
    /// any clinical date, so nothing is known to be complete then.
    /// </summary>
    private static DateTimeOffset? Through(
        string[] types, IReadOnlyDictionary<string, DateTimeOffset> fullReads, IReadOnlyDictionary<string, Cursor>? windows)
    {
        DateTimeOffset? through = DateTimeOffset.MaxValue;
        foreach (var type in types)
        {
            DateTimeOffset? read = fullReads.TryGetValue(type, out var full) ? full : null;
            if (windows is not null)
            {
                read = read is null || !windows.TryGetValue(type, out var cursor) ? null : cursor.Through > read ? cursor.Through : read;
            }

            through = read < through || read is null ? read : through;
            if (through is null)
            {
                return null;
            }
        }

        return through;
    }
}
