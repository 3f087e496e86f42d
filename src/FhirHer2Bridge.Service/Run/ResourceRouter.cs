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

    /// <summary>One page. Products it refers to are looked up first, because a dose is known only by its product.</summary>
    public async ValueTask RouteAsync(IReadOnlyList<PageEntry> rows, CancellationToken cancellationToken)
    {
        var extractions = new List<Extraction>(rows.Count);
        foreach (var row in rows)
        {
            var extraction = Extractor.Extract(row.Utf8, options);
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

    /// <summary>Resources kept because their patient could not be named: tried again.</summary>
    public async Task RetryUnresolvedAsync(CancellationToken cancellationToken)
    {
        foreach (var waiting in await store.ReadUnresolvedAsync(endpoint.Name, cancellationToken))
        {
            var subject = new Subject(null, waiting.IdentifierSystem, waiting.IdentifierValue);
            if (await _subjects.ResolveAsync(subject, cancellationToken) is { } patient)
            {
                await EnterAsync(patient, waiting.Resource, inScope: true, cancellationToken);
            }
            else
            {
                report.Unresolved++;
            }
        }
    }

    private async Task RouteAsync(Extraction extraction, CancellationToken cancellationToken)
    {
        var resource = new StoredResource(new ResourceKey($"{extraction.ResourceType}/{extraction.Id}"), extraction.Version, extraction.Facts)
        {
            Products = extraction.Products,
        };
        var patient = await _subjects.ResolveAsync(extraction.Subject, cancellationToken);
        var owner = await store.OwnerOfAsync(endpoint.Name, resource.Key, cancellationToken);
        if (owner is { } former && former != patient)
        {
            // The subject changed: what rested on it at the former patient must heal (peers 2.3, 13).
            Touch(former).Removed.Add(resource.Key);
        }

        if (extraction.ResourceType is "Patient")
        {
            await SaveIdentityAsync(extraction, cancellationToken);
        }

        var relevant = extraction.InScope || products.AnyHer2(extraction.Products);
        if (patient is { } known)
        {
            await EnterAsync(known, resource, relevant, cancellationToken);
        }
        else if (extraction.Subject.IdentifierValue is { } identifier && (relevant || resource.Facts.Count > 0))
        {
            report.Unresolved++;
            await store.SaveUnresolvedAsync(endpoint.Name, resource, extraction.Subject.IdentifierSystem, identifier, cancellationToken);
        }
    }

    private async Task EnterAsync(PatientKey patient, StoredResource resource, bool inScope, CancellationToken cancellationToken)
    {
        _scope ??= [.. await store.ReadScopeAsync(endpoint.Name, cancellationToken)];
        var isNew = inScope && _scope.Add(patient.Value);
        if (!_scope.Contains(patient.Value))
        {
            return;
        }

        var touched = Touch(patient);
        touched.Resources[resource.Key] = resource;
        touched.NeedsFullRead |= isNew;
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
