using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.History.Tables;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>10: at progression the plasma ERBB2 copy number fell, or the amplification is no longer detected (reference 7, F10; 6b).</summary>
public sealed class CopyNumberFallRule : FlagRule
{
    public const string Code = "ctdna-erbb2-fall";

    public static RuleId Id { get; } = new("H2B-10");

    public static RuleParameter BaselineDays { get; } = new(
        "baseline-days", "days", 42, 14, 90, "Baseline is the last sample of the assay up to this many days before the line's first dose.");

    public static RuleParameter ProgressionWindowDays { get; } = new(
        "progression-window-days", "days", 28, 7, 60, "A sample up to this many days before or after a progression is a sample at progression.");

    public static RuleParameter NoiseBandPercent { get; } = new(
        "noise-band-percent", "%", 20, 5, 50, "Differences up to this share of the baseline are no material change.");

    public override RuleCard Card { get; } = new(Id, 2, "Plasma ERBB2 fell or was lost at progression")
    {
        Codes = [Code],
        Trigger = "A plasma sample at a recorded progression on a HER2 drug, with a tumour fraction of 1 % or more: ERBB2 amplified at the line's baseline "
            + "and not detected now (by the assay's call, or by a count below its cut-off), or copies below the baseline by more than the noise "
            + "band. Same assay only. A fall without progression "
            + "is response and no flag.",
        Clears = "A determinate tissue test collected at or after the progression; death; it becomes historical.",
        Severity = "moderate",
        Source = "Comment on Wang et al., Gut 2019 (24 patients, 97 samples; acquired resistance often lower at progression). No guideline gives "
            + "these numbers: they are defaults that the site's clinician signs.",
        Parameters = [BaselineDays, ProgressionWindowDays, NoiseBandPercent],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var pair in CopyNumberAtProgression.Find(patient, context, outcome))
        {
            var change = pair.Change(context.Days(Id, NoiseBandPercent));
            if (!pair.IsLost && change is null)
            {
                outcome.CannotTell("copy-numbers-not-comparable");
            }
            else if ((pair.IsLost || change == CopyChange.Fall) && HasTumourDna(pair, outcome))
            {
                new Episode(patient, context, outcome) { Start = pair.Start, Trigger = pair.Progression.When!.Value.Earliest }
                    .EndsAt(pair.RetestedFrom(patient), "reassessed")
                    .Raise(() => CopyNumberFlag.Of(pair, Id, Code, "below", "often acquired-resistance", patient));
            }
        }

        return outcome;
    }

    /// <summary>A falling copy number with little or unknown tumour DNA cannot be interpreted (reference 6b).</summary>
    private static bool HasTumourDna(CopyNumberAtProgression pair, RuleOutcome outcome)
    {
        var enough = pair.Sample.TumourFraction?.IsAtLeast(PlasmaTable.InformativeFromPercent);
        if (enough is null)
        {
            outcome.CannotTell("tumour-fraction-unknown");
        }
        else if (enough == false)
        {
            outcome.CannotTell("tumour-fraction-low");
        }

        return enough == true;
    }
}
