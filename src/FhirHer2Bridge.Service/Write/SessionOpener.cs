using System.Text.Json;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Fhir.R4;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>
/// Learns how this server wants to be written to, by putting our Device there (design section 5): servers state too little,
/// and some state the wrong thing.
/// </summary>
internal sealed class SessionOpener(IBridgeStore store, IFhirTransport transport, WriteManner manner, TimeProvider clock)
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>One refusal can be a passing fault of a proxy: how long Provenance is not tried after it.</summary>
    private static readonly TimeSpan ProvenancePause = TimeSpan.FromDays(1);

    private readonly FhirCalls _calls = new(transport);

    /// <exception cref="WriteRefusedException">Our Device cannot be written: nothing that names it can.</exception>
    internal async Task<WriteSession> OpenAsync(string endpoint, CancellationToken cancellationToken)
    {
        var traits = await store.ReadTraitsAsync(endpoint, cancellationToken);
        var (device, clientIds) = await DeviceAsync(traits.GetValueOrDefault(WriteSession.ClientIdsTrait), cancellationToken);
        return new WriteSession
        {
            Endpoint = endpoint,
            Calls = _calls,
            Device = $"Device/{device}",
            ClientIds = clientIds,
            Rewrites = traits.GetValueOrDefault(WriteSession.RewritesTrait) is Yes,
            TakesProvenance = !IsRecent(traits.GetValueOrDefault(WriteSession.ProvenanceTrait)),
            ProfileHeld = manner.Settings.Profile switch
            {
                ProfileUse.Always => true,
                ProfileUse.Never => false,
                _ => await ProfileHeldAsync(cancellationToken),
            },
        };
    }

    /// <summary>False too for an instant of the future (a clock that was set back) and for what is none.</summary>
    private bool IsRecent(string? refused) =>
        Instants.TryParse(refused, out var at) && clock.GetUtcNow() - at is var since && since >= TimeSpan.Zero && since < ProvenancePause;

    private async Task<(string Id, bool ClientIds)> DeviceAsync(string? known, CancellationToken cancellationToken)
    {
        var mayTry = known is not No && (known is Yes || !await UpdateCreateDeniedAsync(cancellationToken));
        return mayTry && await PutDeviceAsync(cancellationToken) is { } id
            ? (id, true)
            : (await FindOrCreateDeviceAsync(cancellationToken), false);
    }

    /// <summary>The Device under the id we choose; null where the server does not let clients choose.</summary>
    private async Task<string?> PutDeviceAsync(CancellationToken cancellationToken)
    {
        var id = DeviceComposer.IdOf(manner.Settings.Instance);
        var body = Compose(id);
        var standing = await _calls.GetAsync($"Device/{id}", cancellationToken);
        if (IsSame(standing, body))
        {
            return id;
        }

        var response = await _calls.PutAsync($"Device/{id}", body, version: null, cancellationToken);
        return response.Status switch
        {
            >= 200 and < 300 when (FhirCalls.IdOf(response, "Device") ?? id) is var given =>
                string.Equals(given, id, StringComparison.Ordinal) ? id : null,
            400 or 404 or 405 or 422 => null,
            _ => throw new WriteRefusedException(response.Status),
        };
    }

    private async Task<string> FindOrCreateDeviceAsync(CancellationToken cancellationToken)
    {
        var condition = $"{Her2Canonical.DeviceKey}|{manner.Settings.Instance}";
        var found = await new BundleReading(_calls).SearchAllAsync("Device", [("identifier", condition)], cancellationToken);
        var standing = found.Select(static device => device.Text("id")).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        if (standing is not null)
        {
            return standing;
        }

        var response = await _calls.CreateAsync("Device", Compose(id: null), $"identifier={condition}", cancellationToken);
        return response.IsSuccess && FhirCalls.IdOf(response, "Device") is { } id
            ? id
            : throw new WriteRefusedException(response.Status);
    }

    /// <summary>Only a stated "false" counts: HAPI states nothing and allows it.</summary>
    private async Task<bool> UpdateCreateDeniedAsync(CancellationToken cancellationToken)
    {
        var response = await _calls.GetAsync("metadata", cancellationToken);
        if (!response.IsSuccess || FhirCalls.Json(response) is not { } statement)
        {
            return false;
        }

        return statement.Items("rest")
            .SelectMany(static rest => rest.Items("resource"))
            .Any(static resource => resource.Text("type") is "Observation"
                && resource.Member("updateCreate") is { ValueKind: JsonValueKind.False });
    }

    private async Task<bool> ProfileHeldAsync(CancellationToken cancellationToken)
    {
        var address = $"StructureDefinition?url={Uri.EscapeDataString(Her2Canonical.FlagProfile)}";
        var response = await _calls.GetAsync(address, cancellationToken);
        return response.IsSuccess
            && FhirCalls.Json(response) is { } bundle
            && bundle.Items("entry").Any(static entry => entry.Member("resource")?.Text("url") is Her2Canonical.FlagProfile);
    }

    private byte[] Compose(string? id) =>
        DeviceComposer.Device(manner.Settings.Instance, id, manner.SoftwareVersion, manner.RulesetVersion);

    private static bool IsSame(FhirResponse standing, byte[] body) =>
        standing.IsSuccess
        && FhirCalls.Json(standing) is { ValueKind: JsonValueKind.Object } device
        && string.Equals(CanonicalContent.Hash(device), CanonicalContent.Hash(body), StringComparison.Ordinal);
}
