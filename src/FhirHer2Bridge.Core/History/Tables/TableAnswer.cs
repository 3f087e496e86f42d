using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>What a table makes of the findings. Notes are codes; a mismatch is said, never settled silently.</summary>
internal readonly record struct TableAnswer(Her2Status Status, string? Note = null, Her2Category? Category = null)
{
    /// <summary>The note of breast counts of a time whose rules are not verified.</summary>
    public const string RulesUnverified = "rule-set-unverified";

    /// <summary>Two of the results contradict each other (rule 12, unless <see cref="LaboratoryOnly"/>: then it is only noted).</summary>
    public ResultMismatch? Mismatch { get; init; }

    /// <summary>Values issued at once read as different statuses.</summary>
    public bool IsSplit { get; init; }

    /// <summary>Split, where no status is common to what was read.</summary>
    public TableAnswer OrSplit() => this with { IsSplit = !Status.IsDeterminate() };

    /// <summary>What the counts read as, where the laboratory's own call stands against them.</summary>
    public Her2Status? Recomputed { get; init; }

    /// <summary>No verified rules of that time: only what the laboratory stated was used, nothing was recomputed.</summary>
    public bool LaboratoryOnly { get; init; }

    /// <summary>
    /// Missing or bounded inputs (reference 4c): the rows that the inputs allow. One status: that is it; several: indeterminate,
    /// for <paramref name="reason"/>. What not every row says (category, mismatch, note) is not said.
    /// </summary>
    public static TableAnswer OfRows(IEnumerable<TableAnswer> allowed, string reason)
    {
        var rows = allowed.Distinct().ToList();
        if (rows.Count == 1)
        {
            return rows[0];
        }

        var first = rows[0];
        var mismatch = rows.TrueForAll(row => row.Mismatch == first.Mismatch) ? first.Mismatch : null;
        return rows.TrueForAll(row => row.Status == first.Status)
            ? new TableAnswer(
                first.Status,
                rows.TrueForAll(row => string.Equals(row.Note, first.Note, StringComparison.Ordinal)) ? first.Note : null,
                rows.TrueForAll(row => row.Category == first.Category) ? first.Category : null)
            { Mismatch = mismatch }
            : new TableAnswer(Her2Status.Indeterminate, reason) { Mismatch = mismatch };
    }
}
