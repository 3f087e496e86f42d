using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.History;

/// <summary>Facts to history: joins results to specimens and reports, orders them by collection, keeps what it could not use.</summary>
public static class HistoryBuilder
{
    /// <summary>The gap of a result that has no place in time.</summary>
    internal const string UndatedResult = "undated-result";

    public static PatientView Build(PatientKey patient, IReadOnlyCollection<Fact> facts, RuleContext context)
    {
        var replaced = facts.Where(static fact => fact.ReplacedAt is not null).ToList();
        var index = new FactIndex(replaced.Count == 0 ? facts : FirstIssue.Of([.. facts.Where(static fact => fact.ReplacedAt is null)], replaced), context.AsOf);
        var gaps = index.Visible.OfType<GapFact>().ToList();
        var results = Join(index, gaps);
        var live = results.FindAll(static result => result.Fact.Standing != FactStanding.Withdrawn);
        var splitter = new TumourSplitter(index, live);
        var options = new TableOptions(context);
        var read = Clustering.Group(live, results.FindAll(static result => result.Fact.Standing == FactStanding.Withdrawn))
            .ConvertAll(cluster => (Cluster: cluster, Assessment: ClusterReader.Read(cluster, splitter.KindFor(cluster.Tumour), options)));
        var assessments = read.Select(static pair => pair.Assessment)
            .OrderBy(static a => a.When.Earliest).ThenBy(static a => a.When.LatestExclusive).ThenBy(static a => a.Anchor, StringComparer.Ordinal)
            .ToList();

        var doses = DoseReader.Read(index);
        gaps.AddRange(DoseReader.Unresolved(index));
        var alterations = AlterationReader.Alterations(index, gaps);
        var tumours = splitter.Lines(assessments, doses, [.. DoseReader.Orders(index)]).ToList();
        var given = doses.ConvertAll(static dose => dose.Dose);
        var (placed, unplaced) = ProgressionReader.Read(index.Used<ProgressionFact>(), DiseaseKnown(index, live, given), context);

        return new PatientView
        {
            Patient = patient,
            History = new Her2History(
                patient,
                StatusReader.Read(tumours, context),
                assessments.Select(static a => a.Assessment).ToEquatableArray(),
                DoseReader.Courses(given, CommonThresholds.ContinuingGap(context)),
                Listed(gaps)),
            Tumours = tumours,
            Unassigned = assessments.FindAll(splitter.IsUnassigned),
            Doses = given,
            Results = live.ConvertAll(static result => new SeenResult(result.Fact, result.When, result.KnownFrom)),
            TumourConditions = index.Used<TumourFact>(),
            Progressions = placed,
            UnplacedProgressions = unplaced,
            Surgeries = Dated<SurgeryFact>(index),
            NoResiduals = [.. index.Used<NoResidualFact>().Select(fact => new NoResidual(fact, index.Collected(fact, fact.Specimen), index.VisibleFrom(fact)))],
            PlasmaSamples = CopySeries.Read(read),
            Alterations = alterations,
            Panels = AlterationReader.Panels(index),
            StatedByConditions = index.Used<StatedByConditionFact>(),
            Preliminaries = Preliminaries(live, replaced, index, context).ConvertAll(r => new PreliminaryResult(
                r.Fact.Source, r.When, r.KnownFrom, splitter.KindFor(r.Tumour), r.Side, r.Fact.ReplacedAt)),
            WithdrawnResults = [.. index.Visible.OfType<AssayFact>().Where(static fact => fact.Standing == FactStanding.Withdrawn)],
            Replaced = OldestFirst(replaced.FindAll(fact => index.VisibleFrom(fact) <= context.AsOf)),
            Gaps = gaps.FindAll(static gap => gap.Standing != FactStanding.Withdrawn),
            Died = Died(index),
            NextVisible = Moment.Earliest(index.NextVisible, NextOf(replaced, index, context)),
            Facts = facts,
            IssuedOf = index.Issued,
        };
    }

    /// <summary>When the next of the replaced versions becomes visible.</summary>
    private static DateTimeOffset? NextOf(List<Fact> replaced, FactIndex index, RuleContext context) => replaced.Count == 0
        ? null
        : replaced.Select(fact => (DateTimeOffset?)index.VisibleFrom(fact)).Where(visible => visible > context.AsOf).Min();

