using System.Text.Json;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Fhir.R4;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Hapi;

/// <summary>HL7's validator, in a HAPI that holds our profiles and validates on write, judges what the bridge wrote.</summary>
[Collection(OneHapiAtATime.Name)]
public sealed class HapiProfileTests
{
    [HapiFact]
    public async Task Validate_OfEveryFlagOfTheStories_FindsNoErrorAndDoesInThreeBrokenOnes()
    {
        await using var hapi = await HapiServer.StartAsync(("HAPI_VALIDATE", "1"));
        using var client = new FhirClient(hapi.Base);
        await PutDefinitionsAsync(client);
        var judged = 0;

        // Stories without a flag are left out: a server that validates refuses the published mCODE patient, whose profiles it lacks.
        foreach (var story in HapiCycleTests.Stories.Select(StoryCase.Load).Where(static story => story.TellingSteps().Count() > 1))
        {
            using var bridge = new Bridge(hapi.Base) { Overlay = story.Overlay, Overlap = TimeSpan.FromSeconds(2) };
            var played = new StoryOnServer(story, client, bridge);
            foreach (var step in story.TellingSteps())
            {
                await played.StepAsync(step);
                foreach (var flag in (await client.FlagsAsync()).Where(flag => flag.Patient == story.Patient))
                {
                    judged++;
                    ((string?)flag.Json["meta"]!["profile"]![0]).ShouldBe(Her2Canonical.FlagProfile);
                    (await ErrorsAsync(client, flag.Json)).ShouldBeEmpty($"{flag.Said} in {story.Name}");
                }
            }
        }

        judged.ShouldBeGreaterThan(10);
        var sound = (await client.FlagsAsync()).First(static flag => flag.State is "active");
        foreach (var broken in (Action<JsonObject>[])[WithoutDevice, WithAnotherState, WithoutSeverity])
        {
            var flag = sound.Json.DeepClone().AsObject();
            broken(flag);
            (await ErrorsAsync(client, flag)).ShouldNotBeEmpty(broken.Method.Name);
        }
    }

    private static void WithoutDevice(JsonObject flag) => flag.Remove("device");

    private static void WithAnotherState(JsonObject flag) => flag["valueCodeableConcept"]!["coding"]![0]!["code"] = "open";

    private static void WithoutSeverity(JsonObject flag)
    {
        var components = flag["component"]!.AsArray();
        components.Remove(components.Single(static one => (string?)one!["code"]!["coding"]![0]!["code"] is "severity"));
    }

    /// <summary>Without snapshots, which the server makes itself; code systems before what binds them.</summary>
    private static async Task PutDefinitionsAsync(FhirClient client)
    {
        var generated = Path.Combine(HapiFolder.Repository, "fhir-profiles", "generated");
        foreach (var kind in (string[])["CodeSystem-*.json", "ValueSet-*.json", "StructureDefinition-*.json"])
        {
            foreach (var file in Directory.GetFiles(generated, kind).Order(StringComparer.Ordinal))
            {
                var definition = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
                definition.Remove("snapshot");
                await client.PutAsync(definition);
            }
        }
    }

    private static async Task<List<string>> ErrorsAsync(FhirClient client, JsonObject resource)
    {
        // HAPI stamps what it stores with its request id ("#127b…"), which its own validator then cannot resolve.
        var written = resource.DeepClone().AsObject();
        written["meta"]!.AsObject().Remove("source");
        var (_, outcome) = await client.SendAsync(
            HttpMethod.Post, "Observation/$validate", JsonSerializer.SerializeToUtf8Bytes(written));
        return
        [
            .. outcome.ShouldNotBeNull()["issue"]!.AsArray()
                .Where(static issue => (string?)issue!["severity"] is "error" or "fatal")
                .Select(static issue => $"{(string?)issue!["diagnostics"]} {issue["location"]?.ToJsonString()}"),
        ];
    }
}
