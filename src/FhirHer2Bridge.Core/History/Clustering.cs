using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// Groups results into assessments: same specimen; else the same examination (report, accession, observations that name
/// each other); else the same site and day (fhir-design 1.2). Never of two tumours or sides. Results on two specimens meet only where a
/// gene test on one block answers a 2+ on another of the same report and day.
/// </summary>
internal static class Clustering
{
    /// <param name="results">Results in use.</param>
    /// <param name="withdrawn">Results entered in error: listed by themselves, so that they shape nothing.</param>
    public static List<Cluster> Group(List<JoinedResult> results, List<JoinedResult> withdrawn)
    {
        var clusters = new List<Cluster>();
        var later = new List<JoinedResult>();
        foreach (var result in results)
        {
            if (result.Specimen is null)
            {
                later.Add(result);
                continue;
            }

            var home = clusters.Find(cluster => cluster.Specimen == result.Specimen);
            if (home is null)
            {
                clusters.Add(home = new Cluster { Specimen = result.Specimen });
            }

            home.Results.Add(result);
        }

        // What names its tumour or side first: what names none joins it, or nobody can tell which.
        foreach (var result in later.OrderBy(static result => result.Side is null && result.Tumour == TumourKind.None))
        {
            Place(result, clusters);
        }

        JoinRepeatedWords(clusters);
        JoinLateGeneTests(clusters);
        clusters.RemoveAll(static cluster => cluster.OnlyCountsCells);
        if (withdrawn.Count > 0)
        {
            clusters.AddRange(withdrawn.GroupBy(static result => result.Specimen ?? result.Fact.Source.Key)
                .Select(static group => new Cluster { Specimen = group.First().Specimen, Results = [.. group] }));
        }

        return clusters;
    }

    private static void Place(JoinedResult result, List<Cluster> clusters)
    {
        var tied = clusters.Where(cluster => cluster.IsTiedTo(result)).ToList();
        List<Cluster> candidates = tied.Count > 0 ? tied : [.. clusters.Where(cluster => cluster.IsSameDayAndSite(result))];
        if (candidates.Count == 1)
        {
            candidates[0].Results.Add(result);
            return;
        }

        if (candidates.Count > 1 && candidates.TrueForAll(static cluster => cluster.Specimen is null) && AreOfOneTumour(candidates))
        {
            Merge(candidates, clusters).Results.Add(result);
            return;
        }

        clusters.Add(new Cluster { Results = { result }, Ambiguous = candidates.Count > 1 });
    }

    private static bool AreOfOneTumour(List<Cluster> candidates) =>
        candidates.TrueForAll(one => candidates.TrueForAll(other => one.Results.TrueForAll(other.IsOfOneTumour)));

    private static Cluster Merge(List<Cluster> candidates, List<Cluster> clusters)
    {
        var home = candidates[0];
        foreach (var other in candidates.Skip(1))
        {
            home.Results.AddRange(other.Results);
            clusters.Remove(other);
        }

        return home;
    }

    /// <summary>
    /// A report in words that names no specimen, up to 28 days after the only result that says the same, is about that one: its own date is
    /// that of the report, and nothing more is said twice.
    /// </summary>
    private static void JoinRepeatedWords(List<Cluster> clusters)
    {
        foreach (var words in clusters.FindAll(static cluster => cluster.IsWordsWithoutSpecimen))
        {
            var told = clusters.FindAll(cluster => cluster != words && !cluster.IsWordsWithoutSpecimen && words.Repeats(cluster)
                && words.MayBelongTo(cluster) && words.FollowsSoon(cluster));
            if (told.Count == 1)
            {
                Assume(words, told[0], clusters);
            }
        }
    }

    /// <summary>
    /// A gene test without a specimen, or of another block of the same report and day, up to 28 days after the only IHC 2+ of that tumour
    /// that was not hybridised, is the reflex test of it; with several candidates nobody can tell (fhir-design 1.2).
    /// </summary>
    private static void JoinLateGeneTests(List<Cluster> clusters)
    {
        foreach (var gene in clusters.FindAll(static cluster => cluster.IsGeneTest))
        {
            var waiting = clusters.Where(cluster => cluster != gene && cluster.AwaitsGeneTest
                && gene.MayBelongTo(cluster)
                && (gene.Specimen is null || gene.IsBesideOf(cluster))
                && gene.FollowsSoon(cluster)).ToList();
            // A score says more than the word "equivocal", which may be a letter's about that score.
            waiting = waiting.Exists(static cluster => cluster.HasTwoPlus) ? waiting.FindAll(static cluster => cluster.HasTwoPlus) : waiting;
            if (waiting.Count == 1)
            {
                Assume(gene, waiting[0], clusters);
            }
            else if (waiting.Count > 1 && gene.Specimen is null)
            {
                gene.Ambiguous = true;
            }
        }
    }

    /// <summary>Taken to be of that specimen, because of dates and words alone.</summary>
    private static void Assume(Cluster from, Cluster into, List<Cluster> clusters)
    {
        into.Results.AddRange(from.Results);
        into.SpecimenAssumed = true;
        clusters.Remove(from);
    }
}

/// <summary>The results of one assessment, before they are read together.</summary>
internal sealed class Cluster
{
    public ResourceKey? Specimen { get; init; }

