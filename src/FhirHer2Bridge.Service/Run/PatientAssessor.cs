using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
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
    private static readonly string[] TestTypes = ["Observation", "DiagnosticReport", "Specimen"];
    private static readonly string[] DoseTypes = ["MedicationAdministration"];

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

        var resources = Resources(memory, touched);
        var facts = await FactsAsync(resources, cancellationToken);
        var context = new RuleContext(
            asOf.Instant,
            new Completeness(Through(TestTypes, fullReads, windows), Through(DoseTypes, fullReads, windows)),
            policy.Thresholds);
        var assessment = Her2Engine.Assess(
            touched.Patient, facts, [.. flags.Select(static flag => flag.Standing)], policy.Rules, context);
        assessment = WithoutBlindWithdrawals(assessment, flags, facts);

        var plan = FlagLedger.Apply(flags, assessment.Changes, policy);
        await store.CommitAsync(
            endpoint.Name,
            new PatientCommit
            {
                Patient = touched.Patient,
                Resources = changed,
                Removed = [.. touched.Removed.Where(key => !touched.Resources.ContainsKey(key))],
                Flags = plan.Flags,
                Outbox = plan.Outbox,
                FullReads = touched.FullReads,
                NeedsFullRead = touched.NeedsFullRead,
                Adopted = true,
                NextDue = assessment.NextDue,
                AssessmentJson = AssessmentLine.Write(assessment.WithIssues(resources.SelectMany(static resource => resource.Issues)), asOf.Literal),
            },
            cancellationToken);
        return assessment;
    }

    /// <summary>A flag whose evidence is there and can no longer be read stays as it is: what it says now is not known.</summary>
    private static PatientAssessment WithoutBlindWithdrawals(PatientAssessment assessment, IReadOnlyList<FlagRecord> flags, List<Fact> facts)
    {
        var broken = facts.Where(RowExtraction.IsOfBroken).Select(static fact => fact.Source.Key).ToHashSet();
        var resting = flags.Where(flag => flag.Standing.Evidence.Any(broken.Contains))
            .Select(static flag => flag.Standing.Key).ToHashSet(StringComparer.Ordinal);
        return assessment with
        {
            Changes = assessment.Changes.Where(change => change is not FlagChange.Withdraw || change.Key is not { } key || !resting.Contains(key)).ToEquatableArray(),
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
            Resources = [.. touched.Resources.Values],
            Removed = [.. touched.Removed.Where(key => !touched.Resources.ContainsKey(key))],
            FullReads = touched.FullReads,
            NeedsFullRead = touched.NeedsFullRead,
            NextDue = DateTimeOffset.MinValue,
        },
        cancellationToken);

    /// <summary>The newest version of each resource of the patient.</summary>
    private static List<StoredResource> Resources(PatientMemory? memory, TouchedPatient touched)
    {
        var resources = new Dictionary<ResourceKey, StoredResource>();
        foreach (var resource in memory?.Resources.Values ?? [])
        {
            if (!touched.Removed.Contains(resource.Key))
            {
                resources[resource.Key] = resource;
            }
        }

        foreach (var resource in touched.Resources.Values)
        {
            resources[resource.Key] = resource;
        }

        return [.. resources.Values];
    }

    private async Task<List<Fact>> FactsAsync(List<StoredResource> resources, CancellationToken cancellationToken)
    {
        var named = resources.SelectMany(static resource => resource.Products).Select(static key => key.Value).Distinct(StringComparer.Ordinal).ToList();
        var products = await store.ReadProductsAsync(endpoint.Name, named, cancellationToken);
        return [.. resources.Concat(products.Values).SelectMany(static resource => resource.Facts)];
    }

    /// <summary>
    /// Through which moment all these types are known to be complete. A window that did not close in this cycle hides rows of
    /// any clinical date, so nothing is known to be complete then.
    /// </summary>
    private static DateTimeOffset? Through(
        string[] types, Dictionary<string, DateTimeOffset> fullReads, IReadOnlyDictionary<string, Cursor>? windows)
    {
        DateTimeOffset? through = DateTimeOffset.MaxValue;
        foreach (var type in types)
        {
            DateTimeOffset? read = fullReads.TryGetValue(type, out var full) ? full : null;
            if (windows is not null)
            {
                read = read is null || !windows.TryGetValue(type, out var cursor) ? null : cursor.Through > read ? cursor.Through : read;
            }

            through = read < through || read is null ? read : through;
            if (through is null)
            {
                return null;
            }
        }

        return through;
    }

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
