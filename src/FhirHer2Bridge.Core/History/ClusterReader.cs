using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>Reads a cluster's results together, once for every moment at which another of them became known.</summary>
internal static class ClusterReader
{
    /// <summary>The note of results that may belong to several specimens.</summary>
    public const string SpecimenAmbiguous = "specimen-ambiguous";

    private static readonly Comparer<JoinedResult> ByMoment = Comparer<JoinedResult>.Create(static (a, b) =>
        a.KnownFrom.CompareTo(b.KnownFrom) is not 0 and var order ? order : a.Fact.Source.CompareTo(b.Fact.Source));

    public static ReadAssessment Read(Cluster cluster, TumourKind tumour, TableOptions options)
    {
        var standing = StandingOf(cluster);
        var used = cluster.Results.FindAll(result => IsUsed(result.Fact.Standing, standing));
        if (used.Count > 1)
        {
            used = [.. used.Order(ByMoment)];
        }

        var when = used.MinBy(static result => result.When.Earliest)!.When;
        var readings = new List<Reading>();
        foreach (var moment in used.Select(static result => result.KnownFrom).Distinct())
        {
            var known = used.FindAll(result => result.KnownFrom <= moment);
            var evidence = ResultMerger.Merge(known);
            var reading = ReadingOf(cluster, evidence, moment, Answer(cluster, evidence, (tumour, Resulted(known), options)));
            if (readings.Count == 0 || reading with { KnownFrom = readings[^1].KnownFrom } != readings[^1])
            {
                readings.Add(reading);
            }
        }

        var last = readings[^1];
        return new ReadAssessment(
            new Assessment
            {
                When = when,
                KnownFrom = last.KnownFrom,
                Status = last.Status,
                Category = last.Category,
                Recomputed = last.Recomputed,
                Methods = Methods(used),
                Track = used.Exists(static result => result.Material == SpecimenKind.Plasma) ? AssessmentTrack.Plasma : AssessmentTrack.Tissue,
                Standing = standing,
                Tumour = tumour,
                Specimen = cluster.Specimen,
                Site = used.Select(static result => result.Site).FirstOrDefault(static site => site is not null),
                Evidence = used.Select(static result => result.Fact.Source).ToDistinctArray(),
                Notes = last.Notes,
            },
            readings.ToEquatableArray())
        {
            Side = cluster.Side,
            Reports = used is [var only] ? only.Ties : used.SelectMany(static result => result.Ties).ToDistinctArray(),
        };
    }

    /// <summary>
    /// Whose date chooses the rules: the last count by hybridisation's, as counts are what rules differ on; else the last call's; else
    /// the last result's. An addendum on an old block does not read its old counts by new rules.
    /// </summary>
    private static ClinicalTime Resulted(List<JoinedResult> known) =>
        (known.FindLast(static one => one.Fact is { Method: AssayMethod.Ish, Result: AssayResult.Gene { Ratio: not null } or AssayResult.Gene { Copies: not null } })
            ?? known.FindLast(static one => one.Fact.Method == AssayMethod.Ish)
            ?? known[^1]).Resulted;

    private static EquatableArray<string> Methods(List<JoinedResult> used) => used is [var only] && MethodText.Of(only.Fact) is { Length: > 0 } text
        ? [text]
        : MethodText.Of(used.Select(static result => result.Fact));

    /// <summary>Final if anything in it is final; withdrawn only if everything is.</summary>
    private static FactStanding StandingOf(Cluster cluster)
    {
        return Any(FactStanding.Final) ? FactStanding.Final
            : Any(FactStanding.Amended) ? FactStanding.Amended
            : Any(FactStanding.Preliminary) ? FactStanding.Preliminary
            : FactStanding.Withdrawn;

        bool Any(FactStanding standing) => cluster.Results.Exists(result => result.Fact.Standing == standing);
    }

    /// <summary>A final reading uses no preliminary result; a withdrawn result is used only where there is no other.</summary>
    private static bool IsUsed(FactStanding result, FactStanding whole) => whole switch
    {
        FactStanding.Withdrawn => true,
        FactStanding.Preliminary => result == FactStanding.Preliminary,
        _ => result is FactStanding.Final or FactStanding.Amended,
    };

