using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>The facts visible at one moment, by kind, with the look-ups that join them.</summary>
internal sealed class FactIndex
{
    private readonly Dictionary<ResourceKey, SpecimenFact> _specimens = [];
    private readonly Dictionary<ResourceKey, TumourFact> _tumours = [];
    private readonly Dictionary<ResourceKey, ProductFact> _products = [];
    private readonly Dictionary<ResourceKey, List<ReportFact>> _reportsOfResult = [];
    private readonly Dictionary<ResourceKey, ReportFact> _withdrawnReports = [];

    public FactIndex(IReadOnlyCollection<Fact> facts, DateTimeOffset asOf)
    {
        foreach (var fact in facts)
        {
            Link(fact);
        }

        foreach (var fact in facts)
        {
            var visible = VisibleFrom(fact);
            if (visible <= asOf)
            {
                Visible.Add(Standing(fact));
            }
            else if (!(NextVisible <= visible))
            {
                NextVisible = visible;
            }
        }

        // The order in which facts arrive must never matter.
        Visible.Sort(Compare);
    }

    public List<Fact> Visible { get; } = [];

    public DateTimeOffset? NextVisible { get; private set; }

    /// <summary>Facts of one kind that may be relied upon, by source: a stable sort by time needs no further key.</summary>
    public List<T> Used<T>()
        where T : Fact
    {
        var used = new List<T>();
        foreach (var fact in Visible)
        {
            // Every kind of fact is sealed.
            if (fact.GetType() == typeof(T) && fact.Standing is FactStanding.Final or FactStanding.Amended)
            {
                used.Add((T)fact);
            }
        }

        return used;
    }

    public ProductFact? Product(ResourceKey key) => _products.GetValueOrDefault(key);

    public TumourFact? Tumour(ResourceKey condition) => _tumours.GetValueOrDefault(condition);

    public IReadOnlyCollection<TumourFact> Tumours => _tumours.Values;

    public IReadOnlyList<ReportFact> ReportsOf(ResourceKey result) =>
        _reportsOfResult.TryGetValue(result, out var reports) ? reports : [];

    /// <summary>The specimen a chain of parents starts from (slide to block to sample); a cycle ends the climb.</summary>
    public ResourceKey Root(ResourceKey specimen)
    {
        var current = specimen;
        for (var depth = 0; depth < 8 && _specimens.TryGetValue(current, out var fact) && fact.Parent is { } parent; depth++)
        {
            current = parent;
        }

        return current;
    }

    /// <summary>The first specimen on the way to the root that says something the reader asks for.</summary>
    public T? Along<T>(ResourceKey specimen, Func<SpecimenFact, T?> ask)
    {
        var current = specimen;
        for (var depth = 0; depth < 8 && _specimens.TryGetValue(current, out var fact); depth++)
        {
            if (ask(fact) is { } answer)
            {
                return answer;
            }

            if (fact.Parent is not { } parent)
            {
                break;
            }

            current = parent;
        }

        return default;
    }

    /// <summary>
    /// A result exists from its issued, else its report's, else its collection; any other fact from its own time. Before
    /// that it is not there, whatever was stored when (design section 4, as-of).
    /// </summary>
    public DateTimeOffset VisibleFrom(Fact fact)
    {
        var (isResult, stated, specimen) = OfResult(fact);
        var from = (isResult ? Collected(fact, specimen) : fact.When)?.Earliest ?? DateTimeOffset.MinValue;
        return isResult && Issued(fact, stated) is { } issued && issued > from ? issued : from;
    }

    public DateTimeOffset? Issued(AssayFact assay) => Issued(assay, assay.Issued);

    /// <summary>When a result's material was taken: its specimen's collection, else its own time, else its report's; else it was when it was issued.</summary>
    public ClinicalTime? Collected(Fact result, ResourceKey? specimen) =>
        (SpecimenOf(result, specimen) is { } key ? Along(key, static s => s.When) : null)
        ?? result.When
        ?? ReportsOf(result.Source.Key).Select(static report => report.When).FirstOrDefault(static when => when is not null)
        ?? (Issued(result, OfResult(result).Issued) is { } issued ? At(issued) : null);

    private static ClinicalTime At(DateTimeOffset issued) => new(
        issued, issued.AddTicks(1), TimePrecision.Instant, issued.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    /// <summary>What facts that are results say of their own issue and specimen.</summary>
    private static (bool IsResult, DateTimeOffset? Issued, ResourceKey? Specimen) OfResult(Fact fact) => fact switch
    {
        AssayFact assay => (true, assay.Issued, assay.Specimen),
        AlterationFact alteration => (true, alteration.Issued, alteration.Specimen),
        NoResidualFact none => (true, none.Issued, none.Specimen),
        PanelFact panel => (true, panel.Issued, panel.Specimen),
        _ => (false, null, null),
    };

    /// <summary>The specimen a result names, else the only one of its reports.</summary>
    public ResourceKey? SpecimenOf(Fact result, ResourceKey? named)
    {
        if (named is not null || ReportsOf(result.Source.Key) is not { Count: > 0 } reports)
        {
            return named;
        }

        var roots = reports.SelectMany(static report => report.Specimens).Select(Root).Distinct().Take(2).ToList();
        return roots.Count == 1 ? roots[0] : null;
    }

    public DateTimeOffset? Issued(Fact result, DateTimeOffset? stated) =>
        stated
        ?? ReportsOf(result.Source.Key).Where(static report => report.Issued is not null).Select(static report => report.Issued).Min();

    /// <summary>
    /// A result whose report was cancelled or entered in error, and that no other report holds, went with it, whatever its own status
    /// says (reference 2c). A report that is still registered, partial or preliminary takes nothing from it: it waits for the other
    /// results, and a final Observation is the laboratory's own word that this one is complete.
    /// </summary>
    private Fact Standing(Fact fact) =>
        fact.Standing != FactStanding.Withdrawn && _withdrawnReports.TryGetValue(fact.Source.Key, out var report)
            && !_reportsOfResult.ContainsKey(fact.Source.Key)
            ? fact with { Standing = FactStanding.Withdrawn, Updated = report.Updated }
            : fact;

    private static int Compare(Fact a, Fact b)
    {
        var order = a.Source.CompareTo(b.Source);
        return order != 0 ? order : string.CompareOrdinal(a.GetType().Name, b.GetType().Name);
    }

    private void Link(Fact fact)
    {
        if (fact.Standing == FactStanding.Withdrawn)
        {
            foreach (var result in (fact as ReportFact)?.Results ?? [])
            {
                _withdrawnReports[result] = (ReportFact)fact;
            }

            return;
        }

        switch (fact)
        {
            case SpecimenFact specimen:
                _specimens[specimen.Specimen] = specimen;
                break;
            case TumourFact tumour:
                _tumours[tumour.Condition] = tumour;
                break;
            case ProductFact product:
                _products[product.Product] = product;
                break;
            case ReportFact report:
                Link(report);
                break;
        }
    }

    private void Link(ReportFact report)
    {
        foreach (var result in report.Results.Append(report.Source.Key))
        {
            if (!_reportsOfResult.TryGetValue(result, out var reports))
            {
                _reportsOfResult[result] = reports = [];
            }

            reports.Add(report);
        }
    }
}
