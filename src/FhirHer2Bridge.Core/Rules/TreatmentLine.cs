using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// HER2-directed doses of one line (reference 7, "line"): a new one begins with a new ingredient after progression, or after a long
/// gap. A biosimilar or another route is the same ingredient.
/// </summary>
internal sealed record TreatmentLine(List<Dose> Doses, Dose? Next)
{
    /// <summary>Progression this long after the last dose is still progression on the drug (reference 7, "line").</summary>
    private const int OnDrugDays = 42;

    public Dose First => Doses[0];

    /// <summary>Progressions after the first dose, on the drug and not after the next line began.</summary>
    public IEnumerable<ProgressionFact> Progressions(PatientView patient) => patient.Progressions.Where(progression =>
        progression.When!.Value.OrderAgainst(First.When) == TimeOrder.After
        && !(Next?.When.Earliest < progression.When.Value.Earliest)
        && (Doses.Exists(static dose => dose.Ongoing)
            || (progression.When.Value.Earliest - Doses.Max(static dose => dose.Last)).Days <= OnDrugDays));

    public static List<TreatmentLine> Of(PatientView patient, int gapDays)
    {
        var lines = new List<List<Dose>>();
        foreach (var dose in patient.Doses)
        {
            if (lines.Count == 0 || BeginsAnother(lines[^1], dose, patient, gapDays))
            {
                lines.Add([]);
            }

            lines[^1].Add(dose);
        }

        return [.. lines.Select((line, i) => new TreatmentLine(line, i + 1 < lines.Count ? lines[i + 1][0] : null))];
    }

    private static bool BeginsAnother(List<Dose> line, Dose dose, PatientView patient, int gapDays)
    {
        if ((dose.When.Earliest - line.Max(static given => given.Last)).Days > gapDays)
        {
            return true;
        }

        var isNew = !line.Exists(given => string.Equals(Ingredient(given.Drug), Ingredient(dose.Drug), StringComparison.Ordinal));
        return isNew && patient.Progressions.Any(progression =>
            progression.When!.Value.Earliest > line[0].When.Earliest && progression.When.Value.Earliest <= dose.When.Earliest);
    }

    private static string Ingredient(Drug drug) => drug.Class == DrugClass.Trastuzumab ? "trastuzumab" : drug.Name;
}
