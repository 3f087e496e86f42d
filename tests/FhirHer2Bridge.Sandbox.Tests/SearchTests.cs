using System.Net;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox.Tests;

public sealed class SearchTests : SandboxTestBase
{
    [Theory]
    [InlineData("_id=a,c", "a c")]
    [InlineData("patient=p1", "a b")]
    [InlineData("patient=Patient/p1", "a b")]
    [InlineData("subject=p2", "c")]
    [InlineData("subject:Patient=p2", "c")]
    [InlineData("subject:identifier=urn:mrn|77", "d")]
    [InlineData("identifier=urn:sys|a", "a")]
    [InlineData("identifier=a", "a")]
    [InlineData("identifier=|a", "")]
    [InlineData("identifier=urn:sys|", "a b c")]
    [InlineData("code=http://loinc.org|85319-2", "a c")]
    [InlineData("code=85319-2,97509-4", "a b c")]
    [InlineData("code=other|85319-2", "")]
    [InlineData("category=her2-flag", "b")]
    [InlineData("category=her2-flag&value-concept=active", "b")]
    [InlineData("status=final", "a b c")]
    [InlineData("_tag=urn:tags|t", "b")]
    [InlineData("date=ge2024-02", "b")]
    [InlineData("date=2024", "b")]
    [InlineData("date=lt2024-02-10", "")]
    [InlineData("derived-from=Observation/a", "b")]
    [InlineData("patient=p1&code=97509-4", "b")]
    [InlineData("patient=&code=97509-4", "b")]
    public async Task Search_ByParameter_FindsExactlyThese(string query, string expected)
    {
        Fill();

        var page = await Get($"Observation?{query}");

        Ids(page).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        page["total"]!.GetValue<int>().ShouldBe(Ids(page).Length);
    }

    [Theory]
    [InlineData("_lastUpdated=ge2024-03-01T08:01:00Z", "b c d")]
    [InlineData("_lastUpdated=gt2024-03-01T08:01:00.000Z", "c d")]
    [InlineData("_lastUpdated=ge2024-03-01T08:01:00Z&_lastUpdated=lt2024-03-01T08:02:00Z", "b")]
    [InlineData("_lastUpdated=le2024-03-01T08:01:00Z", "a b")]
    [InlineData("_lastUpdated=eq2024-03-01T08:01", "b")]
    [InlineData("_lastUpdated=2024-03-01", "a b c d")]
    [InlineData("_lastUpdated=ge2024-03-01T10:01:00%2B02:00", "b c d")]
    [InlineData("_lastUpdated=lt2024-03-02&_sort=-_lastUpdated", "d c b a")]
    public async Task Search_ByLastUpdated_KeepsToTheWindow(string query, string expected)
    {
        Fill();

        Ids(await Get($"Observation?{query}")).ShouldBe(expected.Split(' '));
    }

    [Theory]
    [InlineData("nonsense=1")]
    [InlineData("issued=2024")]
    [InlineData("code:in=urn:x")]
    [InlineData("_sort=code")]
    [InlineData("_count=many")]
    [InlineData("_lastUpdated=ge2024-03-01T08:00:00+02:00")]
    [InlineData("_lastUpdated=xx2024")]
    public async Task Search_ParameterNotUnderstood_IsRefused(string query)
    {
        var answer = await Send(HttpMethod.Get, $"Observation?{query}", null, ("Prefer", "handling=lenient"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Json(answer))["issue"]![0]!["severity"]!.GetValue<string>().ShouldBe("error");
    }

    [Fact]
    public async Task Search_ByPostedForm_FindsTheSame()
    {
        Fill();
        using var form = new FormUrlEncodedContent(
            [new("code", "http://loinc.org|97509-4"), new("_lastUpdated", "ge2024")]);

        var answer = await Client.PostAsync(new Uri("Observation/_search", UriKind.Relative), form);

        Ids(await Json(answer)).ShouldBe(["b"]);
        Server.Requests.Single().Query.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_Entries_SayWhatTheyAre()
    {
        Fill();

        var page = await Get("Observation?_id=a&_total=none");
        var entry = page["entry"]![0]!;

        page["total"].ShouldBeNull();
        page["meta"]!["lastUpdated"]!.GetValue<string>().ShouldBe("2024-03-01T08:03:00.000+00:00");
        Link(page, "self").ShouldBe($"{Server.Base}Observation?_id=a&_total=none");
        entry["fullUrl"]!.GetValue<string>().ShouldBe($"{Server.Base}Observation/a");
        entry["search"]!["mode"]!.GetValue<string>().ShouldBe("match");
    }

    [Theory]
    [InlineData("_summary=count")]
    [InlineData("_count=0")]
    public async Task Search_OnlyCounting_HasNoEntries(string how)
    {
        Fill();

        var page = await Get($"Observation?patient=p1&{how}");

        page["total"]!.GetValue<int>().ShouldBe(2);
        page["entry"].ShouldBeNull();
        Link(page, "next").ShouldBeNull();
    }

    [Fact]
    public async Task Search_SomeElements_AreTaggedSubsetted()
    {
        Fill();

        var page = await Get("Observation?_id=b&_elements=status");
        var resource = page["entry"]![0]!["resource"]!.AsObject();

        resource.Select(static property => property.Key).ShouldBe(["resourceType", "id", "meta", "status"]);
        resource["meta"]!["tag"]!.AsArray().Select(static tag => tag!["code"]!.GetValue<string>())
            .ShouldBe(["t", "SUBSETTED"]);
        Store.Read("Observation", "b")!.ToNode()["meta"]!["tag"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Search_OtherTypes_HaveTheirOwnParameters()
    {
        Store.Put(JsonNode.Parse(
            """{"resourceType":"Provenance","id":"v","target":[{"reference":"Observation/a"}]}""")!);
        Store.Put(JsonNode.Parse("""{"resourceType":"StructureDefinition","id":"s","url":"https://x.example/s"}""")!);

        var provenance = await Get("Provenance?target=Observation/a");
        var definition = await Get("StructureDefinition?url=https://x.example/s");

        Ids(provenance).ShouldBe(["v"]);
        Ids(definition).ShouldBe(["s"]);
    }

    private void Fill()
    {
        var flag = Observation("b", code: "97509-4");
        flag["category"] = JsonNode.Parse("""[{"coding":[{"system":"urn:c","code":"her2-flag"}]}]""");
        flag["valueCodeableConcept"] = JsonNode.Parse("""{"coding":[{"system":"urn:v","code":"active"}]}""");
        flag["effectivePeriod"] = JsonNode.Parse("""{"start":"2024-02-10","end":"2024-02-11"}""");
        flag["derivedFrom"] = JsonNode.Parse("""[{"reference":"Observation/a/_history/1"}]""");
        flag["meta"] = JsonNode.Parse("""{"tag":[{"system":"urn:tags","code":"t"}]}""");
        var byIdentifier = JsonNode.Parse(
            """{"resourceType":"Observation","id":"d","subject":{"identifier":{"system":"urn:mrn","value":"77"}}}""")!;
        foreach (var row in new[] { Observation("a"), flag, Observation("c", "p2"), byIdentifier })
        {
            Store.Put(row);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Clock.Advance(TimeSpan.FromMinutes(-1));
    }
}
