using System.Text;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// FNV-1a of type and id: a row given twice counts once, or a repeated page would hide a missing one. 64 bits keep a million
/// rows in little memory; two rows that collide only make the count too low, which never closes a window wrongly.
/// </summary>
internal static class RowFingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Of type and id; of the whole resource where it has no readable id.</summary>
    public static ulong Of(PageEntry entry)
    {
        ReadOnlySpan<byte> key = entry.Id is null ? entry.Utf8.Span : Encoding.UTF8.GetBytes($"{entry.Type}/{entry.Id}");
        var hash = Basis;
        foreach (var octet in key)
        {
            hash = unchecked((hash ^ octet) * Prime);
        }

        return hash;
    }
}
