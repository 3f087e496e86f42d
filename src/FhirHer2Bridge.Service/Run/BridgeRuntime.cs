using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Documents;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Run;

/// <summary>The one place where the parts are put together: a store, a policy, and a cycle for each server.</summary>
internal sealed class BridgeRuntime : IAsyncDisposable
{
    private readonly List<HttpFhirTransport> _transports = [];
    private readonly IBridgeStore _store;

    private BridgeRuntime(IBridgeStore store, TimeZoneInfo zone)
    {
        _store = store;
        Zone = zone;
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>Sentences an operator should read at start: a new key file, rules switched off.</summary>
    public List<string> Notices { get; } = [];

    public List<(string Name, BridgeCycle Cycle)> Cycles { get; } = [];

    /// <param name="storePath">The store's file; a dry run works on a copy.</param>
    /// <exception cref="SettingsException">No server, a secret or an overlay that cannot be read, a program that is not there.</exception>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public static async Task<BridgeRuntime> OpenAsync(
        BridgeSettings settings, string storePath, TimeProvider time, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        if (settings.Servers.Count == 0)
        {
            throw new SettingsException(["Servers is empty: name a FHIR server (Servers:NAME:BaseUrl), or give --server URL"]);
        }

        var terms = ReadTerms(settings.Clinical);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Clinical.TimeZone);
        var pdf = PdfToText.From(settings.Text, time);
        var secret = ReadSecret(settings.Store, storePath);
        var runtime = new BridgeRuntime(await SqliteBridgeStore.OpenAsync(storePath, cancellationToken), zone);
        runtime.Notice(settings, secret, storePath);
        foreach (var name in settings.Servers.Keys)
        {
            runtime.Notices.AddRange(await OfferedTypes.NoticesAsync(runtime._store, name, cancellationToken));
        }

        var keys = new FlagKeys(secret, settings.Write.Instance);
        var policy = AssessmentPolicy.From(settings, keys);
        var manner = new WriteManner(settings.Write, keys, Product.Version, RuleBook.Version);
        foreach (var (name, server) in settings.Servers)
        {
            var transport = new HttpFhirTransport(server, time, logging.CreateLogger<HttpFhirTransport>());
            runtime._transports.Add(transport);
            var pages = new SearchPages(transport, new SearchTraits(), settings.Pull, logging.CreateLogger<SearchPages>());
            var session = new EndpointSession(name, transport, settings.Pull)
            {
                Pages = pages,
                Patients = new PatientReader(pages, settings.Pull),
                Options = new ExtractOptions(terms, zone, transport.Base.AbsoluteUri, PdfText: pdf),
                Time = time,
            };
            var assessor = new PatientAssessor(session, runtime._store, new AdoptionReader(transport), policy);
            var writer = new FlagWriter(runtime._store, transport, manner, time, logging.CreateLogger<FlagWriter>());
            runtime.Cycles.Add((name, new BridgeCycle(session, runtime._store, assessor, writer, logging.CreateLogger<BridgeCycle>())));
        }

        return runtime;
    }

    /// <exception cref="SettingsException">The overlay cannot be read or redefines an embedded code.</exception>
    public static Terms ReadTerms(ClinicalSettings clinical)
    {
        if (clinical.Overlay is not { } overlay)
        {
            return Terms.Embedded;
        }

        try
        {
            return Terms.Embedded.WithOverlay(File.ReadAllText(overlay));
        }
        catch (TermsException error)
        {
            throw new SettingsException([.. error.Problems.Select(problem => $"Clinical:Overlay {overlay}: {problem}")]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"Clinical:Overlay is {overlay}, which cannot be read: {error.Message}"]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var transport in _transports)
        {
            transport.Dispose();
        }

        await _store.DisposeAsync();
    }

    private static EndpointSecret ReadSecret(StoreSettings store, string storePath)
    {
        if (store.SecretVariable is { } variable)
        {
            return EndpointSecret.FromText(Environment.GetEnvironmentVariable(variable)
                ?? throw new SettingsException([$"Store:SecretVariable is {variable}, which is not set"]));
        }

        try
        {
            return store.SecretFile is { } file ? EndpointSecret.FromText(File.ReadAllText(file)) : EndpointSecret.BesideStore(storePath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"Store:SecretFile is {store.SecretFile}, which cannot be read: {error.Message}"]);
        }
    }

    private void Notice(BridgeSettings settings, EndpointSecret secret, string storePath)
    {
        // A secret made for the copy of a dry run goes with the copy.
        if (secret.IsNew && string.Equals(storePath, settings.Store.File, StringComparison.Ordinal))
        {
            Notices.Add($"A new secret was made: {Path.GetFileName(storePath)}.key. Keep it with the store; a second bridge for this server needs the same.");
        }

        if (settings.Rules.Disabled.Count > 0)
        {
            Notices.Add($"Rules switched off by Rules:Disabled: {string.Join(", ", settings.Rules.Disabled)}.");
        }
    }
}
