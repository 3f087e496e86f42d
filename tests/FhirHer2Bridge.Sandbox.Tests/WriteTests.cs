using System.Net;
using System.Text;

namespace FhirHer2Bridge.Sandbox.Tests;

public sealed class WriteTests : SandboxTestBase
{
    [Fact]
    public async Task Create_NewResource_GetsAnIdFromTheServer()
    {
        var answer = await Send(HttpMethod.Post, "Observation", Observation("mine"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.Location!.ToString().ShouldBe($"{Server.Base}Observation/1/_history/1");
        (await Json(answer))["id"]!.GetValue<string>().ShouldBe("1");
        Store.Read("Observation", "mine").ShouldBeNull();
    }

    [Fact]
    public async Task Create_MinimalPreferred_HasNoBody()
    {
        var answer = await Send(HttpMethod.Post, "Observation", Observation(), ("Prefer", "return=minimal"));

        answer.Headers.ETag!.ToString().ShouldBe("W/\"1\"");
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ConditionalCreate_NoneOneMany_CreatesFindsRefuses()
    {
        var condition = ("If-None-Exist", "identifier=urn:sys|k");

        var created = await Send(HttpMethod.Post, "Observation", Observation("k"), condition);
        var found = await Send(HttpMethod.Post, "Observation", Observation("k"), condition);
        await Send(HttpMethod.Post, "Observation", Observation("k"));
        var several = await Send(HttpMethod.Post, "Observation", Observation("k"), condition);

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        found.StatusCode.ShouldBe(HttpStatusCode.OK);
        found.Headers.Location.ShouldBe(created.Headers.Location);
        several.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        Store.CountOf("Observation").ShouldBe(2);
    }

    [Fact]
    public async Task ConditionalCreate_ConcurrentRepeats_MakeOneResource()
    {
        var repeats = Enumerable.Range(0, 20).Select(_ =>
            Send(HttpMethod.Post, "Observation", Observation("k"), ("If-None-Exist", "identifier=urn:sys|k")));

        var answers = await Task.WhenAll(repeats);

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        Store.CountOf("Observation").ShouldBe(1);
    }

    [Fact]
    public async Task ConditionalCreate_EmptyCondition_IsRefused()
    {
        var answer = await Send(HttpMethod.Post, "Observation", Observation(), ("If-None-Exist", "identifier="));

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Update_NewThenSameThenChanged_CountsVersions()
    {
        var born = await Send(HttpMethod.Put, "Observation/o1", Observation("o1"));
        var same = await Send(HttpMethod.Put, "Observation/o1", Observation("o1"));
        var changed = await Send(HttpMethod.Put, "Observation/o1", Observation("o1", code: "other"));

        new[] { born, same, changed }
            .Select(static answer => ((int)answer.StatusCode, answer.Headers.ETag!.ToString()))
            .ShouldBe([(201, "W/\"1\""), (200, "W/\"1\""), (200, "W/\"2\"")]);
    }

    [Fact]
    public async Task Update_OnlyDigitsDiffer_IsAChange()
    {
        Store.Put(Observation("o1"));
        var rounded = Observation("o1");
        rounded["valueQuantity"]!["value"] = 2.2m;

        var answer = await Send(HttpMethod.Put, "Observation/o1", rounded);

        answer.Headers.ETag!.ToString().ShouldBe("W/\"2\"");
    }

    [Theory]
    [InlineData("W/\"1\"", 412)]
    [InlineData("W/\"2\"", 200)]
    public async Task Update_WithIfMatch_NeedsTheCurrentVersion(string tag, int status)
    {
        Store.Put(Observation("o1"));
        Store.Put(Observation("o1", code: "second"));

        var answer = await Send(HttpMethod.Put, "Observation/o1", Observation("o1", code: "third"), ("If-Match", tag));

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task ConditionalUpdate_NoneOneMany_CreatesReplacesRefuses()
    {
        const string Path = "Observation?identifier=urn:sys|k";

        var created = await Send(HttpMethod.Put, Path, Observation("k"));
        var replaced = await Send(HttpMethod.Put, Path, Observation("k", code: "other"));
        await Send(HttpMethod.Post, "Observation", Observation("k"));
        var several = await Send(HttpMethod.Put, Path, Observation("k"));

        new[] { created, replaced, several }.Select(static answer => (int)answer.StatusCode).ShouldBe([201, 200, 412]);
        Store.Read("Observation", "1")!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Delete_ThenPut_ComesBackToLife()
    {
        Store.Put(Observation("o1"));

        var deleted = await Send(HttpMethod.Delete, "Observation/o1");
        var gone = await Send(HttpMethod.Get, "Observation/o1");
        var again = await Send(HttpMethod.Put, "Observation/o1", Observation("o1"));

        new[] { deleted, gone, again }.Select(static answer => (int)answer.StatusCode).ShouldBe([204, 410, 201]);
        Store.Read("Observation", "o1")!.Version.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"o1"}""")]
    [InlineData("""{"resourceType":"Observation","id":"o2"}""")]
    [InlineData("""{"resourceType":"Observation","id":"o1","id":"o1"}""")]
    [InlineData("""{"resourceType":"Observation",""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Update_BodyNotFitting_IsRefused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/fhir+json");

        var answer = await Client.PutAsync(new Uri("Observation/o1", UriKind.Relative), content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Store.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Write_MethodUnknown_IsNotAllowed()
    {
        var answer = await Send(HttpMethod.Patch, "Observation/o1", Observation("o1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
