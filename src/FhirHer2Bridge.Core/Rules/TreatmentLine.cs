using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>One line of HER2-directed doses (see <see cref="TherapyLines"/>), the dose that begins the next one, and its progressions.</summary>
internal sealed record TreatmentLine(List<Dose> Doses, Dose? Next)
{
    public Dose First => Doses[0];

    /// <summary>Progressions after the first dose, on the drug and not after the next line began.</summary>
    public IEnumerable<ProgressionFact> Progressions(PatientView patient, int onDrugDays) => patient.Progressions.Where(progression =>
        progression.When!.Value.OrderAgainst(First.When) == TimeOrder.After
        && !(Next?.When.Earliest < progression.When.Value.Earliest)
        && (Doses.Exists(static dose => dose.Ongoing)
            || (progression.When.Value.Earliest - Doses.Max(static dose => dose.Last)).Days <= onDrugDays));

    public static List<TreatmentLine> Of(PatientView patient, int gapDays)
    {
        var lines = TherapyLines.Of(patient.Doses, gapDays);
        return [.. lines.Select((line, i) => new TreatmentLine(line.Doses, i + 1 < lines.Count ? lines[i + 1].First : null))];
    }
}
