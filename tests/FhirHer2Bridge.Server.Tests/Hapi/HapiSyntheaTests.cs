using System.Diagnostics;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Server.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Hapi;

/// <summary>Twelve patients made by Synthea, loaded as it wrote them.</summary>
[Collection(OneHapiAtATime.Name)]
public sealed class HapiSyntheaTests
{
    /// <summary>First digits of the patient's identifier, day of the result, its value, drug given (the data folder's README).</summary>
    private static readonly (string Id, string? Day, string Status, string? Drug)[] Expected =
    [
        ("03008fe9", "2012-06-12", "positive", "trastuzumab + hyaluronidase"),
        ("235a0a0e", "2018-06-03", "positive", "trastuzumab + hyaluronidase"),
        ("84357778", "2010-06-22", "positive", "trastuzumab + hyaluronidase"),
        ("ce32ffff", "2014-05-17", "positive", "trastuzumab + hyaluronidase"),
        ("f0be30d1", "2020-01-07", "positive", "trastuzumab + hyaluronidase"),
        ("f58f45ae", "2022-07-06", "positive", "trastuzumab + hyaluronidase"),
        ("6d7e8283", "2012-04-09", "positive", "lapatinib"),
        ("d87683c5", "2018-11-18", "positive", "trastuzumab emtansine"),
        ("11f460a2", null, "negative", null),
        ("a350ab9a", null, "negative", null),
        ("ba829478", null, "negative", null),
        ("e7d249b7", null, "negative", null),
    ];

    private static readonly DateOnly AsOf = new(2026, 6, 1);

    [HapiFact]
    public async Task Sync_OfTheSyntheaPatients_FindsTheirStatusesAndDrugsAndASecondRunWritesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("her2-synthea-");
        try
        {
            await UnpackAsync(folder.FullName);
            await using var hapi = await HapiServer.StartAsync();
            using var client = new FhirClient(hapi.Base);
            using var bridge = new Bridge(hapi.Base);
            await LoadAsync(client, folder);

            await bridge.SyncWholeAsync(AsOf);
            var before = await VersionsAsync(client);
            await bridge.SyncWholeAsync(AsOf);

            (await VersionsAsync(client)).ShouldBe(before);
            await ComparedAsync(client, bridge);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ComparedAsync(FhirClient client, Bridge bridge)
    {
        var patients = await client.SearchAsync("Patient?_count=50");
        patients.Count.ShouldBe(Expected.Length);
        foreach (var (id, day, status, drug) in Expected)
        {
            var patient = patients.Single(one => one["identifier"]!.AsArray()
                .Any(identifier => ((string?)identifier!["value"])!.StartsWith(id, StringComparison.Ordinal)));
            var line = JsonNode.Parse((await bridge.LineAsync($"Patient/{(string?)patient["id"]}")).ShouldNotBeNull(id))!;

            ((string?)line["status"]!["value"]).ShouldBe(status, id);
            line["courses"]!.AsArray().Select(static course => (string?)course!["drug"]).ShouldBe(drug is null ? [] : [drug], id);
            if (day is not null)
            {
                line["history"]!.AsArray().Select(static result => ((string?)result!["when"])![..10]).ShouldContain(day, id);
            }
        }
    }

    private static async Task UnpackAsync(string folder)
    {
        using var tar = Process.Start("tar", ["-xJf", HapiFolder.Synthea, "-C", folder]);
        await tar.WaitForExitAsync();
        tar.ExitCode.ShouldBe(0);
    }

    /// <summary>Hospitals and practitioners first: the patients refer to them by condition.</summary>
    private static async Task LoadAsync(FhirClient client, DirectoryInfo folder)
    {
        var files = folder.GetFiles("*.json", SearchOption.AllDirectories)
            .OrderBy(static file => file.Name switch
            {
                "hospitalInformation.json" => 0,
                "practitionerInformation.json" => 1,
                _ => 2,
            });
        foreach (var file in files)
        {
            await client.LoadAsync(await File.ReadAllBytesAsync(file.FullName));
        }
    }

    private static async Task<List<(string Id, string? Version)>> VersionsAsync(FhirClient client) =>
        [.. (await client.FlagsAsync()).Select(static flag => (flag.Id, flag.Version))];
}
