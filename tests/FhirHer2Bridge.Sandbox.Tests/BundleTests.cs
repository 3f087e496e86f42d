using System.Net;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox.Tests;

public sealed class BundleTests : SandboxTestBase
{
    private const string PatientEntry =
        """
        {"fullUrl": "urn:uuid:0001", "resource": {"resourceType": "Patient"},
         "request": {"method": "POST", "url": "Patient"}}
        """;

    [Fact]
    public async Task Transaction_EntriesNamingEachOther_AreRewritten()
    {
        var bundle = Bundle(
            "transaction",
            """
            {"resource": {"resourceType": "Observation", "subject": {"reference": "urn:uuid:0001"},
              "identifier": [{"system": "urn:ietf:rfc:3986", "value": "urn:uuid:0001"}],
              "performer": [{"reference": "Practitioner?identifier=urn:npi|1"},
                            {"reference": "Practitioner?identifier=urn:npi|2"}]},
             "request": {"method": "PUT", "url": "Observation?identifier=urn:uuid:none"}}
            """,
            PatientEntry);
        Store.Put(JsonNode.Parse(
            """{"resourceType":"Practitioner","id":"dr","identifier":[{"system":"urn:npi","value":"1"}]}""")!);

        var answer = await Json(await Send(HttpMethod.Post, string.Empty, bundle));
        var patient = Store.Search("Patient", static _ => true).Single();
        var observation = Store.Search("Observation", static _ => true).Single().ToNode();

        answer["type"]!.GetValue<string>().ShouldBe("transaction-response");
        Statuses(answer).ShouldBe(["201 Created", "201 Created"]);
        answer["entry"]![1]!["response"]!["location"]!.GetValue<string>().ShouldBe($"{patient.Reference}/_history/1");
        observation["subject"]!["reference"]!.GetValue<string>().ShouldBe(patient.Reference);
        observation["identifier"]![0]!["value"]!.GetValue<string>().ShouldBe("urn:uuid:0001");
        observation["performer"]!.AsArray().Select(static p => p!["reference"]!.GetValue<string>())
            .ShouldBe(["Practitioner/dr", "Practitioner?identifier=urn:npi|2"]);
    }

    [Fact]
    public async Task Transaction_OneEntryRefused_KeepsNothing()
    {
        Store.Put(Observation("o1"));
        var bundle = Bundle(
            "transaction",
            PatientEntry,
            """
            {"resource": {"resourceType": "Observation", "id": "o1"},
             "request": {"method": "PUT", "url": "Observation/o1", "ifMatch": "W/\"7\""}}
            """);

        var answer = await Send(HttpMethod.Post, string.Empty, bundle);

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        Store.Count.ShouldBe(1);
        Store.Read("Observation", "o1")!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Transaction_SentTwiceWithConditions_CreatesOnce()
    {
        const string Entry =
            """
            {"fullUrl": "urn:uuid:0002",
             "resource": {"resourceType": "Observation", "identifier": [{"system": "urn:sys", "value": "k"}]},
             "request": {"method": "POST", "url": "Observation", "ifNoneExist": "identifier=urn:sys|k"}}
            """;
        const string Pointer =
            """
            {"resource": {"resourceType": "Provenance", "id": "v", "target": [{"reference": "urn:uuid:0002"}]},
             "request": {"method": "PUT", "url": "Provenance/v"}}
            """;

        await Send(HttpMethod.Post, string.Empty, Bundle("transaction", Entry, Pointer, Entry));
        var again = await Json(await Send(HttpMethod.Post, string.Empty, Bundle("transaction", Entry, Pointer)));

        Statuses(again).ShouldBe(["200 OK", "200 OK"]);
        var only = Store.Search("Observation", static _ => true).Single();
        Store.Read("Provenance", "v")!.ToNode()["target"]![0]!["reference"]!.GetValue<string>()
            .ShouldBe(only.Reference);
        Store.Read("Provenance", "v")!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Batch_OneEntryRefused_KeepsTheOthers()
    {
        Store.Put(Observation("o1"));
        var bundle = Bundle(
            "batch",
            PatientEntry,
            """{"request": {"method": "GET", "url": "Observation/o1"}}""",
            """{"request": {"method": "GET", "url": "Observation?patient=p1"}}""",
            """{"request": {"method": "DELETE", "url": "Observation/o1"}}""",
            """{"request": {"method": "GET", "url": "Observation/none"}}""");

        var answer = await Json(await Send(HttpMethod.Post, string.Empty, bundle));
        var entries = answer["entry"]!.AsArray();

        Statuses(answer).ShouldBe(["201 Created", "200 OK", "200 OK", "204 No Content", "404 Not Found"]);
        entries[1]!["resource"]!["id"]!.GetValue<string>().ShouldBe("o1");
        Ids(entries[2]!["resource"]!.AsObject()).ShouldBe(["o1"]);
        entries[4]!["response"]!["outcome"]!["resourceType"]!.GetValue<string>().ShouldBe("OperationOutcome");
    }

    [Theory]
    [InlineData("collection")]
    [InlineData("transaction")]
    public async Task Bundle_NotToBeExecutedOrBroken_IsRefused(string type)
    {
        var bundle = Bundle(type, """{"resource": {"resourceType": "Patient"}}""");

        var answer = await Send(HttpMethod.Post, string.Empty, bundle);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Store.Count.ShouldBe(0);
    }

    private static JsonObject Bundle(string type, params string[] entries) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = type,
        ["entry"] = new JsonArray([.. entries.Select(static entry => JsonNode.Parse(entry))]),
    };

    private static string[] Statuses(JsonObject answer) =>
        [.. answer["entry"]!.AsArray().Select(static entry => entry!["response"]!["status"]!.GetValue<string>())];
}
