using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>How much progression without a new test matters, by tumour and by what was known before (reference 7, F08).</summary>
internal static class ProgressionSeverity
{
    /// <param name="treated">A HER2-directed drug was given before.</param>
    /// <param name="undecided">True: the tumour's type is unknown and the gastric and the breast reading differ.</param>
    /// <returns>Null: it does not matter, or it is undecided.</returns>
    public static FlagSeverity? Of(ProgressionFact progression, TumourLine tumour, bool treated, PatientView patient, out bool undecided)
    {
        undecided = false;
        var before = tumour.Assessments
            .Where(a => StatusWalk.IsUsable(a) && a.When.Earliest < progression.When!.Value.LatestExclusive).ToList();
        if (treated || tumour.Assessments.Any(a => WasPositive(a, progression)))
        {
            return FlagSeverity.Moderate;
        }

        var isFirst = !patient.Progressions.TakeWhile(earlier => earlier != progression)
            .Any(earlier => IsReturn(earlier) && TumourProgressions.BelongsTo(earlier, tumour, patient) == true);
        var breast = IsReturn(progression) && isFirst ? FlagSeverity.Moderate : (FlagSeverity?)null;
        var gastric = before is [{ Latest: { Status: Her2Status.Negative, IhcScore: 1 } }] ? FlagSeverity.Low : (FlagSeverity?)null;
        undecided = tumour.Kind is not (TumourKind.Gastric or TumourKind.Breast) && gastric != breast;
        return tumour.Kind switch
        {
            TumourKind.Gastric => gastric,
            TumourKind.Breast => breast,
            _ => gastric == breast ? breast : null,
        };
    }

    /// <summary>What nobody can say and would make it matter: that the tumour was treated, or positive, before.</summary>
    /// <returns>A reason; null: nothing is open.</returns>
    public static string? WhyUnknown(ProgressionFact progression, TumourLine tumour, PatientView patient) =>
        tumour.DosesUnassigned ? "dose-not-assigned"
        : patient.Unassigned.Any(a => WasPositive(a, progression)) ? "tumour-not-assigned"
        : tumour.Assessments.Any(a => StatusWalk.IsUsable(a) && a.Latest.Status == Her2Status.Equivocal
            && a.When.Earliest < progression.When!.Value.LatestExclusive) ? "equivocal-unsettled"
        : Absence.MayHideDose(patient, DateTimeOffset.MinValue, progression.When!.Value.LatestExclusive) ? "doses-not-read-through"
        : null;

    /// <summary>In tissue or plasma.</summary>
    private static bool WasPositive(ReadAssessment assessment, ProgressionFact progression) =>
        (StatusWalk.IsUsable(assessment) || StatusWalk.IsUsable(assessment, AssessmentTrack.Plasma))
        && assessment.Latest.Status == Her2Status.Positive
        && assessment.When.Earliest < progression.When!.Value.LatestExclusive;

    private static bool IsReturn(ProgressionFact progression) =>
        progression.Kind is ProgressionKind.LocalRecurrence or ProgressionKind.Metastasis;
}
