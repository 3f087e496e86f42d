using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>Whom a resource is about: the id, followed through merges; an identifier only where exactly one patient has it.</summary>
internal sealed class SubjectResolver(EndpointSession endpoint, IBridgeStore store)
{
    private readonly Dictionary<Subject, PatientKey?> _found = [];
    private readonly Dictionary<Subject, DateTimeOffset> _arrived = [];
    private readonly Dictionary<string, PatientKey> _survivors = new(StringComparer.Ordinal);

    /// <summary>Searches for an identifier that were not answered completely.</summary>
    public List<WindowResult> Failures { get; } = [];

    /// <summary>Null: nobody, or not to be told from what the server answers. Never matched by name.</summary>
    public async Task<PatientKey?> ResolveAsync(Subject subject, CancellationToken cancellationToken)
    {
        if (subject.PatientId is { } id)
        {
            if (!_survivors.TryGetValue(id, out var survivor))
            {
                _survivors[id] = survivor = await store.SurvivorAsync(endpoint.Name, new PatientKey(id), cancellationToken);
            }

            return survivor;
        }

        if (subject.IdentifierValue is null)
        {
            return null;
        }

        if (!_found.TryGetValue(subject, out var patient))
        {
            _found[subject] = patient = await FindAsync(subject, cancellationToken);
        }

        return patient;
    }

    /// <summary>A Patient was read: who waits for one of its identifiers may ask for it again.</summary>
    public void Arrive(Extraction patient)
    {
        foreach (var identifier in patient.PatientIdentifiers)
        {
            var subject = new Subject(null, identifier.System, identifier.Value);
            _found.Remove(subject);
            _arrived[subject] = patient.LastUpdated ?? DateTimeOffset.MaxValue;
        }
    }

    /// <summary>A merge may lead anybody elsewhere: survivors are looked up anew.</summary>
    public Task SaveAsync(Extraction patient, CancellationToken cancellationToken)
    {
        _survivors.Clear();
        return store.SavePatientIdentityAsync(
            endpoint.Name,
            new PatientKey(patient.Id),
            [.. patient.PatientIdentifiers.Select(static identifier => (identifier.System, identifier.Value))],
            patient.ReplacedBy,
            cancellationToken);
    }

    private async Task<PatientKey?> FindAsync(Subject subject, CancellationToken cancellationToken)
    {
        var known = await store.FindPatientsAsync(endpoint.Name, subject.IdentifierSystem, subject.IdentifierValue!, cancellationToken);
        if (known.Count == 1)
        {
            return known[0];
        }

        if (await WasAskedInVainAsync(subject, cancellationToken))
        {
            return null;
        }

        var found = new Dictionary<string, Extraction>(StringComparer.Ordinal);
        var window = await endpoint.Patients.FindAsync(subject.IdentifierSystem, subject.IdentifierValue!, Collect, cancellationToken);
        var matching = found.Values.Where(patient => patient.PatientIdentifiers.Any(identifier =>
            string.Equals(identifier.Value, subject.IdentifierValue, StringComparison.Ordinal)
            && string.Equals(identifier.System, subject.IdentifierSystem, StringComparison.Ordinal))).ToList();
        if (!window.Closed)
        {
            Failures.Add(window);
            return null;
        }

        // A Patient that cannot be read may carry the identifier too.
        if (matching.Count != 1 || found.Values.Any(static patient => patient.IsBroken))
        {
            await store.SaveLookUpAsync(endpoint.Name, subject.IdentifierSystem, subject.IdentifierValue!, window.ServerTime.Value, cancellationToken);
            return null;
        }

        await SaveAsync(matching[0], cancellationToken);
        return await store.SurvivorAsync(endpoint.Name, new PatientKey(matching[0].Id), cancellationToken);

        ValueTask Collect(IReadOnlyList<PageEntry> rows, CancellationToken token)
        {
            foreach (var extraction in rows.Where(static row => row.Type is "Patient").Select(row => row.Extract(endpoint.Options)))
            {
                found[extraction.Id] = extraction;
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <summary>
    /// The server gave no one patient within a day, and none with this identifier was changed since (an overlap earlier, for a
    /// row can be seen later than it is stamped): asking again would only make each cycle longer by all that waits.
    /// </summary>
    private async Task<bool> WasAskedInVainAsync(Subject subject, CancellationToken cancellationToken) =>
        await store.ReadLookUpAsync(endpoint.Name, subject.IdentifierSystem, subject.IdentifierValue!, cancellationToken) is { } asked
        && endpoint.Time.GetUtcNow() - asked < IBridgeStore.LookUpLasts
        && !(_arrived.TryGetValue(subject, out var changed) && changed > asked - endpoint.Pull.Overlap);
}
