using System.Text.Json.Nodes;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Fhir.Compose;

namespace FhirHer2Bridge.Fhir.Tests.Compose;

public sealed class FlagReaderTests
{
    [Fact]
    public void Read_OurFlag_GivesBackWhatWasWritten()
    {
        var stored = Stored(node => node["meta"]!["versionId"] = "3");

        var flag = FlagReader.Read(stored).ShouldNotBeNull();

        flag.Id.ShouldBe("f1");
        flag.Version.ShouldBe("3");
        flag.Key.ShouldBe(Sample.Context.FlagKey);
        flag.Code.ShouldBe("positive-to-negative");
        flag.State.ShouldBe(FlagState.Active);
        flag.Patient.ShouldBe(new PatientKey("p1"));
        flag.Evidence.ShouldBe(Sample.Change.Evidence.Select(source => source.Key), ignoreOrder: true);
        flag.IsSealed.ShouldBeTrue();
        flag.ShowsAnotherHand.ShouldBeFalse();
    }

    [Fact]
    public void Read_SourcesByIdentifierAndAbsoluteVersionedReference_AreTheSameEvidence()
    {
        var gone = new HashSet<ResourceKey> { new("Observation/her2-ihc-node") };
        var stored = Stored(
            node => node["derivedFrom"]![0]!["reference"] = "https://ehr.example.org/fhir/Observation/her2-ihc-gastrectomy/_history/2",
            Sample.Context with { Id = "f1", Gone = gone });

        var flag = FlagReader.Read(stored).ShouldNotBeNull();

        flag.Evidence.ShouldContain(new ResourceKey("Observation/her2-ihc-node"));
        flag.Evidence.ShouldContain(new ResourceKey("Observation/her2-ihc-gastrectomy"));
        flag.IsSealed.ShouldBeTrue();
    }

    [Fact]
    public void Read_ServerMergedThePatients_IsNobodysEdit()
    {
        var stored = Stored(node => node["subject"]!["reference"] = "Patient/survivor");

        var flag = FlagReader.Read(stored).ShouldNotBeNull();

        flag.IsSealed.ShouldBeTrue();
        flag.Patient.ShouldBe(new PatientKey("survivor"));
        flag.ContentHash.ShouldNotBe(CanonicalContent.Hash(Sample.Compose(Sample.Change)));
    }

    [Theory]
    [InlineData("status", "\"cancelled\"")]
    [InlineData("status", "\"entered-in-error\"")]
    [InlineData("performer", """[{"reference":"Practitioner/x"}]""")]
    [InlineData("note", """[{"text":"seen"}]""")]
    [InlineData("valueCodeableConcept", """{"coding":[{"system":"https://fhirher2bridge.example/fhir/CodeSystem/her2-flag-state","code":"resolved"}]}""")]
    public void Read_SomebodyClosedOrEdited_IsNoticed(string member, string value)
    {
        var stored = Stored(node => node[member] = JsonNode.Parse(value));

        var flag = FlagReader.Read(stored).ShouldNotBeNull();

        flag.ShowsAnotherHand.ShouldBeTrue();
        flag.IsSealed.ShouldBeFalse();
    }

    [Fact]
    public void Read_WithdrawnByUs_IsNotAnotherHand()
    {
        var flag = Sample.Change with { State = FlagState.Withdrawn, Reason = "source-entered-in-error" };

        var read = FlagReader.Read(Sample.Compose(flag, Sample.Context with { Id = "f1" })).ShouldNotBeNull();

        read.State.ShouldBe(FlagState.Withdrawn);
        read.ShowsAnotherHand.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"resourceType":"Observation","id":"o1","status":"final"}""")]
    [InlineData("""{"resourceType":"Observation","id":"o1","identifier":{"system":"x"},"status":[1],"code":"x"}""")]
    [InlineData("""{"resourceType":"Patient","id":"p1"}""")]
    [InlineData("[]")]
    public void Read_NotOurs_IsNull(string json)
    {
        var element = Sample.Json(System.Text.Encoding.UTF8.GetBytes(json));

        FlagReader.Read(element).ShouldBeNull();
    }

    [Fact]
    public void Supersede_ADuplicate_EndsItUnderAKeyOfItsOwn()
    {
        var loser = Stored(_ => { });

        var superseded = FlagReader.Read(Sample.Strict(SupersededComposer.Supersede(loser))).ShouldNotBeNull();

        superseded.Id.ShouldBe("f1");
        superseded.Key.ShouldBe($"{Sample.Context.FlagKey}/superseded/f1");
        superseded.IsSuperseded.ShouldBeTrue();
        superseded.State.ShouldBe(FlagState.Withdrawn);
        superseded.ShowsAnotherHand.ShouldBeFalse();
    }

    private static System.Text.Json.JsonElement Stored(Action<JsonNode> edit, WriteContext? context = null)
    {
        var node = JsonNode.Parse(FlagComposer.Observation(Sample.Change, context ?? Sample.Context with { Id = "f1" }))!;
        edit(node);
        return Sample.Json(System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));
    }
}
