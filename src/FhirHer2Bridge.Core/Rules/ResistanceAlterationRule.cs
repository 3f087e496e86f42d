using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>13: an alteration linked to resistance first appears during or after a HER2 drug (reference 7, F13; 6a).</summary>
public sealed class ResistanceAlterationRule : FlagRule
{
    public const string Code = "resistance-alteration";

    private static readonly RuleParameter HighFromGenes = new(
        "high-from-genes", "genes", 2, 2, 4, "Distinct altered genes in one sample, at least one newly so, from which severity is high.");

    public static RuleId Id { get; } = new("H2B-13");

    public override RuleCard Card { get; } = new(Id, 2, "New resistance alteration")
    {
        Codes = [Code],
        Trigger = "A listed resistance alteration in a sample taken after a HER2-directed dose, which an earlier sample examined for that gene did "
            + "not show, or in the first sample after the drug began. Inherited, benign and likely benign variants are left out; variants of "
            + "uncertain significance are low and not counted. ERBB4 S774G is never one. "
            + "Undetermined where an alteration or an earlier administration could not be read.",
        Clears = "Death; it becomes historical.",
        Severity = "high from two altered genes with at least one new, else low",
        Source = "Comment on Wang et al., Gut 2019 (multiple mechanisms, shorter progression-free survival); AMNESIA, Clin Cancer Res 2018;24:1082. "
            + "No guideline gives the number of genes.",
        Parameters = [HighFromGenes],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        if (patient.Doses.Count > 0)
        {
            AlterationSample.SayUnread(patient, outcome);
        }

        if (patient.Alterations.Count == 0)
        {
            return outcome;
        }

        var samples = AlterationSample.Of(patient);
        foreach (var sample in samples.Where(sample => IsAfterDose(sample, patient, outcome)))
        {
            var listed = sample.Alterations.FindAll(static fact => fact.Present && AlterationSample.EffectOf(fact) == AlterationEffect.Resistance);
            if (sample.Alterations.Exists(static fact => fact.Present && AlterationSample.EffectOf(fact) == AlterationEffect.Unsaid))
            {
                outcome.CannotTell("protein-change-unknown");
            }

            var earlier = samples.FindAll(other => other.When.OrderAgainst(sample.When) == TimeOrder.Before);
            var fresh = listed.ConvertAll(fact => Judge(fact, earlier, patient, outcome)).OfType<Fresh>().ToList();
            if (fresh.Count > 0)
            {
                var severe = SeverityOf(listed, fresh, context.Days(Id, HighFromGenes));
                var start = fresh.Min(static one => AlterationSample.KnownFrom(one.Alteration));
                new Episode(patient, context, outcome) { Start = start, Trigger = sample.When.Earliest }
                    .Raise(() => FlagOf(sample, listed, fresh, (severe, start, patient)));
            }
        }

        return outcome;
    }

    private static bool IsAfterDose(AlterationSample sample, PatientView patient, RuleOutcome outcome)
    {
        if (patient.Doses.Any(dose => dose.When.OrderAgainst(sample.When) == TimeOrder.Before))
        {
            return true;
        }

        // Sample and first dose of one day: taken before treatment could have done anything.
        if (patient.Doses.Any(dose => dose.When.Overlaps(sample.When) && (dose.When.IsCoarse() || sample.When.IsCoarse())))
        {
            outcome.CannotTell("order-of-dose-and-result");
        }
        else if (Absence.MayHideDose(patient, DateTimeOffset.MinValue, sample.When.Earliest))
        {
            outcome.CannotTell("doses-not-read-through");
        }

        return false;
    }

    /// <summary>Null: not new, or nobody can tell.</summary>
    private static Fresh? Judge(AlterationFact fact, List<AlterationSample> earlier, PatientView patient, RuleOutcome outcome)
    {
        if (earlier.Exists(sample => sample.Shows(fact)))
        {
            return null;
        }

        var prior = earlier.Select(sample => sample.LookedFor(fact)).LastOrDefault(static found => found is not null);
        var isFirstAfterDrug = !earlier.Exists(sample => patient.Doses.Any(dose => dose.When.OrderAgainst(sample.When) == TimeOrder.Before));
        if (prior is null && !isFirstAfterDrug)
        {
            outcome.CannotTell("prior-panel-unknown");
            return null;
        }

        return new Fresh(fact, prior);
    }

    private static FlagSeverity SeverityOf(List<AlterationFact> listed, List<Fresh> fresh, int highFrom)
    {
        var genes = listed.Where(Counts).Select(static fact => fact.Gene).Distinct(StringComparer.Ordinal).Count();
        return genes >= highFrom && fresh.Exists(static one => Counts(one.Alteration)) ? FlagSeverity.High : FlagSeverity.Low;
    }

    private static bool Counts(AlterationFact fact) => fact.Significance != VariantSignificance.Uncertain;

    private static Flag FlagOf(
        AlterationSample sample, List<AlterationFact> listed, List<Fresh> fresh, (FlagSeverity Severity, DateTimeOffset Start, PatientView Patient) of)
    {
        var members = listed.Select(static fact => fact.Source.Key.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray();
        var tumour = of.Patient.Tumours.Count == 1 ? of.Patient.Tumours[0] : null;
        return new Flag
        {
            Patient = of.Patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = members[0],
            AnchorMembers = members,
            Severity = of.Severity,
            State = FlagState.Active,
            Start = of.Start,
            Effective = sample.When,
            Text = TextOf(sample, listed, fresh),
            Evidence = listed.Select(static fact => fact.Source)
                .Concat(fresh.Select(static one => one.Prior?.Source).OfType<SourceRef>())
                .ToDistinctArray(),
            Focus = tumour?.Condition,
            Tumour = tumour?.Kind ?? TumourKind.None,
        };
    }

    private static string TextOf(AlterationSample sample, List<AlterationFact> listed, List<Fresh> fresh)
    {
        var text = $"First seen after HER2-directed treatment began, in the sample of {RuleText.Date(sample.When)}: "
            + $"{Names(fresh.Select(static one => one.Alteration))}; reported in connection with resistance to HER2-directed drugs.";
        var known = listed.Except(fresh.Select(static one => one.Alteration)).ToList();
        if (known.Count > 0)
        {
            text += $" Also present: {Names(known)}.";
        }

        var priors = fresh.Select(static one => one.Prior?.When).OfType<ClinicalTime>().Select(RuleText.Date).Distinct(StringComparer.Ordinal).ToList();
        return priors.Count > 0 ? text + $" Looked for and not found in the sample of {string.Join(", ", priors)}." : text;
    }

    private static string Names(IEnumerable<AlterationFact> facts) =>
        string.Join(", ", facts.Select(AlterationSample.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <param name="Alteration">Newly seen.</param>
    /// <param name="Prior">The latest earlier examination that did not show it; null: this is the first sample after the drug began.</param>
    private sealed record Fresh(AlterationFact Alteration, Fact? Prior);
}
