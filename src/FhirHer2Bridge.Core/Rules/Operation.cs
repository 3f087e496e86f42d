using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>The resection of one tumour on one side on one day, in as many procedures as it was recorded.</summary>
/// <param name="Surgery">Its first procedure, with the site and the conditions that any of them names.</param>
/// <param name="Procedures">All of them, the first one first.</param>
internal sealed record Operation(SurgeryFact Surgery, EquatableArray<SourceRef> Procedures)
{
    public ClinicalTime When => Surgery.When!.Value;

    /// <summary>Null: not said.</summary>
    public BodySide? Side { get; } = BodySides.Of(Surgery.Site);

    /// <summary>Two of these are of the same tumour, as far as they say.</summary>
    public bool IsWhere(Operation other) => Surgery.Tumour == other.Surgery.Tumour && Side == other.Side;

    /// <summary>A procedure that names no side belongs to the only side that was operated on that day.</summary>
    /// <param name="surgeries">Those with a date.</param>
    public static List<Operation> Of(IEnumerable<SurgeryFact> surgeries)
    {
        var operations = new List<Operation>();
        foreach (var day in surgeries.GroupBy(static fact => (fact.Tumour, fact.When!.Value.Day, fact.When.Value.IsCoarse())))
        {
            var sides = day.Select(static fact => BodySides.Of(fact.Site)).OfType<BodySide>().Distinct().ToList();
            BodySide? only = sides.Count == 1 ? sides[0] : null;
            operations.AddRange(day.GroupBy(fact => BodySides.Of(fact.Site) ?? only).Select(static side => Joined([.. side])));
        }

        return operations;
    }

    private static Operation Joined(List<SurgeryFact> procedures)
    {
        procedures.Sort(static (a, b) => a.When!.Value.Earliest.CompareTo(b.When!.Value.Earliest) is not 0 and var order ? order : a.Source.CompareTo(b.Source));
        return new Operation(
            procedures[0] with
            {
                Site = procedures.Find(static fact => BodySides.Of(fact.Site) is not null)?.Site ?? procedures.Find(static fact => fact.Site is not null)?.Site,
                Conditions = procedures.SelectMany(static fact => fact.Conditions).ToDistinctArray(),
            },
            procedures.Select(static fact => fact.Source).ToDistinctArray());
    }
}
