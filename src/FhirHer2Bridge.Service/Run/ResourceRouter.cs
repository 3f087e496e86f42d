using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>
/// Sends each resource read to its patient: who is in scope, who enters it, whose resource it was before, and what cannot be
/// told yet. Keeps nothing of patients without any mention of HER2.
/// </summary>
internal sealed class ResourceRouter(
    EndpointSession endpoint, IBridgeStore store, ExtractOptions options, ProductCatalogue products, CycleReport report)
{
    private readonly Dictionary<string, TouchedPatient> _touched = new(StringComparer.Ordinal);
    private readonly SubjectResolver _subjects = new(endpoint, store);
    private HashSet<string>? _scope;

    public IReadOnlyCollection<TouchedPatient> Touched => _touched.Values;

    public TouchedPatient Touch(PatientKey patient)
    {
        if (!_touched.TryGetValue(patient.Value, out var touched))
        {
            _touched[patient.Value] = touched = new TouchedPatient(patient);
        }

        return touched;
    }

    public async Task<bool> IsInScopeAsync(PatientKey patient, CancellationToken cancellationToken) =>
        (_scope ??= [.. await store.ReadScopeAsync(endpoint.Name, cancellationToken)]).Contains(patient.Value);

    /// <summary>Identifier searches that were not answered: whom the resource is about is not known, not nobody.</summary>
    public IReadOnlyList<WindowResult> SubjectFailures => _subjects.Failures;

    /// <summary>One page. Products it refers to are looked up first, because a dose is known only by its product.</summary>
    public async ValueTask RouteAsync(IReadOnlyList<PageEntry> rows, CancellationToken cancellationToken)
    {
        var extractions = new List<Extraction>(rows.Count);
        foreach (var row in rows)
        {
            var extraction = row.Extract(options);
            foreach (var issue in extraction.Issues)
            {
                report.Count(issue.Code);
            }

            if (!extraction.IsOwn && extraction.Id.Length > 0)
            {
                extractions.Add(extraction);
            }
        }

        await products.ReadAsync(extractions.SelectMany(static e => e.Products), cancellationToken);
        foreach (var extraction in extractions)
        {
            await RouteAsync(extraction, cancellationToken);
        }
    }

    /// <summary>
    /// Resources kept because only an identifier says whose they are: tried again. No search by patient finds them, so they
    /// wait here until their patient has a name, and is in scope.
    /// </summary>
    public async Task RetryWaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = await store.ReadUnresolvedAsync(endpoint.Name, cancellationToken);
        await products.RecallAsync(waiting.SelectMany(static one => one.Resource.Products), cancellationToken);
        foreach (var one in waiting.OrderByDescending(one => SaysHer2(one.Resource)))
        {
            var subject = new Subject(null, one.IdentifierSystem, one.IdentifierValue);
            if (await _subjects.ResolveAsync(subject, cancellationToken) is not { } patient)
            {
                report.Unresolved++;
            }
            else if ((!_touched.TryGetValue(patient.Value, out var touched) || !touched.Resources.ContainsKey(one.Resource.Key))
                && await EnterAsync(patient, one.Resource, SaysHer2(one.Resource), cancellationToken))
            {
                // It waits no more, so its product is asked for this once.
                await products.ReadAsync(one.Resource.Products, cancellationToken);
            }
        }
    }

    private bool SaysHer2(StoredResource resource) =>
        resource.Facts.Any(static fact => fact is AssayFact or TherapyFact { Drug: not null }
            || (fact is GapFact { MayHideTest: true } && !RowExtraction.IsOfBroken(fact)))
        || products.AnyHer2(resource.Products);

    private async Task RouteAsync(Extraction extraction, CancellationToken cancellationToken)
    {
        var resource = new StoredResource(new ResourceKey($"{extraction.ResourceType}/{extraction.Id}"), extraction.Version, extraction.Facts)
        {
            Products = extraction.Products,
            Issues = [.. extraction.Issues.Select(IssueGaps.ToGap)],
        };
        var relevant = extraction.InScope || products.AnyHer2(extraction.Products);
        var owner = await store.OwnerOfAsync(endpoint.Name, resource.Key, cancellationToken);
        if (owner is null && extraction.Subject.PatientId is null && !relevant && resource.Facts.Count + resource.Issues.Count == 0)
        {
            // It says nothing at all: nobody needs to be asked whose it is.
            return;
        }

        var patient = await _subjects.ResolveAsync(extraction.Subject, cancellationToken);
        if (owner is { } former && former != patient)
        {
            // The subject changed: what rested on it at the former patient must heal (peers 2.3, 13).
            Touch(former).Removed.Add(resource.Key);
        }

        if (extraction is { ResourceType: "Patient", IsBroken: false })
        {
            _subjects.Arrive(extraction);
            await SaveIdentityAsync(extraction, cancellationToken);
        }

        var entered = patient is { } known && await EnterAsync(known, resource, relevant, cancellationToken);
        if (!entered && extraction.Subject is { PatientId: null, IdentifierValue: { } identifier } && (relevant || resource.Facts.Count + resource.Issues.Count > 0))
        {
            await store.SaveUnresolvedAsync(endpoint.Name, resource, extraction.Subject.IdentifierSystem, identifier, cancellationToken);
        }
    }

    /// <summary>False: the patient is not in scope, and nothing is kept.</summary>
    private async Task<bool> EnterAsync(PatientKey patient, StoredResource resource, bool inScope, CancellationToken cancellationToken)
    {
        _scope ??= [.. await store.ReadScopeAsync(endpoint.Name, cancellationToken)];
        var isNew = inScope && _scope.Add(patient.Value);
        if (!_scope.Contains(patient.Value))
        {
            return false;
        }

        var touched = Touch(patient);
        touched.Resources[resource.Key] = resource;
        touched.NeedsFullRead |= isNew;
        return true;
    }

    private async Task SaveIdentityAsync(Extraction extraction, CancellationToken cancellationToken)
    {
        _scope ??= [.. await store.ReadScopeAsync(endpoint.Name, cancellationToken)];
        var concerns = _scope.Contains(extraction.Id) || (extraction.ReplacedBy is { } survivor && _scope.Contains(survivor));
        if (!concerns)
        {
            return;
        }

        await _subjects.SaveAsync(extraction, cancellationToken);
        if (extraction.ReplacedBy is { } by && await store.ReadPatientAsync(endpoint.Name, new PatientKey(extraction.Id), cancellationToken) is { } merged)
        {
            // Merged into another record: what was read of this one is that one's history now (fhir-design 1.1, 7).
            foreach (var resource in merged.Resources.Values)
            {
                await EnterAsync(new PatientKey(by), resource, inScope: true, cancellationToken);
            }
        }
    }
}
