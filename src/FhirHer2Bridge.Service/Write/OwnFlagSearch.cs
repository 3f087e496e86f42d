using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Looks for our flags by search; what comes back is filtered again here.</summary>
internal sealed class OwnFlagSearch(FhirCalls calls)
{
    private readonly BundleReading _bundles = new(calls);

    /// <summary>Every copy under one key, the winner of a duplicate first.</summary>
    internal async Task<IReadOnlyList<FoundFlag>> ByKeyAsync(string key, CancellationToken cancellationToken)
    {
        var found = await FindAsync([("identifier", $"{Her2Canonical.FlagKey}|{key}")], cancellationToken);
        return [.. found.Where(one => string.Equals(one.Flag.Key, key, StringComparison.Ordinal))];
    }

    /// <summary>Every flag of ours about one patient, duplicates that lost left out.</summary>
    internal async Task<IReadOnlyList<FoundFlag>> ByPatientAsync(string patientId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(
            [
                ("patient", $"Patient/{patientId}"),
                ("category", $"{Her2Canonical.Bridge}|{Her2Canonical.FlagCategory}"),
                ("_count", "50"),
            ],
            cancellationToken);
        return
        [
            .. found.Where(one => !one.Flag.IsSuperseded
                && one.Flag.Patient is { } patient
                && string.Equals(patient.Value, patientId, StringComparison.Ordinal)),
        ];
    }

    /// <summary>Oldest first, then by id: every writer sees the same winner (fhir-design 3.5 B).</summary>
    private async Task<IReadOnlyList<FoundFlag>> FindAsync(
        IReadOnlyList<(string Name, string Value)> criteria, CancellationToken cancellationToken)
    {
        var resources = await _bundles.SearchAllAsync("Observation", criteria, cancellationToken);
        return
        [
            .. resources
                .Select(static resource => (Flag: FlagReader.Read(resource), Resource: resource))
                .Where(static one => one.Flag is not null)
                .Select(static one => new FoundFlag(one.Flag!, one.Resource))
                .DistinctBy(static one => one.Flag.Id, StringComparer.Ordinal)
                .OrderBy(static one => one.Flag.LastUpdated ?? DateTimeOffset.MaxValue)
                .ThenBy(static one => one.Flag.Id, StringComparer.Ordinal),
        ];
    }
}
