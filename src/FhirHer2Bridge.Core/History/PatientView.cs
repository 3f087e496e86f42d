using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.History;

/// <summary>What the rules look at: one patient's facts, joined and ordered, as visible at the as-of moment.</summary>
public sealed record PatientView
{
    public required PatientKey Patient { get; init; }

    public required Her2History History { get; init; }

    /// <summary>One line for each tumour type; a single line of kind None where nothing is known.</summary>
    public required IReadOnlyList<TumourLine> Tumours { get; init; }

    /// <summary>Assessments that belong to one of several tumours and do not say to which.</summary>
    public required IReadOnlyList<ReadAssessment> Unassigned { get; init; }

    /// <summary>Final tissue results of no named tumour that say positive or negative.</summary>
    internal IEnumerable<ReadAssessment> UnassignedStatuses =>
        Unassigned.Where(static a => StatusWalk.IsUsable(a) && a.Latest.Status.IsDeterminate());

    /// <summary>The same, and those in plasma.</summary>
    internal IEnumerable<ReadAssessment> UnassignedStatusesOfAnyTrack =>
        Unassigned.Where(static a => StatusWalk.IsUsable(a, a.Assessment.Track) && a.Latest.Status.IsDeterminate());

    /// <summary>HER2-directed doses given, oldest first, one for each product and day.</summary>
    public required IReadOnlyList<Dose> Doses { get; init; }

    public required IReadOnlyList<ProgressionFact> Progressions { get; init; }

    /// <summary>Statements of progression of which nobody can say when it was, or whether it is told again.</summary>
    public IReadOnlyList<ProgressionFact> UnplacedProgressions { get; init; } = [];

    /// <summary>Results in use, each as its specimen and report complete it.</summary>
    public IReadOnlyList<SeenResult> Results { get; init; } = [];

    /// <summary>Conditions that are primary tumours.</summary>
    public IReadOnlyList<TumourFact> TumourConditions { get; init; } = [];

    /// <summary>Resections, oldest first.</summary>
    public IReadOnlyList<SurgeryFact> Surgeries { get; init; } = [];

    /// <summary>Statements of pathology that no invasive tumour was left.</summary>
    public IReadOnlyList<NoResidual> NoResiduals { get; init; } = [];

    /// <summary>What each assay found of ERBB2 in each plasma sample, oldest first.</summary>
    public IReadOnlyList<PlasmaSample> PlasmaSamples { get; init; } = [];

    /// <summary>Gene changes other than ERBB2 copy number, oldest first, by the collection of their material.</summary>
    public IReadOnlyList<AlterationFact> Alterations { get; init; } = [];

    public IReadOnlyList<PanelFact> Panels { get; init; } = [];

    /// <summary>Conditions that name a HER2 status.</summary>
    public IReadOnlyList<StatedByConditionFact> StatedByConditions { get; init; } = [];

    /// <summary>HER2 results entered in error or cancelled: used for nothing but to say what had rested on them.</summary>
    public IReadOnlyList<AssayFact> WithdrawnResults { get; init; } = [];

    /// <summary>Preliminary results, also those that another version has replaced since, by the moment they became known.</summary>
    public IReadOnlyList<PreliminaryResult> Preliminaries { get; init; } = [];

    /// <summary>Versions that a newer one replaced, oldest first.</summary>
    public IReadOnlyList<Fact> Replaced { get; init; } = [];

    /// <summary>What could not be used and may matter; what its own source has withdrawn is only listed (<see cref="Her2History.Gaps"/>).</summary>
    public required IReadOnlyList<GapFact> Gaps { get; init; }

    /// <summary>Death; from then on nothing is raised and everything open ends.</summary>
    public DateTimeOffset? Died { get; init; }

    /// <summary>Earliest moment at which a fact already known to the store becomes visible.</summary>
    public DateTimeOffset? NextVisible { get; init; }

    /// <summary>The results an assessment was read from.</summary>
    public IEnumerable<SeenResult> ResultsOf(ReadAssessment assessment) =>
        Results.Where(result => assessment.Assessment.Evidence.Contains(result.Fact.Source));

    /// <summary>What all this was built from, visible or not; for rules that ask what would hold without one of them.</summary>
    internal IReadOnlyCollection<Fact> Facts { get; init; } = [];

