using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Tests.Compose;

public sealed class CompanionComposerTests
{
    [Fact]
    public void Device_ForAnInstance_IsNamedByItAndSaysBothVersions()
    {
        var utf8 = DeviceComposer.Device("site-a", DeviceComposer.IdOf("site-a"), "0.1.0", "2026.1");

        var device = Sample.Strict(utf8);

        device.At("id").ShouldBe("her2bridge-site-a");
        device.At("identifier.0.value").ShouldBe("site-a");
        device.At("version.0.value").ShouldBe("0.1.0");
        device.At("version.1.value").ShouldBe("2026.1");
    }

    [Fact]
    public void Provenance_Sources_AreNamedByVersionAndNeverReferenced()
    {
        var evidence = Sample.Change.Evidence.Append(new SourceRef("Condition", "c1", null, "x")).Append(Sample.Change.Evidence[0]);
        const string key = "v1-5be0c3a1d2f4968770a1b2c3d4e5f60718293a4b5be0c3a1d2f4968770a1b2c3";
        var context = new ProvenanceContext(key, FlagIds.OfProvenance(key), "f1", "Device/her2bridge-site-a", Sample.Context.Issued);

        var provenance = Sample.Strict(
            ProvenanceComposer.Provenance([.. evidence], FlagActivity.Create, context));

        provenance.At("target.0.reference").ShouldBe("Observation/f1");
        provenance.GetProperty("entity").EnumerateArray().Select(one => one.At("what.reference")).ShouldAllBe(one => one == null);
        provenance.GetProperty("entity").EnumerateArray().Select(one => one.At("what.identifier.value")).ShouldBe(
        [
            "Observation/her2-ihc-gastrectomy/_history/2",
            "Observation/her2-ihc-node/_history/1",
            "DiagnosticReport/dr-gastrectomy/_history/1",
            "Condition/c1",
        ]);
        provenance.At("activity.coding.0.code").ShouldBe("CREATE");
        provenance.At("agent.0.who.reference").ShouldBe("Device/her2bridge-site-a");
        provenance.At("meta.tag.0.system").ShouldBe(Her2Canonical.ProvenanceKey);
        provenance.At("meta.tag.0.code").ShouldBe(key);
    }

    [Fact]
    public void FlagIds_OfAKey_AreLegalIdsThatStartWithLetters()
    {
        var id = FlagIds.OfObservation(Sample.Context.FlagKey);

        id.ShouldBe("her2flag-9d64edc2e803e861218c7dff0b5db1ba7aad54e4");
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1-123")]
    [InlineData("Patient/p1 is not a key, however long the text may be")]
    public void FlagIds_NotAKey_IsRefused(string text) =>
        Should.Throw<ArgumentException>(() => FlagIds.OfObservation(text));
}
