using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>Which primary a site speaks of.</summary>
internal static class SiteTumours
{
    /// <summary>
    /// The tumour of a site. Material of the junction beside a carcinoma of the oesophagus whose histology nobody says is of that one and not
    /// of a second primary; its Condition decides by which rules it is read (reference 1c).
    /// </summary>
    public static TumourKind Of(TumourKind site, bool atJunction, IReadOnlyCollection<TumourFact> conditions) =>
        atJunction && !conditions.Any(tumour => tumour.Kind == site)
            && conditions.FirstOrDefault(tumour => tumour.IfAdenocarcinoma == site && tumour.Standing is FactStanding.Final or FactStanding.Amended) is { } open
            ? open.Kind
            : site;
}