    /// <summary>When a result was issued, by itself or by its report; null: nobody says.</summary>
    internal Func<AssayFact, DateTimeOffset?> IssuedOf { get; init; } = static fact => fact.Issued;
}

/// <summary>A result that was preliminary in this version of its source.</summary>
/// <param name="Tumour">None: of several tumours it names none.</param>
/// <param name="Side">Null: not said.</param>
/// <param name="ReplacedAt">When another version replaced this one; null: it stands.</param>
public sealed record PreliminaryResult(
    SourceRef Source, ClinicalTime When, DateTimeOffset KnownFrom, TumourKind Tumour, BodySide? Side, DateTimeOffset? ReplacedAt);

/// <summary>A result and when it became known.</summary>
public sealed record SeenResult(AssayFact Fact, ClinicalTime When, DateTimeOffset KnownFrom);

public enum TumourSetting
{
    Unknown,
    Curative,
    Metastatic,
}

/// <summary>One tumour: what was found in it, and what was given for it. One object of one view, so compared by identity.</summary>
public sealed class TumourLine
{
    private StatusWalks? _walks;
    private DoseTimes? _doseTimes;

    public required TumourKind Kind { get; init; }

    /// <summary>Its side, where the patient has one primary of this kind on each.</summary>
    public BodySide? Side { get; init; }

    /// <summary>The side its Conditions name, also where there is one of the kind only; null: none, or both.</summary>
    internal BodySide? SideOnRecord { get; init; }

    /// <summary>The same primary in another view of the patient.</summary>
    internal bool IsSameAs(TumourLine other) => Kind == other.Kind && Side == other.Side;

    /// <summary>When it was first on record; the beginning of time where its Condition has no date.</summary>
    internal DateTimeOffset KnownFrom { get; init; } = DateTimeOffset.MinValue;

    /// <summary>What names this kind and, where both name one, this side.</summary>
    internal bool MayOwn(TumourKind kind, BodySide? side) => Kind == kind && (Side is null || side is null || Side == side);

    /// <summary>Its Condition, where there is exactly one.</summary>
    public ResourceKey? Condition { get; init; }

    /// <summary>Reference 5, row "Setting": any statement of distant spread, else M0, else unknown.</summary>
    public TumourSetting Setting => Spreads.Any(static fact => fact.Metastatic) ? TumourSetting.Metastatic
        : Spreads.Count > 0 ? TumourSetting.Curative
        : TumourSetting.Unknown;

    /// <summary>Statements about its spread, with or without a date; with several tumours also those that name none of them.</summary>
    public IReadOnlyList<SpreadFact> Spreads { get; init; } = [];

    /// <summary>HER2-directed treatment may be meant for it: it was tested, or it is of the stomach or the breast.</summary>
    internal bool MayBeTreatedForHer2 => Assessments.Count > 0 || Kind is TumourKind.Gastric or TumourKind.Breast;

    /// <summary>By collection, oldest first.</summary>
    public required IReadOnlyList<ReadAssessment> Assessments { get; init; }

    /// <summary>Doses given for it; those that name no condition count for the only tumour.</summary>
    public required IReadOnlyList<Dose> Doses { get; init; }

    /// <summary>Several tumours, and some dose does not say for which it was given.</summary>
    public bool DosesUnassigned { get; init; }

    /// <summary>Requests for HER2-directed drugs for it; without a drug where the product could not be read.</summary>
    public IReadOnlyList<OrderFact> Orders { get; init; } = [];

    /// <summary>Several tumours, and these requests do not say for which.</summary>
    public IReadOnlyList<OrderFact> UnassignedOrders { get; init; } = [];

    /// <summary>When readings of it became known, oldest first; between two of these moments nothing about its status changes.</summary>
    public IReadOnlyList<DateTimeOffset> ReadingMoments => Walks.Moments;

    internal StatusWalks Walks => _walks ??= new StatusWalks(this);

    internal DoseTimes DoseTimes => _doseTimes ??= new DoseTimes(Doses);
}

/// <summary>A dose that was given. A course recorded as one resource has an end.</summary>
public sealed record Dose(Drug Drug, ClinicalTime When, ClinicalTime? CourseEnd, bool Ongoing, SourceRef Source)
{
    /// <summary>The last moment at which the drug is known to have been given; a year as the end of a course says no more than that it began.</summary>
    public DateTimeOffset Last => CourseEnd?.Earliest > When.Earliest ? CourseEnd.Value.Earliest : When.Earliest;

