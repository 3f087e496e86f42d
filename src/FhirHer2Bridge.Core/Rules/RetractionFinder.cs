using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// Results that changed after something rested on them: versions replaced, results withdrawn, specimens read again. What rested on
/// one is asked of the record as it was.
/// </summary>
internal sealed class RetractionFinder(PatientView patient, RuleContext context, RuleOutcome outcome)
{
    public IEnumerable<Retraction> Find() => Replaced().Concat(Withdrawn()).Concat(ReRead());

    /// <summary>Amended, and nobody kept what it said when doses were given: whether they rested on something else is not known.</summary>
    public void SayWhatWasNotKept()
    {
        foreach (var amended in FormerVersions.NotKept(patient, outcome))
        {
            var at = patient.IssuedOf(amended.Fact) ?? amended.Fact.Updated;
            if (patient.Doses.Any(dose => !(dose.When.Earliest >= at) && dose.When.LatestExclusive > amended.When.Earliest))
            {
                outcome.CannotTell("former-version-not-kept");
            }
        }
    }

    private IEnumerable<Retraction> Replaced()
    {
        var record = new RecordAt(patient.Facts);
        var views = new Dictionary<DateTimeOffset, (PatientView Then, PatientView Next)>();
        foreach (var resource in patient.Replaced.GroupBy(static fact => fact.Source.Key))
        {
            DateTimeOffset? since = null;
            var versions = resource.GroupBy(static fact => fact.ReplacedAt!.Value).OrderBy(static version => version.Key).ToList();
            for (var i = 0; i < versions.Count; i++)
            {
                List<Fact> newer = i + 1 < versions.Count
                    ? [.. versions[i + 1]]
                    : [.. patient.Facts.Where(fact => fact.ReplacedAt is null && fact.Source.Key == resource.Key)];
                var at = Earlier(versions[i].Key, newer.Select(static fact => fact.Updated).Max());
                if (!outcome.HasCome(at))
                {
                    break;
                }

                var change = new VersionStep(resource.Key, [.. versions[i]], newer, since, at, MayHaveFlagged: true);
                if (change is { IsEvidence: true, IsChange: true })
                {
                    // All that was replaced in one reading changed together: a diagnosis and the result that was assigned to it.
                    var (then, next) = views.TryGetValue(versions[i].Key, out var known) ? known : views[versions[i].Key] =
                        (Build(record.Before(versions[i].Key)), Build(record.After(versions[i].Key)));
                    foreach (var found in Of(change, then, next))
                    {
                        yield return found;
                    }
                }

                since = at;
            }
        }
    }

    /// <summary>
    /// Withdrawn before the bridge kept versions, or in a file; or with its report, while the result itself is as it was: what it said is
    /// what it still holds.
    /// </summary>
    private IEnumerable<Retraction> Withdrawn()
    {
        var kept = patient.Replaced.OfType<AssayFact>().Where(VersionStep.InUse).Select(static fact => fact.Source.Key).ToHashSet();
        kept.ExceptWith(patient.Facts.OfType<AssayFact>().Where(static fact => fact.ReplacedAt is null && VersionStep.InUse(fact)).Select(static fact => fact.Source.Key));
        foreach (var resource in patient.WithdrawnResults.GroupBy(static fact => fact.Source.Key).Where(group => !kept.Contains(group.Key)))
        {
            var reported = ReportedUntil(resource.Key);
            var at = resource.Select(static fact => fact.Updated).Max() ?? reported;
            if (at is not null && !outcome.HasCome(at))
            {
                continue;
            }

            var before = resource.Select(static fact => (Fact)(fact with { Standing = FactStanding.Final })).ToList();
            var step = new VersionStep(resource.Key, before, [.. resource, .. Withdrawing(resource.Key)], null, at, MayHaveFlagged: reported is not null);
            foreach (var found in Of(step, With(resource.Key, before, Withdrawing(resource.Key)), With(resource.Key, resource)))
            {
                yield return found;
            }
        }
    }

    /// <summary>Reports that took the result with them.</summary>
    private IEnumerable<Fact> Withdrawing(ResourceKey result) => patient.Facts.OfType<ReportFact>()
        .Where(report => report is { ReplacedAt: null, Standing: FactStanding.Withdrawn } && report.Results.Contains(result));

    /// <summary>When a version of its report that stood, and that the bridge had, was replaced by one that took the result with it; null: none was.</summary>
    private DateTimeOffset? ReportedUntil(ResourceKey result)
    {
        var withdrawing = Withdrawing(result).Select(static fact => fact.Source.Key).ToHashSet();
        return patient.Replaced.OfType<ReportFact>()
            .Where(version => version.Standing != FactStanding.Withdrawn && version.Results.Contains(result) && withdrawing.Contains(version.Source.Key))
            .Select(static version => version.ReplacedAt).Max();
    }

