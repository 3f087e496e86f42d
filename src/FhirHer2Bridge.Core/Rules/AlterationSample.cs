using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>What sequencing said of one sample: alterations it found or did not find, and the genes it covered.</summary>
internal sealed record AlterationSample(ClinicalTime When, List<AlterationFact> Alterations, List<PanelFact> Panels)
{
    /// <summary>Oldest first. Inherited and harmless variants are left out (reference 7, F13).</summary>
    public static List<AlterationSample> Of(PatientView patient)
    {
        var alterations = patient.Alterations.Where(IsUsable).ToLookup(static fact => Key(fact.Specimen, fact.When!.Value), StringComparer.Ordinal);
        var panels = patient.Panels.ToLookup(static fact => Key(fact.Specimen, fact.When!.Value), StringComparer.Ordinal);
        return [.. alterations.Select(static group => group.Key).Union(panels.Select(static group => group.Key), StringComparer.Ordinal)
            .Select(key => new AlterationSample(
                alterations[key].Select(static fact => fact.When).Concat(panels[key].Select(static fact => fact.When)).First()!.Value,
                [.. alterations[key]],
                [.. panels[key]]))
            .OrderBy(static sample => sample.When.Earliest)
            .ThenBy(static sample => sample.When.LatestExclusive)];
    }

    /// <summary>An alteration that could not be read, or placed in time, may be one that matters.</summary>
    public static void SayUnread(PatientView patient, RuleOutcome outcome)
    {
        if (patient.Gaps.Any(static gap => gap.Code is "alteration-not-read" or AlterationReader.Undated))
        {
            outcome.CannotTell("alteration-not-read");
        }
    }

    public static bool IsUsable(AlterationFact fact) => fact.Origin != VariantOrigin.Germline
        && fact.Significance is not (VariantSignificance.Benign or VariantSignificance.LikelyBenign);

    /// <summary>The sample names the alteration as found.</summary>
    public bool Shows(AlterationFact alteration) => Alterations.Exists(fact => fact.Present && IsSame(fact, alteration));

    /// <summary>What says that the sample was examined for it: the finding itself as absent, or a panel that covers its gene.</summary>
    public Fact? LookedFor(AlterationFact alteration) =>
        Alterations.Find(fact => !fact.Present && IsSame(fact, alteration))
        ?? (Fact?)Panels.Find(panel => panel.Genes.Contains(alteration.Gene, StringComparer.Ordinal));

    public static AlterationEffect EffectOf(AlterationFact fact) => AlterationTable.Embedded.EffectOf(fact.Gene, fact.Kind, fact.Protein);

    public static DateTimeOffset KnownFrom(AlterationFact fact) =>
        fact.Issued is { } issued && issued > fact.When!.Value.Earliest ? issued : fact.When!.Value.Earliest;

    /// <summary>"PIK3CA H1047R mutation", "MET amplification".</summary>
    public static string Name(AlterationFact fact)
    {
        var kind = fact.Kind switch
        {
            AlterationKind.Amplification => "amplification",
            AlterationKind.Loss => "loss",
            _ => "mutation",
        };
        var name = fact.Protein is { } protein ? $"{fact.Gene} {protein} {kind}" : $"{fact.Gene} {kind}";
        return fact.Significance == VariantSignificance.Uncertain ? name + " (uncertain significance)" : name;
    }

    /// <summary>Without a protein change nobody can say that two mutations of a gene are two.</summary>
    private static bool IsSame(AlterationFact a, AlterationFact b) =>
        string.Equals(a.Gene, b.Gene, StringComparison.Ordinal) && a.Kind == b.Kind
        && (a.Protein is null || b.Protein is null || string.Equals(a.Protein, b.Protein, StringComparison.Ordinal));

    private static string Key(ResourceKey? specimen, ClinicalTime when) => specimen?.Value ?? "at " + when.Literal;
}
