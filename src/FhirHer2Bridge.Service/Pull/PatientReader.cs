using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// Reads what the server holds of one patient, without code or drug filter: each type by itself, so that one the server
/// cannot search costs itself. Whether a row is really about this patient is for extraction to say (its subject).
/// </summary>
internal sealed class PatientReader(SearchPages pages, PullSettings settings)
{
    private const int ProductsPerSearch = 50;

    private static readonly string[] Types =
        ["Observation", "DiagnosticReport", "MedicationAdministration", "Condition", "Specimen", "Procedure", ChangeWindow.Orders];

    private string PageSize => settings.PageSize.ToString(CultureInfo.InvariantCulture);

    /// <summary>The whole patient; one result per type, the Patient resource first.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="notOffered">Types known not to be offered: not asked for.</param>
    /// <param name="readable">Types whose changes could be read: where they are forbidden now, it is about the patient.</param>
    /// <param name="onRows">Takes each page.</param>
    /// <param name="isOver">Asked before every page: true ends the reading there; what is left is not closed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<WindowResult>> ReadAsync(
        PatientKey patient,
        IReadOnlyCollection<string> notOffered,
        IReadOnlyCollection<string> readable,
        RowsHandler onRows,
        Func<bool> isOver,
        CancellationToken cancellationToken)
    {
        var id = SearchQuery.Escape(patient.Value);
        var results = new List<WindowResult>
        {
            await ReadAsync(new SearchQuery("Patient") { Parameters = [("_id", id)] }),
        };
        foreach (var type in Types.Where(type => !notOffered.Contains(type, StringComparer.Ordinal)))
        {
            var query = new SearchQuery(type)
            {
                Parameters = [("patient", id), ("_sort", "_lastUpdated"), ("_count", PageSize)],
                IsOptional = type is ChangeWindow.Orders,
            };
            results.Add(await ReadAsync(query));
        }

        return results;

        Task<WindowResult> ReadAsync(SearchQuery query) => pages.ReadAsync(
            query with { MayBeForbidden = readable.Contains(query.ResourceType, StringComparer.Ordinal) }, onRows, isOver, cancellationToken);
    }

    /// <summary>Patients with this identifier: none, one, or several (then it does not tell who is meant).</summary>
    public Task<WindowResult> FindAsync(string? system, string value, RowsHandler onRows, CancellationToken cancellationToken)
    {
        var token = SearchQuery.Escape(value);
        var query = new SearchQuery("Patient")
        {
            Parameters = [("identifier", system is null ? token : $"{SearchQuery.Escape(system)}|{token}"), ("_count", PageSize)],
            PostOnly = true,
        };
        return pages.ReadAsync(query, onRows, cancellationToken);
    }

    /// <summary>Medications by id ("Medication/m1"); other keys are not asked for and come back as not read.</summary>
    public async Task<ProductsRead> ReadProductsAsync(
        IReadOnlyCollection<ResourceKey> keys, RowsHandler onRows, CancellationToken cancellationToken)
    {
        const string Prefix = "Medication/";
        var asked = keys.Where(key => key.Value.StartsWith(Prefix, StringComparison.Ordinal)).ToHashSet();
        var read = new ProductsRead();
        read.NotRead.UnionWith(keys.Where(key => !asked.Contains(key)));
        foreach (var batch in asked.OrderBy(key => key.Value, StringComparer.Ordinal).Chunk(ProductsPerSearch))
        {
            var returned = new HashSet<ResourceKey>();
            var ids = string.Join(',', batch.Select(key => SearchQuery.Escape(key.Value[Prefix.Length..])));
            var query = new SearchQuery("Medication") { Parameters = [("_id", ids), ("_count", PageSize)] };
            var window = await pages.ReadAsync(query, Collect, cancellationToken);
            read.Add(batch, returned, window);

            ValueTask Collect(IReadOnlyList<PageEntry> rows, CancellationToken token)
            {
                returned.UnionWith(rows.Where(row => row.Type is "Medication").Select(row => new ResourceKey(Prefix + row.Id)));
                return onRows(rows, token);
            }
        }

        return read;
    }
}
