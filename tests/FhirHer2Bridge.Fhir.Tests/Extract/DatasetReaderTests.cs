using System.Text;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class DatasetReaderTests
{
    [Fact]
    public void Read_BrokenLineOfNdjson_CostsItselfOnly()
    {
        var dataset = Read("{\"resourceType\":\"Patient\",\"id\":\"a\"}\n{broken\n\n{\"resourceType\":\"Patient\",\"id\":\"b\"}\n");

        dataset.Resources.Select(one => one.Id).ShouldBe(["a", "b"]);
        dataset.Unreadable.ShouldHaveSingleItem().Source.Path.ShouldBe("line 2");
    }

    [Theory]
    [InlineData("{\"FullStudiesResponse\":{}}", "H2B-READ-002")]
    [InlineData("not json", "H2B-READ-001")]
    [InlineData("", "H2B-READ-001")]
    public void Read_NoFhir_IsUnreadable(string content, string code)
    {
        var dataset = Read(content);

        dataset.Resources.ShouldBeEmpty();
        dataset.Unreadable.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void Read_EntryThatRepeatsAKey_IsNamedAndTheRestIsUsed()
    {
        var dataset = Read("""
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"a","id":"b"}},{"resource":{"resourceType":"Patient","id":"c"}}]}
            """);

        dataset.Resources.ShouldHaveSingleItem().Id.ShouldBe("c");
        dataset.Unreadable.ShouldHaveSingleItem().Source.Path.ShouldBe("entry[0]");
    }

    [Fact]
    public void Read_SameResourceTwice_KeepsTheNewest()
    {
        var dataset = Read("""
            {"resourceType":"Bundle","entry":[
             {"resource":{"resourceType":"Patient","id":"a","meta":{"versionId":"2","lastUpdated":"2024-02-01T00:00:00Z"}}},
             {"resource":{"resourceType":"Patient","id":"a","meta":{"versionId":"1","lastUpdated":"2024-01-01T00:00:00Z"}}}]}
            """);

        dataset.Resources.ShouldHaveSingleItem().Version.ShouldBe("2");
    }

    [Fact]
    public void Read_McodePatient_GivesOneNegativeResultAndNoGap()
    {
        var dataset = DatasetReader.Read([("jenny", Files.Copied("Bundle-mcode-patient-bundle-jenny-m.json"))], Reads.Options with { BaseUrl = null });

        dataset.Unreadable.ShouldBeEmpty();
        var her2 = dataset.Resources.Where(one => one.Assays().Count > 0).ShouldHaveSingleItem();
        her2.Id.ShouldBe("tumor-marker-test-her2-jenny-m");
        her2.Subject.PatientId.ShouldBe("cancer-patient-jenny-m");
        dataset.Resources.SelectMany(one => one.Gaps()).Where(gap => gap.MayHideTest || gap.MayHideDose).ShouldBeEmpty();
    }

    private static Dataset Read(string content) => DatasetReader.Read([("file", Encoding.UTF8.GetBytes(content))], Reads.Options);
}