    /// <summary>Whole days in which a reflex or companion test of one examination reports (fhir-design 1.2).</summary>
    public const int ReflexDays = 28;

    public List<JoinedResult> Results { get; init; } = [];

    public bool SpecimenAssumed { get; set; }

    /// <summary>It could belong to several specimens: its own reading stays indeterminate.</summary>
    public bool Ambiguous { get; set; }

    /// <summary>The day of the first collection, by the clock that wrote it.</summary>
    public DateTime Date => Results.MinBy(static result => result.When.Earliest)!.When.Day;

    private string? Site => Results.Select(static result => result.Site).FirstOrDefault(static site => site is not null);

    public TumourKind Tumour => Results.Select(static result => result.Tumour).FirstOrDefault(static kind => kind != TumourKind.None);

    /// <summary>Side of the primary: its condition's, else that of a site in the organ.</summary>
    public BodySide? Side =>
        Results.Select(static result => result.Side).Where(static side => side is not null).Distinct().ToList() is [var only] ? only : null;

    /// <summary>Cells counted, and nothing about HER2 that they could belong to.</summary>
    public bool OnlyCountsCells => Results.TrueForAll(static result => result.Fact.Result
        is AssayResult.Gene { Amplified: null, Ratio: null, Copies: null, Cep17: null, Cells: not null });

    /// <summary>Of the same day, or up to <see cref="ReflexDays"/> later.</summary>
    public bool FollowsSoon(Cluster other) => (Date - other.Date).Days is >= 0 and <= ReflexDays;

    public bool IsWordsWithoutSpecimen => Specimen is null && !Ambiguous && Results.TrueForAll(static result => result.Fact.IsNarrative);

    /// <summary>Something of it was said there, and nothing of it is said otherwise there.</summary>
    public bool Repeats(Cluster other) => IsPlasma == other.IsPlasma
        && Results.Exists(result => other.Results.Exists(told => told.Fact.Method == result.Fact.Method && told.Fact.Result == result.Fact.Result))
        && !Results.Exists(result => other.Results.Exists(told => told.Fact.Method == result.Fact.Method && told.Fact.Result != result.Fact.Result));

    public bool IsGeneTest => Results.TrueForAll(static result => result.Fact.Method is AssayMethod.Ish);

    /// <summary>A block of its own, of the same day and the same report or accession: the laboratory took another slide of that material.</summary>
    public bool IsBesideOf(Cluster other) => other.Date == Date
        && Results.Exists(result => other.Results.Exists(result.IsTiedTo));

    public bool HasTwoPlus => Results.Exists(static result => result.Fact.Result is AssayResult.Ihc { Score: 2 });

    /// <summary>Sequencing is no reflex test.</summary>
    public bool AwaitsGeneTest =>
        !IsPlasma
        && (HasTwoPlus || Results.Exists(static result => result.Fact
            is { Method: AssayMethod.Ihc or AssayMethod.Overall, Result: AssayResult.Stated { Status: Her2Status.Equivocal } }))
        && !Results.Exists(static result => result.Fact is { Method: not AssayMethod.Ngs, Result: AssayResult.Gene { IsAboutHer2: true } });

    /// <summary>
    /// The same report, accession or a reference between them. A cumulative report repeats older results: a tie does not join results
    /// of one method taken on different days, nor any that lie further apart than a reflex test does.
    /// </summary>
    public bool IsTiedTo(JoinedResult result) =>
        IsPlasma == (result.Material == SpecimenKind.Plasma)
        && IsOfOneTumour(result)
        && Results.Exists(result.IsTiedTo)
        && Results.TrueForAll(member => member.When.Overlaps(result.When)
            || (member.Fact.Method != result.Fact.Method && (member.When.Earliest - result.When.Earliest).Duration().Days <= ReflexDays));

    /// <summary>Plasma and tissue are read apart, also in one report.</summary>
    private bool IsPlasma => Results.Exists(static result => result.Material == SpecimenKind.Plasma);

    public bool IsSameDayAndSite(JoinedResult result) => IsOfOneTumour(result) && Results.Exists(member =>
        IsOfOneMaterial(member.Material, result.Material)
        && !member.IsOfAnotherAccession(result)
        && (member.When.Day == result.When.Day || member.When.Overlaps(result.When))
        && member.When.Precision >= Primitives.TimePrecision.Day
        && result.When.Precision >= Primitives.TimePrecision.Day
        && string.Equals(member.Site ?? result.Site, result.Site ?? member.Site, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfOneMaterial(SpecimenKind one, SpecimenKind other) =>
        one == other || (one, other) is (SpecimenKind.Unstated, SpecimenKind.Tissue) or (SpecimenKind.Tissue, SpecimenKind.Unstated);

    /// <summary>Neither its tumour nor its side is said to be another.</summary>
    public bool IsOfOneTumour(JoinedResult result) =>
        (Tumour == TumourKind.None || result.Tumour == TumourKind.None || Tumour == result.Tumour)
        && Results.TrueForAll(member => member.Side is null || result.Side is null || member.Side == result.Side);

    public bool MayBelongTo(Cluster other) =>
        Results.TrueForAll(other.IsOfOneTumour)
        && (Site is not { } site || other.Site is not { } theirs || string.Equals(site, theirs, StringComparison.OrdinalIgnoreCase));
}
