using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>Finds doses of one tumour by time without looking at all of them.</summary>
/// <param name="doses">Oldest first.</param>
internal sealed class DoseTimes(IReadOnlyList<Dose> doses)
{
    private readonly DateTimeOffset[] _lastUpTo = LastUpTo(doses);

    /// <summary>Some dose was certainly given after one moment and before the other.</summary>
    public bool AnyBetween(ClinicalTime earlier, ClinicalTime later)
    {
        for (var i = CountBefore(later.Earliest) - 1; i >= 0 && _lastUpTo[i] >= earlier.LatestExclusive; i--)
        {
            if (doses[i].IsBetween(earlier, later))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many doses began before an instant.</summary>
    private int CountBefore(DateTimeOffset instant)
    {
        var (low, high) = (0, doses.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = doses[middle].When.Earliest < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The last moment of any dose up to each: a course recorded as one resource outlasts doses after it.</summary>
    private static DateTimeOffset[] LastUpTo(IReadOnlyList<Dose> doses)
    {
        var last = new DateTimeOffset[doses.Count];
        for (var i = 0; i < last.Length; i++)
        {
            var own = doses[i].Ongoing ? DateTimeOffset.MaxValue : doses[i].Last;
            last[i] = i > 0 && last[i - 1] > own ? last[i - 1] : own;
        }

        return last;
    }
}
