using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>One result with what its specimen, report and panel add to it.</summary>
internal sealed record JoinedResult
{
    /// <summary>A report is typed within a day of its results: own default, no guideline gives it.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromHours(24);

    public required AssayFact Fact { get; init; }

    public required ClinicalTime When { get; init; }

    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>Result or report says when it was issued, and not before the collection.</summary>
    public bool IsIssued { get; init; }

    /// <summary>When the laboratory gave the result: its own or its report's issue, else its collection (reference 4c, "result date").</summary>
    public required ClinicalTime Resulted { get; init; }

    /// <summary>Root specimen; null where neither result nor report names exactly one.</summary>
    public ResourceKey? Specimen { get; init; }

    public string? Site { get; init; }

    public TumourKind Tumour { get; init; }

    /// <summary>Side of the primary, as its condition or a site in its organ says.</summary>
    public BodySide? Side { get; init; }

    public SpecimenKind Material { get; init; }

    public bool Unsatisfactory { get; init; }

    /// <summary>What other results of the same examination carry as well: report, accession, related observations.</summary>
    public required EquatableArray<string> Ties { get; init; }

    /// <summary>The same report, accession or a reference between them.</summary>
    public bool IsTiedTo(JoinedResult other) => Ties.Any(tie => other.Ties.Contains(tie, StringComparer.Ordinal));

    /// <summary>Both name an accession, and not the same one.</summary>
    public bool IsOfAnotherAccession(JoinedResult other) =>
        Accessions.Count > 0 && other.Accessions.Count > 0 && !Accessions.Any(number => other.Accessions.Contains(number, StringComparer.Ordinal));

    /// <summary>The laboratory's numbers, its own and its reports'.</summary>
    private EquatableArray<string> Accessions { get; init; }

    /// <summary>Joins a result to its specimen and report. Null: it has no date anywhere.</summary>
    public static JoinedResult? Join(AssayFact fact, FactIndex index)
    {
        var reports = index.ReportsOf(fact.Source.Key);
        var named = index.SpecimenOf(fact, fact.Specimen);
        if (index.Collected(fact, named) is not { } dated)
        {
            return null;
        }

        var accessions = reports.Select(static report => report.Accession).Append(fact.Accession).OfType<string>().ToDistinctArray();
        var tumour = fact.Conditions.Select(index.Tumour).Select(static t => t?.Kind ?? TumourKind.None)
            .FirstOrDefault(static kind => kind != TumourKind.None);
        if (tumour == TumourKind.None && named is { } sample)
        {
            tumour = index.Along(sample, specimen => specimen.SiteTumour == TumourKind.None
                ? null
                : (TumourKind?)SiteTumours.Of(specimen.SiteTumour, specimen.AtJunction, index.Tumours)) ?? TumourKind.None;
        }

        tumour = tumour == TumourKind.None ? SiteTumours.Of(fact.SiteTumour, fact.AtJunction, index.Tumours) : tumour;

        var issued = index.Issued(fact) is { } known && known > dated.Earliest ? known : (DateTimeOffset?)null;
        return new JoinedResult
        {
            Fact = fact.TumourFraction is null && fact.Method == AssayMethod.Ngs
                ? fact with { TumourFraction = FractionOf(named, reports, index) }
                : fact,
            When = dated,
            KnownFrom = issued ?? dated.Earliest,
            IsIssued = issued is not null,
            Resulted = issued is { } moment ? UpTo(moment) : dated,
            Specimen = named is { } key ? index.Root(key) : null,
            Site = (named is { } k ? index.Along(k, static specimen => specimen.Site) : null) ?? fact.Site,
            Tumour = tumour,
            Side = SideOf(fact, named, index),
            Material = MaterialOf(fact, named, index),
            Unsatisfactory = named is { } u && index.Along(u, static specimen => specimen.Unsatisfactory ? true : (bool?)null) == true,
            Ties = TiesOf(fact, reports, accessions),
            Accessions = accessions,
        };
    }

    /// <summary>
    /// At the same moment; or a report's words and a coded result: of that report, unless the report was amended, or within a day.
    /// A report goes out after the results it holds, and what it says otherwise is no second reading.
    /// </summary>
    public bool IsIssuedAtOnceWith(JoinedResult other)
    {
        if (KnownFrom == other.KnownFrom || Fact.IsNarrative == other.Fact.IsNarrative)
        {
            return KnownFrom == other.KnownFrom;
        }

        var (words, code) = Fact.IsNarrative ? (this, other) : (other, this);
        return (words.KnownFrom - code.KnownFrom).Duration() < AtOnce
            || (words.Fact.Standing != FactStanding.Amended && code.Ties.Contains(words.Fact.Source.Key.Value, StringComparer.Ordinal));
    }

    /// <summary>A day without a time counts as issued when it is over: its end belongs to it, not to the next day.</summary>
    private static ClinicalTime UpTo(DateTimeOffset issued) =>
        new(issued.AddTicks(-1), issued, TimePrecision.Instant, issued.ToString("O", CultureInfo.InvariantCulture));

    private static BodySide? SideOf(AssayFact fact, ResourceKey? specimen, FactIndex index)
    {
        if (fact.Conditions.Count > 0
            && fact.Conditions.Select(index.Tumour).OfType<TumourFact>().Select(static tumour => tumour.Side).OfType<BodySide>().Distinct().ToList() is [var only])
        {
            return only;
        }

        return (specimen is { } key ? index.Along(key, static s => s.SiteTumour == TumourKind.None ? null : BodySides.Of(s.Site)) : null)
            ?? (fact.SiteTumour == TumourKind.None ? null : BodySides.Of(fact.Site));
    }

    private static SpecimenKind MaterialOf(AssayFact fact, ResourceKey? specimen, FactIndex index) =>
        (specimen is { } key
            ? index.Along(key, static s => s.Kind == SpecimenKind.Unstated ? null : (SpecimenKind?)s.Kind)
            : null) ?? fact.Material;

    /// <summary>The tumour fraction stated for the same specimen or in the same report; null: none, or several that differ.</summary>
    private static Measure? FractionOf(ResourceKey? specimen, IReadOnlyList<ReportFact> reports, FactIndex index)
    {
        var root = specimen is { } key ? index.Root(key) : (ResourceKey?)null;
        var stated = index.Used<TumourFractionFact>()
            .Where(fact => fact.Specimen is { } own && root is not null ? index.Root(own) == root : index.ReportsOf(fact.Source.Key).Any(reports.Contains))
            .Select(static fact => fact.Percent).Distinct().Take(2).ToList();
        return stated.Count == 1 ? stated[0] : null;
    }

    private static EquatableArray<string> TiesOf(AssayFact fact, IReadOnlyList<ReportFact> reports, EquatableArray<string> accessions)
    {
        var ties = new SortedSet<string>(StringComparer.Ordinal) { fact.Source.Key.Value };
        ties.UnionWith(reports.Select(static report => report.Source.Key.Value));
        ties.UnionWith(accessions.Select(static number => "accession " + number));
        ties.UnionWith(fact.Related.Select(static related => related.Value));
        return ties.ToEquatableArray();
    }
}
