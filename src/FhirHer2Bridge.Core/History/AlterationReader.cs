using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>Alterations and panels with the time of their material and the root of their specimen.</summary>
internal static class AlterationReader
{
    /// <summary>The gap of an alteration that has no place in time.</summary>
    public const string Undated = "undated-alteration";

    /// <summary>Oldest first; those without any date are a gap.</summary>
    public static List<AlterationFact> Alterations(FactIndex index, List<GapFact> gaps)
    {
        var dated = new List<AlterationFact>();
        foreach (var fact in index.Used<AlterationFact>())
        {
            if (index.Collected(fact, fact.Specimen) is { } when)
            {
                dated.Add(fact with { When = when, Specimen = Root(fact.Specimen, index), Issued = index.Issued(fact, fact.Issued) });
                continue;
            }

            gaps.Add(new GapFact
            {
                Source = fact.Source,
                Standing = fact.Standing,
                Code = Undated,
                Reason = "A gene alteration without any date: it cannot be placed in time.",
            });
        }

        return dated.Count == 0 ? dated : [.. dated.OrderBy(static fact => fact.When!.Value.Earliest)];
    }

    /// <summary>Oldest first; one without a date says nothing about any moment.</summary>
    public static List<PanelFact> Panels(FactIndex index) => index.Used<PanelFact>() is not { Count: > 0 } panels
        ? []
        : [.. from fact in panels
            let when = index.Collected(fact, fact.Specimen)
            where when is not null
            orderby when.Value.Earliest
            select fact with { When = when, Specimen = Root(fact.Specimen, index), Issued = index.Issued(fact, fact.Issued) }];

    private static ResourceKey? Root(ResourceKey? specimen, FactIndex index) => specimen is { } key ? index.Root(key) : null;
}
