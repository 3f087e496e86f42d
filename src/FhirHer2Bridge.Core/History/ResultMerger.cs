using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// Folds results of one specimen together. Of two different results by the same method the one issued later stands (a re-read, a
/// recount); two that were issued at once contradict each other, and nobody picks one.
/// </summary>
internal static class ResultMerger
{
    public static MergedResults Merge(IEnumerable<JoinedResult> results)
    {
        var fold = new ResultFold();
        foreach (var result in results)
        {
            fold.Plasma |= result.Material == SpecimenKind.Plasma;
            if (result.Unsatisfactory)
            {
                fold.Notes.Add("specimen-unsatisfactory");
                continue;
            }

            fold.Add(result);
        }

        return fold.Close();
    }
}

/// <summary>A specimen's results as one set of findings.</summary>
/// <param name="Readings">One; several where values that were issued at once differ, one for each that may hold.</param>
internal sealed record MergedResults(AssayResult.Stated? Stated, IReadOnlyList<Findings> Readings, IReadOnlyCollection<string> Notes)
{
    public Findings Findings => Readings[0];

    /// <summary>The score that all readings share.</summary>
    public int? Score => Readings.All(one => one.Score == Readings[0].Score) ? Readings[0].Score : null;

    public required bool Plasma { get; init; }

    /// <summary>Two results of one method contradict each other.</summary>
    public required bool Conflict { get; init; }

    /// <summary>Two conclusions of the laboratory contradict each other.</summary>
    public required bool StatedConflict { get; init; }

    /// <summary>A re-read came after the laboratory's conclusion: what rested on the first reading no longer stands.</summary>
    public required bool ReReadAfterStated { get; init; }

    /// <summary>A result came after the laboratory's conclusion, which did not know it.</summary>
    public required bool ResultAfterStated { get; init; }
}