    /// <summary>The last day on which it may have been given, where <see cref="Ongoing"/> does not say that nobody knows.</summary>
    public DateTimeOffset LastAtMost => (CourseEnd ?? When).LastDay() is var last && last > Last ? last : Last;

    /// <summary>The first moment from an instant on at which it is known to have been given; null: not after it.</summary>
    public DateTimeOffset? FirstFrom(DateTimeOffset instant) =>
        When.Earliest >= instant ? When.Earliest : Ongoing || Last >= instant ? instant : null;

    /// <summary>Certainly given after one moment and before the other.</summary>
    public bool IsBetween(ClinicalTime earlier, ClinicalTime later) =>
        When.OrderAgainst(later) == TimeOrder.Before
        && (Ongoing || (CourseEnd ?? When).OrderAgainst(earlier) == TimeOrder.After);

    /// <summary>Its dates, or those of two others, are too coarse to say whether it was given after the one and before the other.</summary>
    public bool MayBeBetween(ClinicalTime earlier, ClinicalTime later) =>
        (earlier.IsCoarse() || later.IsCoarse() || When.IsCoarse() || CourseEnd?.IsCoarse() == true)
        && When.Earliest < later.LatestExclusive
        && (Ongoing || (CourseEnd ?? When).LatestExclusive > earlier.Earliest)
        && !IsBetween(earlier, later);
}

/// <summary>An assessment and how its reading changed as results became known.</summary>
public sealed record ReadAssessment(Assessment Assessment, EquatableArray<Reading> Readings)
{
    public ClinicalTime When => Assessment.When;

    /// <summary>Members by key, alphabetically; the first one names the assessment in an anchor.</summary>
    public EquatableArray<string> Members { get; } =
        Assessment.Evidence.Select(static source => source.Key.Value).Order(StringComparer.Ordinal).ToDistinctArray();

    public string Anchor => Members[0];

    /// <summary>Side of the primary it belongs to, as its condition or organ site says; null: not said.</summary>
    public BodySide? Side { get; init; }

    /// <summary>Reports and panels its members belong to: what they say in words is about this assessment.</summary>
    public EquatableArray<string> Reports { get; init; }

    /// <summary>What was known at an instant; null: nothing yet.</summary>
    public Reading? At(DateTimeOffset instant) => Readings.LastOrDefault(reading => reading.KnownFrom <= instant);

    public Reading Latest => Readings[^1];

    /// <summary>When the status it has now became known.</summary>
    public DateTimeOffset StatusKnownFrom => Readings.Reverse().TakeWhile(reading => reading.Status == Latest.Status).Last().KnownFrom;
}

/// <param name="When">When the tissue was taken; null: not said.</param>
/// <param name="KnownFrom">When it was reported.</param>
public sealed record NoResidual(NoResidualFact Fact, ClinicalTime? When, DateTimeOffset KnownFrom);

/// <summary>What a specimen's results amounted to from one moment on.</summary>
public sealed record Reading(DateTimeOffset KnownFrom, Her2Status Status, Her2Category? Category, int? IhcScore, EquatableArray<string> Notes)
{
    /// <summary>Two of its results contradict each other; null: none do, or nothing was recomputed.</summary>
    public ResultMismatch? Mismatch { get; init; }

    /// <summary>Values issued at once read as different statuses, whatever the laboratory concludes.</summary>
    public bool IsSplit { get; init; }

    /// <summary>What the tables make of it, where the laboratory's own statement stands and says otherwise.</summary>
    public Her2Status? Recomputed { get; init; }
}

/// <summary>Which results of one specimen contradict each other (rule 12).</summary>
public enum ResultMismatch
{
    /// <summary>IHC 0 or 1+ with an amplified gene, 3+ with one that is not.</summary>
    ProteinAgainstGene,

    /// <summary>An IHC score and a status stated of the same stain.</summary>
    ScoreAgainstWords,

    /// <summary>The laboratory's call on the gene and its own counts.</summary>
    CallAgainstCounts,

    /// <summary>In situ hybridisation and sequencing of the gene.</summary>
    HybridisationAgainstSequencing,

    /// <summary>The laboratory's conclusion and what the tables make of its results.</summary>
    ConclusionAgainstTable,
}
