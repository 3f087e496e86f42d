using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// Which statements say that the disease moved. A metastasis found while the tumour is first staged is where the disease was, and a
/// Condition that says again what an earlier one said is the same event.
/// </summary>
internal static class ProgressionReader
{
    /// <param name="dated">Oldest first.</param>
    /// <param name="diseaseKnown">First dated sign of a tumour; null: none.</param>
    /// <param name="stagingDays">Whole days from there in which a metastasis is a finding of staging.</param>
    public static List<ProgressionFact> Read(IEnumerable<ProgressionFact> dated, DateTimeOffset? diseaseKnown, int stagingDays)
    {
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = new List<ProgressionFact>();
        foreach (var fact in dated)
        {
            var isRepeat = !said.Add(fact.Label) && fact.Source.ResourceType is "Condition";
            if (!isRepeat && !(fact.Kind == ProgressionKind.Metastasis && IsStaging(fact, diseaseKnown, stagingDays)))
            {
                read.Add(fact);
            }
        }

        return read;
    }

    private static bool IsStaging(ProgressionFact fact, DateTimeOffset? diseaseKnown, int stagingDays) =>
        diseaseKnown is not { } known || (fact.When!.Value.Earliest - known).Days <= stagingDays;
}
