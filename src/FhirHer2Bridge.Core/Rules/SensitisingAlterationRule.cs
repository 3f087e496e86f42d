using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>14: an alteration that is reported to increase sensitivity is present (reference 7, F14; 6a).</summary>
public sealed class SensitisingAlterationRule : FlagRule
{
    public const string Code = "sensitising-alteration";

    public static RuleId Id { get; } = new("H2B-14");

    public override RuleCard Card { get; } = new(Id, 2, "Sensitising alteration noted")
    {
        Codes = [Code],
        Trigger = "ERBB4 S774G is present and neither inherited nor benign; said once, for the first sample that shows it. Undetermined where an "
            + "alteration could not be read.",
        Clears = "Death; it becomes historical.",
        Severity = "low (information)",
        Source = "Comment on Wang et al., Gut 2019: ERBB4 S774G can increase the sensitivity to trastuzumab. Never a resistance alteration here.",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var shown = patient.Alterations.Where(static fact => fact.Present && AlterationSample.IsUsable(fact)).ToList();
        AlterationSample.SayUnread(patient, outcome);
        if (shown.Exists(static fact => AlterationSample.EffectOf(fact) == AlterationEffect.Unsaid))
        {
            outcome.CannotTell("protein-change-unknown");
        }

        if (shown.Find(static fact => AlterationSample.EffectOf(fact) == AlterationEffect.Sensitising) is { } first)
        {
            new Episode(patient, context, outcome) { Start = AlterationSample.KnownFrom(first), Trigger = first.When!.Value.Earliest }
                .Raise(() => FlagOf(first, patient));
        }

        return outcome;
    }

    private static Flag FlagOf(AlterationFact fact, PatientView patient)
    {
        var tumour = patient.Tumours.Count == 1 ? patient.Tumours[0] : null;
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = fact.Source.Key.Value,
            AnchorMembers = EquatableArray.Create<string>([fact.Source.Key.Value]),
            Severity = FlagSeverity.Low,
            State = FlagState.Active,
            Start = AlterationSample.KnownFrom(fact),
            Effective = fact.When!.Value,
            Text = $"{AlterationSample.Name(fact)} in the sample of {RuleText.Date(fact.When.Value)}: reported in one series to increase the sensitivity "
                + "to trastuzumab. It is not counted as a resistance alteration.",
            Evidence = EquatableArray.Create([fact.Source]),
            Focus = tumour?.Condition,
            Tumour = tumour?.Kind ?? TumourKind.None,
        };
    }
}
