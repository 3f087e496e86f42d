namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What a terminology file holds, in numbers.</summary>
/// <param name="File">The embedded file's name, or "overlay".</param>
/// <param name="Version">The file's own version.</param>
/// <param name="CheckedOn">Day on which a person compared it with its sources (yyyy-MM-dd).</param>
/// <param name="Tables">Its sections that are not empty.</param>
public sealed record TermsContents(string File, string Version, string CheckedOn, IReadOnlyList<TermsTableCount> Tables);

/// <param name="Table">The section.</param>
/// <param name="Active">Entries that are matched.</param>
/// <param name="Inactive">Entries marked as not verified, never matched.</param>
public sealed record TermsTableCount(string Table, int Active, int Inactive);
