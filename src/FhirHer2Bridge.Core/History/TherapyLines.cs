using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// Lines of HER2-directed treatment. A new one begins with another ingredient or after a long gap; a biosimilar, another route,
/// a fixed combination in place of its parts and a partner left out begin none (reference 7, "Line").
/// </summary>
internal static class TherapyLines
{
    /// <param name="doses">Oldest first.</param>
    /// <param name="gapDays">Whole days without a dose after which the next one begins a line.</param>
    public static List<TherapyLine> Of(IEnumerable<Dose> doses, int gapDays)
    {
        var lines = new List<TherapyLine>();
        foreach (var dose in doses)
        {
            if (lines.Count > 0 && lines[^1].Holds(dose, gapDays))
            {
                lines[^1].Add(dose);
            }
            else
            {
                lines.Add(new TherapyLine(dose));
            }
        }

        return lines;
    }
}

/// <summary>Doses of one line.</summary>
internal sealed class TherapyLine
{
    /// <summary>Partners of a combination begin within one cycle, a week late at most.</summary>
    private const int CombinationDays = 28;

    /// <summary>Makes the injection under the skin possible; directed against nothing.</summary>
    private const string Helper = "hyaluronidase";

    private readonly HashSet<string> _ingredients = new(StringComparer.Ordinal);
    private DateTimeOffset _last;
    private bool _isOngoing;

    public TherapyLine(Dose first) => Add(first);

    public List<Dose> Doses { get; } = [];

    public Dose First => Doses[0];

    /// <summary>Doses of which nobody can say whether they are of this line's drugs.</summary>
    public IEnumerable<Dose> Doubtful => Doses.Where(dose => dose.Drug.Uncertain && !IsKnown(dose.Drug));

    public void Add(Dose dose)
    {
        Doses.Add(dose);
        _last = dose.Last > _last ? dose.Last : _last;
        _isOngoing |= dose.Ongoing;
        if (!dose.Drug.Uncertain)
        {
            _ingredients.UnionWith(Ingredients(dose.Drug));
        }
    }

    public bool Holds(Dose dose, int gapDays) =>
        (_isOngoing || (dose.When.Earliest - _last).Days <= gapDays)
        && (dose.Drug.Uncertain || _ingredients.Count == 0 || IsKnown(dose.Drug) || Joins(dose));

    private static IEnumerable<string> Ingredients(Drug drug) => drug.Name.Split(" + ").Where(static part => !string.Equals(part, Helper, StringComparison.Ordinal));

    private bool IsKnown(Drug drug) => Ingredients(drug).All(_ingredients.Contains);

    /// <summary>A partner of a combination. A conjugate is never given with the antibody or with another conjugate.</summary>
    private bool Joins(Dose dose) =>
        (dose.When.Earliest - First.When.Earliest).Days <= CombinationDays
        && dose.Drug.Class switch
        {
            DrugClass.TrastuzumabAdc => Doses.TrueForAll(static d => d.Drug.Class == DrugClass.OtherHer2),
            DrugClass.Trastuzumab => Doses.TrueForAll(static d => d.Drug.Class != DrugClass.TrastuzumabAdc),
            _ => true,
        };
}