    /// <summary>A later report on the same specimen reverses what doses, or a status change that was told, rested on (reference 4e).</summary>
    private IEnumerable<Retraction> ReRead()
    {
        foreach (var assessment in patient.Tumours.SelectMany(static tumour => tumour.Assessments)
            .Where(static a => StatusWalk.IsUsable(a, a.Assessment.Track)))
        {
            var read = assessment.Readings.Where(static reading => reading.Status.IsDeterminate()).ToList();
            for (var i = 1; i < read.Count; i++)
            {
                if (read[i].Status == read[i - 1].Status)
                {
                    continue;
                }

                var basis = new DoseBasis(patient, context);
                var doses = basis.Doses(a => a == assessment, read[i - 1].KnownFrom, read[i].KnownFrom).ToList();
                var flagged = Undone(basis, read[i].KnownFrom.AddTicks(-1), basis, read[i].KnownFrom).Where(one => one.Basis == assessment);
                foreach (var tumour in doses.Select(static one => one.Tumour).Concat(flagged.Select(static one => one.Tumour)).Distinct())
                {
                    yield return new Retraction(assessment, tumour, RetractionKind.Status, read[i].KnownFrom, read[i - 1].Status, read[i].Status)
                    {
                        Doses = [.. doses.Where(one => one.Tumour == tumour).Select(static one => one.Dose)],
                        Sources = assessment.Assessment.Evidence,
                    };
                }

                SayWhatIsUnclear(basis, read[i].KnownFrom);
            }
        }
    }

    private IEnumerable<Retraction> Of(VersionStep step, PatientView then, PatientView next)
    {
        var basis = new DoseBasis(then, context);
        var kinds = new Dictionary<ReadAssessment, (RetractionKind? Kind, Her2Status? To)>();
        var doses = basis.Doses(a => Compare(a).Kind is not null, step.Since, step.At).ToList();
        var flagged = step is { MayHaveFlagged: true, At: { } at } ? Undone(basis, at, new DoseBasis(next, context), at) : [];
        var found = doses.Select(static one => (one.Tumour, one.Basis))
            .Concat(flagged.Where(one => Compare(one.Basis).Kind is RetractionKind.Specimen or RetractionKind.Tumour or RetractionKind.Status or RetractionKind.Withdrawn))
            .Distinct().ToList();
        foreach (var (tumour, result) in found)
        {
            var (kind, to) = Compare(result);
            yield return new Retraction(result, tumour, kind!.Value, step.At, StatusOf(result, step.At) ?? result.Latest.Status, to)
            {
                Doses = [.. doses.Where(one => one.Basis == result).Select(static one => one.Dose)],
                Sources = [.. step.After.Concat(step.Before).Select(static fact => fact.Source).Distinct()],
            };
        }

        new UnplacedRetractions(step, then, basis).Say(a => Compare(a).Kind >= RetractionKind.Status, outcome);
        if (found.Count == 0 && then.Tumours.SelectMany(static tumour => tumour.Assessments).Any(a => Compare(a).Kind > RetractionKind.Amended))
        {
            // Withdrawn nobody knows when: any dose may have come before.
            SayWhatIsUnclear(basis, step.At ?? DateTimeOffset.MaxValue);
        }

        (RetractionKind? Kind, Her2Status? To) Compare(ReadAssessment result) => kinds.TryGetValue(result, out var known)
            ? known
            : kinds[result] = step.Compare(result, next, a => StatusOf(a, step.At));
    }

    /// <summary>Status changes that were told with the old reading of the record, and do not hold with the new one: the results they rested on.</summary>
    private static IEnumerable<(TumourLine Tumour, ReadAssessment Basis)> Undone(DoseBasis then, DateTimeOffset until, DoseBasis next, DateTimeOffset at)
    {
        var still = next.Changes(at).Select(static change => (change.Step.Assessment.Anchor, change.Step.Status)).ToHashSet();
        return then.Changes(until).Where(change => !still.Contains((change.Step.Assessment.Anchor, change.Step.Status)))
            .SelectMany(static change => new[] { (change.Tumour, change.Step.Assessment), (change.Tumour, change.Step.Before!) });
    }

    private void SayWhatIsUnclear(DoseBasis basis, DateTimeOffset until)
    {
        if (basis.OrderUnknown)
        {
            outcome.CannotTell("order-of-dose-and-result");
        }

        if (basis.Unassigned)
        {
            outcome.CannotTell("dose-not-assigned");
        }

        if (!context.Completeness.DosesThrough(until))
        {
            outcome.NotReadThrough("doses-not-read-through");
        }
        else if (patient.Gaps.Any(gap => gap.MayHideDose && !(gap.When?.Earliest > until)))
        {
            outcome.CannotTell("doses-not-read-through");
        }
    }

    /// <summary>The record with these facts in place of all that one resource says, and without some others.</summary>
    private PatientView With(ResourceKey key, IEnumerable<Fact> facts, IEnumerable<Fact>? without = null) =>
        Build([.. patient.Facts.Where(fact => fact.ReplacedAt is null && fact.Source.Key != key).Except(without ?? []), .. facts]);

    private PatientView Build(List<Fact> facts)
    {
        var view = HistoryBuilder.Build(patient.Patient, facts, context);
        outcome.DueAt(view.NextVisible);
        return view;
    }

    private static Her2Status? StatusOf(ReadAssessment assessment, DateTimeOffset? at) =>
        (at is { } moment ? assessment.At(moment) : null)?.Status ?? assessment.Latest.Status;

    private static DateTimeOffset Earlier(DateTimeOffset seen, DateTimeOffset? written) => written < seen ? written.Value : seen;
}
