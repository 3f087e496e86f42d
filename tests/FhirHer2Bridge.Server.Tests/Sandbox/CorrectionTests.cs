using System.Text.Json.Nodes;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>A source changes after its flag was written.</summary>
public sealed class CorrectionTests : SandboxTest
{
    private static readonly StoryCase Story = StoryCase.Load("0005-retracted-negative-result");
    private static readonly DateOnly Day = new(2022, 9, 20);

    [Theory]
    [InlineData("entered-in-error", null)]
    [InlineData("corrected", "LA11843-2")]
    public async Task Sync_AfterTheResultWasCorrected_WithdrawsItsFlag(string status, string? answer)
    {
        var bridge = NewBridge();
        Load(Story, bundles: 2);
        await bridge.SyncWholeAsync(Day);
        var before = (await Client.FlagsAsync()).ShouldHaveSingleItem();
        Change("s0005-second-ihc", result =>
        {
            result["status"] = status;
            if (answer is not null)
            {
                result["valueCodeableConcept"] = JsonNode.Parse(
                    """{"coding":[{"system":"http://loinc.org","code":"LA11843-2","display":"3+"}],"text":"3+"}""");
            }
        });

        await bridge.SyncWholeAsync(Day);
        await bridge.SyncWholeAsync(Day);

        before.State.ShouldBe("active");
        (await Client.FlagsAsync()).ShouldHaveSingleItem().State.ShouldBe("withdrawn");
    }

    [Fact]
    public async Task Sync_AfterTheResultMovedToAnotherPatient_WithdrawsTheFlagWithoutIt()
    {
        var bridge = NewBridge();
        Load(Story, bundles: 2);
        Server.Store.Put(JsonNode.Parse("""{"resourceType":"Patient","id":"other"}""")!);
        await bridge.SyncWholeAsync(Day);
        foreach (var (type, id) in new[] { ("Observation", "s0005-second-ihc"), ("Specimen", "s0005-second-biopsy") })
        {
            Change(id, static resource => resource["subject"] = new JsonObject { ["reference"] = "Patient/other" }, type);
        }

        await bridge.SyncWholeAsync(Day);
        await bridge.SyncWholeAsync(Day);

        var flag = (await Client.FlagsAsync()).ShouldHaveSingleItem();
        flag.State.ShouldBe("withdrawn");
        flag.Json.ToJsonString().ShouldNotContain("s0005-second-ihc");
        var other = JsonNode.Parse((await bridge.LineAsync("Patient/other")).ShouldNotBeNull())!;
        ((string?)other["status"]!["value"]).ShouldBe("negative");
    }

    [Fact]
    public async Task Sync_AfterASourceWasDeleted_TakesItsAbsenceForNothing()
    {
        var bridge = NewBridge();
        Load(Story, bundles: 2);
        await bridge.SyncWholeAsync(Day);
        Server.Store.Delete("Observation", "s0005-second-ihc");
        Server.ClearRequests();

        await bridge.SyncWholeAsync(Day);

        Writes().ShouldBeEmpty();
    }

    private void Change(string id, Action<JsonObject> change, string type = "Observation")
    {
        var resource = Server.Store.Read(type, id).ShouldNotBeNull().ToNode().AsObject();
        change(resource);
        Server.Store.Put(resource);
    }
}
