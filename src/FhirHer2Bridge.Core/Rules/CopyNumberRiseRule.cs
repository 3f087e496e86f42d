using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>11: at progression the plasma ERBB2 copy number is above its baseline (reference 7, F11; 6b).</summary>
public sealed class CopyNumberRiseRule : FlagRule
{
    public const string Code = "ctdna-erbb2-rise";

    public static RuleId Id { get; } = new("H2B-11");

    public override RuleCard Card { get; } = new(Id, 2, "Plasma ERBB2 above baseline at progression")
    {
        Codes = [Code],
        Trigger = "A plasma sample at a recorded progression on a HER2 drug has copies above the line's baseline by more than the noise band. "
            + "Same assay only. Baseline, windows and noise band are those of rule 10.",
        Clears = "A determinate tissue test collected at or after the progression; a new HER2-directed line begins; death; it becomes historical.",
        Severity = "moderate",
        Source = "Comment on Wang et al., Gut 2019 (24 patients, 97 samples; most intrinsic resistance higher at progression). No guideline gives "
            + "these numbers: they are defaults that the site's clinician signs.",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var band = context.Days(CopyNumberFallRule.Id, CopyNumberFallRule.NoiseBandPercent);
        foreach (var pair in CopyNumberAtProgression.Find(patient, context, outcome).Where(static pair => !pair.IsLost))
        {
            var change = pair.Change(band);
            if (change is null)
            {
                outcome.CannotTell("copy-numbers-not-comparable");
            }
            else if (change == CopyChange.Rise)
            {
                new Episode(patient, context, outcome) { Start = pair.Start, Trigger = pair.Progression.When!.Value.Earliest }
                    .EndsAt(pair.RetestedFrom(patient), "reassessed")
                    .EndsAt(pair.Line.Next?.When.Earliest, "treatment-began")
                    .Raise(() => CopyNumberFlag.Of(pair, Id, Code, "above", "most intrinsic-resistance", patient));
            }
        }

        return outcome;
    }
}
