using System.Text;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Tests.R4;

public sealed class BundlePageTests
{
    [Fact]
    public void Parse_SearchPage_GivesLinksTimesAndOutcomes()
    {
        var page = Page("""
            {"resourceType":"Bundle","type":"searchset","total":7,"meta":{"lastUpdated":"2024-03-12T10:00:00Z"},
             "link":[{"relation":"self","url":"s"},{"relation":"next","url":"https://ehr.example.org/fhir?ct=a%2Bb"}],
             "entry":[{"fullUrl":"x","search":{"mode":"match"},"resource":{"resourceType":"Patient","id":"p1"}},
                      {"search":{"mode":"outcome"},"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"incomplete","diagnostics":"name"}]}}]}
            """)!;

        page.Next.ShouldBe("https://ehr.example.org/fhir?ct=a%2Bb");
        page.Self.ShouldBe("s");
        page.Total.ShouldBe(7);
        page.LastUpdated.ShouldBe(new DateTimeOffset(2024, 3, 12, 10, 0, 0, TimeSpan.Zero));
        page.Entries.Single().Mode.ShouldBe("match");
        page.Outcomes.ShouldBe([new BundleOutcome("warning", "incomplete")]);
    }

    [Fact]
    public void Parse_OneResourceRepeatsAKey_CostsOnlyThatResource()
    {
        var page = Page("""
            {"resourceType":"Bundle","entry":[
              {"resource":{"resourceType":"Observation","id":"bad","status":"final","status":"entered-in-error"}},
              {"resource":{"resourceType":"Patient","id":"p1"}}]}
            """)!;

        page.Entries.Select(entry => entry.IsBroken).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"resourceType":"Patient"}""")]
    public void Parse_NoBundle_IsNull(string json) => Page(json).ShouldBeNull();

    [Fact]
    public void FhirJson_HalfASurrogatePair_IsRefused() =>
        FhirJson.Parse("""{"resourceType":"Patient","id":"\ud800"}"""u8.ToArray()).ShouldBeNull();

    [Fact]
    public void FhirJson_DeeperThan64_IsRefused() =>
        FhirJson.Parse(Encoding.UTF8.GetBytes(new string('[', 65) + new string(']', 65))).ShouldBeNull();

    [Fact]
    public void FhirJson_InvalidUtf8_IsRefused() =>
        FhirJson.Parse(new byte[] { (byte)'"', 0xFF, (byte)'"' }).ShouldBeNull();

    private static BundlePage? Page(string json) => BundlePage.Parse(Encoding.UTF8.GetBytes(json));
}
