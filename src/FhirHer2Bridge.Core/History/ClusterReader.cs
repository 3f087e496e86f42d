using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>Reads a cluster's results together, once for every moment at which another of them became known.</summary>
internal static class ClusterReader
{
    public static ReadAssessment Read(Cluster cluster, TumourKind tumour)
    {
        var standing = StandingOf(cluster);
        var used = cluster.Results.Where(result => standing == FactStanding.Withdrawn
            || (standing == FactStanding.Preliminary) == (result.Fact.Standing == FactStanding.Preliminary)).ToList();
        used.RemoveAll(result => standing != FactStanding.Withdrawn && result.Fact.Standing == FactStanding.Withdrawn);
        used = [.. used.OrderBy(static r => r.KnownFrom).ThenBy(static r => r.Fact.Source.Key.Value, StringComparer.Ordinal)
            .ThenBy(static r => r.Fact.Source.Path, StringComparer.Ordinal)];

        var readings = new List<Reading>();
        foreach (var moment in used.Select(static result => result.KnownFrom).Distinct())
        {
            var reading = At(cluster, used.TakeWhile(result => result.KnownFrom <= moment), moment, tumour);
            if (readings.Count == 0 || reading with { KnownFrom = readings[^1].KnownFrom } != readings[^1])
            {
                readings.Add(reading);
            }
        }

        var last = readings[^1];
        var first = used.MinBy(static result => result.When.Earliest)!;
        return new ReadAssessment(
            new Assessment
            {
                When = first.When,
                KnownFrom = last.KnownFrom,
                Status = last.Status,
                Category = last.Category,
                Methods = used.OrderBy(static result => result.Fact.Method).Select(static result => MethodText.Of(result.Fact)).Where(static text => text.Length > 0)
                    .Distinct(StringComparer.Ordinal).ToEquatableArray(),
                Track = used.Exists(static result => result.Material == SpecimenKind.Plasma) ? AssessmentTrack.Plasma : AssessmentTrack.Tissue,
                Standing = standing,
                Tumour = tumour,
                Specimen = cluster.Specimen,
                Site = used.Select(static result => result.Site).FirstOrDefault(static site => site is not null),
                Evidence = used.Select(static result => result.Fact.Source).Distinct().ToEquatableArray(),
                Notes = last.Notes,
            },
            readings.ToEquatableArray())
        {
            Reports = used.SelectMany(static result => result.Ties).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    /// <summary>Final if anything in it is final; withdrawn only if everything is.</summary>
    private static FactStanding StandingOf(Cluster cluster)
    {
        var standings = cluster.Results.Select(static result => result.Fact.Standing).ToHashSet();
        return standings.Contains(FactStanding.Final) ? FactStanding.Final
            : standings.Contains(FactStanding.Amended) ? FactStanding.Amended
            : standings.Contains(FactStanding.Preliminary) ? FactStanding.Preliminary
            : FactStanding.Withdrawn;
    }

    private static Reading At(Cluster cluster, IEnumerable<JoinedResult> known, DateTimeOffset moment, TumourKind tumour)
    {
        var evidence = ResultMerger.Merge(known);
        var notes = new SortedSet<string>(evidence.Notes, StringComparer.Ordinal);
        if (cluster.SpecimenAssumed)
        {
            notes.Add("specimen-assumed");
        }

        var answer = Answer(cluster, evidence, tumour);
        if (answer.Note is { } note)
        {
            notes.Add(note);
        }

        return new Reading(moment, answer.Status, answer.Category, evidence.Findings.Score, notes.ToEquatableArray());
    }

    private static TableAnswer Answer(Cluster cluster, MergedResults evidence, TumourKind tumour)
    {
        if (cluster.Ambiguous)
        {
            return new(Her2Status.Indeterminate, "specimen-ambiguous");
        }

        if (evidence.Plasma)
        {
            return PlasmaReading(evidence);
        }

        if (evidence.StatedConflict)
        {
            return new(Her2Status.Indeterminate, "conflicting-results");
        }

        var computed = evidence.Conflict
            ? new TableAnswer(Her2Status.Indeterminate, "conflicting-results")
            : TumourTables.Read(evidence.Findings, tumour);
        if (evidence.Stated is not { } stated || (!stated.Status.IsDeterminate() && computed.Status.IsDeterminate()))
        {
            return computed;
        }

        // The laboratory's own conclusion drives the history; the computed one only leaves a note (reference 2b).
        var contradicted = computed.Status.IsDeterminate() && stated.Status.IsDeterminate() && computed.Status != stated.Status;
        return new(stated.Status, contradicted ? "stated-differs-from-computed" : null, CategoryOf(stated, tumour));
    }

    /// <summary>Low and ultralow are sub-categories of negative in breast cancer only (reference 4d).</summary>
    private static Her2Category? CategoryOf(AssayResult.Stated stated, TumourKind tumour) =>
        tumour == TumourKind.Breast && stated.Status == Her2Status.Negative ? stated.Category : null;

    /// <summary>
    /// Plasma: the assay's own positive call counts as plasma-positive. "Not detected" says nothing while the tumour fraction
    /// is not known, and is never negative (reference 4f).
    /// </summary>
    private static TableAnswer PlasmaReading(MergedResults evidence) =>
        evidence.Findings.AmplifiedStated == true
            ? new(Her2Status.Positive, "plasma-only")
            : new(Her2Status.Indeterminate, "uninformative-plasma");
}