    private static EquatableArray<Gap> Listed(List<GapFact> gaps) => gaps.Count == 0
        ? []
        : gaps.Select(static gap => new Gap(gap.Code, gap.Reason, gap.Source)).Distinct()
            .OrderBy(static gap => gap.Source.Key.Value, StringComparer.Ordinal).ThenBy(static gap => gap.Code, StringComparer.Ordinal).ToEquatableArray();

    private static List<Fact> OldestFirst(List<Fact> replaced) => replaced.Count == 0
        ? replaced
        : [.. replaced.OrderBy(static fact => fact.ReplacedAt).ThenBy(static fact => fact.Source.Key.Value, StringComparer.Ordinal)
            .ThenBy(static fact => fact.Source.VersionId, StringComparer.Ordinal)];

    /// <summary>The first dated sign that there is a tumour.</summary>
    private static DateTimeOffset? DiseaseKnown(FactIndex index, List<JoinedResult> results, List<Dose> doses) =>
        index.Used<TumourFact>().Select(static fact => fact.When?.Earliest)
            .Concat(results.Select(static result => (DateTimeOffset?)result.When.Earliest))
            .Concat(doses.Select(static dose => (DateTimeOffset?)dose.When.Earliest)).Min();

    /// <summary>Facts in use that have a time, oldest first.</summary>
    private static List<T> Dated<T>(FactIndex index)
        where T : Fact => [.. index.Used<T>().Where(static fact => fact.When is not null)
            .OrderBy(static fact => fact.When!.Value.Earliest)];

    private static List<JoinedResult> Join(FactIndex index, List<GapFact> gaps)
    {
        var results = new List<JoinedResult>();
        foreach (var fact in index.Visible.OfType<AssayFact>())
        {
            var joined = JoinedResult.Join(fact, index);
            if (joined is null)
            {
                gaps.Add(GapOf(fact, UndatedResult, "A HER2 result without any date: it cannot be placed in time.", mayHideTest: true));
            }
            else if (fact.Method == AssayMethod.Serum || joined.Material == SpecimenKind.Serum)
            {
                gaps.Add(GapOf(fact, "serum-her2", "HER2 measured in serum is never a tumour status.", mayHideTest: false));
            }
            else
            {
                results.Add(joined);
            }
        }

        return results;
    }

    private static List<JoinedResult> Preliminaries(
        List<JoinedResult> live, List<Fact> replaced, FactIndex index, RuleContext context)
    {
        var preliminary = live.FindAll(static result => result.Fact.Standing == FactStanding.Preliminary);
        if (replaced.Count > 0)
        {
            preliminary.InsertRange(0, replaced.OfType<AssayFact>()
                .Where(fact => fact.Standing == FactStanding.Preliminary && index.VisibleFrom(fact) <= context.AsOf)
                .Select(fact => JoinedResult.Join(fact, index)).OfType<JoinedResult>());
        }

        return preliminary.Count == 0
            ? preliminary
            : [.. preliminary.OrderBy(static result => result.KnownFrom).ThenBy(static result => result.Fact.Source.Key.Value, StringComparer.Ordinal)
                .ThenBy(static result => result.Fact.Source.VersionId, StringComparer.Ordinal)
                .ThenBy(static result => result.Fact.Source.Path, StringComparer.Ordinal)];
    }

    private static GapFact GapOf(AssayFact fact, string code, string reason, bool mayHideTest) => new()
    {
        Source = fact.Source,
        When = fact.When,
        Standing = fact.Standing,
        Code = code,
        Reason = reason,
        MayHideTest = mayHideTest && fact.Standing is (FactStanding.Final or FactStanding.Amended),
    };

    /// <summary>Where only the fact of death is recorded, the last visible fact is the latest it can have been known to live.</summary>
    private static DateTimeOffset? Died(FactIndex index)
    {
        var deaths = index.Used<DeathFact>();
        if (deaths.Count == 0)
        {
            return null;
        }

        return deaths.Select(static death => death.When?.Earliest).Min()
            ?? index.Visible.Where(static fact => fact.When is not null).Select(static fact => fact.When!.Value.LatestExclusive)
                .DefaultIfEmpty(DateTimeOffset.MinValue).Max();
    }
}
