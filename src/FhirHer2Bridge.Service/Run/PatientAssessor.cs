using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Run;

/// <summary>
/// One patient: what is remembered and what was read make the facts; the engine answers; facts, flags and writes are committed
/// together.
/// </summary>
internal sealed class PatientAssessor(EndpointSession endpoint, IBridgeStore store, AdoptionReader adoption, AssessmentPolicy policy)
{
    /// <summary>
    /// Assesses and commits. Returns the assessment, for the report; null where the patient was already assessed for a later
    /// moment: looking back must not take back what stands (use a dry run or evaluate for that).
    /// </summary>
    /// <exception cref="AdoptionException">Our flags on the server could not be looked for: nothing may be written.</exception>
    public async Task<PatientAssessment?> AssessAsync(
        TouchedPatient touched, AsOf asOf, IReadOnlyDictionary<string, Cursor>? windows, CancellationToken cancellationToken)
    {
        var memory = await store.ReadPatientAsync(endpoint.Name, touched.Patient, cancellationToken);
        if (IsEarlierThanKnown(memory, asOf))
        {
            await KeepAsync(touched, cancellationToken);
            return null;
        }

        // Facts are compared, not versions alone: a newer reader or overlay may read the same version differently.
        var changed = touched.Resources.Values.Where(resource => memory is null
            || !memory.Resources.TryGetValue(resource.Key, out var known)
            || !string.Equals(known.Version, resource.Version, StringComparison.Ordinal)
            || !known.Facts.SequenceEqual(resource.Facts)
            || !known.Issues.SequenceEqual(resource.Issues)).ToList();
        var fullReads = Merge(memory?.FullReads, touched.FullReads);
        var flags = memory is { Adopted: true } ? memory.Flags : await adoption.ReadAsync(touched.Patient, cancellationToken);

        // What comes with this cycle is seen at its moment, not after it: else a late result would only be flagged by the next one.
        var at = asOf.IsNow ? asOf.Instant : endpoint.Time.GetUtcNow();
        var facts = await PatientFacts.AfterAsync(store, endpoint.Name, memory, touched, at, cancellationToken);
        var context = new RuleContext(asOf.Instant, await CompletenessAsync(touched, fullReads, windows, cancellationToken), policy.Thresholds);
        var assessment = Her2Engine.Assess(
            touched.Patient, facts, [.. flags.Select(static flag => flag.Standing)], policy.Rules, context);
        assessment = assessment.WithoutBlindWithdrawals(flags, facts);

        var plan = FlagLedger.Apply(flags, assessment.Changes, policy);
        await store.CommitAsync(
            endpoint.Name,
            new PatientCommit
            {
                Patient = touched.Patient,
                At = at,
                Resources = changed,
                Removed = [.. touched.Removed.Where(key => !touched.Resources.ContainsKey(key))],
                Flags = plan.Flags,
                Outbox = plan.Outbox,
                FullReads = touched.FullReads,
                NeedsFullRead = touched.NeedsFullRead,
                Adopted = true,
                NextDue = assessment.NextDue,
                AssessmentJson = AssessmentLine.Write(
                    assessment.WithIssues(PatientFacts.Current(memory, touched).SelectMany(static resource => resource.Issues)), asOf.Literal),
            },
            cancellationToken);
        return assessment;
    }

    private async Task<Completeness> CompletenessAsync(
        TouchedPatient touched,
        Dictionary<string, DateTimeOffset> fullReads,
        IReadOnlyDictionary<string, Cursor>? windows,
        CancellationToken cancellationToken)
    {
        var read = StoredCompleteness.Of(fullReads, windows);
        return touched.Withheld.Count == 0 ? read : read with
        {
            Withheld = StoredCompleteness.WithheldOf(
                touched.Withheld, await RecordSearches.KnownAsync(store, endpoint.Name, cancellationToken), fullReads),
        };
    }

    /// <summary>An assessment made for a moment that has not come yet is a trial, and does not count.</summary>
    private bool IsEarlierThanKnown(PatientMemory? memory, AsOf asOf) =>
        memory?.LastAssessmentJson is { } line
        && AssessmentLineReader.Read(line).AsOf is { } literal
        && AsOf.Parse(literal, endpoint.Options.TimeZone) is { } known
        && known.Instant > asOf.Instant
        && known.Instant <= endpoint.Time.GetUtcNow();

    /// <summary>Keeps what was read where no assessment is possible now: the patient owes one.</summary>
    public Task KeepAsync(TouchedPatient touched, CancellationToken cancellationToken) => store.CommitAsync(
        endpoint.Name,
        new PatientCommit
        {
            Patient = touched.Patient,
            At = endpoint.Time.GetUtcNow(),
            Resources = [.. touched.Resources.Values],
            Removed = [.. touched.Removed.Where(key => !touched.Resources.ContainsKey(key))],
            FullReads = touched.FullReads,
            NeedsFullRead = touched.NeedsFullRead,
            NextDue = DateTimeOffset.MinValue,
        },
        cancellationToken);

    private static Dictionary<string, DateTimeOffset> Merge(
        IReadOnlyDictionary<string, DateTimeOffset>? before, Dictionary<string, DateTimeOffset> now)
    {
        var merged = new Dictionary<string, DateTimeOffset>(before ?? new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (type, moment) in now)
        {
            merged[type] = moment;
        }

        return merged;
    }
}
