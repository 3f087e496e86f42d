using System.Text.Json.Nodes;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Fhir.Compose;

namespace FhirHer2Bridge.Fhir.Tests.Compose;

public sealed class CanonicalContentTests
{
    [Fact]
    public void Hash_OnlyTheWritingDiffers_IsEqual()
    {
        var later = Sample.Context with
        {
            Id = "f1",
            Issued = Sample.Context.Issued.AddDays(3),
            SoftwareVersion = "0.2.0",
            StandsFinal = true,
            ProfileHeld = true,
            Gone = new HashSet<ResourceKey> { new("Observation/her2-ihc-node") },
        };

        var second = CanonicalContent.Hash(FlagComposer.Observation(Sample.Change, later));

        second.ShouldBe(CanonicalContent.Hash(FlagComposer.Observation(Sample.Change, Sample.Context)));
    }

    [Fact]
    public void Hash_ServerReordersMembersAndAddsItsOwn_IsEqual()
    {
        var composed = FlagComposer.Observation(Sample.Change, Sample.Context);
        var members = JsonNode.Parse(composed)!.AsObject().Reverse().Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone()));
        var stored = new JsonObject(members);
        stored["meta"]!["versionId"] = "7";
        stored["code"]!["coding"]![0]!["display"] = "another display";
        stored["subject"]!["display"] = "added by the server";

        var hash = CanonicalContent.Hash(System.Text.Encoding.UTF8.GetBytes(stored.ToJsonString()));

        hash.ShouldBe(CanonicalContent.Hash(composed));
    }

    [Fact]
    public void Hash_ContentDiffers_IsDifferent()
    {
        string[] hashes =
        [
            Hash(Sample.Change),
            Hash(Sample.Resolved),
            Hash(Sample.Change with { Severity = FlagSeverity.Low }),
            Hash(Sample.Change with { Provisional = true }),
            Hash(Sample.Change with { Text = "another" }),
            Hash(Sample.Change with { Patient = new PatientKey("p2") }),
            Hash(Sample.Change with { Evidence = [Sample.Change.Evidence[0]] }),
            Hash(Sample.Change with { Effective = Sample.Day(2024, 7, 31) }),
        ];

        hashes.Distinct(StringComparer.Ordinal).Count().ShouldBe(hashes.Length);
    }

    private static string Hash(Core.Flags.Flag flag) => CanonicalContent.Hash(FlagComposer.Observation(flag, Sample.Context));
}
