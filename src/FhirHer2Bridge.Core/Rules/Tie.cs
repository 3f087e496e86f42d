using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// Determinate results of which each overlaps, and says otherwise than, another of them. The two that first did found it: a further result
/// joins the tie and moves neither its beginning nor its name.
/// </summary>
internal sealed record Tie(List<ReadAssessment> Members, DateTimeOffset Known, ClinicalTime When, string Anchor)
{
    /// <param name="tied">By collection, oldest first.</param>
    public static IEnumerable<Tie> Of(IReadOnlyList<ReadAssessment> tied)
    {
        var left = tied.ToList();
        while (left.Count > 0)
        {
            List<ReadAssessment> members = [left[0]];
            for (var i = 0; i < members.Count; i++)
            {
                members.AddRange(left.Where(other => !members.Contains(other) && Differ(members[i], other)));
            }

            left.RemoveAll(members.Contains);
            yield return Founded([.. tied.Where(members.Contains)]);
        }
    }

    private static Tie Founded(List<ReadAssessment> members)
    {
        var pairs = from later in members
                    from earlier in members.TakeWhile(a => a != later)
                    where Differ(earlier, later)
                    select (earlier, later, Known: Moment.Latest(earlier.StatusKnownFrom, later.StatusKnownFrom));
        var first = pairs.MinBy(static pair => pair.Known);
        return new Tie(members, first.Known, first.later.When, first.earlier.Anchor);
    }

    private static bool Differ(ReadAssessment a, ReadAssessment b) => a.Latest.Status != b.Latest.Status && a.When.Overlaps(b.When);
}
