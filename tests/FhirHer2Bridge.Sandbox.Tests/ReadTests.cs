using System.Net;

namespace FhirHer2Bridge.Sandbox.Tests;

public sealed class ReadTests : SandboxTestBase
{
    [Fact]
    public async Task Read_Existing_KeepsTheDigitsOfDecimals()
    {
        Store.Put(Observation("o1"));

        var answer = await Send(HttpMethod.Get, "Observation/o1");
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.ToString().ShouldBe("W/\"1\"");
        answer.Headers.Date.ShouldBe(Clock.GetUtcNow());
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/fhir+json");
        text.ShouldContain("\"value\":2.20}");
        text.ShouldContain("\"lastUpdated\":\"2024-03-01T08:00:00.000+00:00\"");
    }

    [Fact]
    public async Task Read_KnownVersion_IsNotSentAgain()
    {
        Store.Put(Observation("o1"));

        var answer = await Send(HttpMethod.Get, "Observation/o1", null, ("If-None-Match", "W/\"1\""));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("Observation/none", 404)]
    [InlineData("Observation/gone", 410)]
    [InlineData("Observation/gone/_history/9", 404)]
    [InlineData("Nonsense/o1", 404)]
    [InlineData("Observation/gone/deeper/than/this", 404)]
    public async Task Read_NothingThere_SaysWhichKindOfNothing(string path, int status)
    {
        Store.Put(Observation("gone"));
        Store.Delete("Observation", "gone");

        var answer = await Send(HttpMethod.Get, path);
        var outcome = await Json(answer);

        ((int)answer.StatusCode).ShouldBe(status);
        outcome["resourceType"]!.GetValue<string>().ShouldBe("OperationOutcome");
    }

    [Fact]
    public async Task VersionRead_OldVersion_IsStillThere()
    {
        Store.Put(Observation("o1", code: "first"));
        Store.Put(Observation("o1", code: "second"));

        var old = await Get("Observation/o1/_history/1");

        old["code"]!["coding"]![0]!["code"]!.GetValue<string>().ShouldBe("first");
    }

    [Fact]
    public async Task History_CreatedChangedDeleted_ListsNewestFirst()
    {
        Store.Put(Observation("o1", code: "first"));
        Store.Put(Observation("o1", code: "second"));
        Store.Delete("Observation", "o1");

        var history = await Get("Observation/o1/_history");
        var entries = history["entry"]!.AsArray();

        history["type"]!.GetValue<string>().ShouldBe("history");
        entries.Select(static e => e!["request"]!["method"]!.GetValue<string>()).ShouldBe(["DELETE", "PUT", "POST"]);
        entries[0]!["resource"].ShouldBeNull();
        entries[1]!["response"]!["etag"]!.GetValue<string>().ShouldBe("W/\"2\"");
    }

    [Fact]
    public async Task Metadata_Asked_SaysWhatTheServerDoes()
    {
        var statement = await Get("metadata");
        var observation = statement["rest"]![0]!["resource"]!.AsArray()
            .Single(static resource => resource!["type"]!.GetValue<string>() is "Observation")!;

        statement["fhirVersion"]!.GetValue<string>().ShouldBe("4.0.1");
        observation["updateCreate"]!.GetValue<bool>().ShouldBeTrue();
        observation["searchParam"]!.AsArray()
            .ShouldContain(static parameter => parameter!["name"]!.GetValue<string>() == "value-concept");
    }

    [Fact]
    public async Task Requests_Answered_AreRecordedUntilCleared()
    {
        const string Path = "Observation/none?_format=json";
        await Send(HttpMethod.Get, Path, null, ("Authorization", "Bearer x"), ("X-Request-Id", "7"));

        var seen = Server.Requests.Single();
        Server.ClearRequests();

        seen.ShouldSatisfyAllConditions(
            () => seen.Method.ShouldBe("GET"),
            () => seen.Path.ShouldBe("Observation/none"),
            () => seen.Query.ShouldBe("?_format=json"),
            () => seen.Status.ShouldBe(404),
            () => seen.Time.ShouldBe(Clock.GetUtcNow()),
            () => seen.Headers["x-request-id"].ShouldBe("7"),
            () => seen.Headers.ContainsKey("Authorization").ShouldBeFalse());
        Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_GzipAccepted_IsCompressed()
    {
        Store.Put(Observation("o1"));

        var answer = await Send(HttpMethod.Get, "Observation/o1", null, ("Accept-Encoding", "gzip"));

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
    }
}
