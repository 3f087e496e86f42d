using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>One line of HER2-directed doses (see <see cref="TherapyLines"/>), the dose that begins the next one, and its progressions.</summary>
internal sealed record TreatmentLine(List<Dose> Doses, Dose? Next)
{
    public Dose First => Doses[0];

    /// <summary>Progressions not after the next line began, and whether they came on its drug; null: the dates are too coarse to say.</summary>
    public IEnumerable<(ProgressionFact Progression, bool? IsOnDrug)> Progressions(PatientView patient, int onDrugDays) => patient.Progressions
        .Where(progression => !(Next?.When.Earliest < progression.When!.Value.Earliest))
        .Select(progression => (progression, TumourProgressions.IsOnDrug(progression, Doses, onDrugDays)));

    public static List<TreatmentLine> Of(PatientView patient, int gapDays)
    {
        var lines = TherapyLines.Of(patient.Doses, gapDays);
        return [.. lines.Select((line, i) => new TreatmentLine(line.Doses, i + 1 < lines.Count ? lines[i + 1].First : null))];
    }
}
