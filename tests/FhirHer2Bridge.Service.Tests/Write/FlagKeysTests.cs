using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Write;

public sealed class FlagKeysTests
{
    [Fact]
    public void KeyOf_KeyIsTaken_NumbersTheAnchor()
    {
        var keys = new FlagKeys(EndpointSecret.FromText("0123456789abcdef"), "site-a");
        var patient = WriteHarness.Anna;
        var first = keys.For(patient, WriteHarness.Sample.Code, WriteHarness.Sample.Anchor);

        var second = keys.KeyOf(WriteHarness.Sample, new HashSet<string>([first], StringComparer.Ordinal));

        keys.KeyOf(WriteHarness.Sample, new HashSet<string>(StringComparer.Ordinal)).ShouldBe(first);
        second.ShouldBe(keys.For(patient, WriteHarness.Sample.Code, WriteHarness.Sample.Anchor + "#2"));
    }

    [Fact]
    public void ForProvenance_EveryVersion_HasItsOwn()
    {
        var keys = new FlagKeys(EndpointSecret.FromText("0123456789abcdef"), "site-a");
        var flag = keys.For(new PatientKey("anna"), "code", "anchor");

        keys.ForProvenance(flag, "1").ShouldNotBe(keys.ForProvenance(flag, "2"));
        keys.ForProvenance(flag, "1").Length.ShouldBe(67);
    }
}
