using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>Looks a patient up in the endpoints of the store.</summary>
internal static class StoredPatients
{
    /// <summary>The endpoints a command line means: those it names, else all the store knows.</summary>
    /// <param name="store">Open for reading.</param>
    /// <param name="settings">The settings; with --server they hold that server only.</param>
    /// <param name="named">--server was given.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<IReadOnlyList<string>> EndpointsAsync(
        IBridgeStore store, BridgeSettings settings, bool named, CancellationToken cancellationToken)
    {
        var endpoints = await store.ReadEndpointsAsync(cancellationToken);
        return [.. endpoints.Where(endpoint => !named || settings.Servers.ContainsKey(endpoint))];
    }

    /// <summary>The one endpoint that knows the patient, assessed at least once. Null: none or several, and that was said.</summary>
    public static async Task<(string Endpoint, PatientMemory Memory)?> FindAsync(
        IBridgeStore store, IEnumerable<string> endpoints, PatientKey patient, CancellationToken cancellationToken)
    {
        var known = new SortedDictionary<string, PatientMemory>(StringComparer.Ordinal);
        foreach (var endpoint in endpoints)
        {
            if (await store.ReadPatientAsync(endpoint, patient, cancellationToken) is { LastAssessmentJson: not null } memory)
            {
                known[endpoint] = memory;
            }
        }

        if (known.Count == 1)
        {
            return (known.Keys.Single(), known.Values.Single());
        }

        await SayUnknownAsync([.. known.Keys]);
        return null;
    }

    private static Task SayUnknownAsync(IReadOnlyCollection<string> endpoints)
    {
        var where = endpoints.Count == 0
            ? "the store does not know this patient"
            : $"this patient id is known in several endpoints ({string.Join(", ", endpoints)}); name one with --server";
        return Console.Error.WriteLineAsync($"{RunErrors.UnknownPatient}: {where}");
    }
}
