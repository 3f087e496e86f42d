using System.Net;

namespace FhirHer2Bridge.Sandbox.Tests;

public sealed class OptionTests : SandboxTestBase
{
    private static readonly SandboxOptions Strict = new()
    {
        ClientIds = ClientIds.Refused,
        StaleVersionStatus = 409,
        BearerToken = "t",
        ReferentialIntegrity = true,
        Lenient = true,
        MaxBodyBytes = 2000,
    };

    [Fact]
    public void Options_Defaults_AreTheDocumentedOnes()
    {
        var options = new SandboxOptions();

        (options.Port, options.PageSize, options.MaxPageSize).ShouldBe((0, 50, 200));
        (options.ClientIds, options.ClientIdsRefusedStatus, options.StaleVersionStatus)
            .ShouldBe((ClientIds.Allowed, 404, 412));
        options.MaxBodyBytes.ShouldBe(67_108_864);
        options.RequestsKept.ShouldBe(10_000);
    }

    [Fact]
    public async Task RequestsKept_MoreAsked_KeepsTheLast()
    {
        await using var server = await SandboxServer.StartAsync(new() { RequestsKept = 2 }, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = server.Base };
        foreach (var id in (string[])["a", "b", "c"])
        {
            await client.GetAsync($"Patient/{id}");
        }

        server.Requests.Select(static request => request.Path).ShouldBe(["Patient/b", "Patient/c"]);
    }

    [Fact]
    public async Task PageSize_AboveTheLargest_StopsTheStart()
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => SandboxServer.StartAsync(new() { PageSize = 300 }, CancellationToken.None));
    }

    [Fact]
    public async Task Token_Missing_IsRefusedInPlainText()
    {
        var answer = await Send(HttpMethod.Get, "Observation");
        var metadata = await Send(HttpMethod.Get, "metadata");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        metadata.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ClientId_Refused_IsNotFound()
    {
        var answer = await Authorised(HttpMethod.Put, "Patient/p1", Patient("p1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Store.Count.ShouldBe(0);
    }

    [Fact]
    public async Task StaleVersion_AnsweredAsConfigured_Is409()
    {
        Store.Put(Patient("p1"));

        var answer = await Authorised(HttpMethod.Put, "Patient/p1", Patient("p1"), ("If-Match", "W/\"9\""));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Reference_ToNothingHeld_IsRefusedAndNothingKept()
    {
        var answer = await Authorised(HttpMethod.Post, "Observation", Observation(patient: "nobody"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Store.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Delete_OfSomethingReferenced_IsAConflict()
    {
        Store.Put(Patient("p1"));
        Store.Put(Observation("o1"));

        var refused = await Authorised(HttpMethod.Delete, "Patient/p1", null);
        var taken = await Authorised(HttpMethod.Delete, "Observation/o1", null);

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        taken.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Store.Read("Patient", "p1").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("urn:uuid:0001", 200, 2)]
    [InlineData("Patient/nobody", 400, 0)]
    public async Task Transaction_WithReferentialIntegrity_IsCheckedAsAWhole(string subject, int status, int kept)
    {
        var bundle = System.Text.Json.Nodes.JsonNode.Parse(
            $$"""
            {"resourceType": "Bundle", "type": "transaction", "entry": [
              {"resource": {"resourceType": "Observation", "subject": {"reference": "{{subject}}" } },
               "request": {"method": "POST", "url": "Observation"} },
              {"fullUrl": "urn:uuid:0001", "resource": {"resourceType": "Patient"},
               "request": {"method": "POST", "url": "Patient"} } ] }
            """);

        var answer = await Authorised(HttpMethod.Post, string.Empty, bundle);

        ((int)answer.StatusCode).ShouldBe(status);
        Store.Count.ShouldBe(kept);
    }

    [Fact]
    public async Task UnknownParameter_Lenient_IsDroppedFromTheSelfLink()
    {
        var page = await Json(await Authorised(HttpMethod.Get, "Observation?nonsense=1&_id=x", null));

        Link(page, "self").ShouldBe($"{Server.Base}Observation?_id=x");
    }

    [Fact]
    public async Task Body_AboveTheLimit_IsTooLarge()
    {
        var large = Patient("p1");
        large["note"] = new string('x', 3000);

        var answer = await Authorised(HttpMethod.Post, "Patient", large);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task ReadOnly_Writes_AreForbiddenAndSearchesNot()
    {
        await using var server = await SandboxServer.StartAsync(new() { ReadOnly = true }, CancellationToken.None);
        using var form = new FormUrlEncodedContent([new("_id", "x")]);

        var search = await Client.PostAsync(new Uri(server.Base, "Observation/_search"), form);
        var write = await Send(HttpMethod.Put, new Uri(server.Base, "Patient/p1").ToString(), Patient("p1"));

        search.StatusCode.ShouldBe(HttpStatusCode.OK);
        write.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    protected override SandboxOptions Options() => Strict with { Time = Clock };

    private Task<HttpResponseMessage> Authorised(
        HttpMethod method, string path, System.Text.Json.Nodes.JsonNode? body, params (string, string)[] headers) =>
        Send(method, path, body, [.. headers, ("Authorization", "Bearer t")]);
}
