using System.Net;
using System.Text.Json;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Bench;

/// <summary>The least a client can do: every page the cycle asks for, read once token by token, nothing kept.</summary>
internal sealed class BareDownload(Uri server) : IDisposable
{
    private static readonly string[] PatientTypes =
        ["Observation", "DiagnosticReport", "MedicationAdministration", "Condition", "Specimen", "Procedure", "MedicationRequest"];

    private static readonly PullSettings Pull = new();

    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = server };

    public async Task ReadAsync(IEnumerable<string> patients)
    {
        foreach (var type in ChangeWindow.Types)
        {
            await WalkAsync(type, ("_sort", "_lastUpdated"), ("_count", $"{Pull.PageSize}"));
        }

        foreach (var patient in patients)
        {
            await WalkAsync("Patient", ("_id", patient));
            foreach (var type in PatientTypes)
            {
                await WalkAsync(type, ("patient", patient), ("_sort", "_lastUpdated"), ("_count", $"{Pull.PageSize}"));
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task WalkAsync(string type, params (string Name, string Value)[] parameters)
    {
        using var form = new FormUrlEncodedContent(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));
        using var first = await _client.PostAsync(new Uri($"{type}/_search", UriKind.Relative), form);
        var next = Next(await first.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        while (next is not null)
        {
            next = Next(await _client.GetByteArrayAsync(new Uri(next)));
        }
    }

    /// <summary>Reads every token of the page; the next link is the url beside the relation "next".</summary>
    private static string? Next(byte[] page)
    {
        var reader = new Utf8JsonReader(page);
        string? next = null;
        string? url = null;
        var isNext = false;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 3 && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isUrl = reader.ValueTextEquals("url"u8);
                var isRelation = reader.ValueTextEquals("relation"u8);
                reader.Read();
                url = isUrl ? reader.GetString() : url;
                isNext = isRelation ? reader.ValueTextEquals("next"u8) : isNext;
            }
            else if (reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.EndObject)
            {
                next = isNext ? url : next;
                (isNext, url) = (false, null);
            }
        }

        return next;
    }
}