    private static Reading ReadingOf(Cluster cluster, MergedResults evidence, DateTimeOffset moment, TableAnswer answer)
    {
        var notes = new SortedSet<string>(evidence.Notes, StringComparer.Ordinal);
        if (cluster.SpecimenAssumed)
        {
            notes.Add("specimen-assumed");
        }

        if (answer.Note is { } note)
        {
            notes.Add(note);
        }

        if (answer.Mismatch is { } mismatch)
        {
            notes.Add(NoteOf(mismatch));
        }

        if (answer.Recomputed is { } recomputed)
        {
            notes.Add(NoteOf(recomputed));
        }

        return new Reading(moment, answer.Status, answer.Category, evidence.Score, notes.ToEquatableArray())
        {
            IsSplit = answer.IsSplit,
            Mismatch = answer.LaboratoryOnly ? null : answer.Mismatch,
            Recomputed = answer.Recomputed,
        };
    }

    private static TableAnswer Answer(
        Cluster cluster, MergedResults evidence, (TumourKind Tumour, ClinicalTime Resulted, TableOptions Options) by)
    {
        if (cluster.Ambiguous)
        {
            return new(Her2Status.Indeterminate, SpecimenAmbiguous);
        }

        if (evidence.StatedConflict || (evidence.Plasma && evidence.Conflict))
        {
            return new TableAnswer(Her2Status.Indeterminate, ResultFold.Conflicting).OrSplit();
        }

        if (evidence.Plasma)
        {
            return PlasmaTable.Read(
                evidence.Findings, evidence.Stated?.Status, by.Options.PlasmaAmplifiedFrom(evidence.Findings.SequencingAssay));
        }

        // Values issued at once that differ: what they all read as holds, whichever of them is right.
        var computed = evidence.Conflict
            ? TableAnswer.OfRows(evidence.Readings.Select(one => TumourTables.Read(one, by.Tumour, by.Resulted, by.Options)), ResultFold.Conflicting).OrSplit()
            : TumourTables.Read(evidence.Findings, by.Tumour, by.Resulted, by.Options);
        return evidence.Stated is { } stated && !Gives(stated, evidence, computed) ? Concluded(stated, computed, by.Tumour) : computed;
    }

    /// <summary>
    /// The laboratory's conclusion gives way: it decided nothing and a result since does; it is equivocal, which asks for the hybridisation
    /// that decides; or it is older than a re-read.
    /// </summary>
    private static bool Gives(AssayResult.Stated stated, MergedResults evidence, TableAnswer computed) =>
        computed.Status.IsDeterminate() && (evidence.ReReadAfterStated
            || (!stated.Status.IsDeterminate() && evidence.ResultAfterStated)
            || (stated.Status == Her2Status.Equivocal && evidence.Findings.HasHybridisation && !computed.LaboratoryOnly));

    /// <summary>The laboratory's own conclusion drives the history; the computed one is shown beside it (reference 2b).</summary>
    private static TableAnswer Concluded(AssayResult.Stated stated, TableAnswer computed, TumourKind tumour)
    {
        var differs = computed.Status.IsDeterminate() && computed.Status != stated.Status;
        return new TableAnswer(
            stated.Status,
            stated.Status == computed.Status || computed.LaboratoryOnly ? computed.Note : null,
            CategoryOf(stated, computed, tumour))
        {
            LaboratoryOnly = computed.LaboratoryOnly,
            IsSplit = computed.IsSplit,
            Mismatch = differs ? ResultMismatch.ConclusionAgainstTable : computed.Mismatch,
            Recomputed = differs && !computed.LaboratoryOnly ? computed.Status : null,
        };
    }

    /// <summary>Low and ultralow are sub-categories of negative in breast cancer only (reference 4d).</summary>
    private static Her2Category? CategoryOf(AssayResult.Stated stated, TableAnswer computed, TumourKind tumour) =>
        tumour == TumourKind.Breast && stated.Status == Her2Status.Negative ? stated.Category ?? computed.Category : null;

    private static string NoteOf(ResultMismatch mismatch) => mismatch switch
    {
        ResultMismatch.ProteinAgainstGene => "ihc-ish-mismatch",
        ResultMismatch.ScoreAgainstWords => ProteinColumns.ScoreAndStatusDiffer,
        ResultMismatch.CallAgainstCounts => "gene-call-differs-from-counts",
        ResultMismatch.HybridisationAgainstSequencing => "gene-tests-differ",
        _ => "stated-differs-from-computed",
    };

    private static string NoteOf(Her2Status recomputed) => recomputed switch
    {
        Her2Status.Positive => "recomputed-positive",
        Her2Status.Negative => "recomputed-negative",
        Her2Status.Equivocal => "recomputed-equivocal",
        _ => "recomputed-indeterminate",
    };
}
